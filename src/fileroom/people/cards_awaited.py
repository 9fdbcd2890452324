"""A family in Safe at Home whose card nobody has entered: whoever keeps the file enters it, from the card itself.

Until then the file says where the family lives, and no address of it goes out (disclosure.limits).
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.people import cards, spells
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN, facts_of_students
from fileroom.people.models import AddressCardChild, Circumstance

NOTED = "cards_noted"
ENTER = "casework.safe_at_home_cards.substitute_address"
SECOND = "casework.orders_lifted.a_second_person_confirms"


def awaiting(students: Collection[UUID], *, on: date) -> set[UUID]:
    """Those of many whose family's card is to be entered, as StudentFacts says of one. Where none is, which is nearly
    always so, that is asked once, and not of each."""
    holds = Q(over_on=None) | Q(over_on__gt=on)
    noted = Circumstance.objects.filter(holds, kind=Circumstance.Kind.SAFE_AT_HOME, from_on__lte=on)
    entered = AddressCardChild.objects.filter(student=OuterRef("student"), card__ended_at=None)
    if not noted.filter(~Exists(entered)).exists():
        return set()
    return {it.id for it in facts_of_students(students, on).values() if it.awaits_card}


def owe_card(student: UUID, entry: UUID, at: datetime) -> None:
    """It is noted that the student's family has a card: where none is there, it is entered today. Part of the open
    transaction."""
    if cards.card_of(student) is not None:
        return
    _owe(ENTER, student, entry, at)


def owe_second(student: UUID, entry: UUID, at: datetime) -> None:
    """Somebody has proposed that it was noted by mistake: another confirms. Part of the open transaction."""
    _owe(SECOND, student, entry, at)


def _owe(rule: str, student: UUID, entry: UUID, at: datetime) -> None:
    today = district_day(at)
    schools: list[UUID | None] = list(spells.schools_of([student], on=today))
    rows = [
        Owed(rule, NOTED, student, at, CUSTODIAN, school, student=student, due_on=today) for school in schools or [None]
    ]
    duties.owe(rows, calendar=calendar() or default_calendar(), caused_by=entry)


def card_entered(student: UUID, *, by: UUID, entry: UUID, at: datetime) -> None:
    """It is entered. Part of the open transaction."""
    duties.discharge(NOTED, student, Over(by, entry, at))


def let_go(student: UUID, *, by: UUID, entry: UUID, at: datetime, rule: str = "") -> None:
    """There is no card, or nothing to confirm. Part of the open transaction."""
    duties.let_go(NOTED, student, Over(by, entry, at), rule=rule)
