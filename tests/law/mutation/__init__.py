"""Mutation of the rules: every small change to a rule must turn something red, or be proved to change nothing."""
