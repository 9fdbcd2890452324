"""Keys by which other programs ask: made and shown once, recognised at the REST door, withdrawn (decision 0073)."""
