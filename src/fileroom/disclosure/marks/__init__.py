"""What may indicate a family's status: which records are marked, and what comes before a copy of one leaves."""
