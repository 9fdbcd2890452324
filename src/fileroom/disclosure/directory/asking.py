"""A list that is asked for, in the law's words: one question of the list as such, and one of each student alike.

A list has many readers, and nobody can look at the papers of each: whom an order on a student binds may be among them.
So that is not known of a student under any such order, and the law then waits; so is what a school has not signed for.
What no list can keep within (a substitute address, word to the police first) leaves the student out as a refusal does.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from uuid import UUID

from fileroom.disclosure.directory.barred import is_barred
from fileroom.disclosure.directory.policy import Adopted, district_facts
from fileroom.disclosure.directory.told import Untold
from fileroom.law import Decision
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import (
    Action,
    Choice,
    DirectoryField,
    District,
    Grade,
    Order,
    Publication,
    Purpose,
    Question,
    Record,
    RecordKind,
    Requester,
    RequesterKind,
    Standing,
    Student,
)
from fileroom.law.vocabulary import THE_THREE
from fileroom.people import counsel
from fileroom.people.listed import Alike, Among, alike
from fileroom.people.questions import chosen, subject
from fileroom.records.queries import refusing_on_paper

GRADES = tuple(it.value for it in Grade)
# What a list keeps by its making; with any other duty or limit the student stays out.
KEPT = frozenset(
    {DutyCode.EXCLUDE_OPT_OUTS, DutyCode.HONOR_OPT_OUT, DutyCode.VERIFY_IDENTITY, DutyCode.LOG_REQUEST}
)  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """A list as it is asked for. `identified`: an employee has checked who the recipient is."""

    recipient: str
    kind: RequesterKind | Publication
    purpose: Purpose
    fields: tuple[DirectoryField, ...]
    among: Among
    identified: bool = True

    def facts(self, *, restrained: bool | None, barred: bool = False) -> Requester:
        """The recipient in the law's words. `restrained`: is whom an order binds among its readers? `barred`: for
        misuse, or may they be?"""
        kind = RequesterKind.PUBLIC if isinstance(self.kind, Publication) else self.kind
        known = self.identified or isinstance(self.kind, Publication)
        return Requester(
            kind=kind,
            identity=Standing.VERIFIED if known else Standing.CLAIMED,
            restrained_from_records=restrained,
            restrained_contact_only=restrained,
            may_be_restrained=restrained is None,
            barred_for_misuse=barred,
        )

    @property
    def action(self) -> Action:
        """A yearbook is published; all else is handed to somebody."""
        return Action.PUBLISH if isinstance(self.kind, Publication) else Action.DISCLOSE


def as_said(
    *,
    recipient: str,
    kind: str,
    purpose: str,
    fields: Iterable[str],
    school: UUID | None,
    section: UUID | None,
    grades: Iterable[str],
    identified: bool,
) -> Wanted:
    """The same from codes, as a form has them. Raises ValueError for one that is none."""
    return Wanted(
        recipient,
        Publication(kind) if kind in set(Publication) else RequesterKind(kind),
        Purpose(purpose),
        tuple(DirectoryField(it) for it in fields),
        Among(school, section, tuple(Grade(it).value for it in grades)),
        identified=identified,
    )


def of_the_list(wanted: Wanted, policy: Adopted | None, on: date) -> Decision:
    """May such a list be made at all: the answer for a student of whom nothing stands in its way."""
    grade = next((it for it in wanted.among.grades if it in set(Grade)), Grade.TWELFTH.value)
    plain = Student(grade=Grade(grade), enrolled=True)
    requester = wanted.facts(restrained=False, barred=is_barred(wanted.recipient, on))
    district = district_facts(policy, on, told=True)
    return counsel.decide(_question(wanted, on, plain, requester, (), (), district))


def named(wanted: Wanted, policy: Adopted | None, on: date, untold: Untold) -> list[UUID]:
    """The students whom the list may name, by id: each was asked of the law. Part of the open transaction.

    Who has a refusal filed on paper, entered as a choice or not, is asked about with it; of whom the family is still
    `untold`, as one who had no notice.
    """
    on_paper, late = set(refusing_on_paper()), set(untold(policy, on, None)) if policy else set()
    found: list[UUID] = []
    for it, students in alike(wanted.among, on).items():
        for (refused, told), these in _apart(students, on_paper, late).items():
            if _may(_of(it, wanted, on, district_facts(policy, on, told=told), refused)):
                found += these
    return sorted(found, key=attrgetter("int"))


def _apart(
    students: Iterable[UUID], on_paper: set[UUID], late: set[UUID]
) -> dict[tuple[tuple[Choice, ...], bool], list[UUID]]:
    """Those who are alike, by what else is known of each: the choice that a paper makes, and whether they were told."""
    found: dict[tuple[tuple[Choice, ...], bool], list[UUID]] = {}
    for it in students:
        refused = (Choice.DIRECTORY_REFUSED,) if it in on_paper else ()
        found.setdefault((refused, it not in late), []).append(it)
    return found


def refused_on_paper(student: UUID) -> tuple[Choice, ...]:
    """The choice that a paper filed of one student makes, until it is taken back. Part of the open transaction."""
    return (Choice.DIRECTORY_REFUSED,) if refusing_on_paper(student) else ()


def columns(decision: Decision, fields: Iterable[DirectoryField]) -> tuple[DirectoryField, ...]:
    """The fields that the answer lets out: of a recruiter's list three, whatever was asked for."""
    only = THE_THREE if Limit.THREE_FIELDS_ONLY in decision.limits else tuple(DirectoryField)
    return tuple(it for it in fields if it in only)


def _may(decision: Decision) -> bool:
    """Granted, and within what a list can keep."""
    limits = set(decision.limits) <= {Limit.THREE_FIELDS_ONLY}
    return decision.granted and not decision.first and limits and {it.code for it in decision.duties} <= KEPT


def _of(it: Alike, wanted: Wanted, on: date, district: District, more: tuple[Choice, ...]) -> Decision:
    """`more`: what is known of their choices besides."""
    free = it.student.orders_known and not it.bound
    orders = tuple(Order(kind) for kind in it.bound) if it.student.orders_known else None
    requester = wanted.facts(restrained=False if free else None)
    return counsel.decide(
        _question(wanted, on, subject(it.student), requester, orders, chosen(it.student, more), district)
    )


def _question(
    wanted: Wanted,
    on: date,
    student: Student,
    requester: Requester,
    orders: tuple[Order, ...] | None,
    choices: tuple[Choice, ...] | None,
    district: District,
) -> Question:
    return Question(
        on=on,
        action=wanted.action,
        purpose=wanted.purpose,
        received_on=on,
        requester=requester,
        student=student,
        record=Record(kind=RecordKind.DIRECTORY_INFORMATION, fields=wanted.fields),
        papers=(),
        orders=orders,
        choices=choices,
        district=district,
    )
