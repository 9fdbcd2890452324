"""The nine clauses of Ed. Code 49073.1(b) as nine lights: has a contract each of them, where, and in which words?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from fileroom.law.vendor_contracts import Clause

LAST_PAGE, LONGEST = 9999, 2000


class Stands(StrEnum):
    """Whether a contract has a clause. Not applicable is the second alone, and is argued."""

    HAS = "has"
    LACKS = "lacks"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True)
class Light:
    """One clause as it stands in a contract: on which page, in which words; or the argument why it does not apply."""

    clause: Clause
    stands: Stands
    page: int | None
    words: str


def lights_of(kept: Mapping[str, Mapping[str, object]]) -> tuple[Light, ...]:
    """The nine lights of a contract as it is kept; a clause nobody has read is lacking."""
    return tuple(_light(clause, kept.get(str(int(clause)), {})) for clause in Clause)


def _light(clause: Clause, kept: Mapping[str, object]) -> Light:
    page = kept.get("page")
    return Light(
        clause,
        Stands(str(kept.get("stands", Stands.LACKS))),
        page if isinstance(page, int) else None,
        str(kept.get("words", "")),
    )


def as_kept(lights: Iterable[Light]) -> dict[str, dict[str, object]]:
    """The lights as a contract's row has them."""
    return {
        str(int(it.clause)): {"stands": it.stands.value, "page": it.page, "words": it.words.strip()} for it in lights
    }


def faults_of(lights: Iterable[Light]) -> dict[str, str]:
    """What is wrong with each light that says too little for anybody to check it, by its field."""
    return {f"clause-{int(it.clause)}": says for it in lights if (says := _fault(it))}


def _fault(it: Light) -> str:
    if it.page is not None and not 1 <= it.page <= LAST_PAGE:
        return f"A page from 1 to {LAST_PAGE}."
    if len(it.words) > LONGEST:
        return f"At most {LONGEST} letters: give the sentence that says it. Nothing was cut off, and nothing kept."
    if it.stands is Stands.HAS and (it.page is None or not it.words.strip()):
        return "Give the page and the sentence of the contract."
    if it.stands is not Stands.NOT_APPLICABLE:
        return ""
    if it.clause is not Clause.STUDENTS_OWN_CONTENT:
        return "The law lets the second clause alone not apply."
    return "" if it.words.strip() else "Say why it does not apply: students create nothing of their own in it."
