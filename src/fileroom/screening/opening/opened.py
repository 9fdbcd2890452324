"""A document while it is being opened: what was found in it so far, what was spent on it, what went wrong."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from fileroom.screening.parts import GRAVEST_FIRST, IN_TIME, Extracted, Limits, Outcome, Part
from fileroom.screening.reading import TextKind

# Opens what is packed in a document: its bytes, its name and its place.
OpenWithin = Callable[[bytes, str, str], None]
Places = Sequence[tuple[int, str]]
# A digit, also one that is set high or low or stands in a ring or brackets.
A_DIGIT = r"[\d\u00b2\u00b3\u00b9\u2070\u2074-\u2079\u2080-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]"
# Four and more, whatever marks are set between them.
DIGITS = re.compile(rf"{A_DIGIT}(?:[\W_]{{0,3}}{A_DIGIT}){{3,}}")
DIGITS_THAT_TELL = 7
LONG_NUMBER = re.compile(rf"{A_DIGIT}(?:[\W_]{{0,3}}{A_DIGIT}){{8,}}")

# What is left to be filled in: rules, dots, boxes to tick, as they stand in a text or are read off a page.
BLANKS = re.compile(r"_{3,}|\.{5,}|…{3,}|(?<!-)-{6,}(?!-)|[☐□❏▢]|\[ {1,3}\]")
# One of these stands in every text with such a blank: it is far sooner found than the blank.
SIGNS_OF_BLANKS = ("___", ".....", "………", "------", "☐", "□", "❏", "▢", "[ ")
FEWEST_BLANKS = 2


def is_form(text: str) -> bool:
    """Whether a text is one to be filled in: as many blanks as a third of its lines."""
    if not any(sign in text for sign in SIGNS_OF_BLANKS):
        return False
    blanks = len(BLANKS.findall(text))
    return blanks >= FEWEST_BLANKS and blanks * 3 >= sum(1 for line in text.splitlines() if line.strip())


def told(name: str) -> str:
    """A name as a place may tell it: short, on one line, and without a number that could be the thing found."""
    return DIGITS.sub("…", " ".join(name.split()))[:80]


def may_be_a_number(name: str) -> bool:
    """Whether a name has so many digits that it may itself be what is looked for."""
    return sum(letter.isdigit() for letter in name) >= DIGITS_THAT_TELL


class Trouble(Exception):
    """Something in the document cannot be examined. `says` is a sentence for a person, with nothing of the contents."""

    def __init__(self, outcome: Outcome, says: str) -> None:
        super().__init__(says)
        self.outcome = outcome
        self.says = says


class Spent(Trouble):
    """A limit of the whole document is reached: nothing more of it is opened."""


class Opening:
    """What opening a document has come to so far. Whoever reads a format adds the texts, and spends from the limits."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.parts: list[Part] = []
        self.pages = 0
        self.ocr_pages = 0
        self.remarks: list[str] = []
        # Digests of the pictures already read: no picture is read twice.
        self.pictures_read: set[bytes] = set()
        self._ocr_read: set[int] = set()
        self._troubles: list[tuple[Trouble, bool]] = []
        self._way: list[str] = []
        self._spent_bytes = 0
        self._spent_items = 0
        self._characters = 0
        self._until = time.monotonic() + limits.seconds
        # The first part of the file that is being read once more.
        self._once: int | None = None

    @property
    def depth(self) -> int:
        """How many packings deep we are: 0 in the file itself."""
        return len(self._way)

    @contextmanager
    def inside(self, name: str) -> Iterator[None]:
        """Within this packed file: places are told from it on."""
        if self.depth >= self.limits.depth:
            raise Trouble(Outcome.BOMB, "Files are packed in files deeper than is opened.")
        self._way.append(told(name))
        try:
            yield
        finally:
            self._way.pop()

    @contextmanager
    def once_more(self, first: int) -> Iterator[None]:
        """What is added meanwhile is another reading of what was added from the part of this number on."""
        before, self._once = self._once, first
        try:
            yield
        finally:
            self._once = before

    def place(self, place: str) -> str:
        """The place with the way to it, "attachment a.docx › header", without a number as long as what is sought."""
        where = " › ".join([*self._way, place]) if place else " › ".join(self._way)
        return LONG_NUMBER.sub("…", where)

    def add(
        self,
        text: str,
        kind: TextKind,
        place: str = "",
        *,
        places: Places | None = None,
        page: int | None = None,
        confidence: float | None = None,
        title: str = "",
        asks_nobody: bool = False,
    ) -> None:
        """Add a text, unless it is blank. `places` are offsets and places in it; `place` serves where it is at one."""
        if not text or text.isspace():
            return
        self._characters += len(text)
        if self._characters > self.limits.characters:
            raise Spent(Outcome.TOO_BIG, "It holds more text than is read.")
        if len(self.parts) >= self.limits.parts:
            raise Spent(Outcome.TOO_BIG, "It holds more single texts than are read.")
        if kind is TextKind.PROSE and is_form(text):
            kind = TextKind.FORM_ANSWERS
        at = tuple((start, self.place(where)) for start, where in places) if places else ((0, self.place(place)),)
        where_it_is = at if at[0][1] or len(at) > 1 else ()
        again = 0 if self._once is None else len(self.parts) - self._once
        self.parts.append(Part(text, kind, where_it_is, page, confidence, title, asks_nobody, again))

    def add_name(self, name: str, folders: str = "") -> None:
        """What a packed file is called, and the folders that it lies in: it tells where nothing else does."""
        if any(letter.isalpha() for letter in name):
            place = ((0, self.place("file name")),)
            said = f"{folders}/{name}" if folders else name
            self.parts.append(Part(said, TextKind.PROSE, place, asks_nobody=True))

    def trouble(self, outcome: Outcome, says: str) -> None:
        """Something was not examined; the rest still is."""
        self._troubles.append((Trouble(outcome, says), self.depth == 0))

    def suffer(self, trouble: Trouble, *, of_the_whole: bool) -> None:
        """As `trouble`, for one that was raised."""
        self._troubles.append((trouble, of_the_whole))

    def tick(self) -> None:
        """Raise Trouble where the document has taken its time."""
        if time.monotonic() > self._until:
            raise Spent(Outcome.TOO_BIG, IN_TIME)

    def spend_item(self) -> None:
        """One more packed file."""
        self.tick()
        self._spent_items += 1
        if self._spent_items > self.limits.items:
            raise Spent(Outcome.BOMB, f"More than {self.limits.items} files are packed in it.")

    def bytes_left(self) -> int:
        """How many more bytes may be unpacked."""
        return self.limits.unpacked - self._spent_bytes

    def spend_bytes(self, count: int) -> None:
        """So many bytes were unpacked."""
        self._spent_bytes += count
        if self._spent_bytes > self.limits.unpacked:
            raise Spent(Outcome.TOO_BIG, "It unpacks to more bytes than are read.")

    def spend_page(self) -> None:
        """One more page or picture."""
        self.tick()
        self.pages += 1
        if self.pages > self.limits.pages:
            raise Spent(Outcome.TOO_BIG, f"It has more than {self.limits.pages} pages.")

    def spend_ocr(self, page: int | None) -> None:
        """One more page or picture is read by OCR; a page may be looked at in more than one way."""
        self.tick()
        if page is not None and page in self._ocr_read:
            return
        if self.ocr_pages >= self.limits.ocr_pages:
            raise Spent(Outcome.TOO_BIG, f"More than {self.limits.ocr_pages} of its pages need OCR.")
        self.ocr_pages += 1
        if page is not None:
            self._ocr_read.add(page)

    def extracted(self) -> Extracted:
        """What it came to."""
        if all(part.asks_nobody for part in self.parts) and not self._troubles and not self.pages:
            self.trouble(Outcome.EMPTY, "It holds no text.")
        gravest = min(self._troubles, key=_gravity, default=None)
        remarks = " ".join(dict.fromkeys(self.remarks))
        if gravest is None:
            return Extracted(tuple(self.parts), None, self.pages, self.ocr_pages, remarks or "All of it was read.")
        trouble, of_the_whole = gravest
        says = " ".join(filter(None, (trouble.says, remarks)))
        return Extracted(tuple(self.parts), trouble.outcome, self.pages, self.ocr_pages, says, of_the_whole)


def _gravity(trouble: tuple[Trouble, bool]) -> tuple[bool, int]:
    return not trouble[1], GRAVEST_FIRST.index(trouble[0].outcome)
