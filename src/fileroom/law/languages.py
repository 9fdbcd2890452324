"""Which languages a school writes home in (Ed. Code 48985): counted in each school by itself, never in the district."""

from __future__ import annotations

from collections.abc import Mapping

from fileroom.law.figures import FIGURES

HUNDRED = 100


def languages_of(school: Mapping[str, int], students: int) -> tuple[str, ...]:
    """The languages that the share of the law or more of one school's students speak, each by itself.

    `school`: students by primary language, English left out, by the census of the year before; `students`: all of them.
    """
    share = FIGURES["home_language_share"].value
    return tuple(sorted(it for it, speak in school.items() if speak and speak * HUNDRED >= share * students))
