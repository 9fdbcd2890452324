"""AGAINST LOSS: backups taken, restored and practised, and the self-test. Opens nothing, has no tables."""
