"""THE REST DOOR: the same services as the pages, as JSON, for programs that carry a token. No law, no tables."""
