"""Lists that somebody takes away: one way to ask for them, to agree, to mark them and to hand them over."""
