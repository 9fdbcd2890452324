"""The notice's pages in the office: what it would say now, its versions, and who of each school was told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day, school_year
from fileroom.law.facts import NoticeMethod
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.models import School, Student
from fileroom.people.names import full_name, search_key
from fileroom.people.signed_in import SignedIn
from fileroom.people.telling import facts_about
from fileroom.programmes import publishing
from fileroom.programmes.delegations.designees import Programme, may_act
from fileroom.programmes.models import AnnualNotice, NoticeToFamily
from fileroom.programmes.notices.adopting import answered
from fileroom.programmes.notices.composing import Composed, Places, Told, as_told, compose
from fileroom.programmes.notices.families import IN_IT, TO_TELL, Share, shares
from fileroom.programmes.notices.languages import Owes, goes_home_in, home_languages, owed
from fileroom.programmes.notices.later import families as families_of
from fileroom.programmes.notices.later import lacking
from fileroom.programmes.notices.sending import Asking, wishes
from fileroom.programmes.notices.untelling import Mailing, mailings
from fileroom.programmes.notices.whose import keeper_at, kept_by, kept_from
from fileroom.programmes.publishing import Paper

ON_A_PAGE = 100
MOST_VERSIONS = 30
UNTOLD, TOLD, NAMED = "untold", "told", "named"


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
    """How it stands at one school: of how many families, how many were told, and how many have signed."""

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
    """Each school with its numbers of this school year."""
    counted, mine = shares(school_year(district_day(at))), {school for _, school in kept_by(by, at)}
    return [
        _at_school(it, counted.get(it.id, Share()), mine=all_ or bool({None, it.id} & mine))
        for it in School.objects.order_by("name")
    ]


def _at_school(it: School, share: Share, *, mine: bool) -> AtSchool:
    return AtSchool(it.id, it.name, share.of, share.told, share.signed, mine)


@dataclass(frozen=True)
class Family:
    """One student's family on the list: since when, and how it stands. `untold`: somebody of it is still to be told;
    `waits`: something has to be known first; `electronic`: somebody of it has asked for notices by electronic means.
    `told_entry`: by which
    entry it was noted last. Nobody of it is named but the student."""

    student: UUID
    name: str
    since_on: date
    at_enrolment: bool
    untold: bool
    told_on: date | None
    method: str
    language: str
    told_entry: UUID | None
    signed_at: datetime | None
    electronic: bool
    waits: bool


@dataclass(frozen=True)
class Later:
    """A language that came when the notice had gone: of how many students somebody was told without it."""

    language: str
    students: int


@dataclass(frozen=True)
class SchoolPage:
    """A page of one school's register. `languages`: those that the notice is there in; `always`: those in which it goes
    to every family of the school; `later`: those in which it is still to be sent; `mailings`: what was noted of
    several. `more`: there are more."""

    school: AtSchool
    families: tuple[Family, ...]
    more: bool
    languages: tuple[str, ...]
    always: tuple[str, ...]
    later: tuple[Later, ...]
    mailings: tuple[Mailing, ...]
    adopted: bool


@durable_transaction
def school(
    school_id: UUID, which: str, *, named: str = "", after: UUID | None = None, by: SignedIn, at: datetime
) -> SchoolPage:
    """The families of one school: `untold`, `told` or `unsigned`; with words of a name those of all three whose
    student's name holds each. `after`: those that come after this student. Raises Missing: there is no such school, or
    this account does not look after its notices."""
    role, on = keeper_at(school_id, by=by, at=at), district_day(at)
    shut = kept_from(by, on)
    own = next((it for it in _schools(by, at, all_=True) if it.id == school_id), None)
    if own is None:
        raise Missing
    words = search_key(named).split()
    these = _these(school_id, NAMED if words else which, school_year(on)).exclude(pk__in=shut)
    these = these.filter(*(Q(search_name__contains=word) for word in words))
    students = list(_beyond(these, after)[: ON_A_PAGE + 1])
    part, shown = NAMED if words else which, str(len(students[:ON_A_PAGE]))
    ledger.write(
        ledger.event(Act.NOTICE_LISTED, record=school_id, part=part, by=by.acting_as(role), outcome=shown, at=at)
    )
    newest = AnnualNotice.objects.filter(school_year=school_year(on)).order_by("-number").first()
    papers = publishing.papers([newest.id]).get(newest.id, []) if newest else []
    languages = tuple(it.language for it in papers)
    families = tuple(_families(school_id, students[:ON_A_PAGE], on))
    always = ("en", *home_languages(school_id, on))
    later = tuple(_later(school_id, shut, on))
    sent = mailings(school_id, school_year(on))
    return SchoolPage(own, families, len(students) > ON_A_PAGE, languages, always, later, sent, newest is not None)


def _later(school_id: UUID, shut: set[UUID], on: date) -> Iterator[Later]:
    home = [it for it in goes_home_in(on) if it[0] == school_id]
    for (_, language), rows in lacking(home, on).items():
        if rows.exclude(student__in=shut).exists():
            yield Later(language, families_of(rows))


def _these(school_id: UUID, which: str, year: int) -> QuerySet[Student]:
    """The students on this list, by name."""
    of = NoticeToFamily.objects.filter(school_id=school_id, school_year=year, student=OuterRef("pk"))
    every = Student.objects.filter(Exists(of.filter(IN_IT))).order_by("search_name", "id")
    if which == NAMED:
        return every
    if which == UNTOLD:
        return every.filter(Exists(of.filter(TO_TELL)))
    told = every.exclude(Exists(of.filter(TO_TELL))).filter(Exists(of.filter(told_on__isnull=False)))
    return told if which == TOLD else told.exclude(Exists(of.filter(acknowledged_at__isnull=False)))


def _beyond(these: QuerySet[Student], after: UUID | None) -> QuerySet[Student]:
    """Those of them that come after this one, by name. Whoever stood on the page before may have left the list since,
    so its edge is looked up among all students."""
    edge = Student.objects.filter(pk=after).first() if after else None
    if edge is None:
        return these
    further = Q(search_name__gt=edge.search_name) | Q(search_name=edge.search_name, pk__gt=edge.pk)
    return these.filter(further)


def _families(school_id: UUID, students: list[Student], on: date) -> Iterator[Family]:
    rows = NoticeToFamily.objects.filter(school_id=school_id, school_year=school_year(on), student__in=students)
    of: dict[UUID, list[NoticeToFamily]] = {}
    for row in rows.order_by("told_on", "id"):
        of.setdefault(row.student_id, []).append(row)
    every = [row for these in of.values() for row in these]
    asking = Asking(facts_about([(it.student_id, it.contact_id) for it in every], on=on), on)
    wish = wishes(it.contact_id or it.student_id for it in every)
    for student in students:
        yield _family(student, of.get(student.id, []), asking, wish)


def _family(student: Student, rows: list[NoticeToFamily], asking: Asking, wish: set[UUID]) -> Family:
    told = [it for it in rows if it.told_on is not None]
    last, first = (told[-1] if told else None), rows[0]
    signed = min((it.acknowledged_at for it in rows if it.acknowledged_at), default=None)
    may = any(_may_be_told(asking, it) for it in rows if it.told_on is None)
    return Family(
        student.id, full_name(student), first.since_on, first.at_enrolment, any(map(_to_tell, rows)),
        last.told_on if last else None, last.method if last else "", last.language if last else "",
        last.told_entry if last else None, signed,
        any((it.contact_id or it.student_id) in wish for it in rows), waits=not told and not may,
    )  # fmt: skip


def _to_tell(it: NoticeToFamily) -> bool:
    return it.told_on is None and not it.left_out


def _may_be_told(asking: Asking, it: NoticeToFamily) -> bool:
    pair = it.student_id, it.contact_id
    return asking.of(pair, NoticeMethod.MAIL, asked_for=False, at_enrolment=it.at_enrolment).granted


def version_text(notice_id: UUID, language: str, *, by: SignedIn) -> tuple[Told, ...]:
    """What a version says. Raises Missing."""
    row = AnnualNotice.objects.filter(pk=notice_id).first() if by.account.employee_id else None
    if row is None:
        raise Missing
    return as_told(row.text)[language]
