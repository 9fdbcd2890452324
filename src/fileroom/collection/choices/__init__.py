"""What families choose: refused or consented to on their own page, at the counter, or by another system's list."""
