"""Sheets to hang up and to carry: what to say and whom to call if an officer or agent comes; a poster, and cards.

They are no letters: nobody is written to, nothing is kept, and the same words give the same bytes. A square code on
them leads to a page for anyone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum
from io import BytesIO

import segno

from fileroom.letters.setting import set_layout, spoken_on

QUIET = 4  # modules of white around the code, as its standard asks
ADDRESS_LENGTH = 200


class Sheet(StrEnum):
    """What is printed: a layout `*.typ` here."""

    POSTER = "poster"
    WALLET = "wallet"


class Size(StrEnum):
    """On which paper, in Typst's words."""

    A4 = "a4"
    LETTER = "us-letter"


WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "title": "If an officer or agent comes",
        "where": "To the school, the bus, the field, or on the telephone.",
        "call": "Call at once",
        "say": "Say",
        "far": "On the telephone",
        "steps": "Then",
        "spoken": "",
        "code": "The same on your telephone",
        "own": "{district}. Version {version}, approved {day}.",
        "default": "{district}. The words of Fileroom: the district has not approved its own yet.",
        "alt": "Square code that opens {address}",
    },
    "es": {
        "title": "Si viene un oficial o agente",
        "where": "A la escuela, al autobús, al campo o por teléfono.",
        "call": "Llame de inmediato",
        "say": "Diga",
        "far": "Por teléfono",
        "steps": "Después",
        "spoken": "En inglés",
        "code": "Lo mismo en su teléfono",
        "own": "{district}. Versión {version}, aprobada el {day}.",
        "default": "{district}. Palabras de Fileroom: el distrito aún no ha aprobado las suyas.",
        "alt": "Código cuadrado que abre {address}",
    },
}


@dataclass(frozen=True)
class Printed:
    """What goes on a sheet. `calls`: office and number; `version`, `dated`: of the district's own words, or None of the
    program's; `spoken`: what to say in English; `address`: of the page for anyone."""

    language: str
    district: str
    say: str
    say_far: str
    spoken: str
    steps: tuple[str, ...]
    calls: tuple[tuple[str, str], ...]
    version: int | None
    dated: date | None
    address: str


def compose_sheet(printed: Printed, sheet: Sheet, size: Size) -> bytes:
    """The sheet as PDF/UA-1 and PDF/A-2a. Raises Unfit where it holds letters that cannot be printed."""
    words = WORDS[printed.language]
    dated = spoken_on(printed.dated, printed.language) if printed.dated else ""
    says = {
        "language": printed.language, "paper": size.value, "district": printed.district,
        "say": printed.say, "far": printed.say_far, "steps": printed.steps, "calls": printed.calls,
        "spoken": printed.spoken if words["spoken"] else "",
        "foot": words["own" if printed.version else "default"].format(
            district=printed.district, version=printed.version, day=dated
        ),
        "address": printed.address, "code": square(printed.address),
        "alt": words["alt"].format(address=printed.address),
        "labels": {name: words[name] for name in ("title", "where", "call", "say", "far", "steps", "spoken", "code")},
    }  # fmt: skip
    return set_layout(sheet.value, says, _midday(printed.dated))


def _midday(on: date | None) -> datetime:
    return datetime.combine(on or date(2026, 1, 1), time(12), UTC)


def square(address: str) -> str:
    """The address as a square code, drawn as SVG: whoever points a telephone at it opens the page."""
    drawn = BytesIO()
    segno.make(address[:ADDRESS_LENGTH], error="m", micro=False).save(
        drawn, kind="svg", border=QUIET, xmldecl=False, svgclass=None, lineclass=None
    )
    return drawn.getvalue().decode()
