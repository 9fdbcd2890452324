"""WHAT WAITS TO BE SENT: secure links to one thing for one person, and mails; whatever goes is decided again then."""
