"""Who has looked: reading the ledger is itself a disclosure, and the law says to whom (Ed. Code 49064)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from time import monotonic, sleep
from uuid import UUID

from fileroom.disclosure import ledger_desk, parties, police_first
from fileroom.disclosure.facts import Asked, asked
from fileroom.disclosure.limits import of_a_look
from fileroom.disclosure.marks.standing import told_neutrally
from fileroom.disclosure.parties import Party
from fileroom.disclosure.services import refuse, shut_to_a_family
from fileroom.disclosure.sittings import SAME_SITTING, earlier_line
from fileroom.hosting import current_district, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Purpose, RecordKind
from fileroom.ledger import queries as entries
from fileroom.ledger import services as ledger
from fileroom.ledger.queries import Noted, Page, Turn
from fileroom.ledger.services import Act, Actor
from fileroom.people import counsel
from fileroom.people.answers import Refused
from fileroom.people.keepers import keeper_facts
from fileroom.people.signed_in import SignedIn

__all__ = ["Looked", "NotYet", "Proof", "Turn", "proof_for_family", "under_seal", "who_has_looked"]

MOST = 50  # entries of one page
SEALED = "sealed_log"  # the part of a file that is read here, as its entries name it
PATIENCE, PAUSE = 10.0, 0.1  # seconds: another process may be numbering just now


class NotYet(Exception):
    """The request has no number yet, so there is no proof that holds it."""


RECEIVED = (Act.LETTER_ISSUED, Act.RECORD_RELEASED)  # of which a family is told who it was


@dataclass(frozen=True)
class Looked:
    """A page of one log of one student, as it stood before this very look; `parties`: names by entry.

    `offices`: those in which an employee serves this student. `neutral`: the entries whose record no list names, for it
    may show a family's status.
    """

    student: UUID
    offices: tuple[str, ...]
    decision: Decision
    role: str
    student_name: str
    page: Page
    entry: UUID
    parties: Mapping[UUID, Party]
    neutral: frozenset[UUID]

    @property
    def entries(self) -> tuple[Noted, ...]:
        """Those of this page, newest first."""
        return self.page.entries

    @property
    def complete(self) -> bool:
        """Is every entry there that the tree has numbered for this student? The whole proof is the family's bundle."""
        return self.page.whole


@dataclass(frozen=True)
class Proof:
    """A bundle anyone can check offline with `fileroom-verify`."""

    bundle: str  # JSON
    entry: UUID


def _decided(
    student_id: UUID,
    act: Act,
    by: SignedIn,
    at: datetime,
    *,
    action: Action = Action.VIEW_LOG,
    part: str = "log",
    turn: Turn | None = None,
    each: bool = False,
) -> tuple[Decision, Asked, UUID] | Refused:
    """`turn`, at an entry of the list: it is a page of one that was opened a while ago, whose line stands for it.

    A turn at any other shows the newest page, and is a look at it. `each`: every page is a look of its own.
    """
    case = asked(student_id, by, district_day(at))
    decision = counsel.decide(case.question(action, RecordKind.ACCESS_LOG))
    if not decision.granted:
        return refuse(case, decision, by, at, part=part)
    if shut_to_a_family(case, decision, by):
        return refuse(case, police_first.held_back(decision), by, at, part=part)
    turned = turn is not None and entries.is_in_log(turn.entry, student_id, sealed=part == SEALED)
    if turned and not each and (earlier := earlier_line(case, by, at, (act,), (part,), SAME_SITTING)):
        return decision, case, earlier
    event = ledger.event(
        act,
        student=student_id,
        part=part,
        by=by.acting_as(case.requester.role),
        purpose=case.purpose().value,
        decision=decision,
        at=at,
    )
    entry = ledger.write(event)
    police_first.asked_about(case.student, decision, police_first.who_asks(by), entry, at)
    return decision, case, entry


@durable_transaction
def who_has_looked(
    student_id: UUID, *, by: SignedIn, at: datetime, turn: Turn | None = None, most: int = MOST, each: bool = False
) -> Looked | Refused:
    """A page of the student's log, for those whom the law lets read it; the newest, or from `turn` on. Raises Missing.

    Every page after the first is a step of reading the list; with `each`, where a program reads, a look of its own.
    """
    decided = _decided(student_id, Act.LOG_VIEWED, by, at, turn=turn, each=each)
    if isinstance(decided, Refused):
        return decided
    page = entries.page_of(student_id, but=decided[2], turn=turn, most=most)
    return _looked(decided, page, _parties(page.entries, by))


