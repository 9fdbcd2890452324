"""What a copy says, but for its own student's name: a look at one serves those that say the same, and no other.

A form asks as often in every copy, whatever somebody wrote on it: two that are one form need not say one thing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256

from fileroom.people.models import Student
from fileroom.people.names import words_of
from fileroom.screening.parts import Part

# A run of letters, a number, or any other sign by itself: how it is spaced makes no difference.
SIGNS = re.compile(r"[^\W\d_]+|\d+|\S")
NAME = "<name>"  # no sign reads so
# However many words the name has, and in which order it is written.
OF_ONE_NAME = re.compile(rf"{NAME}(?: (?:[-'’.,] )?{NAME})+")


def name_of(student: Student) -> frozenset[str]:
    """The words of all the student's names, as they are known again in a text."""
    names = (
        student.legal_given, student.legal_middle, student.legal_family, student.preferred_given,
        student.preferred_family,
    )  # fmt: skip
    return frozenset(words_of(" ".join(names)))


def said_in(parts: Iterable[Part], name: frozenset[str]) -> str:
    """64 hexadecimal signs, the same for texts that are the same where the words of this name stand for any name.

    Where a name stands in one, it stands in the other: a name that is a word besides hides nothing.
    """
    texts = (f"{part.kind}\n{_plain(part.title, name)}\n{_plain(part.text, name)}" for part in parts)
    return sha256("\f".join(texts).encode(errors="replace")).hexdigest()


def _plain(text: str, name: frozenset[str]) -> str:
    return OF_ONE_NAME.sub(NAME, " ".join(_signs(text, name)))


def _signs(text: str, name: frozenset[str]) -> Iterator[str]:
    known: dict[str, str] = {}  # a text has few words, each many times
    for sign in SIGNS.findall(unicodedata.normalize("NFKC", text).casefold()):
        if sign not in known:
            words = words_of(sign)
            known[sign] = NAME if words and name.issuperset(words) else sign
        yield known[sign]
