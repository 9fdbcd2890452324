"""What a company declares of artificial intelligence, held against the clauses of its contract.

Data in which nobody can be found are no pupil records (Ed. Code 49073.1): what is declared here is of students' own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext

from fileroom.law.vendor_contracts import Clause
from fileroom.programmes.models import AiUse
from fileroom.programmes.vendors.lights import Light, Stands

TRAINS = "It trains a model on students’ data, and no sentence of its contract permits that."
UNREAD = (
    "It trains a model on students’ data, and says that its contract permits that. Nobody here has found the sentence"
    " in the contract."
)
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


@dataclass(frozen=True)
class Found:
    """What a designee found of the sentence in the declaration `use`: the contract that has it; None of one that was
    `held` against the contracts: none of them has."""

    use: UUID
    held: bool
    where: UUID | None


def found(row: AiUse) -> Found:
    """What was found of a declaration's sentence."""
    return Found(row.id, row.held_at is not None, row.held_against_id)


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


def unfit(said: Declared | None, of: Found | None, contracts: Mapping[UUID, tuple[Light, ...]]) -> str:
    """Why what it declares does not fit the contracts in force; empty where it does, or nothing is declared.

    The third clause lets it use the records for what the contract requires or permits, and for nothing else. That a
    sentence permits the training is no company's own word: a person here has found it, in a contract that holds today.
    """
    if said is None:
        return ""
    if said.trains and (why := _not_permitted(said, of, contracts)):
        return why
    if said.uses and said.trains is None:
        return SAYS_NOTHING
    bound = any(_has(lights, Clause.NO_OTHER_USE) and _has(lights, Clause.SECURITY) for lights in contracts.values())
    return PASSES_ON if said.subprocessors and not bound else ""


def _not_permitted(said: Declared, of: Found | None, contracts: Mapping[UUID, tuple[Light, ...]]) -> str:
    in_none = of is not None and of.held and of.where is None
    if not (said.page and said.words) or not contracts or in_none:
        return TRAINS
    return "" if of is not None and of.where in contracts else UNREAD


def _has(lights: tuple[Light, ...], clause: Clause) -> bool:
    return any(it.clause is clause and it.stands is Stands.HAS for it in lights)
