"""Training (Board Policy 5125): courses written for this, who owes them, who has completed them and until when."""
