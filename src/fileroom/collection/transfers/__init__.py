"""Packets in which another school sends a student's records: documents with an index, whole or in a bag (BagIt)."""
