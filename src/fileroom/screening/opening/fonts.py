"""What an office file brings that holds no words: the fonts it is set in, and a printer's settings."""

from __future__ import annotations

BEGINNINGS = (b"\x00\x01\x00\x00", b"OTTO", b"true", b"ttcf", b"wOFF", b"wOF2")
# Of an embedded font the first bytes are covered by a key; the list of its tables goes on behind them.
FIRST_TABLE, OF_A_TABLE, FEWEST_TABLES = 12, 16, 4
TABLES = frozenset(
    (
        b"BASE", b"CFF ", b"DSIG", b"GDEF", b"GPOS", b"GSUB", b"LTSH", b"OS/2", b"VDMX", b"cmap", b"cvt ", b"fpgm",
        b"gasp", b"glyf", b"hdmx", b"head", b"hhea", b"hmtx", b"kern", b"loca", b"maxp", b"meta", b"name", b"post",
        b"prep", b"vhea", b"vmtx",
    )
)  # fmt: skip
# The kind of PowerPoint has its mark further in.
MARK_AT, MARK = 34, b"LP"
# A printer's settings (DEVMODE): its name in 32 wide letters, then the edition, and how long they are.
EDITION_AT, LENGTH_AT, EDITIONS, LEAST_LENGTH = 64, 68, (3, 4), 100


def is_font(body: bytes) -> bool:
    """Whether these bytes begin as a font, or as one that is covered."""
    if body[MARK_AT : MARK_AT + 2] == MARK and int.from_bytes(body[:4], "little") == len(body):
        return True
    places = range(FIRST_TABLE + OF_A_TABLE * (0 if body.startswith(BEGINNINGS) else 2), 600, OF_A_TABLE)
    tables = sum(body[at : at + 4] in TABLES for at in places)
    return tables >= FEWEST_TABLES or body.startswith(BEGINNINGS[3:])


def are_of_a_printer(body: bytes) -> bool:
    """Whether these bytes begin as a printer's settings."""
    length = int.from_bytes(body[LENGTH_AT : LENGTH_AT + 2], "little")
    edition = int.from_bytes(body[EDITION_AT : EDITION_AT + 2], "little") >> 8
    return edition in EDITIONS and LEAST_LENGTH <= length <= len(body)
