"""What each contact of a student may do today, in a sentence; and who holds the rights. The law is asked each time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from fileroom.law import Decision, Outcome
from fileroom.law.facts import Action, Order, Purpose, Record, RecordKind
from fileroom.law.rights_holders import Child, Right, Tie, TieKind, rights_holders, tie_of
from fileroom.people import counsel, queries
from fileroom.people.answers import Missing
from fileroom.people.facts import (
    RequesterFacts,
    StudentFacts,
    facts_of_contacts,
    facts_of_pairs,
    facts_of_students,
    student_facts,
)
from fileroom.people.models import Account
from fileroom.people.queries import Heading, Related
from fileroom.people.questions import collecting, question


@dataclass(frozen=True)
class Standing:
    """A contact on the page of people. `rights` never speaks of an order: it sends the reader to the principal."""

    relationship: UUID
    name: str
    kind: str
    standing: str
    verified_on: date | None
    legal_custody: bool | None
    has_account: bool
    rights: str


def _inspection(requester: RequesterFacts, student: StudentFacts, on: date) -> Decision:
    return counsel.decide(
        question(
            Action.INSPECT,
            Purpose.INSPECTION,
            requester=requester,
            student=student,
            record=Record(kind=RecordKind.CUMULATIVE_FILE),
            on=on,
        )
    )


def _sentence(decision: Decision, standing: str) -> str:
    if decision.silent:
        return "Ask the principal before you answer."
    if decision.granted:
        return f"May see the file, once the ID is checked. {decision.says}"
    if standing == "claimed":
        return "May see nothing yet: the relationship is only claimed."
    if decision.missing:
        return " ".join(("May not see the file yet.", *(it.ask for it in decision.missing)))
    return f"May not see the file. {decision.says}" if decision.outcome is Outcome.NO else decision.says


def inspections(student_id: UUID, *, on: date) -> dict[UUID, Decision]:
    """The law's answer to each contact of the student who would see the file, their ID checked. Raises Missing."""
    student = _student(student_id, on)
    contacts = [it.contact for it in queries.related(student_id, on=on)]
    facts = facts_of_contacts(contacts, student, "verified", on)
    return {it: _inspection(facts[it], student, on) for it in contacts}


def who_may_be_called(students: Sequence[UUID], *, on: date) -> dict[UUID, list[tuple[Related, Decision]]]:
    """Of each of these students who may see the file, in the order of their contacts, with the law's answer: they may
    be told where the child is. A few statements for all of them."""
    facts, related = facts_of_students(students, on), queries.related_to_each(students, on=on)
    who = facts_of_pairs([(it.contact, student) for id_, student in facts.items() for it in related.get(id_, ())], on)
    found = {}
    for id_, student in facts.items():
        sees = [(it, _inspection(who[it.contact, id_], student, on)) for it in related.get(id_, ())]
        found[id_] = [(it, why) for it, why in sees if why.granted]
    return found


def collections(student_id: UUID, *, on: date) -> dict[UUID, bool]:
    """Of each contact of the student: may they collect the child today, their ID checked? Raises Missing."""
    student = _student(student_id, on)
    contacts = [it.contact for it in queries.related(student_id, on=on)]
    facts = facts_of_contacts(contacts, student, "verified", on)
    return {it: counsel.decide(collecting(facts[it], student, on)).granted for it in contacts}


def standings(student_id: UUID, *, on: date) -> list[Standing]:
    """Every contact of the student. Raises Missing."""
    student = _student(student_id, on)
    related = queries.related(student_id, on=on)
    # Where an order is on file no row says more than any other: a difference between two would name the restrained.
    told = "Ask the principal before you answer." if queries.has_order(student_id, on=on) else ""
    accounts = set(
        Account.objects.filter(contact_id__in=[it.contact for it in related]).values_list("contact_id", flat=True)
    )
    facts = {} if told else facts_of_contacts([it.contact for it in related], student, "verified", on)
    return [
        Standing(
            it.relationship,
            it.name,
            it.kind,
            it.standing,
            it.verified_on,
            it.legal_custody,
            it.contact in accounts,
            told or _sentence(_inspection(facts[it.contact], student, on), it.standing),
        )
        for it in related
    ]


def holders(of: Heading, *, on: date) -> tuple[str, ...]:
    """Names of those who hold the rights over the file on this day (Ed. Code 49061(a)). Raises Missing."""
    student = _student(of.id, on)
    child = child_of(student)
    if child is None:
        return ()
    if of.ordered:
        return ("ask the principal",)
    related = queries.related(of.id, on=on)
    names = {it.contact: it.name for it in related} | {of.id: of.name}
    facts = facts_of_contacts([it.contact for it in related], student, "verified", on)
    held = rights_holders([tie_to(it.contact, facts[it.contact]) for it in related], child, on)
    consenting = tuple(names[UUID(str(it.person))] for it in held if it.right is Right.CONSENT)
    return consenting or (("ask counsel",) if student.emancipated else ())


def child_of(student: StudentFacts) -> Child | None:
    """The student, for the law's reckoning of rights; None where nobody has entered the day of birth."""
    if student.birth_on is None:
        return None
    return Child(
        student.id,
        student.birth_on,
        completed_grade_10=bool(student.completed_grade_10),
        adjudged_incompetent=student.adjudged_incompetent,
        emancipated=student.emancipated,
        rights_passed=student.rights_passed and student.attends_postsecondary,
    )


def tie_to(contact: UUID, facts: RequesterFacts) -> Tie:
    """A contact's tie to the student, for the same."""
    kind = tie_of(facts.kind)
    unappointed = kind is TieKind.EDUCATIONAL_RIGHTS_HOLDER and not facts.holds_education_rights
    limited = Order.EDUCATION_RIGHTS_LIMITED.value in (facts.orders or ())
    return Tie(
        contact,
        TieKind.OTHER if unappointed else kind,
        verified=None if facts.relationship == "claimed" else facts.relationship == "verified",
        legal_custody=facts.legal_custody,
        rights_terminated=bool(facts.rights_terminated),
        restrained=facts.restrained_from_records,
        contact_only=facts.restrained_contact_only,
        rights_limited=limited and not facts.holds_education_rights,
    )


def _student(student_id: UUID, on: date) -> StudentFacts:
    student = student_facts(student_id, on)
    if student is None:
        raise Missing
    return student
