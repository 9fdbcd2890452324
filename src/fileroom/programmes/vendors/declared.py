"""What a company declares of artificial intelligence, held against the clauses of its contract.

Data in which nobody can be found are no pupil records (Ed. Code 49073.1): what is declared here is of students' own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from fileroom.law.vendor_contracts import Clause
from fileroom.programmes.models import AiUse
from fileroom.programmes.vendors.lights import Light, Stands

TRAINS = "It trains a model on students’ data, and no sentence of its contract permits that."
PASSES_ON = "It passes data on to others, and its contract does not bind it to keep them to its own work."
SAYS_NOTHING = "It has not said whether it trains a model on students’ data."


@dataclass(frozen=True)
class Declared:
    """What a company says. None: it has not said. `page`, `words`: where its contract permits the training."""

    uses: bool | None
    trains: bool | None
    subprocessors: str
    page: int | None
    words: str
    by: str
    on: date


def declared(row: AiUse) -> Declared:
    """A row in these words."""
    return Declared(
        row.uses, row.trains, row.subprocessors, row.page, row.words, row.declared_by, row.declared_on
    )  # fmt: skip


def faults_of(said: Declared) -> dict[str, str]:
    """What is wrong with a declaration, by its field."""
    faults = {} if said.by.strip() else {"declared_by": "Write who at the company said so."}
    if bool(said.page) != bool(said.words.strip()):
        faults["words"] = gettext("Give the page and the sentence of the contract, or neither.")
    return faults


def silent(said: Declared | None) -> bool:
    """Has the company not said whether it uses artificial intelligence? Then nobody knows what it does with data."""
    return said is None or said.uses is None


def unfit(said: Declared | None, contracts: Iterable[tuple[Light, ...]]) -> str:
    """Why what it declares does not fit the contracts in force; empty where it does, or nothing is declared.

    The third clause lets it use the records for what the contract requires or permits, and for nothing else.
    """
    if said is None:
        return ""
    if said.trains and not (said.page and said.words):
        return TRAINS
    if said.uses and said.trains is None:
        return SAYS_NOTHING
    bound = any(_has(lights, Clause.NO_OTHER_USE) and _has(lights, Clause.SECURITY) for lights in contracts)
    return PASSES_ON if said.subprocessors and not bound else ""


def _has(lights: tuple[Light, ...], clause: Clause) -> bool:
    return any(it.clause is clause and it.stands is Stands.HAS for it in lights)
