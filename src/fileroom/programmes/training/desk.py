"""How the district stands, for the Superintendent's designee: numbers by site, and by name who is overdue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from fileroom.duties import queries as duties
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.models import School
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.accounts.shown import note_shown
from fileroom.programmes.delegations.designees import Programme, designee, may_act
from fileroom.programmes.training import facts
from fileroom.programmes.training.courses import COURSES, Course
from fileroom.programmes.training.facts import Person, Site
from fileroom.programmes.training.noting import ROOM
from fileroom.programmes.training.owing import owing

DISTRICT_OFFICE, NOWHERE, SEVERAL = "District office", "At no school on file", "Several sites"


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    current: int
    of: int


@dataclass(frozen=True)
class AtSite:
    """One school or office. `whole`: who has a current training in every course they owe, of who owes any; `courses`:
    the same course by course, in the order of COURSES; `without`: how many of them have no account here."""

    name: str
    whole: Share
    courses: tuple[Share, ...]
    without: int


@dataclass(frozen=True)
class Sites:
    """Each site, and all of the district, where whoever works at two schools counts once. Nobody is named."""

    courses: tuple[Course, ...]
    sites: tuple[AtSite, ...]
    district: AtSite


@dataclass(frozen=True)
class Late:
    """Somebody who is overdue in a course, by name: for the designee alone."""

    name: str
    sites: tuple[str, ...]
    course: str
    due: date | None
    has_account: bool


@dataclass(frozen=True)
class Roll:
    """Everybody employed on a day, what each owes, and of what each has a current training."""

    people: tuple[Person, ...]
    owed: Mapping[UUID, frozenset[str]]
    current: Mapping[UUID, frozenset[str]]


def roll(on: date) -> Roll:
    """The roll of this day. Part of an open transaction."""
    people, law = facts.staff(on), owing(on)
    held = facts.completions(it.id for it in people)
    current = {
        it.id: frozenset(name for name in COURSES if (has := held.get((it.id, name))) and has.current(on))
        for it in people
    }
    return Roll(tuple(people), {it.id: frozenset(law.owed(it.offices)) for it in people}, current)


def may_open(*, by: SignedIn, at: datetime) -> bool:
    """Does this account act as designee for training?"""
    with district_transaction():
        return may_act(Programme.TRAINING, by=by, at=at)


def by_site(*, by: SignedIn, at: datetime) -> Sites:
    """How many have a current training, of how many, school by school. Raises Missing."""
    with district_transaction():
        designee(Programme.TRAINING, by=by, at=at)
        return sites_on(district_day(at))


def sites_on(on: date) -> Sites:
    """The same of a day, for whoever may have it. Joins an open transaction."""
    all_ = roll(on)
    return _sites(_places(all_.people), all_)


def each_once_on(on: date) -> Sites:
    """The same for a paper: whoever works at several sites counts at none of them, but once among those who do. So the
    sites are the district, and what the one has more than the other is nobody's. Joins an open transaction."""
    all_ = roll(on)
    one, several = ([it for it in all_.people if (len(it.sites) > 1) is more] for more in (False, True))
    return _sites([*_places(one), (SEVERAL, several)], all_)


def _places(people: Iterable[Person]) -> list[tuple[str, list[Person]]]:
    """Of these people those of each site, by its name."""
    all_ = list(people)
    return [
        (DISTRICT_OFFICE, [it for it in all_ if None in it.sites]),
        *((name, [it for it in all_ if id_ in it.sites]) for id_, name in schools_by_id().items()),
        (NOWHERE, [it for it in all_ if not it.sites]),
    ]


def _sites(places: Iterable[tuple[str, list[Person]]], all_: Roll) -> Sites:
    sites = tuple(_at_site(name, people, all_) for name, people in places if people)
    return Sites(tuple(COURSES.values()), sites, _at_site("The whole district", all_.people, all_))


def schools_by_id() -> dict[UUID, str]:
    """The schools by name."""
    return dict(School.objects.order_by("name").values_list("id", "name"))


def _at_site(name: str, people: Iterable[Person], all_: Roll) -> AtSite:
    owing_any = [it for it in people if all_.owed[it.id]]
    whole = sum(all_.owed[it.id] <= all_.current[it.id] for it in owing_any)
    courses = tuple(_share(course, owing_any, all_) for course in COURSES)
    return AtSite(name, Share(whole, len(owing_any)), courses, sum(not it.has_account for it in owing_any))


def _share(course: str, people: Iterable[Person], all_: Roll) -> Share:
    owe = [it.id for it in people if course in all_.owed[it.id]]
    return Share(sum(course in all_.current[it] for it in owe), len(owe))


@durable_transaction
def overdue(*, by: SignedIn, at: datetime) -> tuple[Late, ...]:
    """Who is overdue in what, the longest first. That the names were listed is noted. Raises Missing."""
    on = district_day(at)
    role = designee(Programme.TRAINING, by=by, at=at)
    late = [it for it in duties.of_employees(ROOM, at=at) if it.late]
    people = {it.id: it for it in facts.staff(on, Q(pk__in={it.employee for it in late}))}
    note_shown(people, "training", role, by=by, at=at)
    ledger.write(ledger.event(Act.TRAINING_LISTED, part="overdue", by=by.acting_as(role), at=at))
    schools = schools_by_id()
    return tuple(_late(people[it.employee], it, schools) for it in late if it.employee in people)


def late_on(on: date, at: datetime) -> list[tuple[UUID, list[tuple[str, ...]]]]:
    """Whoever is overdue with a row for each course: name, where, course and the day it was due. Joins an open
    transaction, whose account was asked about."""
    late = [it for it in duties.of_employees(ROOM, at=at) if it.late]
    people, schools = {it.id: it for it in facts.staff(on, Q(pk__in={it.employee for it in late}))}, schools_by_id()
    found: dict[UUID, list[tuple[str, ...]]] = {}
    for duty in late:
        if duty.employee in people:
            one = _late(people[duty.employee], duty, schools)
            row = (one.name, ", ".join(one.sites), one.course, f"{one.due:%Y-%m-%d}" if one.due else "")
            found.setdefault(duty.employee, []).append(row)
    return list(found.items())


def _late(person: Person, duty: duties.Personal, schools: Mapping[UUID, str]) -> Late:
    course = COURSES.get(duty.part)
    where = sites_in_words(person.sites, schools)
    return Late(person.name, where, course.title if course else duty.part, duty.due, person.has_account)


def sites_in_words(sites: Iterable[Site], schools: Mapping[UUID, str]) -> tuple[str, ...]:
    """The sites by name."""
    return tuple(sorted(DISTRICT_OFFICE if it is None else schools.get(it, "") for it in sites))
