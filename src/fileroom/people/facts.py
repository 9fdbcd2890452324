"""Rows in, frozen facts out: what the law asks about a student and about the person who asks.

Nothing is decided here. An unknown stays None: an order whose school has not signed for its paper orders, an order
past its end that nobody has lifted, a grade history nobody entered.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from fileroom.law.days import age_on, of_age_by_one_count
from fileroom.law.figures import ADULT
from fileroom.law.offices import OFFICES, Serves
from fileroom.law.order_terms import KEEPING, OF_ONE_PARENT
from fileroom.people.bound import Bound, both, either, may_be_one_person
from fileroom.people.models import Account
from fileroom.people.models.orders import BINDING
from fileroom.people.sql import rows

CUSTODIAN, NO_OFFICE = "custodian", "employee"
AS_IT_STANDS = (
    "completed_grade_10", "attends_postsecondary", "adjudged_incompetent", "orders_known", "emancipated", "graduated",
    "rights_passed", "homeless", "safe_at_home", "awaits_card", "card_ended_at",
    "missing_child_flag", "enters_later",
)  # fmt: skip
RECORDS, STAY_AWAY, LIMITING = "records_order_6323_5", "stay_away_no_records_clause", "education_rights_limited"


class Touch(StrEnum):
    """What an act does to a student's file for as long as its transaction lasts (sql/touch.sql).

    Who looks is told what holds until the look is over: an order waits for it, or it for the order. An act on several
    students takes them in the order of their ids, and none looks first and then changes: else two could wait for each
    other.
    """

    LOOKS = "looks"
    CHANGES = "changes"


@dataclass(frozen=True)
class StudentFacts:
    """A student on one day. `choices`: codes of what the family has refused, or consented to, and not withdrawn.

    `awaits_card`: they, or another child of one of their parents, are in Safe at Home, and nobody has entered the card
    yet, so that the file says where the family lives. `card_ended_at`: when the last card of theirs that was ended
    was, or the last, of theirs or of such a child, that was noted and never entered. `home_language_at_threshold`:
    whoever hands something out has said so; it is kept nowhere.
    """

    id: UUID
    name: str
    birth_on: date | None
    age: int | None
    grade: str | None
    enrolled: bool
    former: bool
    completed_grade_10: bool | None
    attends_postsecondary: bool
    adjudged_incompetent: bool
    orders_known: bool
    schools: tuple[UUID, ...]
    eighteen_by_one_count: bool = False
    emancipated: bool = False
    graduated: bool = False
    rights_passed: bool = False
    homeless: bool = False
    safe_at_home: bool = False
    awaits_card: bool = False
    card_ended_at: datetime | None = None
    missing_child_flag: bool = False
    enters_later: bool = False
    home_language_at_threshold: bool = False
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class RequesterFacts:
    """The holder of an account, towards one student, on one day. None means not known.

    `offices`: of an employee, the roles in which they serve this student, the one to act in first; `of_this_one`: those
    of them in which they work with this student, and not only with a school whose student this is.
    """

    kind: str
    role: str
    identity: str | None
    relationship: str | None = None
    legal_custody: bool | None = None
    holds_education_rights: bool | None = None
    rights_terminated: bool | None = None
    restrained_from_records: bool | None = None
    restrained_contact_only: bool | None = None
    may_not_collect: bool | None = None
    may_be_restrained: bool = False
    has_student: bool | None = None
    keeps_records: bool | None = None
    orders: tuple[str, ...] | None = None
    offices: tuple[str, ...] = ()
    of_this_one: tuple[str, ...] = ()

    def acting_in(self, role: str | None) -> RequesterFacts:
        """The same person in this office, of those in the table; None: as they are."""
        office = OFFICES.offices.get(role or "")
        if office is None:
            return self
        return replace(self, kind=office.kind.value, role=office.role, keeps_records=office.keeps_records)


def student_facts(student_id: UUID, on: date, touch: Touch | None = None) -> StudentFacts | None:
    """The student on this day, or None where there is no such student. `touch` None: a page's heading, no act."""
    return facts_of_students([student_id], on, touch).get(student_id)


