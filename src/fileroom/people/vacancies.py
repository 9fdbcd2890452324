"""What stands open at a school and somebody owes: an office of custodian that nobody holds, the word that its paper
orders are entered, who takes in court orders. Nobody's act makes an office vacant (its holder leaves, a last day
passes): the round finds it.

One duty an office, or a school, at a time; the act that ends it is the designation, or the signature.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.ledger import queries as entries
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act, Actor
from fileroom.people import queries
from fileroom.people.calendars import calendar
from fileroom.people.facts import CUSTODIAN
from fileroom.people.models import School
from fileroom.people.owed import OF_THE_DISTRICT, SUPERINTENDENT
from fileroom.people.receivers import COMPLETE, PROTOCOLS, owe_words, protocol

OFFICES, DRAWERS = "custodians", "orders_drawers"  # the rooms of these duties
REFUSALS = "refusals"  # the part of what a school owes that was signed for before these were counted
PUT_OFF = "waits"  # the first word of the part while something at the school is settled first; then what was owed
COUNTED_LATER = frozenset({"military", "colleges", "others"})
DESIGNATE = "casework.custodians.a_certificated_employee"
ENTER = "casework.orders_received.whoever_hands_it_in"
WHOLE_DISTRICT = "district"  # the part of an entry about an office of no one school
PROGRAM = Actor(account=None, role="system", door="round")


def look_round(*, at: datetime) -> None:
    """Count the last days of all duties anew, and note what is vacant or unsigned now, each once."""
    _look_round(at)


@durable_transaction
def _look_round(at: datetime) -> None:
    duties.recount(calendar() or default_calendar())
    on = district_day(at)
    offices = {office.school_id or OF_THE_DISTRICT: bool(office.holder) for office in queries.offices(on=on)}
    noted = {it.of for it in open_duties.about(OFFICES, offices, at=at)}
    for of, is_held in offices.items():
        if is_held and of in noted:
            entry = _note(Act.CUSTODIAN_HELD_AGAIN, of, at)
            duties.let_go(OFFICES, of, Over(None, entry, at))
        elif not is_held and of not in noted:
            owe_office(of, _note(Act.CUSTODIAN_VACANT, of, at), at)
    _protocols(on, at)
    owe_words(at=at)
    unsigned = unsigned_schools(on)
    noted = {it.of for it in open_duties.about(DRAWERS, unsigned, at=at)}
    for school in sorted(set(unsigned) - noted):
        owe_signature(school, _note(Act.ORDERS_NOT_SIGNED_FOR, school, at), at)
    _counts_that_lack(unsigned, at)


def _counts_that_lack(unsigned: Collection[UUID], at: datetime) -> None:
    """A school was signed for before every refusal was counted: its custodian counts again. It stays open meanwhile."""
    signed = entries.newest_parts(Act.ORDERS_SIGNED_FOR)
    lacking = {school for school, part in signed.items() if not COUNTED_LATER.issubset(_counted(part))} - set(unsigned)
    here = set(School.objects.filter(pk__in=lacking).values_list("id", flat=True))
    noted = {it.of for it in open_duties.about(DRAWERS, here, at=at)}
    for school in sorted(here - noted):
        entry = _note(Act.ORDERS_NOT_SIGNED_FOR, school, at)
        _owe([Owed(ENTER, DRAWERS, school, at, CUSTODIAN, school, part=REFUSALS)], entry)


def _counted(part: str) -> set[str]:
    """What was counted, as the entry of a signature has it: orders:2/restrictions:1."""
    return {it.partition(":")[0] for it in part.split("/")}


def _protocols(on: date, at: datetime) -> None:
    """The protocols for court orders lack a part while a school has nobody who is designated to take one in."""
    complete = protocol(on=on).decision.granted
    noted = bool(open_duties.about(PROTOCOLS, [OF_THE_DISTRICT], at=at))
    if complete == noted:
        entry = _note(Act.ORDERS_PROTOCOL_WHOLE if complete else Act.ORDERS_PROTOCOL_LACKS, OF_THE_DISTRICT, at)
        if complete:
            duties.let_go(PROTOCOLS, OF_THE_DISTRICT, Over(None, entry, at))
        else:
            _owe([Owed(COMPLETE, PROTOCOLS, OF_THE_DISTRICT, at, SUPERINTENDENT)], entry)


def unsigned_schools(on: date) -> list[UUID]:
    """Schools whose custodian has not signed that the paper orders are entered: there orders are not known."""
    signed = Q(orders_entered_on__isnull=False, orders_entered_on__lte=on)
    return list(School.objects.exclude(signed).values_list("id", flat=True))


def _note(act: Act, of: UUID, at: datetime) -> UUID:
    return ledger.write(ledger.event(act, part=part_of(of), by=PROGRAM, at=at))


def part_of(of: UUID) -> str:
    """How an entry names an office: by its school, or as the district's."""
    return WHOLE_DISTRICT if of == OF_THE_DISTRICT else str(of)


def owe_office(of: UUID, caused_by: UUID, at: datetime) -> None:
    """The Superintendent's office owes that somebody is designated. Part of the open transaction."""
    school = None if of == OF_THE_DISTRICT else of
    _owe([Owed(DESIGNATE, OFFICES, of, at, SUPERINTENDENT, school)], caused_by)


def owe_signature(school: UUID, caused_by: UUID, at: datetime) -> None:
    """The custodian of this school owes its signature for the paper orders. Part of the open transaction."""
    _owe([Owed(ENTER, DRAWERS, school, at, CUSTODIAN, school)], caused_by)


def put_off_signature(school: UUID, over: Over) -> None:
    """Its custodian would have signed, and something at the school is settled first. Part of the open transaction."""
    _owe_instead(school, {it: f"{PUT_OFF}/{it}" for it in ("", REFUSALS)}, over)


def owe_signature_again(school: UUID, at: datetime) -> None:
    """Nothing at the school waits any more: what was put off is owed anew. Part of the open transaction."""
    over = Over(None, _note(Act.ORDERS_NOT_SIGNED_FOR, school, at), at)
    _owe_instead(school, {f"{PUT_OFF}/{it}": it for it in ("", REFUSALS)}, over)


def is_put_off(part: str) -> bool:
    """Is this what a custodian owes of paper orders while something is settled first?"""
    return part.partition("/")[0] == PUT_OFF


def counts_again(part: str) -> bool:
    """Is this what a school owes that was signed for before every refusal was counted, put off or not?"""
    return part.rpartition("/")[2] == REFUSALS


def _owe_instead(school: UUID, parts: Mapping[str, str], over: Over) -> None:
    """Each of these that is owed becomes the other; a school may owe more than one."""
    for it in open_duties.about(DRAWERS, [school], at=over.at):
        if it.part in parts:
            duties.let_go_these([it.id], over)
            _owe([Owed(ENTER, DRAWERS, school, over.at, CUSTODIAN, school, part=parts[it.part])], over.evidence)


def _owe(owed: Iterable[Owed], caused_by: UUID) -> None:
    duties.owe(owed, calendar=calendar() or default_calendar(), caused_by=caused_by)


def office_given(school_id: UUID | None, over: Over) -> None:
    """Somebody holds the office from now on. Part of the open transaction."""
    duties.discharge(OFFICES, school_id or OF_THE_DISTRICT, over)
