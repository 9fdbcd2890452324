"""The tree: hashes, proofs, heads, signed checkpoints and family bundles. Plain Python; knows no table and no Django.

Sources: RFC 6962 section 2 and RFC 9162 section 2.1 (tree and proofs); C2SP tlog-tiles, signed-note and
tlog-checkpoint (tiles and checkpoints).
"""
