"""What every import does alike, whatever the sender's format: open a bundle, report, write the staged rows, note it.

A format reads and checks in its own room beside this one; what it keeps goes into the tables `bundle_…` and is written
from there by one set of statements. All of a bundle is written in one transaction, or nothing is.
"""
