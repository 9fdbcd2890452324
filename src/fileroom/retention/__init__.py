"""THE SHREDDER: what must go, and what must stay. For now it holds what has to be destroyed on time today."""
