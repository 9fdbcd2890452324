"""What a custodian owes about a student, and no custodian there may be told of: an order names whoever holds the
office, or may. It stands on nobody's screen, so that the Superintendent's office owes it too. Nobody's act makes it so
(an order comes, an office changes hands): the round finds it.

It is so in every room: who counts anew what custodians owe there leaves alone what stands beside it. An office that
nobody holds is filled first (people.vacancies).

Where one person alone holds the Superintendent's office, another is to be given it: of what is about a child from whom
an order keeps that person nobody would hear. It is owed of each such district, whatever stands open, so that it tells
nobody of anything. Of a child from whom orders keep all who hold it nobody hears still, however many they are: whatever
was owed for that would tell them of an order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.queries import Listed
from fileroom.duties.services import Over, Owed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import default_calendar
from fileroom.law.days import district_day
from fileroom.ledger import queries as entries
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.bound import naming_employee
from fileroom.people.calendars import calendar
from fileroom.people.designators import designees_here, signing_in
from fileroom.people.facts import CUSTODIAN, RequesterFacts, facts_of_students, facts_towards
from fileroom.people.models import CourtOrderChild, Custodian
from fileroom.people.models.rows import held
from fileroom.people.moves import ORDERS, named_by
from fileroom.people.owed import OF_THE_DISTRICT, SUPERINTENDENT
from fileroom.people.vacancies import PROGRAM

SEEN_TO = "seen_to"
# A room of which it is asked, as it is owed, whether a custodian may be told; a name in another's file is no order yet.
POSSIBLE_ORDERS = "possible_orders"
ALONE = "designees_alone"  # the room of what is owed where one alone holds the Superintendent's office
GIVE_IT = "casework.custodians.not_the_superintendent_or_designee"  # who designates: the policy's word, no statute's


@dataclass(frozen=True)
class _Keeper:
    """A custodian with an account: the students from whom no order keeps them, nor may, those of them whom they serve,
    and the orders that name them, or may."""

    free: Set[UUID]
    serves: Set[UUID]
    named: Set[UUID]

    def hears_of(self, it: Listed, children: Collection[UUID]) -> bool:
        """As their first screen has it (people.owed, collection.orders)."""
        if it.room == ORDERS:
            return it.of not in self.named and not self.serves.isdisjoint(children)
        return not self.free.isdisjoint(children)


@durable_transaction
def look_round(*, at: datetime) -> None:
    """Let the Superintendent's office owe what stands on no custodian's screen, each once."""
    on = district_day(at)
    open_ = open_duties.of_offices((CUSTODIAN, SUPERINTENDENT), at=at)
    seen_to = {_one(it) for it in open_ if it.office == SUPERINTENDENT}
    for it, child in _unheard([it for it in open_ if it.office == CUSTODIAN], on):
        if _one(it) not in seen_to:
            seen_to.add(_one(it))  # of a row with several children each school owes its own
            _owe_too(it, child, at)
    _see_to_one_alone(len(designees_here(on)) <= 1, at)


def seen_to_instead(found: Iterable[Listed], *, at: datetime) -> set[UUID]:
    """Of these duties those of which the Superintendent's office sees to it because no custodian may be told: by their
    ids. The round has entered them, or who may be told was asked as they were; what both offices owe from the
    beginning, as they do of a missing child, is asked about here."""
    theirs = [it for it in found if it.office == SUPERINTENDENT and it.student]
    if not theirs:
        return set()
    own = entries.of_part({it.caused_by for it in theirs}, Act.DUTY_NOTED, SEEN_TO)
    instead = {it.id for it in theirs if it.caused_by in own}
    with district_transaction():
        ordered = _under_an_order({it.student for it in theirs if it.student})
        asked = [it for it in theirs if it.room == POSSIBLE_ORDERS or it.student in ordered]
        both = {_one(it): it.id for it in asked if it.id not in instead}
        if not both:
            return instead
        of_both = [it for it in open_duties.of_offices((CUSTODIAN,), at=at) if _one(it) in both]
        possible = [it for it in of_both if it.room == POSSIBLE_ORDERS]
        unheard = [*(it for it, _ in _unheard(of_both, district_day(at))), *_held(possible, district_day(at))]
        return instead | {both[_one(it)] for it in unheard}


def _held(theirs: Collection[Listed], on: date) -> Iterator[Listed]:
    """Of what custodians owe, that of which somebody holds the office."""
    here = Q(school=None) | Q(school__in={it.school for it in theirs if it.school})
    schools = set(Custodian.objects.filter(held(on), here).values_list("school", flat=True)) if theirs else set()
    yield from (it for it in theirs if schools & {None, it.school})


def _unheard(theirs: Iterable[Listed], on: date) -> Iterator[tuple[Listed, UUID]]:
    """Of what custodians owe, what no custodian there may be told of, each with a student whom it is about. An office
    that nobody holds is another's matter."""
    theirs = list(theirs)
    named = named_by({(it.room, it.of) for it in theirs})
    children = {it.id: _about(it, named.get((it.room, it.of), [])) for it in theirs}
    ordered = _under_an_order({child for those in children.values() for child in those})
    asked = [it for it in theirs if ordered & set(children[it.id])]
    keepers = _keepers(asked, children, on)
    for it in asked:
        there = [keepers[school] for school in (it.school, None) if school in keepers]
        if there and not any(who.hears_of(it, children[it.id]) for those in there for who in those):
            yield it, children[it.id][0]


