"""Who takes in a court's order at each school, and who in their place: the first of the three parts of the district's
protocols (Fam. Code 6323.5(c)(1)). An order binds from the moment it is handed in, whether or not anybody is named."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law import Decision, default_calendar
from fileroom.law.days import add_years, district_day
from fileroom.law.facts import Action, District, ProtocolPart, Question
from fileroom.law.offices import OFFICES
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.calendars import calendar
from fileroom.people.designators import designator_facts
from fileroom.people.facts import CUSTODIAN, NO_OFFICE
from fileroom.people.models import Assignment, Custodian, Employee, OrderReceiver, School
from fileroom.people.models.rows import held, in_force
from fileroom.people.names import employee_name
from fileroom.people.owed import OF_THE_DISTRICT, SUPERINTENDENT
from fileroom.people.signed_in import SignedIn

# The duty of the district while its protocols lack a part, and its room.
PROTOCOLS, COMPLETE = "order_protocols", "programmes.order_protocols.complete_protocols"
# The Superintendent's office says each year whether they still are who takes them in: its room, and the rule.
RECEIVERS, STILL_THEY = "order_receivers", "programmes.order_protocols.with_their_three_parts"
YEARS = 1  # after it was last said so
# What the program itself sees to, wherever it runs: every door obeys an order, and filing one makes its receipt.
OF_THE_PROGRAM = (ProtocolPart.RESTRAINED_PARTY_KEPT_OUT, ProtocolPart.SUBMISSION_AND_RECEIPT)


@dataclass(frozen=True)
class Receivers:
    """Who takes in orders at one school; names and offices are empty where nobody is designated, or has left.
    `said_on`: the day on which they were designated, or confirmed, last."""

    school: UUID
    name: str
    receiver: str
    receiver_role: str
    backup: str
    backup_role: str
    said_on: date | None = None
    receiver_id: UUID | None = None
    backup_id: UUID | None = None

    def confirm_by(self) -> date | None:
        """The day until which that they are has been said; None: nobody is designated."""
        return add_years(self.said_on, YEARS) if self.said_on else None


@dataclass(frozen=True)
class Protocol:
    """The receivers of each school, and the law's word on whether the protocols have all their parts."""

    schools: tuple[Receivers, ...]
    decision: Decision


@dataclass(frozen=True)
class Named:
    """It is noted, under this entry."""

    id: UUID
    entry: UUID


@durable_transaction
def name_receiver(
    id_: UUID, school_id: UUID, employee_id: UUID, backup_id: UUID | None, *, by: SignedIn, at: datetime
) -> Named:
    """The Superintendent's designee says who takes in orders at a school from today on.

    Raises Missing (no such school, or not designated for it), FormUsed, and ValidationError.
    """
    on = district_day(at)
    who = designator_facts(by.account, on)
    school = School.objects.select_for_update(no_key=True).filter(pk=school_id).first()
    if not who.designated or school is None:
        raise Missing
    if row := OrderReceiver.objects.filter(pk=id_).first():
        if (row.school_id, row.employee_id, row.backup_id) != (school_id, employee_id, backup_id):
            raise FormUsed
        return Named(row.id, row.entry)
    _possible(employee_id, backup_id, on)
    entry = ledger.write(
        ledger.event(Act.ORDERS_RECEIVER_NAMED, record=id_, part=str(school_id), by=by.acting_as(who.role), at=at)
    )
    before = OrderReceiver.objects.filter(school=school, to_on=None)
    before.filter(from_on__lt=on).update(to_on=on - timedelta(days=1))
    before.update(to_on=on)  # named today already: whoever was meant by mistake stays in the history
    OrderReceiver.objects.create(
        id=id_, school=school, employee_id=employee_id, backup_id=backup_id, named_by=by.account.id, entry=entry,
        from_on=on,
    )  # fmt: skip
    duties.discharge(RECEIVERS, school.id, Over(by.account.id, entry, at))
    _owe_a_word(school.id, on, entry, at)
    if protocol(on=on).decision.granted:
        duties.discharge(PROTOCOLS, OF_THE_DISTRICT, Over(by.account.id, entry, at))
    return Named(id_, entry)


def owe_words(*, at: datetime) -> None:
    """Each school's receivers are confirmed within a year of their designation; those designated before that was owed
    too. Part of the open transaction."""
    for row in OrderReceiver.objects.filter(in_force(district_day(at)), to_on=None):
        _owe_a_word(row.school_id, row.from_on, row.entry, at)


def _owe_a_word(school: UUID, said_on: date, entry: UUID, at: datetime) -> None:
    owed = Owed(STILL_THEY, RECEIVERS, school, at, SUPERINTENDENT, due_on=add_years(said_on, YEARS))
    duties.owe([owed], calendar=calendar() or default_calendar(), caused_by=entry)


def _possible(employee_id: UUID, backup_id: UUID | None, on: date) -> None:
    if employee_id == backup_id:
        raise ValidationError({"backup": "Somebody else stands in when this person is away. Choose another."})
    here = Q(left_on=None) | Q(left_on__gte=on)
    named = {employee_id, backup_id or employee_id}
    if Employee.objects.filter(here, pk__in=named).count() != len(named):
        raise ValidationError({"receiver": "Choose somebody who is employed here today."})


def receivers(*, on: date) -> list[Receivers]:
    """Each school, with who takes in orders there today."""
    with district_transaction():
        rows = OrderReceiver.objects.filter(in_force(on)).select_related("employee", "backup")
        by_school = {row.school_id: row for row in rows.order_by("from_on", "to_on")}
        return [_of(school, by_school.get(school.id), on) for school in School.objects.order_by("name")]


def _of(school: School, row: OrderReceiver | None, on: date) -> Receivers:
    first, second = (_here(row.employee, on), _here(row.backup, on)) if row else (None, None)
    said_on = row.from_on if row and first else None
    ids = (it.id if it else None for it in (first, second))
    return Receivers(school.id, school.name, *_said(first, school, on), *_said(second, school, on), said_on, *ids)


def _here(who: Employee | None, on: date) -> Employee | None:
    return who if who is not None and (who.left_on is None or who.left_on >= on) else None


def _said(who: Employee | None, school: School, on: date) -> tuple[str, str]:
    return (employee_name(who), _role(who, school, on)) if who else ("", "")


def _role(who: Employee, school: School, on: date) -> str:
    """The office by which they are known at the school, or in the district."""
    there = Q(held(on), Q(school=school) | Q(school=None), employee=who)
    roles = set(Assignment.objects.filter(there).values_list("role", flat=True))
    keeps = {CUSTODIAN} if Custodian.objects.filter(there).exists() else set()
    # By what somebody is called at the door: "the principal" says more there than "the custodian of records".
    best = OFFICES.best(roles) or OFFICES.best(keeps)
    return best[0].role if best else NO_OFFICE


def protocol(*, on: date) -> Protocol:
    """The district's protocols as they stand today."""
    schools = receivers(on=on)
    named = bool(schools) and all(it.receiver for it in schools)
    parts = (*((ProtocolPart.PERSONNEL_WHO_RECEIVE,) if named else ()), *OF_THE_PROGRAM)
    asked = Question(on=on, action=Action.ADOPT_PROTOCOLS, district=District(order_protocols=parts))
    with district_transaction():
        return Protocol(tuple(schools), counsel.decide(asked))
