"""Whether two names say the same to the sieve, so that one reading of the same bytes serves for both.

A name is context: its ending says what a file claims to be, its words can say that it is an essay or a form, and a
number in it can itself be what is looked for.
"""

from __future__ import annotations

from functools import lru_cache

from fileroom.screening.engine import headings, surroundings, triggers
from fileroom.screening.folding import fold
from fileroom.screening.languages import languages_of
from fileroom.screening.opening.identify import ending
from fileroom.screening.opening.opened import may_be_a_number
from fileroom.screening.texts import screen_text

Heard = tuple[object, ...]


def alike(one: str, other: str) -> bool:
    """Whether these two file names make no difference to what is found in a file."""
    if one == other:
        return True
    return ending(one) == ending(other) and (_bare(one) == _bare(other) or _heard(one) == _heard(other))


def _bare(name: str) -> str | tuple[str, str]:
    """Only the letters, in their order; the whole name where its digits could tell something."""
    if may_be_a_number(name):
        return (name, "")
    return "".join(it if it.isalpha() else " " for it in name).casefold()


@lru_cache(maxsize=4096)
def _heard(name: str) -> Heard:
    """What the matchers make of it, and what it holds itself."""
    text = fold(name).text
    about = frozenset(
        it.tag
        for language in ("", *languages_of(text))
        for matcher in (surroundings(language), headings(language))
        for it in matcher.find(text)
    )
    found = screen_text(name, weighs=False) if may_be_a_number(name) else ()
    holds = tuple((it.category, it.mode, it.start, it.end) for it in found)
    return ending(name), about, frozenset(it.tag for it in triggers().find(text)), holds
