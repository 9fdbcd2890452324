"""The lines of a report in words, English and Spanish, for its paper and its page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fileroom.letters.setting import MONTHS
from fileroom.programmes.enforcement.board_report import FEWEST, Lines

NUMBERS = {
    "en": {
        "none": "None",
        "one_or_more": "One or more",
        "fewest_or_more": f"{FEWEST} or more",
    },
    "es": {
        "none": "Ninguna",
        "one_or_more": "Una o más",
        "fewest_or_more": f"{FEWEST} o más",
    },
}
WANTS = {
    "en": {
        "records": "records or information",
        "student": "a student",
        "entry": "entry",
        "staff": "information about staff",
        "else": "something else",
    },
    "es": {
        "records": "expedientes o información",
        "student": "un estudiante",
        "entry": "entrar",
        "staff": "información sobre el personal",
        "else": "otra cosa",
    },
}
PAPERS = {
    "en": {
        "agency": "an agency’s own paper",
        "court": "a paper with a court’s name",
        "family": "a family’s consent",
        "none": "nothing in writing",
    },
    "es": {
        "agency": "un papel propio de una agencia",
        "court": "un papel con el nombre de un tribunal",
        "family": "el consentimiento de una familia",
        "none": "nada por escrito",
    },
}
GIVEN = {
    "en": {
        "nothing": "nothing was given",
        "something": "something was given or taken",
        "open": "not yet closed",
    },
    "es": {
        "nothing": "no se entregó nada",
        "something": "se entregó o se tomó algo",
        "open": "aún no se ha cerrado",
    },
}
NOT_NAMED = {
    "en": "No school is named: a name could point to somebody.",
    "es": "No se nombra ninguna escuela: un nombre podría señalar a alguien.",
}
JOINED = {"en": " to ", "es": " a "}


def facts_of(lines: Lines, from_on: date, to_on: date, language: str) -> dict[str, str]:
    """What goes to the places of the letter `board_enforcement_report`; an empty one is a line that is not there."""
    return {"period": period(from_on, to_on, language)} | in_words(lines, language)


def in_words(lines: Lines, language: str) -> dict[str, str]:
    """Each line, by its name; an empty one is not there."""
    schools = ", ".join(lines.schools) or ("" if lines.number == "none" else NOT_NAMED[language])
    return {
        "number": NUMBERS[language][lines.number],
        "wants": _listed(lines.wants, WANTS[language]),
        "papers": _listed(lines.papers, PAPERS[language]),
        "given": _listed(lines.given, GIVEN[language]),
        "schools": schools,
    }


def period(from_on: date, to_on: date, language: str) -> str:
    """The half years, as people say them."""
    return JOINED[language].join(_month(it, language) for it in (from_on, to_on))


def _month(on: date, language: str) -> str:
    return f"{MONTHS[on.month - 1]} de {on.year}" if language == "es" else f"{on:%B %Y}"


def _listed(codes: tuple[str, ...], words: Mapping[str, str]) -> str:
    said = "; ".join(words[it] for it in codes)
    return said[:1].upper() + said[1:]
