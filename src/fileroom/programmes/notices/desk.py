"""The notice's pages in the office: what it would say now, its versions, and who of each school was told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day, school_year
from fileroom.law.facts import NoticeMethod
from fileroom.law.kernel.decision import Outcome
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.models import School
from fileroom.people.names import full_name, person_name
from fileroom.people.signed_in import SignedIn
from fileroom.people.telling import facts_about
from fileroom.programmes import publishing
from fileroom.programmes.delegations.designees import Programme, may_act
from fileroom.programmes.models import AnnualNotice, NoticeToFamily
from fileroom.programmes.notices.adopting import answered
from fileroom.programmes.notices.composing import Composed, Places, Told, as_told, compose
from fileroom.programmes.notices.languages import Owes, owed
from fileroom.programmes.notices.sending import Asking, wishes
from fileroom.programmes.notices.whose import keeper_at, kept_by
from fileroom.programmes.publishing import Paper

ON_A_PAGE = 100
MOST_VERSIONS = 30


@dataclass(frozen=True)
class Version:
    """A notice as it was adopted. `stands`: nothing of what it was composed of has changed since."""

    id: UUID
    year: int
    number: int
    adopted_at: datetime
    adopted_by: str
    criteria: str
    papers: tuple[Paper, ...]
    stands: bool


@dataclass(frozen=True)
class AtSchool:
    """How it stands at one school: of how many people, how many were told, and how many have signed."""

    id: UUID
    name: str
    of: int
    told: int
    signed: int
    mine: bool


@dataclass(frozen=True)
class Desk:
    """The page. `newest`: this year's version; None: none is adopted. `answers`: the law's word on the draft."""

    draft: Composed
    answers: tuple[Decision, ...]
    newest: Version | None
    versions: tuple[Version, ...]
    schools: tuple[AtSchool, ...]
    languages: tuple[Owes, ...]
    may_adopt: bool


def desk(places: Places, *, by: SignedIn, at: datetime) -> Desk:
    """For any employee: numbers, and nobody's name. Raises Missing."""
    if by.account.employee_id is None:
        raise Missing
    on = district_day(at)
    with district_transaction():
        draft = compose(places, on=on)
        versions = _versions(draft)
        newest = next((it for it in versions if it.year == school_year(on)), None)
        may = may_act(Programme.NOTICES, by=by, at=at)
        schools = tuple(_schools(by, at, all_=may))
        return Desk(draft, answered(draft, on=on), newest, versions, schools, tuple(owed(on)), may)


def _versions(draft: Composed) -> tuple[Version, ...]:
    rows = list(AnnualNotice.objects.order_by("-school_year", "-number").defer("text")[:MOST_VERSIONS])
    names, papers = queries.account_names(it.adopted_by for it in rows), publishing.papers(it.id for it in rows)
    return tuple(
        Version(
            it.id, it.school_year, it.number, it.adopted_at, names.get(it.adopted_by, ""), it.criteria,
            tuple(papers.get(it.id, ())), it.composed == draft.fingerprint,
        )
        for it in rows
    )  # fmt: skip


def _schools(by: SignedIn, at: datetime, *, all_: bool) -> list[AtSchool]:
    """Each school with its numbers of this school year: one statement for all."""
    year = school_year(district_day(at))
    told, signed = Count("id", filter=Q(told_on__isnull=False)), Count("id", filter=Q(acknowledged_at__isnull=False))
    rows = (
        NoticeToFamily.objects.filter(school_year=year)
        .values("school_id")
        .annotate(of=Count("id"), told=told, signed=signed)
    )
    counted = {it["school_id"]: it for it in rows.order_by()}
    mine = {school for _, school in kept_by(by, at)}
    return [
        _at_school(it, counted.get(it.id), mine=all_ or bool({None, it.id} & mine))
        for it in School.objects.order_by("name")
    ]


def _at_school(it: School, counted: Mapping[str, Any] | None, *, mine: bool) -> AtSchool:
    said = counted or {"of": 0, "told": 0, "signed": 0}
    return AtSchool(it.id, it.name, said["of"], said["told"], said["signed"], mine)


@dataclass(frozen=True)
class Person:
    """One who is to be told: about whom, since when, and how it stands. `waits`: something has to be known first."""

    id: UUID
    student: UUID
    student_name: str
    name: str
    since_on: date
    at_enrolment: bool
    told_on: date | None
    method: str
    language: str
    acknowledged_at: datetime | None
    electronic: bool
    waits: bool


@dataclass(frozen=True)
class SchoolPage:
    """One school's register. `languages`: those that the notice is there in. `more`: there are more than these."""

    school: AtSchool
    people: tuple[Person, ...]
    more: bool
    languages: tuple[str, ...]
    adopted: bool


@durable_transaction
def school(school_id: UUID, which: str, *, by: SignedIn, at: datetime) -> SchoolPage:
    """The people of one school: `untold`, `told` or `unsigned`. Whom the law would not have told is on no list. Raises
    Missing: there is no such school, or this account does not look after its notices."""
    role, on = keeper_at(school_id, by=by, at=at), district_day(at)
    own = next((it for it in _schools(by, at, all_=True) if it.id == school_id), None)
    if own is None:
        raise Missing
    event = ledger.event(Act.NOTICE_LISTED, record=school_id, part=which, by=by.acting_as(role), at=at)
    ledger.write(event)
    rows = list(_these(school_id, which, school_year(on))[: ON_A_PAGE + 1])
    newest = AnnualNotice.objects.filter(school_year=school_year(on)).order_by("-number").first()
    papers = publishing.papers([newest.id]).get(newest.id, []) if newest else []
    languages = tuple(it.language for it in papers)
    return SchoolPage(own, tuple(_people(rows[:ON_A_PAGE], on)), len(rows) > ON_A_PAGE, languages, newest is not None)


LISTS = {
    "untold": Q(told_on=None),
    "told": Q(told_on__isnull=False),
    "unsigned": Q(told_on__isnull=False, acknowledged_at=None),
}


def _these(school_id: UUID, which: str, year: int) -> QuerySet[NoticeToFamily]:
    rows = NoticeToFamily.objects.filter(LISTS.get(which, LISTS["untold"]), school_id=school_id, school_year=year)
    return rows.select_related("student", "contact").order_by("since_on", "student__search_name", "id")


def _people(rows: list[NoticeToFamily], on: date) -> list[Person]:
    asking = Asking(facts_about([(it.student_id, it.contact_id) for it in rows], on=on), on)
    wish = wishes(it.contact_id or it.student_id for it in rows)
    answers = {
        it.id: asking.of(
            (it.student_id, it.contact_id), NoticeMethod.MAIL, asked_for=False, at_enrolment=it.at_enrolment
        )
        for it in rows
    }
    return [_person(it, answers[it.id], wish) for it in rows if answers[it.id].outcome is not Outcome.NO]


def _person(it: NoticeToFamily, answer: Decision, wish: set[UUID]) -> Person:
    name = person_name(it.contact) if it.contact else ""
    return Person(
        it.id, it.student_id, full_name(it.student), name, it.since_on, it.at_enrolment, it.told_on, it.method,
        it.language, it.acknowledged_at, (it.contact_id or it.student_id) in wish, not answer.granted,
    )  # fmt: skip


def version_text(notice_id: UUID, language: str, *, by: SignedIn) -> tuple[Told, ...]:
    """What a version says. Raises Missing."""
    row = AnnualNotice.objects.filter(pk=notice_id).first() if by.account.employee_id else None
    if row is None:
        raise Missing
    return as_told(row.text)[language]
