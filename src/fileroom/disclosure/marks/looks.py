"""A second look at a copy that may show a family's status: asked for, read by a custodian, and let go or left out.

Whoever asks does not look. The custodian is one of the student's records by the law (disclosure.sealed_log); where
there is no other, the Superintendent's office looks. What was asked lies under seal. What they let go is decided anew
when it goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.disclosure.facts import Asked, asked, designee_role, shelved
from fileroom.disclosure.log import SEALED
from fileroom.disclosure.marks.asking import EVERYTHING, ROOM, may_look, whose
from fileroom.disclosure.marks.before import GOOD_FOR, KIND, State
from fileroom.disclosure.models import MarkedCopy
from fileroom.disclosure.services import refuse
from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.catalogue import CATALOGUE, Item
from fileroom.law.days import district_day
from fileroom.law.marks import MARKS, Mark, Step
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing, Refused
from fileroom.people.models import Account
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.queries import account_names
from fileroom.people.signed_in import SignedIn
from fileroom.records import noting
from fileroom.records.models import Record

CLEAR, LEAVE_OUT = "clear", "leave_out"
MOST = 20
NOBODY_ASKS = "Whoever asked for this look no longer does."
NEXT = {(State.WAITS, CLEAR): State.CLEARED, (State.WAITS, LEAVE_OUT): State.LEFT_OUT}
ACTS = {CLEAR: Act.MARK_COPY_CLEARED, LEAVE_OUT: Act.MARK_COPY_LEFT_OUT}


@dataclass(frozen=True)
class Rests:
    """On which paper a copy would go: its `kind`, a code of law.facts.PaperKind, empty for none; the records it names,
    None for all of them; whom it names. What was asked for before this was kept has none."""

    kind: str
    names: tuple[str, ...] | None
    to: str


@dataclass(frozen=True)
class Earlier:
    """Another look at a copy of the same record, for whomever. `mine`: whoever reads has asked for that one."""

    id: UUID
    state: str
    asked_by: str
    asked_at: datetime
    looked_by: str
    looked_at: datetime | None
    mine: bool


@dataclass(frozen=True)
class Look:
    """What a custodian is asked to look at: which record, why it is marked, for whom, what for, why it should go.

    `state`: of MarkedCopy; `looked_at`: when somebody did. `rests`: on which paper; None: not known. `earlier`: the
    looks that others took or were asked for, the newest first. `gone`: the record is no longer kept, so nothing goes.
    """

    id: UUID
    record: UUID
    item: Item
    mark: Mark
    student_name: str
    recipient: str
    purpose: str
    because: str
    asked_by: str
    asked_at: datetime
    state: str
    looked_at: datetime | None
    rests: Rests | None
    earlier: tuple[Earlier, ...]
    gone: bool


def _rests(said: Mapping[str, str]) -> Rests | None:
    if "paper" not in said:
        return None
    names = said["paper_names"]
    return Rests(
        said["paper"], None if names == EVERYTHING else tuple(filter(None, names.split(","))), said["paper_to"]
    )


@durable_transaction
def read(id_: UUID, *, by: SignedIn, at: datetime) -> Look | Refused:
    """What is to be looked at, for a custodian of the student's records; that it was read is noted under seal.

    Raises Missing (there is none, or it is their own).
    """
    row, case = _anothers(id_, by, at)
    looks = _looks(row, case, by, at)
    if isinstance(looks, Refused):
        return looks
    role, decision = looks
    (note,) = noting.notes(KIND, row.id)
    said = noting.open_note(note, Act.MARK_REASON_READ, by=by, role=role, decision=decision, at=at).fields
    item, name = Record.objects.get(pk=row.record).item, account_names([row.asked_by]).get(row.asked_by, "")
    return Look(
        row.id, row.record, CATALOGUE[item], MARKS[row.mark], case.student.name, said["recipient"], said["purpose"],
        said["because"], name, row.asked_at, row.state, row.looked_at, _rests(said), _earlier(row, by),
        not _is_kept(row.record),
    )  # fmt: skip


def _earlier(row: MarkedCopy, by: SignedIn) -> tuple[Earlier, ...]:
    """Whoever asks again after a no finds a custodian who knows of that no."""
    rows = MarkedCopy.objects.filter(record=row.record, step=row.step).exclude(pk=row.id).order_by("-asked_at")[:MOST]
    names = account_names([it for each in rows for it in (each.asked_by, each.looked_by) if it])
    return tuple(
        Earlier(
            it.id, it.state, names.get(it.asked_by, ""), it.asked_at,
            names.get(it.looked_by, "") if it.looked_by else "", it.looked_at, it.asked_by == by.account.id,
        )
        for it in rows
    )  # fmt: skip


def _is_kept(record: UUID) -> bool:
    try:
        shelved(record)
    except Missing:
        return False
    return True


@durable_transaction
def decide(id_: UUID, verb: str, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """Let the copy go, or leave the record out. A second time is the same act. What is no longer kept is left out, and
    so the look is over. Raises Missing and ValidationError."""
    if verb not in ACTS:
        raise ValidationError("Say whether it may go.")
    row, case = _anothers(id_, by, at)
    looks = _looks(row, case, by, at)
    if isinstance(looks, Refused):
        return looks
    role, decision = looks
    if verb == CLEAR and not _is_kept(row.record):
        raise ValidationError("This record is no longer kept, so no copy can go. Leave it out.")
    after = NEXT.get((State(row.state), verb))
    if after is None:
        if row.looked_by == by.account.id and row.state in (NEXT[State.WAITS, verb], State.GONE):
            return row.id
        raise ValidationError(NOBODY_ASKS if row.state == State.RECALLED else "Somebody has looked at it already.")
    event = ledger.event(
        ACTS[verb], student=case.student.id, record=row.id, part=row.mark, by=by.acting_as(role),
        purpose=by.purpose.value, decision=decision, sealed=True, at=at,
    )  # fmt: skip
    row.state, row.looked_at, row.looked_by, row.look = after, at, by.account.id, ledger.write(event)
    row.expires_at = at + GOOD_FOR if verb == CLEAR else None
    row.save(update_fields=["state", "looked_at", "looked_by", "look", "expires_at"])
    duties.discharge(ROOM, row.id, Over(by.account.id, row.look, at))
    return row.id


def _anothers(id_: UUID, by: SignedIn, at: datetime) -> tuple[MarkedCopy, Asked]:
    """The row, for nobody else until this transaction ends, to anybody of the office but whoever asked. Raises
    Missing."""
    row = MarkedCopy.objects.select_for_update(no_key=True).filter(pk=id_, step=Step.SECOND_LOOK.value).first()
    if row is None or by.account.employee_id is None or row.asked_by == by.account.id:
        raise Missing
    student = Record.objects.get(pk=row.record).student_id  # what is shredded leaves its row: the look can be closed
    return row, asked(student, by, district_day(at))


def _looks(row: MarkedCopy, case: Asked, by: SignedIn, at: datetime) -> tuple[str, Decision | None] | Refused:
    """The role in which they look, and the law's word on a custodian of records. A designee looks by the
    Superintendent's office, where it is owed by that office, no other custodian can look now, or they have looked."""
    decision = may_look(case)
    if decision.granted:
        return case.requester.role, decision
    role = designee_role(case, by)
    if role is not None and (
        row.looked_by == by.account.id or _owed_by(row, at) == SUPERINTENDENT or _whose_now(row, case) == SUPERINTENDENT
    ):
        return role, None
    return refuse(case, decision, by, at, part=SEALED)


def _owed_by(row: MarkedCopy, at: datetime) -> str:
    return next((it.office for it in open_duties.about(ROOM, [row.id], at=at)), "")


def _whose_now(row: MarkedCopy, case: Asked) -> str:
    return whose(case, Account.objects.values_list("employee_id", flat=True).get(pk=row.asked_by))[0]
