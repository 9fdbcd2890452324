"""What nobody's act brings about: a birthday, a leaving, a new school year. The round finds it, and somebody owes it.

It destroys nothing: a person approves each destruction.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import Calendar, add_months, district_day, school_year
from fileroom.law.figures import ADULT
from fileroom.law.retention.hard_last_days import DAYS_OF_A_YEAR
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import spells
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import Student
from fileroom.people.owed import SUPERINTENDENT
from fileroom.programmes.models import SocialMediaItem, SocialMediaNotice, SocialMediaVendor, SocialMediaVendorNotice
from fileroom.programmes.social_media import missing_child
from fileroom.programmes.social_media.copies import owe_its_copy, still_there, untold
from fileroom.programmes.social_media.duties import (
    COPY,
    COUNSEL,
    DESTROY,
    ITEMS,
    NOTHING_LEFT,
    NOTICE,
    PROGRAM,
    TELL_VENDOR,
    VENDORS,
    Whose,
    last_day,
    offices_of,
    owe,
    owe_destruction,
    owed_by,
)
from fileroom.programmes.social_media.endings import over_since, owe_the_question
from fileroom.programmes.social_media.services import program_now
from fileroom.programmes.social_media.stages import State, days_of, state_of

ROUND = Actor(account=None, role="system", door="round")
Why = SocialMediaVendorNotice.Why


@dataclass(frozen=True)
class Clock:
    """Of one student: since when the last year runs (None: it does not yet), and its last day."""

    began_on: date | None
    last_day: date | None
    adult: bool


def clock_of(born: date | None, left_on: date | None, on: date, days: Calendar) -> Clock:
    """A student's clock on this day: it runs from the 18th birthday, or from the last day enrolled."""
    birthday = add_months(born, 12 * ADULT) if born else None
    starts = [it for it in (birthday, left_on) if it is not None and it <= on]
    return Clock(
        min(starts, default=None), last_day(born, left_on, days), adult=birthday is not None and birthday <= on
    )


def clocks(students: Iterable[UUID], on: date) -> dict[UUID, Clock]:
    """The same of several, by id. Part of the open transaction."""
    ids = set(students)
    return _clocks(ids, spells.last_days(ids, on=on), on)


def _clocks(ids: set[UUID], left: dict[UUID, date], on: date) -> dict[UUID, Clock]:
    days = calendar() or default_calendar()
    born = Student.objects.filter(pk__in=ids).values_list("id", "birth_on")
    return {id_: clock_of(birth_on, left.get(id_), on, days) for id_, birth_on in born}


def _gone(students: Iterable[UUID], on: date) -> dict[UUID, date]:
    """The last day of those of whom a company is told that they have left, by id. Past a year gone it has to destroy
    though they enter another school of the district later."""
    last = spells.last_days(students, on=on)
    return spells.gone(last, on=on) | {id_: day for id_, day in last.items() if (on - day).days > DAYS_OF_A_YEAR}


def look_round(*, at: datetime) -> None:
    """Note what has fallen due since the last round, each once."""
    _look_round(at)


@durable_transaction
def _look_round(at: datetime) -> None:
    on = district_day(at)
    items = list(SocialMediaItem.objects.filter(destroyed_at=None).select_related("vendor"))
    found = clocks({it.student_id for it in items}, on)
    owed = owed_by(DESTROY, ITEMS, [it.id for it in items], at=at)
    for item in items:
        _item(item, found[item.student_id], owed.get(item.id, set()), at)
    _counsel(items, at)
    _companies(at)
    _held_copies(at)
    _copies(at)
    _contracts(at)
    _destructions(at)
    _notice(on, at)


def _item(item: SocialMediaItem, clock: Clock, owed: set[Whose], at: datetime) -> None:
    """Its custodian owes its destruction once the year runs. Who comes back before it is over owes it no more, and of
    who goes to another school the custodian there does. What else is owed about it, counsel's word on a hold, stays."""
    runs = clock.began_on is not None
    whose = {(*it, clock.last_day) for it in offices_of(item.student_id, district_day(at))} if runs else set()
    theirs = {it for it in owed if it[0] == CUSTODIAN}  # beside them stands what no custodian may hear of (untold)
    if theirs == whose:
        return
    if owed:
        part = "custodian_moved" if {it[2] for it in owed} == {clock.last_day} and runs else "clock_moved"
        over = Over(None, _note(item.student_id, item.record_id, part, at), at)
        duties.let_go(ITEMS, item.id, over, rule=DESTROY)
    if whose:
        entry = _note(item.student_id, item.record_id, "destruction", at)
        student = item.student_id
        rows = [Owed(DESTROY, ITEMS, item.id, at, of, school, student=student, due_on=day) for of, school, day in whose]
        owe(rows, entry)


def _counsel(items: list[SocialMediaItem], at: datetime) -> None:
    """The child was found, the hold lifted, or the company's copy gone of which alone counsel was asked: counsel has
    nothing of it to read any more."""
    by_id = {it.id: it for it in items}
    for duty in queries.about(ITEMS, by_id, at=at):
        item = by_id[duty.of]
        if duty.rule == COUNSEL and not missing_child.is_for_counsel(item, duty.part):
            entry = _note(item.student_id, item.record_id, "nothing_for_counsel", at, sealed=True)
            duties.let_go_these([duty.id], Over(None, entry, at))


