"""What is owed by the holder of an account: the duties of the offices they hold, and their own."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from fileroom.duties import queries as duties
from fileroom.duties.queries import Listed
from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.law.offices import OFFICES
from fileroom.people.designators import designator_facts
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import Assignment, Custodian
from fileroom.people.models.rows import held
from fileroom.people.signed_in import SignedIn

MOST = 50
AHEAD = timedelta(days=30)  # what is due later is not today's
SUPERINTENDENT = "superintendent"  # the duties of the Superintendent or a designee
OF_THE_DISTRICT = UUID(int=0)  # what a duty about the district itself is about: it is of no school


def owed(*, by: SignedIn, at: datetime, rooms: tuple[str, ...] = (), most: int = MOST) -> list[Listed]:
    """The open duties of whoever asks that are due soon, or have no day, the most pressing first. They name nobody.

    `rooms`: those in which they owe, by delegation, what the Superintendent or a designee owes.
    """
    employee = by.account.employee_id
    if employee is None:
        return []
    with district_transaction():
        mine = offices_held(employee, on=district_day(at))
        if designator_facts(by.account, district_day(at)).designated:
            mine.append((SUPERINTENDENT, None))
        these = duties.held_by(mine, employee) | duties.of_office_in(SUPERINTENDENT, rooms)
        return duties.open_duties(these, at=at, until=district_day(at) + AHEAD, most=most)


def offices_held(employee_id: UUID, *, on: date) -> list[tuple[str, UUID | None]]:
    """Each office of this employee on this day, with its school; None: the whole district's."""
    there = held(on)
    roles = Assignment.objects.filter(there, employee_id=employee_id, role__in=OFFICES.offices)
    offices: list[tuple[str, UUID | None]] = list(roles.values_list("role", "school_id"))
    kept = Custodian.objects.filter(there, employee_id=employee_id).values_list("school_id", flat=True)
    return [*offices, *((CUSTODIAN, school) for school in kept)]
