"""Safe at Home: the address on a family's card stands in every record; where the family lives lies apart, sealed."""
