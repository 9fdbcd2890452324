"""What in a packet may be a court's order: nobody here is bound by it, and nobody may overlook it.

A row is known by the words of its item and of its file, however the sender calls such a thing; a file that no row names
by its name. What is no order costs a person a look; an order that is taken for something else costs a child more.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from functools import cache
from itertools import pairwise

from fileroom.collection.imports.faults import Fault, Problem
from fileroom.law.catalogue import CATALOGUE

ORDER = "court_order"
CODE = "order_in_packet"
NO_LETTER = re.compile(r"[\W_]+")
# Where words part that stand together: before a capital, and between letters and digits.
PARTS = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
FOLDERS = re.compile(r".*[/\\]", re.DOTALL)
# Written as one word, such as "protectiveorder"; not a disorder, a recorder, a border, nor a family called Vanorder.
JOINED = r"\w{2,}(?<!b)(?<!d[ie]s)(?<!rec)(?<!\bre)(?<!\bpre)(?<!\bvan)(?<!\bvang)(?:orders?|orden|ordenes)"
# Children called Courtney or Courtland, courtesies and courtyards.
NO_COURT = "es[yi]|eo|e?n[ae]y|en[ae]|nee|ni|land|lyn|lin|yard|side"
COURT = rf"(?:family|juvenile|superior|county|state|probate|criminal|tribal|dependency)?court(?!{NO_COURT})\w*"
# The state's own forms: of domestic violence, families, dependency, guardianship; and a restraining order in short.
FORMS = r"(?:dv|ch|fl|jv|gv|ea|wv) \d{3}", r"gc 2\d\d", r"cr 16\d"
IN_SHORT = (
    "tros?", "(?:dv|ch|gv|wv|ea)t?ros?", "cpo", "epo", r"^(?:\d+ )*ro(?: \d+)*(?: (?:pdf|docx?|txt|jpe?g|png|tiff?))?$",
)  # fmt: skip
# A restraint, a restriction and the least restrictive environment are an everyday matter of a school.
WORDS = (
    "protecti(?:ve|on) orders?", "orders?", r"orders?(?:to|of|after)\w+", "orden", "ordenes", JOINED, COURT,
    r"\w*custod(?!ian)\w*", r"\w*restrain(?!t)\w*", "restrict(?:ed|ing)", "restriccion",
    "(?:access|contact|parent|pick ?up) restrictions?", r"injunction\w*", r"\w*decrees?", r"\w*judge?ments?",
    r"\w*guardianship\w*", r"\w*divorc\w*", r"stay ?away\w*", r"no ?contact\w*", r"\w*visitations?",
    "parenting ?(?:plan|time|schedule|agreement)s?", r"\w*alejamiento", r"judicial\w*", "juez", "juzgado",
    r"tribunal\w*", "corte(?! madera)", "sentencia", "tutela", *IN_SHORT, *FORMS,
)  # fmt: skip
SPEAKS_OF_ONE = re.compile(rf"\b(?:{'|'.join(WORDS)})\b")
DO = (
    "It is filed nowhere and binds nobody here: no page files an order yet. Take the paper to the principal today,"
    " before anybody is shown the file. It waits under “May there be an order?” for the student whom its row names;"
    " where that is nobody here, for each whom the packet names."
)
FAULT = Fault("item", CODE, f"It may be a court's order. {DO}")


def speaks_of_order(item: str, file: str = "") -> bool:
    """Whether this may be a court's order: by what its item is called, or its file, not the folders that this lies in.

    Words that the catalogue itself has for an item, such as an expulsion order, say nothing in a file's name.
    """
    if item == ORDER:
        return True
    own = _own_words(item) if item in CATALOGUE else frozenset()
    name = FOLDERS.sub("", file)
    said = [name] if item in CATALOGUE else [item, name]
    return any(it.group() not in own for text in said for it in SPEAKS_OF_ONE.finditer(_words(text)))


@cache
def _own_words(item: str) -> frozenset[str]:
    """Those of its code and titles, and each with the one behind it, parted or not."""
    own: set[str] = set()
    for name in (item, CATALOGUE[item].title.en, CATALOGUE[item].title.es):
        words = _words(name).split()
        own.update(words, *((f"{one} {two}", f"{one}{two}") for one, two in pairwise(words)))
    return frozenset(own)


def told(index: str, rows: Collection[int], files: int) -> Problem:
    """All of them, in one line that no list cuts. `files`: those that no row names."""
    which = f"row{'s' if len(rows) > 1 else ''} {', '.join(map(str, rows))} of the index" if rows else ""
    unnamed = f"{files} file{'s' if files > 1 else ''} that no row names" if files else ""
    says = f"There may be a court's order in this packet: {' and '.join(filter(None, (which, unnamed)))}. {DO}"
    return Problem(index, 0, "", CODE, says)


def _words(text: str) -> str:
    """Lower case, without accents, parted by blanks."""
    plain = "".join(it for it in unicodedata.normalize("NFKD", text) if not unicodedata.combining(it))
    return NO_LETTER.sub(" ", PARTS.sub(" ", plain).casefold()).strip()
