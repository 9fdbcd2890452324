"""Who may collect the child today: asked at the counter with people waiting, and answered with yes, or the principal.

Yes is for whom the law lets go with the child once an ID is looked at. Every other answer is one and the same, whatever
its cause, and stands under seal with who asked: no list of the open log tells of an order by it.
"""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from fileroom.disclosure import parties, past_its_end
from fileroom.disclosure.answers import CONTACT, OFFICER, SOMEBODY
from fileroom.disclosure.facts import asked
from fileroom.disclosure.services import refuse
from fileroom.disclosure.shown import Recipient
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Action, RecordKind
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel, queries
from fileroom.people.answers import Missing
from fileroom.people.facts import RequesterFacts, StudentFacts, contact_facts
from fileroom.people.questions import collecting
from fileroom.people.signed_in import SignedIn


def may_collect(student_id: UUID, asker: str, *, by: SignedIn, at: datetime) -> bool:
    """May this person (`contact-<id>`, or anybody else) collect the child today, once their ID is looked at?

    Raises Missing: no such student, none whose file this clerk opens, or no such person of the file.
    """
    found = _may_collect(student_id, asker, by, at)
    if found is None:
        raise Missing
    return found


@durable_transaction
def _may_collect(student_id: UUID, asker: str, by: SignedIn, at: datetime) -> bool | None:
    """None where the file is closed to the clerk: the entry that says so is committed."""
    if by.account.employee_id is None:
        raise Missing  # the counter has a clerk
    on = district_day(at)
    clerk = asked(student_id, by, on)
    opens = counsel.decide(clerk.question(Action.INSPECT, RecordKind.CUMULATIVE_FILE))
    if not opens.granted:
        refuse(clerk, opens, by, at, part="file")
        return None
    contact = _of_the_file(student_id, asker, on)
    who = _facts(contact, clerk.student, on)
    decision = counsel.decide(collecting(who, clerk.student, on))
    event = ledger.event(
        Act.CHILD_ASKED_FOR, student=student_id, part="counter", sealed=True, decision=decision, at=at,
        by=by.acting_as(clerk.role(RecordKind.CUMULATIVE_FILE)), purpose=by.purpose.value,
    )  # fmt: skip
    entry = ledger.write(event)
    parties.keep(entry, Recipient(queries.contact_name(contact) if contact else ""), who.kind, None)
    past_its_end.asked_about(student_id, contact, entry, at, collecting=True)
    return decision.granted


def _of_the_file(student_id: UUID, asker: str, on: date) -> UUID | None:
    """The contact who is meant; None: an officer, or somebody else. Raises Missing."""
    if asker in (OFFICER, SOMEBODY):
        return None
    on_file = {f"{CONTACT}{it.contact}": it.contact for it in queries.related(student_id, on=on)}
    if asker not in on_file:
        raise Missing
    return on_file[asker]


def _facts(contact: UUID | None, student: StudentFacts, on: date) -> RequesterFacts:
    if contact is None:
        return RequesterFacts("public", SOMEBODY, "claimed")
    return contact_facts(contact, student, "verified", on)
