"""A letter is set: its words and the letterhead go to Typst as data, and a PDF for eyes and screen readers comes back.

Nothing that a person wrote becomes part of the source that is compiled: it is read from JSON, as text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from threading import Lock

import typst

from fileroom.law.days import PACIFIC
from fileroom.letters.kinds import KINDS, LETTER, Unfit

MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
)  # fmt: skip
FOOT = {
    "en": "To check that this paper is ours: {address} · Code {code}",
    "es": "Para comprobar que este papel es nuestro: {address} · Código {code}",
}
NOTICE_POINTS = 11.0  # the smallest type of a notice, foot and all (notice.typ)
UNSEEN = "It holds a name in letters that cannot be printed here yet. Write this letter by hand, and keep a copy."
_one_at_a_time = Lock()  # a compiler keeps the last document it set


@dataclass(frozen=True)
class Letterhead:
    """Who writes, and where a paper is checked."""

    district: str
    telephone: str
    check_at: str


@dataclass(frozen=True)
class Part:
    """One part of a report: under a heading, or none, a numbered sentence, how it stands, and lines about it."""

    heading: str
    number: str
    says: str
    state: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Letter:
    """One letter. `kind`: a name of KINDS; `facts`: what goes to its places; `to`: lines of whom it is for, or none;
    `parts`: of a report; `mark`: what stands in the foot of each page of one that has no code, and across each page
    of a report."""

    kind: str
    language: str
    head: Letterhead
    at: datetime
    code: str
    facts: Mapping[str, str]
    to: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    mark: str = ""


def spoken_day(at: datetime, language: str) -> str:
    """The day, in Pacific time, as people say it in this language."""
    return spoken_on(at.astimezone(PACIFIC).date(), language)


def spoken_on(on: date, language: str) -> str:
    """The day as people say it in this language."""
    if language == "es":
        return f"{on.day} de {MONTHS[on.month - 1]} de {on.year}"
    return f"{on:%B} {on.day}, {on.year}"


def spoken_instant(at: datetime, language: str) -> str:
    """The day and the minute."""
    here = at.astimezone(PACIFIC)
    hour = f"{here.hour % 12 or 12}:{here.minute:02d} {'a.m.' if here.hour < 12 else 'p.m.'}"
    return f"{spoken_day(at, language)}, {hour}"


def compose(letter: Letter) -> bytes:
    """The letter as PDF/UA-1 and PDF/A-2a; the same letter gives the same bytes. Raises Unfit."""
    kind = KINDS[letter.kind]
    words = kind.filled(letter.language, letter.facts)
    if letter.parts and kind.layout == LETTER:
        raise Unfit(f"{letter.kind} is a plain letter: it has no place for parts.")
    said = {
        "language": letter.language,
        "district": letter.head.district,
        "telephone": letter.head.telephone,
        "day": spoken_day(letter.at, letter.language),
        "to": letter.to,
        "title": words.title,
        "says": words.says,
        "lines": words.lines,
        "after": words.after,
        "signed": words.signed,
        "sections": words.sections,
        "parts": [asdict(part) for part in letter.parts],
        "mark": "" if letter.code else letter.mark,
        "foot": FOOT[letter.language].format(address=letter.head.check_at, code=letter.code)
        if letter.code
        else letter.mark,
    }
    return set_layout(kind.layout, said, letter.at)


def set_layout(layout: str, said: Mapping[str, object], at: datetime) -> bytes:
    """The layout with these words. Raises Unfit where the letters' fonts lack one of them: no paper has a gap."""
    try:
        with _one_at_a_time:
            pdf = _compiler(layout).compile(
                format="pdf",
                sys_inputs={"letter": json.dumps(said, ensure_ascii=False)},
                pdf_standards=["ua-1", "a-2a"],
                timestamp=int(at.timestamp()),
            )
    except typst.TypstError as error:
        if "could not be displayed" in str(error):
            raise Unfit(UNSEEN) from None  # the words themselves may be private
        raise
    assert isinstance(pdf, bytes), "one document comes of one letter"
    return pdf


@cache
def _compiler(layout: str) -> typst.Compiler:
    file = Path(__file__).with_name(f"{layout}.typ")
    return typst.Compiler(file, root=file.parent, ignore_system_fonts=True)
