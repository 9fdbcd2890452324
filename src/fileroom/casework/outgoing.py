"""The verbs of a mail that waits: queued with the act that causes it; let go again, taken back or settled by a person.

A mail that was kept from going is owed to a person: whoever keeps the student's records looks at it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Max, Q

from fileroom.casework.models import Outgoing, SecureLink
from fileroom.casework.states import FOR_A_PERSON, State, Verb, Why, after
from fileroom.casework.whose import kept_by, may_act
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import Decision, default_calendar
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people.answers import Missing
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN, student_facts
from fileroom.people.signed_in import SignedIn

ROOM, LINK, KEPT = "outgoing", "link", "kept"
# A notice about a student goes to the family: what did not go is that, still to be done, by another way or not at all.
OWED = "programmes.notices.to_nobody_else"
ACTS = {
    State.GIVEN_UP: Act.MAIL_GIVEN_UP, State.SENT: Act.MAIL_SENT, State.UNSURE: Act.MAIL_LOST,
    State.WITHHELD: Act.MAIL_WITHHELD,
}  # fmt: skip
UNREACHED = Q(state=State.GIVEN_UP, why=Why.UNREACHED)  # no mail server took it, however often it was tried
BY_HAND = {Verb.RELEASE: Act.MAIL_RELEASED, Verb.SETTLE: Act.MAIL_SETTLED, Verb.WITHDRAW: Act.MAIL_WITHDRAWN}


@dataclass(frozen=True)
class Reminder:
    """A mail to an employee about their own work."""

    kind: str
    employee: UUID
    about: UUID
    part: str
    language: str


def queue_link(link: SecureLink, *, by: SignedIn, at: datetime) -> None:
    """A mail that tells of a link, caused by the entry of its making. Part of the open transaction."""
    Outgoing(
        kind=LINK, link=link, about=link.id, language=link.language, next_try_at=at, queued_at=at, released_at=at,
        queued_by=by.account.id, caused_by=link.entry,
    ).save(force_insert=True)  # fmt: skip


def queue_reminders(these: Iterable[Reminder], *, by: Actor, at: datetime) -> int:
    """Queue those that were never queued before, and those that no mail server has taken; how many. Part of the open
    transaction."""
    wanted = {(it.kind, it.employee, it.about, it.part): it for it in these}
    there = Outgoing.objects.filter(employee__in={it.employee for it in wanted.values()})
    known = set(there.values_list("kind", "employee_id", "about", "part"))
    new = [it for key, it in wanted.items() if key not in known]
    lost = there.filter(UNREACHED).select_for_update(of=("self",))
    again = [it for it in lost if (it.kind, it.employee_id, it.about, it.part) in wanted]
    if not new and not again:
        return 0
    entry = ledger.write(ledger.event(Act.MAIL_QUEUED, by=by, outcome=str(len(new) + len(again)), at=at))
    for mail in again:
        _let_go(mail, at)
        mail.caused_by = entry
        mail.save()
    rows = [
        Outgoing(
            kind=it.kind, employee_id=it.employee, about=it.about, part=it.part, language=it.language, next_try_at=at,
            queued_at=at, released_at=at, caused_by=entry,
        )
        for it in new
    ]  # fmt: skip
    Outgoing.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    return len(new) + len(again)


def _let_go(mail: Outgoing, at: datetime) -> None:
    """It waits anew, as if it had never been tried."""
    mail.state, mail.entry, mail.over_at, mail.claimed_at = after(mail.state, Verb.RELEASE), None, None, None
    mail.why, mail.tries, mail.next_try_at, mail.released_at = "", 0, at, at


def last_queued(kind: str, employees: Collection[UUID]) -> dict[UUID, datetime]:
    """When a mail of this kind was last queued to each of these employees, of those to whom one was, and was not lost
    with its mail server. Part of the open transaction."""
    theirs = Outgoing.objects.filter(kind=kind, employee__in=employees).exclude(UNREACHED)
    return dict(theirs.values_list("employee_id").annotate(Max("queued_at")))


def turn(
    mail: Outgoing, verb: Verb, *, by: Actor, at: datetime, why: Why | None = None, decision: Decision | None = None
) -> None:
    """What became of a mail, with its entry, and what a person owes about it. Part of the open transaction."""
    mail.state = after(mail.state, verb)
    mail.why, mail.over_at = why or "", at
    mail.entry = note(ACTS[State(mail.state)], mail, by=by, at=at, decision=decision, outcome=mail.why)
    mail.save(update_fields=["state", "why", "over_at", "entry"])
    if mail.state in FOR_A_PERSON and mail.link is not None:
        _owe(mail, mail.link, mail.entry, at)


def note(
    act: Act, mail: Outgoing, *, by: Actor, at: datetime, decision: Decision | None = None, outcome: str = ""
) -> UUID:
    """The entry of a mail: under seal, whatever became of it, so that no reader of the open log tells one from another.

    `outcome`: a code; where the law said no, its own word stands there.
    """
    student = mail.link.student_id if mail.link else None
    said = "" if decision and not decision.granted else outcome
    event = ledger.event(
        act, student=student, record=mail.id, part=mail.kind, by=by, decision=decision, outcome=said, sealed=True, at=at
    )
    return ledger.write(event)


def _owe(mail: Outgoing, link: SecureLink, entry: UUID, at: datetime) -> None:
    """Whoever keeps the student's records where they are enrolled; else the district's custodian."""
    student = student_facts(link.student_id, district_day(at))
    school = next(iter(student.schools), None) if student else None
    owed = Owed(OWED, ROOM, mail.id, at, CUSTODIAN, school, student=link.student_id, part=KEPT)
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)


def lapse(mail: Outgoing, entry: UUID, *, at: datetime) -> State:
    """A mail whose link was taken back while it was being sent, or before that was known: nothing is left of it to do.
    `entry`: of the link's taking back. Part of the open transaction."""
    mail.state, mail.entry, mail.over_at = after(mail.state, Verb.LAPSE), entry, at
    mail.save(update_fields=["state", "entry", "over_at"])
    return State(mail.state)


@durable_transaction
def act(mail_id: UUID, verb: Verb, *, by: SignedIn, at: datetime) -> UUID:
    """A person lets it go again, takes it back, or says that it has arrived. Raises Missing and ValidationError."""
    if verb not in BY_HAND:
        raise ValidationError("Choose what is to be done with it.")
    mail = Outgoing.objects.select_for_update(of=("self",)).select_related("link").filter(pk=mail_id).first()
    if mail is None or not may_act(mail, by=by, at=at):
        raise Missing
    new = after(mail.state, verb)
    entry = note(BY_HAND[verb], mail, by=by.acting_as(kept_by(by, at)), at=at)
    if new is State.WAITING:
        _let_go(mail, at)
    else:
        mail.state, mail.entry, mail.over_at = new, entry, at
    mail.save()
    duties.discharge(ROOM, mail.id, Over(by.account.id, entry, at))
    return entry


def withdraw_of_link(link: SecureLink, entry: UUID, *, by: UUID, at: datetime) -> None:
    """The mails of a link that is withdrawn go no more. Part of the open transaction."""
    waiting = [State.WAITING, *FOR_A_PERSON]
    for mail in Outgoing.objects.select_for_update().filter(link=link, state__in=waiting):
        mail.state, mail.entry, mail.over_at = after(mail.state, Verb.WITHDRAW), entry, at
        mail.save(update_fields=["state", "entry", "over_at"])
        duties.let_go(ROOM, mail.id, Over(by, entry, at))
