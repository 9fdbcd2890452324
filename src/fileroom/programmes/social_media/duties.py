"""What is owed because of the program: the law's rules name it; here stands whose each is, and under which room."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Owed
from fileroom.law import default_calendar
from fileroom.law.clocks import due
from fileroom.law.days import Calendar, district_day
from fileroom.people import spells
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN
from fileroom.people.owed import SUPERINTENDENT

# Rooms of the register of duties: each leads to another page.
PROGRAM, ITEMS, WISHES, VENDORS = "social_media", "social_media_items", "social_media_wishes", "social_media_vendors"
NOTICE = "programmes.social_media_duties.notify_parent_before"
DESTROY = "programmes.social_media_duties.destroy_when_done"
WISH = "programmes.social_media_duties.open_to_student"
COUNSEL = "retention.holds.counsel_review"
TELL_VENDOR = "programmes.social_media_vendors.notify_vendor"
TELL_OF_ONE = "programmes.social_media_students.notify_vendor"
NOTHING_LEFT = "retention.vendor_copies.destroy_when_done"
DESTROYED = "destroyed"  # part: of one student, the company is to say that it did
COPY = "copy"  # part: counsel is asked because a company destroys its copy; nobody here was refused for what holds it
Whose = tuple[str, UUID | None, date | None]
LAST_DAY, VENDORS_DAY = "social_media_destruction", "social_media_vendor_destruction"


def last_day(born: date | None, left_on: date | None, days: Calendar, *, of_vendor: bool = False) -> date | None:
    """The last day on which what was gathered may be kept: a year after the 18th birthday or the last day enrolled,
    whichever is first. A company has no year. None: neither is known."""
    if born is None and left_on is None:
        return None
    found = due(VENDORS_DAY if of_vendor else LAST_DAY, [left_on] if left_on else [], days, born=born).on
    return found.date() if isinstance(found, datetime) else found


def offices_of(student: UUID, on: date) -> list[tuple[str, UUID | None]]:
    """Who keeps the records of this student: the custodian of each school; of who is at none, the district's."""
    schools: list[UUID | None] = [*spells.schools_of([student], on=on)]
    return [(CUSTODIAN, school) for school in schools or [None]]


def owe(owed: Iterable[Owed], caused_by: UUID) -> None:
    """Enter these duties. Part of the open transaction."""
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=caused_by)


def owe_destruction(notice: UUID, student: UUID, entry: UUID, at: datetime) -> None:
    """A company that was told destroys at once (Ed. Code 49073.6(c)(3)(C)): somebody has it say so, from that day on.
    Part of the open transaction."""
    on = district_day(at)
    owe([Owed(NOTHING_LEFT, VENDORS, notice, at, SUPERINTENDENT, student=student, part=DESTROYED, due_on=on)], entry)


def owed_by(rule: str, room: str, of: Iterable[UUID], *, at: datetime) -> dict[UUID, set[Whose]]:
    """By this rule alone, about each of these rows: whose it is, and the day it is due."""
    found: dict[UUID, set[Whose]] = {}
    for it in queries.about(room, of, at=at):
        if it.rule == rule:
            found.setdefault(it.of, set()).add((it.office, it.school, it.due))
    return found
