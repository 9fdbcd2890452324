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
RUNS = re.compile(rf"""(^|[,;|])(?=[\s{JOINERS}"]*[{re.escape(FORMULA)}])""")
SAFE = "'"
# Signs of which nothing is seen, and ends of a line. They hide what a cell begins with, and part it.
UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def defused(cell: str) -> str:
    """The cell as text to any office program, in one line: without what is not seen, and with a sign before whatever
    would make it a formula."""
    seen = (it if it in JOINERS or category(it) not in UNSEEN else " " if it.isspace() else "" for it in cell)
    return RUNS.sub(rf"\1{SAFE}", "".join(seen))
