"""What the district says of itself, and its notices and its regulation quote: one list, each thing said by a person."""