def _see_to_one_alone(alone: bool, at: datetime) -> None:
    if alone == bool(open_duties.about(ALONE, [OF_THE_DISTRICT], at=at)):
        return
    entry = ledger.write(ledger.event(Act.DUTY_NOTED, part=ALONE, by=PROGRAM, sealed=True, at=at))
    if alone:
        owed = Owed(GIVE_IT, ALONE, OF_THE_DISTRICT, at, SUPERINTENDENT)
        duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)
    else:
        duties.discharge(ALONE, OF_THE_DISTRICT, Over(None, entry, at))


def _about(it: Listed, named: list[UUID]) -> list[UUID]:
    """Whom a reader of the row must not be kept from: an order's every child, and else the one whom the duty names."""
    return named if it.room == ORDERS or not it.student else [it.student]


def _one(it: Listed) -> tuple[str, UUID, str, str]:
    """The duty that it is at whichever office."""
    return it.room, it.of, it.rule, it.part


def _under_an_order(students: Iterable[UUID]) -> set[UUID]:
    rows = CourtOrderChild.objects.filter(student__in=list(students), order__lifted_on=None)
    return set(rows.values_list("student_id", flat=True))


def _keepers(
    asked: Collection[Listed], children: Mapping[UUID, Collection[UUID]], on: date
) -> Mapping[UUID | None, list[_Keeper]]:
    """Who holds the office and signs in, by its school; None: the whole district's. Each asked of the students alone
    of whom something is owed there. An office whose holder does not sign in hears of nothing."""
    of: dict[UUID | None, set[UUID]] = defaultdict(set)
    for it in asked:
        for school in {None, it.school}:
            of[school].update(children[it.id])
    facts = facts_of_students(of[None], on)
    orders = {it.of for it in asked if it.room == ORDERS}
    found: dict[UUID | None, list[_Keeper]] = defaultdict(list)
    offices = Custodian.objects.filter(held(on), Q(school=None) | Q(school__in=of)).select_related("employee")
    accounts = {it.employee_id: it for it in signing_in(on).filter(employee__in=offices.values("employee"))}
    for office in offices:
        here = found[office.school_id]
        if account := accounts.get(office.employee_id):
            towards = facts_towards(account, [facts[it] for it in of[office.school_id] if it in facts], on)
            here.append(_keeper(towards, naming_employee(orders, office.employee)))
    return found


def _keeper(towards: Mapping[UUID, RequesterFacts], named: Set[UUID]) -> _Keeper:
    free = {
        it: who.has_student is True
        for it, who in towards.items()
        if who.restrained_from_records is False and who.restrained_contact_only is False
    }
    return _Keeper(set(free), {it for it, serves in free.items() if serves}, named)


def _owe_too(it: Listed, student: UUID, at: datetime) -> None:
    """With its line under seal, whatever it is about: no reader of the open log tells what is owed from nothing."""
    event = ledger.event(Act.DUTY_NOTED, student=student, record=it.of, part=SEEN_TO, by=PROGRAM, sealed=True, at=at)
    owed = Owed(it.rule, it.room, it.of, at, SUPERINTENDENT, student=it.student, part=it.part, due_on=it.due)
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=ledger.write(event))
