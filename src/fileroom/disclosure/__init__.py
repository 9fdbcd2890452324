"""GATE OUT: who may see or receive, each time by a decision and with a line in the ledger."""
