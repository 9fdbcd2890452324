"""The administrative regulation: drafted from what the district has set and the law asks, adopted by a person."""