@durable_transaction
def under_seal(
    student_id: UUID, *, by: SignedIn, at: datetime, turn: Turn | None = None, most: int = MOST
) -> Looked | Refused:
    """The same of the sealed log, for the custodian of records alone (law.disclosure.sealed_log). Raises Missing.

    That it was read, or asked for in vain, is under seal too: no line, number or time of the open log tells of it.
    """
    decided = _decided(student_id, Act.LOG_VIEWED, by, at, action=Action.VIEW_SEALED_LOG, part=SEALED, turn=turn)
    if isinstance(decided, Refused):
        return decided
    page = entries.page_of(student_id, but=decided[2], turn=turn, most=most, sealed=True)
    return _looked(decided, page, parties.of([it.event.id for it in page.entries]), sealed=True)


def _looked(
    decided: tuple[Decision, Asked, UUID], page: Page, named: Mapping[UUID, Party], *, sealed: bool = False
) -> Looked:
    """`sealed`: it is read by the custodian of records alone, who keeps what it names."""
    decision, case, entry = decided
    who = case.requester
    neutral = frozenset() if sealed else told_neutrally(it.event for it in page.entries)
    told = of_a_look(decision)
    return Looked(case.student.id, who.offices, told, who.role, case.student.name, page, entry, named, neutral)


@dataclass(frozen=True)
class Apart:
    """Some of what is kept under seal of no student, newest first; `more`: there are older ones. `parties`: names by
    entry."""

    decision: Decision
    entries: tuple[Noted, ...]
    parties: Mapping[UUID, Party]
    more: bool


@durable_transaction
def sealed_apart(
    *, by: SignedIn, at: datetime, doors: bool = False, before: UUID | None = None, most: int
) -> Apart | Refused:
    """What is noted apart from every student's file, for the district's custodian alone. This look is sealed too.

    `doors`: in place of all else, who asked for pages and acts of the office that are not theirs. `before`: what is
    older than this entry."""
    keeper = keeper_facts(by.account, on := district_day(at))
    decision = ledger_desk.decided(keeper, Action.VIEW_SEALED_APART, on)
    if not decision.granted:
        return ledger_desk.refused(keeper, decision, by, at, part=SEALED)
    noted = entries.sealed_entries_of_no_student(doors=doors, before=before, limit=most + 1)
    ledger.write(ledger.event(Act.LOG_VIEWED, part=SEALED, by=by.acting_as(keeper.role), decision=decision, at=at))
    shown = tuple(noted[:most])
    return Apart(decision, shown, parties.of([it.event.id for it in shown]), len(noted) > most)


def _parties(shown: tuple[Noted, ...], by: SignedIn) -> Mapping[UUID, Party]:
    """Who received copies, and who asked. To a family one who only asked is nobody: it might be the other parent."""
    of_family = by.account.employee_id is None
    told = (it.event for it in shown if not of_family or it.event.act in RECEIVED)
    return parties.of([it.id for it in told if not it.sealed])


@durable_transaction
def _export_is_allowed(student_id: UUID, *, by: SignedIn, at: datetime) -> UUID | Refused:
    decided = _decided(student_id, Act.LOG_EXPORTED, by, at)
    return decided if isinstance(decided, Refused) else decided[2]


@durable_transaction
def _exported(student_id: UUID, entry: UUID, keys: ledger.Keys, *, by: SignedIn, at: datetime) -> Proof | Refused:
    """The bundle, by the law as it is now, until it is made: an order may have come while the request was numbered."""
    case = asked(student_id, by, district_day(at))
    decision = counsel.decide(case.question(Action.VIEW_LOG, RecordKind.ACCESS_LOG))
    if not decision.granted:
        return refuse(case, decision, by, at, part="log")
    if shut_to_a_family(case, decision, by):
        return refuse(case, police_first.held_back(decision), by, at, part="log")
    return Proof(ledger.export(student_id, keys=keys), entry)


def proof_for_family(student_id: UUID, *, by: SignedIn, at: datetime) -> Proof | Refused:
    """The family's bundle. The request is committed and numbered first, so that it is itself in the bundle.

    That takes a while, and no transaction is open meanwhile: the law is asked again before the log is read. Raises
    NotYet where the request gets no number in good time.
    """
    entry = _export_is_allowed(student_id, by=by, at=at)
    if isinstance(entry, Refused):
        return entry
    until = monotonic() + PATIENCE
    ledger.sequence(at=at)
    while not entries.is_numbered(entry):
        if monotonic() > until:
            raise NotYet
        sleep(PAUSE)
        ledger.sequence(at=at)
    return _exported(student_id, entry, ledger.Keys(current_district()), by=by, at=at)


def bundle_for_operator(student_id: UUID, *, since: int | None, by: Actor, purpose: Purpose, at: datetime) -> str:
    """The family's bundle for whoever has the machine, whom no law is asked about (docs/decisions/0031); and its line.

    Raises ledger.Missing.
    """
    bundle = ledger.export(student_id, since=since)
    ledger.write(ledger.event(Act.LOG_EXPORTED, student=student_id, by=by, purpose=purpose.value, at=at))
    return bundle
