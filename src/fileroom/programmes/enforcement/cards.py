"""What stands on the card for whoever drives a bus, coaches or stands in: the district's own words, once counsel has
approved them; until then the strictest of the program's. It names no person and nothing of any student."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fileroom.programmes.enforcement import scripts
from fileroom.programmes.enforcement.own_steps import Version, in_force

OFFICES = {
    "en": {
        "superintendent": "The Superintendent’s office",
        "counsel": "District counsel",
        "principal": "The principal",
    },
    "es": {
        "superintendent": "La oficina del Superintendente",
        "counsel": "Los abogados del distrito",
        "principal": "El director de la escuela",
    },
}
DISTRICT = {"en": "The district office", "es": "La oficina del distrito"}


@dataclass(frozen=True)
class Card:
    """One card in one language. `calls`: office and number, in this order. `version`, `dated`: of the district's own
    words; None: these are the program's. `spoken`: what to say, in English, as an officer understands it."""

    language: str
    say: str
    say_far: str
    steps: tuple[str, ...]
    calls: tuple[tuple[str, str], ...]
    version: int | None
    dated: date | None
    spoken: str


def card(language: str, telephone: str) -> Card:
    """The card as it stands now. `telephone`: the district's, where it has not approved its own numbers yet."""
    version = in_force()
    return _own(version, language) if version else _default(language, telephone)


def _own(version: Version, language: str) -> Card:
    words = version.words[language]
    calls = tuple((it.named(language), it.number) for it in version.calls if it.for_anyone)
    return Card(
        language, words.say, words.say_far, words.steps, calls, version.number, version.dated, version.words["en"].say
    )


def _default(language: str, telephone: str) -> Card:
    strictest = scripts.strictest()
    script = strictest.spoken_in(language)
    calls = ((DISTRICT[language], telephone),) if telephone else ()
    return Card(
        language, script.say, script.say_far, tuple(it.text for it in script.steps), calls, None, None, strictest.say
    )
