"""Fileroom: a school board's student-records policy, running."""