def facts_of_students(ids: Collection[UUID], on: date, touch: Touch | None = None) -> dict[UUID, StudentFacts]:
    """The same of several, by id, in one statement: those of them who are there. Another takes the locks before."""
    if touch:
        rows("touch", students=list(ids), touch=touch.value)
    found = rows("student", students=list(ids), on=on)
    return {row["id"]: _student(row, on) for row in found}


def _student(row: dict[str, Any], on: date) -> StudentFacts:
    schools, birth_on = tuple(row["schools"]), row["birth_on"]
    return StudentFacts(
        id=row["id"],
        name=row["name"],
        birth_on=birth_on,
        age=age_on(birth_on, on) if birth_on else None,
        grade=row["grade"] or None,
        enrolled=bool(schools),
        former=row["ever_enrolled"] and not schools,
        schools=schools,
        choices=tuple(row["choices"]),
        **{name: row[name] for name in AS_IT_STANDS},
        eighteen_by_one_count=birth_on is not None and of_age_by_one_count(birth_on, ADULT, on),
    )


def requester_facts(account: Account, student: StudentFacts, on: date) -> RequesterFacts:
    """The account's holder towards this student."""
    return facts_towards(account, [student], on)[student.id]


def facts_towards(account: Account, students: Collection[StudentFacts], on: date) -> dict[UUID, RequesterFacts]:
    """The account's holder towards each of these students, by the student's id, in one statement."""
    identity = "verified" if account.identity_verified_on and account.identity_verified_on <= on else "claimed"
    if account.employee_id:
        found = rows(
            "staff", employee=account.employee_id, students=[it.id for it in students], binding=list(BINDING), on=on
        )
        return {row["student"]: _staff(row) for row in found}
    if account.contact_id:
        pairs = [(account.contact_id, it) for it in students]
        return {student: facts for (_, student), facts in _contacts(pairs, identity, on).items()}
    return {it.id: _own(account, it, identity) for it in students}


def _own(account: Account, student: StudentFacts, identity: str) -> RequesterFacts:
    if account.student_id != student.id:
        return RequesterFacts("public", "student", identity)
    kind = "former_student" if student.former else "student"
    return RequesterFacts(kind, kind, identity, "verified", orders=() if student.orders_known else None)


def _staff(row: dict[str, Any]) -> RequesterFacts:
    """Every office held goes into the question's person; only those that serve this student count as serving.

    An order binds its person in every office: an employee of that name is bound, and one who shares the family's name
    is not known not to be.
    """
    ways = {
        Serves.OFFICE: {CUSTODIAN} if row["custodian"] else set(),
        Serves.SITE: set(row["roles_here"]),
        Serves.LINK: set(row["linked"]),
    }
    held = OFFICES.best([*row["roles"], *ways[Serves.OFFICE]])
    serving = tuple(it.role for it in held if row["employed"] and it.opens_files and it.role in ways[it.serves])
    records, contact = (_bound_by_name(kind, str(row["name"]), row["bound"]) for kind in (RECORDS, STAY_AWAY))
    nobody = RequesterFacts(
        NO_OFFICE, NO_OFFICE, "verified", has_student=bool(serving), keeps_records=False,
        restrained_from_records=records, restrained_contact_only=contact, may_be_restrained=None in (records, contact),
        orders=None if None in (records, contact) else (),  # from a list of orders the law would presume
        offices=serving, of_this_one=OFFICES.of_that_student(serving, row["tied"]),
    )  # fmt: skip
    return nobody.acting_in(next(iter([*serving, *(it.role for it in held)]), None))


def _bound_by_name(kind: str, name: str, orders: list[tuple[str, str, str, str, str]]) -> bool | None:
    """True under such an order in force on somebody of this name. Past its end an order is in doubt."""
    found = (
        both(_is_it(Bound(who, family), name, said), None if state == "ended" else its == kind)
        for who, family, its, state, said in orders
    )
    return either(*found)


def _is_it(whom: Bound, name: str, said: str) -> bool | None:
    """Is it whom the order restrains: as was said; else by the name, and in doubt where it was asked."""
    return said == "yes" if said in ("yes", "no") else either(whom.is_named(name), None if said else False)


