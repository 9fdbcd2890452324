"""A DOOR: pages for the office, for families and for the public. No law and no tables."""
