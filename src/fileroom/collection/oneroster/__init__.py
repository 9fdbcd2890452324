"""OneRoster bundles: rosters as student information systems export them, through the gate in.

Two halves. Reading and checking (`reading`, and what it leans on) is plain Python: bytes in, kept rows and a tally
out. Writing (`services`, and what it leans on) puts the kept rows into the district in one transaction.
"""
