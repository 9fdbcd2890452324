"""A cell of a table that an office program opens: text to each, whatever it begins with and wherever it is parted.

The one guard of every spreadsheet that goes out: lists of the office, and tables without the people in them.
"""

from __future__ import annotations

import re
from unicodedata import category

# What makes a cell a formula to an office program (OWASP, CSV injection): at its beginning, behind blanks, and behind
# each mark at which such a program may part one cell into two.
FORMULA = "=+-@−＝＋－＠﹦﹢﹣﹫"
JOINERS = "\u200c\u200d"  # nothing is seen of them, and names are spelt with them
PARTS = re.compile(r"(?<=[,;|])")
SAFE = "'"
# Signs of which nothing is seen, and ends of a line. They hide what a cell begins with, and part it.
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def defused(cell: str) -> str:
    """The cell as text to any office program, in one line: without what is not seen, and with a sign before whatever
    would make it a formula."""
    seen = (it if it in JOINERS or category(it) not in UNSEEN else " " if it.isspace() else "" for it in cell)
    return "".join(f"{SAFE}{it}" if _runs(it) else it for it in PARTS.split("".join(seen)))


def _runs(part: str) -> bool:
    """Does it begin with what makes a formula? A sign that no font here has is looked through, and left: it may be a
    letter of somebody's name in a younger Unicode than this program's."""
    return next((it in FORMULA for it in part if it.isprintable() and not it.isspace() and it != '"'), False)
