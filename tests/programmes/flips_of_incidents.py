"""Flips of what the policy page counts of incidents: whom nobody has told, and an attack that nobody has reported."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import LONG_AGO, Flip

ONE_OVERDUE = "1 duty of an incident is overdue"

if TYPE_CHECKING:
    from fileroom.programmes.models import EssentialList


def attack_reported(town: make.Town) -> Flip:
    """What may be an attack has waited for days; then it is reported to the Center."""
    from fileroom.duties.models import Duty
    from fileroom.programmes.incidents.duties import EVERY_ONE, ROOM

    row = Duty(rule=EVERY_ONE, room=ROOM, of=uuid4(), office="superintendent", began_at=AT, caused_by=uuid4())
    return Flip(
        "1 incident is neither reported nor found to be no attack",
        lambda: make.keep(row),
        lambda: make.change(row, began_at=AT - timedelta(days=4)),
        lambda: make.change(row, done_at=AT, evidence=uuid4()),
    )


def somebody_waits(town: make.Town) -> Flip:
    """A month after an incident was noticed somebody is still to be told; then they are."""
    from fileroom.programmes.models import Incident, IncidentNotice, IncidentPerson

    incident = Incident(
        reported_at=LONG_AGO, reported_by=uuid4(), reported_entry=uuid4(), noticed_at=LONG_AGO, systems=["files"],
        going_on="no", assessed_at=LONG_AGO,
    )  # fmt: skip
    person = IncidentPerson(incident=incident, student=town.ana, entry=uuid4())
    notice = IncidentNotice(person=person, state="told", over_at=AT, over_by=uuid4(), over_entry=uuid4())
    told = {"state": "told", "over_at": AT, "over_by": notice.over_by, "over_entry": notice.over_entry}
    waits = {"state": "by_hand", "over_at": None, "over_by": None, "over_entry": None}
    return Flip(
        "1 person waits for a notice, a month later",
        lambda: make.keep(incident, person, notice),
        lambda: make.change(notice, **waits),
        lambda: make.change(notice, **told),
    )


def listed_only(town: make.Town) -> Flip:
    """A month after an incident was noticed somebody stands on a list, and nobody has worked out how they are told."""
    from fileroom.programmes.models import Incident, IncidentNotice, IncidentPerson

    incident = Incident(
        reported_at=LONG_AGO, reported_by=uuid4(), reported_entry=uuid4(), noticed_at=AT, systems=["files"],
        going_on="no", assessed_at=LONG_AGO,
    )  # fmt: skip
    person = IncidentPerson(incident=incident, student=town.ana, entry=uuid4())
    told = IncidentNotice(person=person, state="told", over_at=AT, over_by=uuid4(), over_entry=uuid4())
    return Flip(
        "1 person is on a list, and a month later nobody has worked out how they are told",
        lambda: make.keep(incident, person),
        lambda: make.change(incident, noticed_at=LONG_AGO),
        lambda: make.keep(told),
    )


def nobody_looks(town: make.Town) -> Flip:
    """At an incident nobody has looked for more than a day; then somebody says what is known."""
    from fileroom.programmes.models import Incident

    row = Incident(
        reported_at=AT, reported_by=uuid4(), reported_entry=uuid4(), noticed_at=AT, systems=["files"], going_on="no"
    )
    return Flip(
        "1 was looked at by nobody for more than a day",
        lambda: make.keep(row),
        lambda: make.change(row, reported_at=LONG_AGO),
        lambda: make.change(row, assessed_at=AT),
    )


def not_exercised(town: make.Town) -> Flip:
    """The yearly exercise is past its day; then it is held."""
    from fileroom.duties.models import Duty
    from fileroom.people.owed import OF_THE_DISTRICT
    from fileroom.programmes.incidents.closing import EXERCISES
    from fileroom.programmes.incidents.duties import PLAN

    row = Duty(
        rule=PLAN, room=EXERCISES, of=OF_THE_DISTRICT, part="exercise", office="superintendent", began_at=AT,
        due_on=AT.date(), caused_by=uuid4(),
    )  # fmt: skip
    return Flip(
        "1 exercise of an incident is overdue",
        lambda: make.keep(row),
        lambda: make.change(row, due_on=AT.date() - timedelta(days=1)),
        lambda: make.change(row, done_at=AT, evidence=uuid4()),
    )


def essentials(town: make.Town) -> Flip:
    """A school has no list of last night; then it has."""
    from fileroom.programmes.incidents.nightly import make as make_list

    row: list[EssentialList] = []
    return Flip(
        "1 school has no list of last night",
        lambda: row.append(make_list(town.school.id, at=AT)),
        lambda: make.change(row[0], made_at=AT - timedelta(days=2)),
        lambda: make.change(row[0], made_at=AT),
    )


def not_locked_away(town: make.Town) -> Flip:
    """A school's list waits to be locked away past its day; then it is."""
    from fileroom.duties.models import Duty
    from fileroom.programmes.incidents.nightly import ROOM, RULE, STORED

    row = Duty(
        rule=RULE, room=ROOM, of=town.school.id, part=STORED, office="custodian_of_records", school=town.school.id,
        began_at=AT, due_on=AT.date(), caused_by=uuid4(),
    )  # fmt: skip

    def right() -> None:
        essentials(town).right()
        make.keep(row)

    return Flip(
        "1 school has none locked away in print",
        right,
        lambda: make.change(row, due_on=AT.date() - timedelta(days=1)),
        lambda: make.change(row, done_at=AT, evidence=uuid4()),
    )


def plan_overdue(town: make.Town) -> Flip:
    """The Board was to hear of an incident by a day that is over; then it hears."""
    from fileroom.programmes.incidents.duties import PLAN, ROOM

    return _owed_by_a_day(PLAN, ROOM)


def company_not_passed_on(town: make.Town) -> Flip:
    """What a company has said of its own incident lies there; then it is taken up as one."""
    from fileroom.programmes.vendors.breaches import FOLLOW_THE_CONTRACT, ROOM

    return _owed_by_a_day(FOLLOW_THE_CONTRACT, ROOM)


def _owed_by_a_day(rule: str, room: str) -> Flip:
    from fileroom.duties.models import Duty

    row = Duty(
        rule=rule, room=room, of=uuid4(), office="superintendent", began_at=AT, due_on=AT.date(), caused_by=uuid4()
    )
    return Flip(
        ONE_OVERDUE,
        lambda: make.keep(row),
        lambda: make.change(row, due_on=AT.date() - timedelta(days=1)),
        lambda: make.change(row, done_at=AT, evidence=uuid4()),
    )


def owner_not_told(town: make.Town) -> Flip:
    """Whose data it is was to be told at once, and a day is over; then they are told."""
    from fileroom.duties.models import Duty
    from fileroom.programmes.incidents.duties import ROOM, TO_THE_OWNER

    row = Duty(rule=TO_THE_OWNER, room=ROOM, of=uuid4(), office="superintendent", began_at=AT, caused_by=uuid4())
    return Flip(
        ONE_OVERDUE,
        lambda: make.keep(row),
        lambda: make.change(row, began_at=AT - timedelta(days=2)),
        lambda: make.change(row, done_at=AT, evidence=uuid4()),
    )


# Of the register the reasons that are days: which evidence, which reason, and its flip.
OVERDUE = (
    ("incidents.register", "the Board was not told in its time", plan_overdue),
    ("incidents.register", "the owner was not told at once", owner_not_told),
    ("incidents.register", "nobody has passed on what a company has told", company_not_passed_on),
)
