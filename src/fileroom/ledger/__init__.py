"""THE LOG: append-only, a Merkle tree over every act, signed checkpoints. It outlives what it describes."""
