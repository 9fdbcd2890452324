"""Course histories and transcripts that another system sent: each becomes records of the student whom it names."""
