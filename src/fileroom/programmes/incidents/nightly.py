"""Each night the essential list of each school is made and sealed, and the one before it destroyed.

A number is opened once and again when it is filed anew: tonight's list takes it over from last night's. What is sealed
has everything that the paper has, so that it can be opened when nothing else can be looked up.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from fileroom.disclosure.calling import Card, cards_of, read_cards
from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.faults import kind_and_place
from fileroom.law import Decision, default_calendar
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import queries, rights
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import School, Student
from fileroom.people.names import full_name, search_key
from fileroom.people.owed import SUPERINTENDENT
from fileroom.people.queries import Related
from fileroom.programmes.incidents.dark_sheet import gathered, named
from fileroom.programmes.models import EssentialList
from fileroom.records import noting
from fileroom.retention.services import dispose_of_a_day

logger = logging.getLogger(__name__)
PROGRAM = Actor(account=None, role="system", door="round")
KIND, ROOM = "essential_list", "essentials"
RULE = "disclosure.custodians.custodian_at_the_site"
MISSING, STORED = "missing", "stored"  # the parts of the duty: the night made none; none is locked away
AT_ONCE = 500  # students asked about at a time
LONGEST = timedelta(days=1)  # how much longer than its night a list stays of a school that has nobody left


def look_round(*, days: int, at: datetime) -> None:
    """Make what tonight lacks, school by school, and say what is amiss. `days`: in how many a list is locked away.

    No school's trouble stops another's.
    """
    for school in lacking(at):
        if not _done(make, school, at):
            _done(miss, school, at)
    end(days=days, at=at)


def _done(act: Callable[..., object], school: UUID, at: datetime) -> bool:
    try:
        act(school, at=at)
    except Exception as error:
        logger.error("The essential list of a school was not made, or not called missing: %s.", kind_and_place(error))
        connection.close()
        return False
    return True


def lacking(at: datetime) -> list[UUID]:
    """Schools that have students and no list of tonight."""
    on = district_day(at)
    with district_transaction():
        made = EssentialList.objects.filter(night_on=on).values_list("school_id", flat=True)
        return [it for it in with_students(at) if it not in set(made)]


def with_students(at: datetime) -> list[UUID]:
    """The schools at which anybody is enrolled today. Joins an open transaction."""
    on, schools = district_day(at), School.objects.order_by("name").values_list("id", flat=True)
    return [it for it in schools if queries.at_school(it, on=on).exists()]


def make(school: UUID, *, at: datetime) -> EssentialList:
    """Tonight's list of one school; those before it are destroyed with it."""
    return _seal(school, _look(school, at), at)


@durable_transaction
def _look(school: UUID, at: datetime) -> list[dict[str, Any]]:
    """What the list says, each number opened with its line: those stand, whatever becomes of the list."""
    return lines_of(school, _taken_over(_living(school), at), at)


def _living(school: UUID) -> list[EssentialList]:
    rows = EssentialList.objects.select_for_update(of=("self",)).filter(school=school, gone_at=None)
    return list(rows.select_related("note"))


@durable_transaction
def _seal(school: UUID, said: list[dict[str, Any]], at: datetime) -> EssentialList:
    before, id_ = _living(school), uuid4()
    event = ledger.event(Act.ESSENTIALS_MADE, record=id_, by=PROGRAM, outcome=str(len(said)), at=at)
    entry = ledger.write(event)
    sheet = gathered(school, at)
    note = noting.write_daily(uuid4(), KIND, school, {"students": said, "sheet": sheet}, entry=entry, at=at)
    row = EssentialList(
        id=id_, school_id=school, night_on=district_day(at), note=note, students=len(said), sheet=named(sheet),
        made_at=at, entry=entry,
    )  # fmt: skip
    row.save(force_insert=True)
    _destroy(before, at)
    duties.discharge(ROOM, school, Over(None, entry, at), rule=RULE, part=MISSING)
    return row


def _taken_over(before: Iterable[EssentialList], at: datetime) -> dict[str, str]:
    """The numbers of the newest list before, by the version of the card each was read from. Of one that a restored
    backup brought back without its key there are none."""
    newest = max((it for it in before if noting.stands(it.note)), key=lambda it: it.made_at, default=None)
    if newest is None:
        return {}
    event = ledger.event(Act.ESSENTIALS_MADE, record=newest.id, part="taken_over", by=PROGRAM, sealed=True, at=at)
    said = noting.open_daily(newest.note, event)
    return {one["card"]: one["numbers"] for it in said["students"] for one in it["call"] if one["card"]}


