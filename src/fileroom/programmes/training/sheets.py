"""A sign-in sheet is entered: who was there when a course was given, also those who have no account here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Refused
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, designee
from fileroom.programmes.training import facts
from fileroom.programmes.training.courses import Course, Rhythm
from fileroom.programmes.training.desk import roll, schools_by_id
from fileroom.programmes.training.facts import Site
from fileroom.programmes.training.noting import Noting, note, told
from fileroom.programmes.training.owing import counts
from fileroom.programmes.training.services import course_of

MOST_MONTHS_BACK = 36
ONESELF = "Nobody enters their own training: somebody else enters you, or you take the course here."


@dataclass(frozen=True)
class Sheet:
    """What the sheet says: which course was given on which day, what it covered, and who has signed."""

    course: UUID
    given_on: date
    topics: tuple[str, ...]
    people: frozenset[UUID]


@dataclass(frozen=True)
class Entered:
    """How many were noted, and how many had been noted of that day before."""

    new: int
    known: int


@dataclass(frozen=True)
class Signer:
    """Somebody who may be on the sheet. `current`: their training in the course still counts."""

    id: UUID
    name: str
    has_account: bool
    current: bool


def enter_sheet(sheet: Sheet, *, rhythm: Rhythm, by: SignedIn, at: datetime) -> Entered | Refused:
    """Note everybody on the sheet, or nobody. Entered twice it is one act.

    Raises Missing (not the designee's to enter, no such course), and ValidationError by field.
    """
    course, on = course_of(sheet.course), district_day(at)
    if not sheet.people:
        raise ValidationError({"people": "Choose at least one person who has signed."})
    if sheet.given_on > on:
        raise ValidationError({"given_on": "This day is still to come."})
    if (on - sheet.given_on).days > MOST_MONTHS_BACK * 31:
        raise ValidationError({"given_on": "This is more than three years ago. Read the year again."})
    return _enter(course, sheet, rhythm, by, at)


@durable_transaction
def _enter(course: Course, sheet: Sheet, rhythm: Rhythm, by: SignedIn, at: datetime) -> Entered | Refused:
    on = district_day(at)
    role = designee(Programme.TRAINING, by=by, at=at)
    if by.account.employee_id in sheet.people:
        raise ValidationError({"people": ONESELF})
    decision = counts(course, sheet.topics, on=on)
    if decision is not None and not decision.granted:
        said = ledger.event(Act.TRAINING_REFUSED, part=course.name, by=by.acting_as(role), decision=decision, at=at)
        return Refused(decision, ledger.write(said))
    if len(facts.staff(on, Q(pk__in=sheet.people))) != len(sheet.people):
        raise ValidationError({"people": "Somebody of these works here no more. Choose again from the list."})
    noting = Noting("sheet", by.acting_as(role), by.purpose.value, at, {course.name: decision})
    made = note([told(it, course, sheet.given_on) for it in sorted(sheet.people)], noting, rhythm)
    return Entered(len(made), len(sheet.people) - len(made))


@dataclass(frozen=True)
class Blank:
    """What the page of a sheet offers: the sites, and who works at the chosen one."""

    sites: tuple[tuple[Site, str], ...]
    people: tuple[Signer, ...]


def blank(course: Course, site: Site, *, by: SignedIn, at: datetime) -> Blank:
    """Those of one site but whoever enters it, who have no current training in this course first. Raises Missing."""
    on = district_day(at)
    with district_transaction():
        designee(Programme.TRAINING, by=by, at=at)
        all_, schools = roll(on), schools_by_id()
    here = [it for it in all_.people if site in it.sites or (site is None and not it.sites)]
    here = [it for it in here if it.id != by.account.employee_id]
    people = [Signer(it.id, it.name, it.has_account, course.name in all_.current[it.id]) for it in here]
    return Blank(tuple(schools.items()), tuple(sorted(people, key=lambda it: it.current)))
