"""Names of the ledger's tables. All are insert-only: the application's role may SELECT and INSERT, nothing else.

The grants are made by `hosting` from this list; they are a courtesy, the proof is the tree.
"""

from __future__ import annotations

EVENT = "ledger_event"
LEAF = "ledger_leaf"
TILE = "ledger_tile"
CHECKPOINT = "ledger_checkpoint"
INSERT_ONLY = [CHECKPOINT, EVENT, LEAF, TILE]

OPEN, SEALED = "open", "sealed"  # the two logs of a district