def lines_of(school: UUID, known: dict[str, str], at: datetime) -> list[dict[str, Any]]:
    """Each student with whom to call, by the law's word of today. `known`: numbers that need no opening."""
    on = district_day(at)
    there = list(queries.at_school(school, on=on).order_by("grade", "search_name", "id"))
    ordered = queries.with_order([it.id for it in there], on=on)
    free = [it.id for it in there if it.id not in ordered]
    cards, called = cards_of(free), _called(free, on)
    found: list[dict[str, Any]] = []
    to_read: list[tuple[Card, Decision]] = []
    for it in there:
        call = [(one, cards.get((it.id, one.contact)), why) for one, why in called.get(it.id, ())]
        to_read += [(card, why) for _, card, why in call if card and str(card.version.id) not in known]
        found.append(_line(it, [(one, card) for one, card, _ in call], ask=it.id in ordered))
    read = {str(version): numbers for version, numbers in read_cards(to_read, by=PROGRAM, at=at).items()}
    for line in found:
        for one in line["call"]:
            one["numbers"] = (known | read).get(one["card"], "") if one["card"] else ""
    return found


def _called(students: list[UUID], on: date) -> dict[UUID, list[tuple[Related, Decision]]]:
    found: dict[UUID, list[tuple[Related, Decision]]] = {}
    for first in range(0, len(students), AT_ONCE):
        found |= rights.who_may_be_called(students[first : first + AT_ONCE], on=on)
    return found


def _line(of: Student, call: list[tuple[Related, Card | None]], *, ask: bool) -> dict[str, Any]:
    people = [
        {"contact": str(it.contact), "name": it.name, "kind": it.kind, "card": str(card.version.id) if card else ""}
        for it, card in call
    ]
    family = search_key(of.preferred_family or of.legal_family)
    return {"id": str(of.id), "name": full_name(of), "grade": of.grade, "family": family, "ask": ask, "call": people}


@durable_transaction
def miss(school: UUID, *, at: datetime) -> None:
    """Tonight's list could not be made: the Superintendent's office hears of it, once; not where it was made meanwhile
    by another server."""
    if EssentialList.objects.filter(school=school, night_on=district_day(at)).exists():
        return
    if any(it.part == MISSING for it in open_duties.about(ROOM, [school], at=at)):
        return
    entry = ledger.write(ledger.event(Act.ESSENTIALS_MISSED, record=school, by=PROGRAM, at=at))
    _owe(Owed(RULE, ROOM, school, at, SUPERINTENDENT, part=MISSING, due_on=district_day(at)), entry)


@durable_transaction
def end(*, days: int, at: datetime) -> None:
    """Destroy what has outlived its night where nobody is enrolled; elsewhere the last list stays until the next is
    made, however many nights fail. Say where none is locked away on paper as the district has set, and let go
    what is owed of a school that has nobody left to list: over a summer, say."""
    on, schools = district_day(at), with_students(at)
    old = EssentialList.objects.select_for_update(of=("self",)).filter(gone_at=None, night_on__lt=on - LONGEST)
    _destroy(list(old.exclude(school__in=schools).select_related("note")), at)
    _let_go({it.of for it in open_duties.of_room(ROOM, at=at)} - set(schools), at)
    for school in schools:
        lists = EssentialList.objects.filter(school=school)
        stored, first = lists.exclude(stored_at=None).order_by("-night_on").first(), lists.order_by("night_on").first()
        if first is None:
            continue
        due = (stored or first).night_on + timedelta(days=days)
        if on >= due - timedelta(days=1):
            _owe(Owed(RULE, ROOM, school, at, CUSTODIAN, school, part=STORED, due_on=due), (stored or first).entry)


def _let_go(schools: Iterable[UUID], at: datetime) -> None:
    for school in schools:
        event = ledger.event(Act.ESSENTIALS_MADE, record=school, part="nobody_here", by=PROGRAM, outcome="0", at=at)
        duties.let_go(ROOM, school, Over(None, ledger.write(event), at), rule=RULE)


def _owe(owed: Owed, entry: UUID) -> None:
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)


def _destroy(these: Iterable[EssentialList], at: datetime) -> None:
    for it in these:
        it.gone_at, it.gone_entry = at, dispose_of_a_day(it.note, by=PROGRAM, at=at)
        it.save(update_fields=["gone_at", "gone_entry"])
