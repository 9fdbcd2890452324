"""What in a packet may be a court's order: nobody here is bound by it, and nobody may overlook it.

A row is known by the words of its item and of its file, however the sender calls such a thing; a file that no row names
by its name. What is no order costs a person a look; an order that is taken for something else costs a child more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from fileroom.collection.imports.faults import Fault, Problem
from fileroom.law.catalogue import CATALOGUE

ORDER = "court_order"
CODE = "order_in_packet"
NO_LETTER = re.compile(r"[\W_]+")
WORDS = (
    "orders?", "orden", "ordenes", r"court(?!es)\w*", r"custod\w*", r"restrain\w*", r"restric\w*", r"injunction\w*",
    "decrees?", "judge?ments?", "guardianship", r"divorc\w*", "stay away", "no contact", "tro", "dvro", "gvro", "chro",
    "cpo", "epo", "alejamiento", r"judicial\w*", "juez", "juzgado", r"tribunal\w*", "corte", "sentencia", "tutela",
)  # fmt: skip
SPEAKS_OF_ONE = re.compile(rf"\b(?:{'|'.join(WORDS)})\b")
DO = (
    "It is filed nowhere and binds nobody here: no page files an order yet. Take the paper to the principal today,"
    " before anybody is shown the file. Where it is known of which student it is, it waits under “May there be an"
    " order?”."
)
FAULT = Fault("item", CODE, f"It may be a court's order. {DO}")


def speaks_of_order(item: str, file: str = "") -> bool:
    """Whether this may be a court's order: by what its item is called, or its file.

    Words that the catalogue itself has for an item, such as an expulsion order, say nothing in a file's name.
    """
    if item == ORDER:
        return True
    own = _words(f"{item} {CATALOGUE[item].title.en}") if item in CATALOGUE else ""
    said = [file] if item in CATALOGUE else [item, file]
    return any(it.group() not in own.split() for text in said for it in SPEAKS_OF_ONE.finditer(_words(text)))


def told(index: str, rows: Collection[int], files: int) -> Problem:
    """All of them, in one line that no list cuts. `files`: those that no row names."""
    which = f"row{'s' if len(rows) > 1 else ''} {', '.join(map(str, rows))} of the index" if rows else ""
    unnamed = f"{files} file{'s' if files > 1 else ''} that no row names" if files else ""
    says = f"There may be a court's order in this packet: {' and '.join(filter(None, (which, unnamed)))}. {DO}"
    return Problem(index, 0, "", CODE, says)


def _words(text: str) -> str:
    """Lower case, without accents, parted by blanks."""
    plain = "".join(it for it in unicodedata.normalize("NFKD", text) if not unicodedata.combining(it))
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", plain)
    return NO_LETTER.sub(" ", parted.casefold()).strip()
