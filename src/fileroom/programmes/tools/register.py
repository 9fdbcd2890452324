"""The register of AI tools: entered as a draft, approved by the Superintendent's designee until a day, stopped at once.

An approval grants nothing that the law does not: before a text goes, the law is asked (programmes.tools.asking).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Count, Q

from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import add_years, district_day
from fileroom.law.facts import RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, designee, may_act
from fileroom.programmes.models import AiTool, Contract, Operator, ToolAnswer
from fileroom.programmes.tools.answers import Answer
from fileroom.programmes.vendors.owing import NO_OTHER_WORK
from fileroom.programmes.vendors.standing import judge_all

# What a tool may be approved for: kinds of record as the law knows them, the least telling first.
KINDS = (
    RecordKind.BUSINESS_RECORD, RecordKind.DEIDENTIFIED, RecordKind.GRADES, RecordKind.ATTENDANCE,
    RecordKind.CONTACT_AND_HOUSEHOLD, RecordKind.DISCIPLINE, RecordKind.HEALTH, RecordKind.IEP_OR_504_PLAN,
)  # fmt: skip
OF_NOBODY = frozenset({RecordKind.BUSINESS_RECORD, RecordKind.DEIDENTIFIED})
ROOM, ENDS = "tools", "approval_ends"  # of the duty to look at an approval again, and its part
RULE = NO_OTHER_WORK
LONGEST_YEARS = 1  # an approval is looked at again after a school year at the latest


class Verb(StrEnum):
    """What a designee does with a tool."""

    APPROVE = "approve"
    STOP = "stop"


DRAFT, APPROVED, STOPPED = AiTool.State.DRAFT, AiTool.State.APPROVED, AiTool.State.STOPPED
NEXT: Mapping[tuple[str, Verb], str] = MappingProxyType(
    {
        (DRAFT, Verb.APPROVE): APPROVED,
        (DRAFT, Verb.STOP): STOPPED,
        (APPROVED, Verb.APPROVE): APPROVED,  # for another while
        (APPROVED, Verb.STOP): STOPPED,
        (STOPPED, Verb.APPROVE): APPROVED,
    }
)
ACTS = {Verb.APPROVE: Act.TOOL_APPROVED, Verb.STOP: Act.TOOL_STOPPED}


@dataclass(frozen=True)
class Terms:
    """A tool as it is entered. `operator`: its company in the registry; None: there is none."""

    name: str
    operator: UUID | None
    does: str
    receives: tuple[RecordKind, ...]
    trains: bool
    passes_on: str
    keeps: str


@dataclass(frozen=True)
class Noted:
    """It is done, under this entry."""

    id: UUID
    entry: UUID


@dataclass(frozen=True)
class Listed:
    """A tool as its page shows it. `covered`: the law lets an ordinary record go to its company today. `open`: it is
    approved, and the day of the approval is not over. `asked`: how often, by answer."""

    id: UUID
    name: str
    company: str
    does: str
    receives: tuple[RecordKind, ...]
    trains: bool
    passes_on: str
    keeps: str
    state: str
    until_on: date | None
    open: bool
    covered: bool
    asked: Mapping[Answer, int]


def enter(id_: UUID, of: Terms, *, by: SignedIn, at: datetime) -> Noted:
    """Enter a tool as a draft. Raises Missing (no employee), FormUsed and ValidationError, by field."""
    faults = {}
    if not of.name.strip():
        faults["name"] = "Write what the tool is called."
    if not of.does.strip():
        faults["does"] = "Write what it is used for."
    if not of.receives:
        faults["receives"] = "Choose at least one kind of text that may go to it."
    if of.trains and not OF_NOBODY.issuperset(of.receives):
        faults["receives"] = "What trains a tool may tell of nobody: choose the first two kinds alone."
    if faults:
        raise ValidationError(faults)
    return _enter(id_, of, by, at)


@durable_transaction
def _enter(id_: UUID, of: Terms, by: SignedIn, at: datetime) -> Noted:
    role = designee(Programme.TOOLS, by=by, at=at)
    name = of.name.strip()

    def again() -> Noted | None:
        before = AiTool.objects.filter(pk=id_).first()
        if before and (before.name, before.entered_by) != (name, by.account.id):
            raise FormUsed
        return Noted(id_, before.entry) if before else None

    def act() -> Noted:
        if AiTool.objects.filter(name__iexact=name).exists():
            raise ValidationError({"name": "This tool is in the register already."})
        if of.operator and not Operator.objects.filter(pk=of.operator).exists():
            raise ValidationError({"operator": "Choose the company from the registry."})
        entry = ledger.write(ledger.event(Act.TOOL_ENTERED, record=id_, by=by.acting_as(role), at=at))
        AiTool.objects.create(
            id=id_, name=name, operator_id=of.operator, does=of.does.strip(), receives=[it.value for it in of.receives],
            trains=of.trains, passes_on=of.passes_on.strip(), keeps=of.keeps.strip(), entered_at=at,
            entered_by=by.account.id, entry=entry,
        )  # fmt: skip
        return Noted(id_, entry)

    return act_once(again, act)


@durable_transaction
def decide(tool_id: UUID, verb: Verb, until_on: date | None, *, by: SignedIn, at: datetime) -> Noted:
    """Approve a tool until a day, or stop it from now on. Raises Missing, and ValidationError."""
    role, on = designee(Programme.TOOLS, by=by, at=at), district_day(at)
    row = AiTool.objects.select_for_update(of=("self",)).filter(pk=tool_id).first()
    if row is None:
        raise Missing
    after = NEXT.get((row.state, verb))
    if after is None:
        raise ValidationError("It is stopped already.")
    if verb is Verb.APPROVE and not (until_on and on < until_on <= add_years(on, LONGEST_YEARS)):
        raise ValidationError("Say until when: a day to come, within a year. Then it is looked at again.")
    entry = ledger.write(ledger.event(ACTS[verb], record=row.id, by=by.acting_as(role), at=at))
    row.state, row.until_on = after, until_on if verb is Verb.APPROVE else row.until_on
    row.decided_at, row.decided_by, row.decided_entry = at, by.account.id, entry
    row.save(update_fields=["state", "until_on", "decided_at", "decided_by", "decided_entry"])
    duties.discharge(ROOM, row.id, Over(by.account.id, entry, at), rule=RULE)
    return Noted(row.id, entry)


def listed(*, by: SignedIn, at: datetime) -> list[Listed]:
    """Every tool, by name; for any employee. Raises Missing."""
    if by.account.employee_id is None:
        raise Missing
    on = district_day(at)
    with district_transaction():
        asked = _asked()
        rows = AiTool.objects.select_related("operator").order_by("name")
        return [_listed(row, on, asked.get(row.id, {})) for row in rows]


def _asked() -> dict[UUID, dict[Answer, int]]:
    found: dict[UUID, dict[Answer, int]] = {}
    counted = ToolAnswer.objects.values_list("tool", "answer").annotate(number=Count("id"))
    for tool, answer, number in counted:
        found.setdefault(tool, {})[Answer(answer)] = number
    return found


def _listed(row: AiTool, on: date, asked: Mapping[Answer, int]) -> Listed:
    return Listed(
        row.id, row.name, row.operator.name if row.operator else "", row.does,
        tuple(RecordKind(it) for it in row.receives), row.trains, row.passes_on, row.keeps, row.state, row.until_on,
        is_open(row, on), covered(row, on), asked,
    )  # fmt: skip


def is_open(row: AiTool, on: date) -> bool:
    """Is it approved on this day?"""
    return row.state == APPROVED and row.until_on is not None and on <= row.until_on


def covered(row: AiTool, on: date) -> bool:
    """Does the law let an ordinary record go to its company on this day?"""
    return best_contract(row, on) is not None


def best_contract(row: AiTool, on: date) -> Contract | None:
    """The newest contract with its company that the law lets something rest on."""
    if row.operator_id is None:
        return None
    held = Contract.objects.filter(Q(operator=row.operator_id)).order_by("-entered_at")
    return next((it for it, judged in judge_all(held, on) if judged.decision.granted), None)


def may_decide(*, by: SignedIn, at: datetime) -> bool:
    """Is whoever asks the Superintendent or a designee?"""
    with district_transaction():
        return may_act(Programme.TOOLS, by=by, at=at)