def contact_facts(contact_id: UUID, student: StudentFacts, identity: str, on: date) -> RequesterFacts:
    """A contact towards this student; `identity` is what has been checked of the person who now stands there."""
    return facts_of_contacts([contact_id], student, identity, on)[contact_id]


def facts_of_contacts(
    contacts: Collection[UUID], student: StudentFacts, identity: str, on: date
) -> dict[UUID, RequesterFacts]:
    """The same of each of these contacts, by their ids, in one statement."""
    found = _contacts([(it, student) for it in contacts], identity, on)
    return {contact: facts for (contact, _), facts in found.items()}


def facts_of_pairs(pairs: Collection[tuple[UUID, StudentFacts]], on: date) -> dict[tuple[UUID, UUID], RequesterFacts]:
    """Each contact towards the student beside them, by the ids of both, in one statement. Nobody stands there: the
    identity of whoever opens a letter is nobody's to check."""
    return _contacts(pairs, "verified", on)


def _contacts(
    pairs: Collection[tuple[UUID, StudentFacts]], identity: str, on: date
) -> dict[tuple[UUID, UUID], RequesterFacts]:
    """Each contact towards the student beside them, by the ids of both."""
    towards = {(contact, student.id): student for contact, student in pairs}
    contacts, students = [contact for contact, _ in towards], [student for _, student in towards]
    orders = {
        "binding": list(BINDING), "keeping": list(KEEPING), "of_one": list(OF_ONE_PARENT), "limiting": [LIMITING],
    }  # fmt: skip
    found = rows("family", contacts=contacts, students=students, **orders, on=on)
    by_pair = [((row["contact"], row["student"]), row) for row in found]
    return {pair: _contact(row, towards[pair], identity) for pair, row in by_pair}


def _contact(row: dict[str, Any], student: StudentFacts, identity: str) -> RequesterFacts:
    own = tuple(row["orders"])
    if row["kind"] is None:
        return _untied(own, identity)
    twin = _twin(row, "restrained")
    known = student.orders_known and not row["in_doubt"] and not twin
    return RequesterFacts(
        kind=OFFICES.relation(row["kind"]).value,
        role=row["kind"],
        identity=identity,
        relationship=row["standing"],
        legal_custody=False if _twin(row, "denied_names") else row["legal_custody"],
        # A right entered for somebody whose tie nobody has verified is not known to be this person's.
        holds_education_rights=row["education_rights"] if row["standing"] == "verified" else None,
        # What a custody row does not say, the orders may: those listed here bind this person.
        rights_terminated=True if row["rights_terminated"] or "rights_terminated" in own else None,
        restrained_from_records=_bound(RECORDS, own, known),
        restrained_contact_only=_bound(STAY_AWAY, own, known),
        may_not_collect=_kept(row, student),
        may_be_restrained=not known,
        orders=own if known or _closed(own) else None,
    )


def _untied(own: tuple[str, ...], identity: str) -> RequesterFacts:
    """A contact of other students. An order on this one that names them binds all the same; no more is known."""
    return RequesterFacts(
        "public",
        "contact",
        identity,
        restrained_from_records=_bound(RECORDS, own, known=False),
        restrained_contact_only=_bound(STAY_AWAY, own, known=False),
        orders=own if _closed(own) else None,
    )


def _bound(kind: str, own: tuple[str, ...], known: bool) -> bool | None:
    """True under such an order in force. While any order is in doubt, or paper ones are not entered: not known."""
    if kind in own:
        return True
    return False if known else None


def _kept(row: dict[str, Any], student: StudentFacts) -> bool | None:
    """Does an order keep this person from collecting the child today? Not known while one is in doubt, or they may be
    another row of whom it names."""
    if row["kept"]:
        return True
    return False if student.orders_known and not row["kept_in_doubt"] and not _twin(row, "kept_names") else None


def _twin(row: dict[str, Any], names: str) -> bool:
    """May this be another row of somebody of these names?"""
    return any(may_be_one_person(str(row["name"]), name) for name in row[names])


def _closed(own: tuple[str, ...]) -> bool:
    """A records order in force answers by itself, whatever else is not known."""
    return RECORDS in own
