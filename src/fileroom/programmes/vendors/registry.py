"""The registry of companies as pages show it: each company with its contracts, and what the law lets rest on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.hosting import district_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, may_act
from fileroom.programmes.models import AiQuestion, AiUse, Contract, Operator
from fileroom.programmes.vendors.declared import UNREAD, Declared, Found, declared, found, silent, unfit
from fileroom.programmes.vendors.lights import Light, lights_of
from fileroom.programmes.vendors.standing import GOOD, PAST, Judged, State, is_of_before, judge_all, nothing_left

REPLACED = (State.SUPERSEDED, State.WITHDRAWN)


@dataclass(frozen=True)
class Held:
    """A contract as pages show it. `decision`: may anything be shared under it today?"""

    id: UUID
    title: str
    state: State
    lights: tuple[Light, ...]
    signed_on: date | None
    from_on: date | None
    to_on: date | None
    cure_by: date | None
    ended_on: date | None
    returned_on: date | None
    returned_by: str
    offer_of: str
    offer_by: str
    offer_on: date | None
    of_before: bool
    decision: Decision

    @property
    def to_come_back(self) -> bool:
        """It is void or over, and nobody has certified yet that nothing is left at the company."""
        return self.state in PAST and self.returned_on is None


@dataclass(frozen=True)
class Asking:
    """The newest letter by which a company was asked what it does with data, and the day it was given."""

    signed_at: datetime
    due_on: date


@dataclass(frozen=True)
class Listed:
    """A company with its contracts, the newest first, and what it declares of artificial intelligence.

    `does_es`, `holds_es`: in Spanish; empty: nobody has put it so. `described_anew`: since its certificate. `found`:
    what was found of the sentence that it names. `asked`: None: it never was.
    """

    id: UUID
    name: str
    does: str
    holds: str
    does_es: str
    holds_es: str
    holds_nothing: bool
    described_anew: bool
    contracts: tuple[Held, ...]
    declared: Declared | None
    found: Found | None
    unfit: str
    asked: Asking | None

    @property
    def covered(self) -> bool:
        """Something may be shared with it today."""
        return any(it.state in GOOD for it in self.contracts)

    @property
    def has_something(self) -> bool:
        """It holds data, and has not certified that nothing is left there since its last contract ended."""
        return bool(self.holds) and not self._nothing_left

    @property
    def not_known(self) -> bool:
        """Nobody has said what it holds, and it has not certified that nothing is left there."""
        return not self.holds and not self.holds_nothing and not self._nothing_left

    @property
    def _nothing_left(self) -> bool:
        return nothing_left(((it.state, it.returned_on) for it in self.contracts), anew=self.described_anew)

    @property
    def undeclared(self) -> bool:
        """It holds data, or may be given some, and has not said what it does with them."""
        return (self.has_something or self.covered) and silent(self.declared)

    @property
    def unread(self) -> bool:
        """It names a sentence that permits the training, and nobody has found it in a contract that holds today."""
        return self.unfit == UNREAD

    @property
    def wanting(self) -> bool:
        """It holds data under no contract that the law lets rest on, or does with them what its contract does not."""
        return (self.has_something and not self.covered) or bool(self.unfit and not self.unread)


def registry(*, by: SignedIn, at: datetime) -> list[Listed]:
    """Every company with its contracts, by name; for any employee. Raises Missing."""
    if by.account.employee_id is None:
        raise Missing
    return companies(on=district_day(at))


def may_enter(*, by: SignedIn, at: datetime) -> bool:
    """Is this the Superintendent or a designee, who enters what binds the district?"""
    with district_transaction():
        return may_act(Programme.VENDORS, by=by, at=at)


def company(operator_id: UUID, *, by: SignedIn, at: datetime) -> Listed:
    """One company. Raises Missing."""
    found = next((it for it in registry(by=by, at=at) if it.id == operator_id), None)
    if found is None:
        raise Missing
    return found


def companies(*, on: date) -> list[Listed]:
    """The same for anyone: companies, contracts and clauses are nobody's secret. Four statements."""
    with district_transaction():
        of: dict[UUID, list[Held]] = {}
        for row, judged in judge_all(Contract.objects.order_by("-entered_at"), on):
            of.setdefault(row.operator_id, []).append(_held(row, judged))
        said = {row.operator_id: row for row in AiUse.objects.order_by("entered_at")}
        asked = {row.operator_id: Asking(row.signed_at, row.due_on) for row in AiQuestion.objects.order_by("signed_at")}
        for held in of.values():
            held.sort(key=lambda it: it.state in REPLACED)  # what holds comes first
        return [
            _listed(it, tuple(of.get(it.id, ())), said.get(it.id), asked.get(it.id))
            for it in Operator.objects.order_by("name", "id")
        ]


def _listed(row: Operator, contracts: tuple[Held, ...], use: AiUse | None, asked: Asking | None) -> Listed:
    in_force = {it.id: it.lights for it in contracts if it.state in GOOD}
    said, of = (declared(use), found(use)) if use else (None, None)
    return Listed(
        row.id, row.name, row.does, row.holds, row.does_es, row.holds_es, row.holds_nothing,
        row.described_at is not None, contracts, said, of, unfit(said, of, in_force), asked,
    )  # fmt: skip


def _held(row: Contract, judged: Judged) -> Held:
    return Held(
        row.id, row.title, judged.state, lights_of(row.clauses), row.signed_on, row.from_on, row.to_on, row.cure_by,
        row.ended_on, row.returned_on, row.returned_by, row.offer_of, row.offer_by, row.offer_on, is_of_before(row),
        judged.decision,
    )  # fmt: skip
