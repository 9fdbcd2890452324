"""Does the exception that was declared cover just this thing, on just this form? Words of the text are the evidence.

What the evidence does not show is not covered: a declaration without its form, another person, another field.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property
from importlib.resources import files
from operator import itemgetter

from fileroom.collection.wordings import first, last, plain, words
from fileroom.law.exceptions import Cover, DeclaredException

_WORDS = tomllib.loads(files("fileroom.collection").joinpath("declared.toml").read_text("utf-8"))
WHOSE = tuple((role, words(tuple(these))) for role, these in _WORDS["whose"].items())
OTHER_FORMS = words(tuple(_WORDS["forms"]["others"]))
DENIED = re.compile("(?:" + words(tuple(_WORDS["forms"]["not_this"])).pattern + r") ?$")
NUMBERS = {f"{{{name}}}": range(first, last + 1) for name, (first, last) in _WORDS["signs"]["numbers"].items()}


def _each(these: Iterable[str]) -> tuple[str, ...]:
    """The words, one in which numbers are named once for each of them."""
    for name, numbers in NUMBERS.items():
        these = [it.replace(name, str(number)) for it in these for number in (numbers if name in it else (0,))]
    return tuple(these)


A_STUDENTS, NO_STUDENTS, NOBODYS = (words(_each(_WORDS["signs"][it])) for it in ("student", "never", "nobody"))
THE_NUMBER = words(tuple(_WORDS["number"]["named"]))

LONGEST_LINE = 400  # characters; a longer line is looked at in pieces
LEFT, RIGHT = 160, 40  # characters on either side that can say what a field is
HEADING = 90  # characters of a line that can head a form
LINES_ABOVE = 2
BORDER = re.compile(r"\s{2,}|[\t;|,{}\n]")  # between two fields of a line
SENTENCE = re.compile(r"\s{2,}|[\t;|,{}\n]|[.?!] ")


class Page:
    """A text under one title, of which an exception was declared."""

    def __init__(self, text: str, exception: DeclaredException, title: str = "") -> None:
        self.text, self.exception, self.title = text, exception, title
        self.ours = words(exception.forms)

    def cover(self, category: str, start: int, end: int, *, asked: bool) -> Cover | None:
        """The field of the exception that a finding of this category at this place is, or None.

        `start`, `end`: offsets in characters into the text. `asked`: it is only asked for.
        """
        if not self._stands_on_the_form(start):
            return None
        field, whose = self._field(start, end), self._whose(start, end)
        for cover in self.exception.covers:
            if category not in cover.categories or whose not in cover.whose:
                continue
            if cover.before and not (asked and self._follows(cover.before, start, end)):
                continue
            if (not cover.asks or words(cover.asks).search(field)) and not words(cover.never).search(field):
                return cover
        return None

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins, a long one cut in pieces."""
        starts: list[int] = []
        at = 0
        for line in self.text.splitlines(keepends=True):
            starts += range(at, at + max(len(line), 1), LONGEST_LINE)
            at += len(line)
        return starts or [0]

    def _line(self, number: int) -> str:
        if not 0 <= number < len(self._starts):
            return ""
        last = self._starts[number + 1] if number + 1 < len(self._starts) else len(self.text)
        return self.text[self._starts[number] : last]

    def _at(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    @cached_property
    def _cues(self) -> list[tuple[int, bool, bool]]:
        """Where a form is named: the line (-1: the title), whether it is ours, whether the line heads a form."""
        lines = [(-1, self.title), *((number, self._line(number)) for number in range(len(self._starts)))]
        return [(number, ours, heads) for number, line in lines if line for ours, heads in self._named(line)]

    def _named(self, line: str) -> list[tuple[bool, bool]]:
        folded = plain(line)
        found = sorted(
            (match.start(), pattern is self.ours and not DENIED.search(folded[: match.start()]))
            for pattern in (self.ours, OTHER_FORMS)
            for match in pattern.finditer(folded)
            if pattern is self.ours or not DENIED.search(folded[: match.start()])  # "separate from enrollment"
        )
        heads = len(folded) <= HEADING and "?" not in folded and bool(found) and found[0][1]
        return [(ours, heads) for _, ours in found]

    def leaves_open(self, cover: Cover, start: int, end: int) -> bool:
        """Whether nobody says whose the covered thing is, and a student's would not be covered."""
        return "student" not in cover.whose and not self._whose(start, end)

    def _stands_on_the_form(self, start: int) -> bool:
        """The nearest form named above or beside the place is ours, and it is the first that is named, or a heading.

        Where none is named above, the first that is named below.
        """
        if not self._cues:
            return False
        above = bisect_right(self._cues, self._at(start), key=itemgetter(0))
        first = self._cues[0][1]
        if not above:
            return first
        _, ours, heads = self._cues[above - 1]
        return ours and (first or heads)

    def _field(self, start: int, end: int) -> str:
        """What says which field it is, folded: its own words, the label on its left, the head of its column."""
        line = self._starts[self._at(start)]
        left = SENTENCE.split(self.text[max(line, start - LEFT) : start])[-1]
        right = SENTENCE.split(self.text[end : end + RIGHT])[0]
        return plain(f"{self._column(start)}\n{left}{self.text[start:end]}{right}")

    def _follows(self, these: tuple[str, ...], start: int, end: int) -> bool:
        """One of these words stands just before the place, or begins it, and no digit is in it."""
        own, left = plain(self.text[start:end]), plain(self.text[max(0, start - LEFT) : start]).rstrip()
        before = words(these)
        return not re.search(r"\d", own) and bool(
            before.match(own) or any(match.end() == len(left) for match in before.finditer(left))
        )

    def _column(self, start: int) -> str:
        """The head of the column in which the place stands, where the text is a table; else nothing."""
        number = self._at(start)
        line, at = self._line(number), start - self._starts[number]
        for mark in ("\t", ";", ","):
            wide = line.count(mark)
            if wide and (head := self._head(mark, wide, number)):
                return head.split(mark)[line[:at].count(mark)]
        return ""

    def _head(self, mark: str, wide: int, below: int) -> str:
        """The first line with as many cells as the line `below`, which stands under it."""
        for number in range(min(below, 5)):
            if self._line(number).count(mark) == wide:
                return self._line(number)
        return ""

    def _whose(self, start: int, end: int) -> str:
        """Whose it is: what its own words say, or the column, or the words before it, after it, above it; or ""."""
        own = plain(self.text[start:end])
        number = self._at(start)
        line = self._starts[number]
        left = [plain(part) for part in reversed(BORDER.split(self.text[max(line, start - LEFT) : start]))]
        right = plain(BORDER.split(self.text[end : end + RIGHT])[0])
        above = [plain(self._line(number - far)) for far in range(1, LINES_ABOVE + 1)]
        said = _whose_number(own) or _subject(plain(self._column(start)))
        for part in (*left, right):
            said = said or _subject(part) or ("student" if _is_of_a_student(part) else None)
            if not said and NOBODYS.search(part):  # nor does it stand for whoever is named farther off
                return ""
        for part in above if not said else ():
            if _is_of_a_student(part) or (NOBODYS.search(part) and not _subject(part)):
                break  # of whom the place below speaks nobody says
            said = said or _subject(part)
        return said or ""


def _is_of_a_student(part: str) -> bool:
    return A_STUDENTS.search(part) is not None and NO_STUDENTS.search(part) is None


def _whose_number(own: str) -> str | None:
    """In words that name the number and its owner: who comes after the number, or else who comes last before it."""
    places = [match.end() for match in THE_NUMBER.finditer(own)]
    if not places:
        return _subject(own)
    after = first(own[places[-1] :], WHOSE)
    return after[1] if after else last(own[: places[-1]], WHOSE)


def _subject(part: str) -> str | None:
    """Of whom a label speaks: who is named first, or in "the student's parent" the second."""
    part = NOBODYS.sub(" ", part)
    found = first(part, WHOSE)
    if not found:
        return None
    at, role = found
    owned = re.match(r"[^\W_]+ s ", part[at:])
    then = first(part[at + owned.end() :], WHOSE) if owned else None
    return then[1] if then and then[0] == 0 else role
