"""What a typed text says, but for its own student's name: a look at one serves those that say the same, and no other.

A form asks as often in every copy, whatever somebody wrote on it: two that are one form need not say one thing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from fileroom.people.models import Student
from fileroom.people.names import LONGEST_PARTICLE, Words, words_of

WORD = re.compile(r"([^\W\d_]+)")
NAME, CALLED = "<name>", "<called>"  # for a whole name, and for a given or a family name alone
WITHIN = frozenset((" ", "-", "'", "’", ". "))  # what stands between two words of one name
TURNED = frozenset((",", ", "))  # what stands behind a family name that comes first


@dataclass(frozen=True)
class Name:
    """A name as it is written: its words, and behind how many of them a comma stands."""

    words: Words
    comma: int = 0
    whole: bool = True

    def stands(self, words: Sequence[Words], gaps: Sequence[str]) -> bool:
        """Does it stand at the beginning of these words, between which this stands?"""
        if tuple(words[: len(self.words)]) != tuple((it,) for it in self.words):
            return False
        between = enumerate(gaps[: len(self.words) - 1], start=1)
        return all(gap in (TURNED if number == self.comma else WITHIN) for number, gap in between)


def names_of(student: Student) -> frozenset[Name]:
    """The student's names, legal and preferred, in the ways that they are written."""
    givens = [words_of(it) for it in (student.legal_given, student.preferred_given) if words_of(it)]
    families = [words_of(it) for it in (student.legal_family, student.preferred_family) if words_of(it)]
    middle = words_of(student.legal_middle)
    before = [(*it, *middles) for it in givens for middles in {(), middle, tuple(word[0] for word in middle)}]
    names = {Name((*it, *family)) for it in before for family in families}
    turned = {Name((*family, *it), len(family)) for it in before for family in families}
    return frozenset(names | turned | {*_alone(givens), *_alone(families)})


def _alone(names: Iterable[Words]) -> Iterator[Name]:
    """Those that are known for names by themselves: "A" and "de la" are words of many a text."""
    return (Name(it, whole=False) for it in names if max(map(len, it)) > LONGEST_PARTICLE)


def said_in(text: str, names: frozenset[Name]) -> str:
    """64 hexadecimal signs, the same for texts that are the same where one of these names stands for any name.

    Where a name stands in one, it stands in the other, as often: a name that is a word besides hides nothing.
    """
    return sha256(plain(text, names).encode(errors="replace")).hexdigest()


def plain(text: str, names: frozenset[Name]) -> str:
    """The text with a sign for each of these names, without regard to case. How it is spaced tells columns apart."""
    first, *rest = WORD.split(unicodedata.normalize("NFKC", text.replace("\r\n", "\n")).casefold())
    said, gaps = rest[::2], rest[1::2]
    known = {it: words_of(it) for it in set(said)}
    words = [known[it] for it in said]
    return first + "".join(_signs(said, words, gaps, sorted(names, key=lambda it: -len(it.words))))


def _signs(said: Sequence[str], words: Sequence[Words], gaps: Sequence[str], names: Sequence[Name]) -> Iterator[str]:
    first = {it.words[0] for it in names}
    longest = max((len(it.words) for it in names), default=0)
    at = 0
    while at < len(said):
        sign, number = said[at], 1
        if first.intersection(words[at]):
            here = words[at : at + longest], gaps[at : at + longest]
            name = next((it for it in names if it.stands(*here)), None)
            sign, number = (NAME if name.whole else CALLED, len(name.words)) if name else (sign, 1)
        at += number
        yield sign + gaps[at - 1]
