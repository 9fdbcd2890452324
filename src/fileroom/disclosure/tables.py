"""Names of the room's tables."""

RECIPIENT = "disclosure_recipient"
CHECK = "disclosure_check"
# The application's role may read these and add to them, and nothing else.
INSERT_ONLY = [RECIPIENT]
