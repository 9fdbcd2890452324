"""The policy page: each sentence of the Board's policy with what carries it out here, live, and how it stands."""