def _companies(at: datetime) -> None:
    """A company that gathered of a student is told that the student is 18, or gone: it has no year of its own. Of who
    is back, or goes on to another school here within a year, it is told nothing; of who is gone once more, or of whom
    it has gathered since it destroyed, it is told once more."""
    on = district_day(at)
    notices = SocialMediaVendorNotice.objects.filter(back_at=None, destroyed_on=None, item=None)
    open_ = {(it.vendor_id, it.student_id): it for it in notices}
    gathered = SocialMediaItem.objects.filter(vendor__isnull=False, vendor__ended_on=None)
    pairs = {(it.vendor_id, it.student_id) for it in still_there(gathered) if it.vendor_id}
    students = {student for _, student in pairs | open_.keys()}
    clocks_ = _clocks(students, _gone(students, on), on)
    for (_, student), row in open_.items():
        if clocks_[student].began_on is None:
            _is_back(row, at)
    for vendor, student in sorted(pairs - open_.keys()):
        clock = clocks_[student]
        if clock.began_on is None:
            continue
        row = SocialMediaVendorNotice.objects.create(
            vendor_id=vendor, student_id=student, why=Why.ADULT if clock.adult else Why.LEFT, due_on=clock.began_on,
            noticed_at=at,
        )  # fmt: skip
        owed = Owed(TELL_VENDOR, VENDORS, row.id, at, SUPERINTENDENT, student=student, due_on=on)
        owe([owed], _note(student, row.id, "vendor", at))


def _held_copies(at: datetime) -> None:
    """A company is to destroy all that it gathered of a student, and has not said that it did, and a hold keeps some of
    it here, or the child is missed: the statute has it told, and counsel hears of it the same day."""
    pairs = set(missing_child.told_of_all().values_list("vendor", "student"))
    students = missing_child.of_whom_anything_may_stay({student for _, student in pairs})
    theirs = SocialMediaItem.objects.filter(destroyed_at=None, vendor__isnull=False, student__in=students)
    items = [it for it in still_there(theirs) if (it.vendor_id, it.student_id) in pairs]
    owed = owed_by(COUNSEL, ITEMS, [it.id for it in items], at=at)
    for item in items:
        if item.id not in owed and missing_child.is_for_counsel(item):
            entry = _note(item.student_id, item.record_id, "held_copy", at, sealed=True)
            missing_child.counsel_reads(item, entry, at, part=COPY)


def _copies(at: datetime) -> None:
    """What a family had deleted or corrected goes at the company too, once nothing keeps it any longer."""
    for item in untold():
        owe_its_copy(item, _note(item.student_id, item.record_id, "copy", at), at)


def _contracts(at: datetime) -> None:
    """Where the contract of a company that gathers is past in the registry, whether it destroyed is owed at once. Where
    it holds after all, having been read wrongly, no longer."""
    rows = list(SocialMediaVendor.objects.filter(ended_on=None).select_related("contract"))
    owed = owed_by(NOTHING_LEFT, PROGRAM, [it.id for it in rows], at=at)
    for row in rows:
        over = over_since(row, district_day(at)) is not None
        if over and row.id not in owed:
            owe_the_question(row, _of_company(row, "contract_over", at), at)
        elif not over and row.id in owed:
            back = Over(None, _of_company(row, "contract_holds", at), at)
            duties.let_go(PROGRAM, row.id, back, rule=NOTHING_LEFT)


def _of_company(row: SocialMediaVendor, part: str, at: datetime) -> UUID:
    return ledger.write(ledger.event(Act.SOCIAL_MEDIA_OWED, record=row.id, part=part, by=ROUND, at=at))


def _destructions(at: datetime) -> None:
    """Each company that was told and has not said that it destroyed is asked, also where it was told before that was
    owed."""
    rows = list(SocialMediaVendorNotice.objects.filter(destroyed_on=None).exclude(told_at=None))
    owed = owed_by(NOTHING_LEFT, VENDORS, [it.id for it in rows], at=at)
    for row in rows:
        if row.id not in owed:
            owe_destruction(row.id, row.student_id, _note(row.student_id, row.id, "destroyed", at), at)


def _is_back(row: SocialMediaVendorNotice, at: datetime) -> None:
    """The student is here again, and no adult: what was not sent is not sent."""
    row.back_at = at
    row.save(update_fields=["back_at"])
    over = Over(None, _note(row.student_id, row.id, "student_back", at), at)
    duties.let_go(VENDORS, row.id, over, rule=TELL_VENDOR)


def _notice(on: date, at: datetime) -> None:
    """The parents are told anew each school year while the program runs."""
    program = program_now()
    if program is None or state_of(days_of(program)) not in (State.ADOPTED, State.RUNNING):
        return
    sent = SocialMediaNotice.objects.filter(program=program, school_year=school_year(on)).exists()
    if not sent and not owed_by(NOTICE, PROGRAM, [program.id], at=at):
        entry = ledger.write(ledger.event(Act.SOCIAL_MEDIA_OWED, record=program.id, part="notice", by=ROUND, at=at))
        owe([Owed(NOTICE, PROGRAM, program.id, at, SUPERINTENDENT)], entry)


def _note(student: UUID, record: UUID, part: str, at: datetime, *, sealed: bool = False) -> UUID:
    """`sealed`: the family's own log would show by it that something is held, or that the child is missed."""
    event = ledger.event(
        Act.SOCIAL_MEDIA_OWED, student=student, record=record, part=part, by=ROUND, sealed=sealed, at=at
    )
    return ledger.write(event)
