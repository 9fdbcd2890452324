"""The register of delegations: given and taken back by whoever holds the office; never by a delegate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from fileroom.duties import queries as open_duties
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import queries
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.designators import accounts_designated, designator_facts, offices_held_over_all
from fileroom.people.models import Employee
from fileroom.people.names import employee_name
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import LONGEST, OF_BEFORE, Programme
from fileroom.programmes.models import Delegation

MOST = 200  # of those that are over
ROOM, LEFT = "delegations", "left"  # of the duty to look at one that a roster has ended, and its part


@dataclass(frozen=True)
class Given:
    """A delegation about to be given: to whom, in which programmes, from today or a later day; without a last day for
    the longest."""

    employee: UUID
    programmes: tuple[str, ...]
    from_on: date
    to_on: date | None


@dataclass(frozen=True)
class Listed:
    """One of the register. `holds`: in force today; `left`: its holder works here no more; `lapsed`: whoever gave it
    holds the office no more; `over_on`: its last day; `by_itself`: it ended with the employment of its holder;
    `to_look_at`: and nobody has said yet that they have left."""

    id: UUID
    holder: str
    programmes: tuple[str, ...]
    from_on: date
    over_on: date | None
    given_by: str
    given_at: datetime
    holds: bool
    ends: bool
    left: bool
    lapsed: bool
    by_itself: bool
    to_look_at: bool


@dataclass(frozen=True)
class Holder:
    """Who acts by office, without a delegation; `offices`: words of the table of offices."""

    name: str
    offices: tuple[str, ...]


@dataclass(frozen=True)
class Register:
    """All of them, those that hold first; and who needs none. `may_give`: this account holds the office itself."""

    listed: tuple[Listed, ...]
    holders: tuple[Holder, ...]
    may_give: bool


def register(*, by: SignedIn, at: datetime) -> Register:
    """For any employee: who may act for the Superintendent is for all of them to know. Raises Missing."""
    if by.account.employee_id is None:
        raise Missing
    on = district_day(at)
    with district_transaction():
        theirs = set(accounts_designated(on).values_list("id", flat=True))
        rows = [it for part in _running_first(on) for it in part]
        names = queries.account_names(it.given_by for it in rows)
        waits = {it.of for it in open_duties.of_room(ROOM, at=at)}
        listed = tuple(_listed(it, names, theirs, waits, on) for it in rows)
        may_give = designator_facts(by.account, on).designated
        return Register(tuple(sorted(listed, key=lambda it: not it.holds)), tuple(_holders(on)), may_give)


def _holders(on: date) -> Iterator[Holder]:
    """Who holds such an office for the whole district today, and works here, by name."""
    offices = defaultdict[UUID, list[str]](list)
    for employee, office in sorted(offices_held_over_all(on), key=lambda it: it[1]):
        offices[employee].append(office)
    here = Employee.objects.exclude(left_on__lt=on).filter(pk__in=offices)
    for it in here.order_by("family", "given"):
        yield Holder(employee_name(it), tuple(offices[it.id]))


def _running_first(on: date) -> Iterator[QuerySet[Delegation]]:
    """All that run, however many they are: whoever may act stands here. Of those that are over the newest."""
    newest = "-from_on", "-given_at"
    yield _running(on).select_related("employee").order_by(*newest)
    yield Delegation.objects.filter(_over(on)).select_related("employee").order_by(*newest)[:MOST]


def _listed(it: Delegation, names: dict[UUID, str], theirs: set[UUID], waits: set[UUID], on: date) -> Listed:
    left = it.employee.left_on is not None and it.employee.left_on < on
    last = last_day(it.from_on, it.to_on)
    by_itself = it.ended_at is not None and it.ended_by is None
    over_on = district_day(it.ended_at) if it.ended_at else last
    if by_itself and it.employee.left_on:  # the round comes later; whoever is here anew has no such day
        over_on = min(over_on, it.employee.left_on)
    running, lapsed = it.ended_at is None and last >= on, it.given_by not in theirs
    return Listed(
        it.id, employee_name(it.employee), tuple(it.programmes), it.from_on, over_on, names.get(it.given_by, ""),
        it.given_at, running and it.from_on <= on and not left and not lapsed, running, left, running and lapsed,
        by_itself, it.id in waits,
    )  # fmt: skip


def last_day(from_on: date, to_on: date | None) -> date:
    """The last day on which it holds."""
    return to_on or from_on + LONGEST - timedelta(days=1)


@durable_transaction
def give(id_: UUID, given: Given, *, by: SignedIn, at: datetime) -> UUID:
    """Enter it. Raises Missing (whoever gives holds the office itself), FormUsed and ValidationError."""
    who, on = designator_facts(by.account, district_day(at)), district_day(at)
    if not who.designated:
        raise Missing
    given = replace(given, to_on=last_day(given.from_on, given.to_on))

    def enter() -> UUID:
        _fit(given, by, on)
        return _enter(id_, given, who.role, by, at)

    return act_once(lambda: _entered(id_, given, by), enter)


def _entered(id_: UUID, given: Given, by: SignedIn) -> UUID | None:
    """What this form has given already. Raises FormUsed."""
    before = Delegation.objects.filter(pk=id_).first()
    if before is None:
        return None
    sent = Given(before.employee_id, tuple(before.programmes), before.from_on, before.to_on)
    if (sent, before.given_by) != (given, by.account.id):
        raise FormUsed
    return before.id


def _enter(id_: UUID, given: Given, role: str, by: SignedIn, at: datetime) -> UUID:
    event = ledger.event(
        Act.DELEGATION_GIVEN, record=id_, part=".".join(given.programmes), by=by.acting_as(role),
        outcome=f"{given.from_on}/{given.to_on}", at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    Delegation.objects.create(
        id=id_, employee_id=given.employee, programmes=list(given.programmes), from_on=given.from_on,
        to_on=given.to_on, given_at=at, given_by=by.account.id, entry=entry,
    )  # fmt: skip
    for ended in Delegation.objects.filter(employee=given.employee, ended_at__isnull=False, ended_by=None):
        duties.discharge(ROOM, ended.id, Over(by.account.id, entry, at))  # they work here after all, or anew
    return id_


def _fit(given: Given, by: SignedIn, on: date) -> None:
    """Raises ValidationError."""
    employee = Employee.objects.filter(pk=given.employee).first()
    if employee is None or (employee.left_on is not None and employee.left_on < on):
        raise ValidationError({"employee": "Choose somebody who works here."})
    if given.employee == by.account.employee_id:
        raise ValidationError({"employee": "You hold the office already."})
    if not given.programmes or not set(given.programmes) <= set(Programme):
        raise ValidationError({"programmes": "Say in which programmes they act."})
    if given.from_on < on:
        raise ValidationError({"from_on": "A delegation holds from today or from a later day."})
    if given.from_on > last_day(on, None):
        raise ValidationError({"from_on": "This is more than a year from now. Then it is given anew."})
    to_on, longest = last_day(given.from_on, given.to_on), last_day(given.from_on, None)
    if to_on < given.from_on:
        raise ValidationError({"to_on": "It ends before it begins. Read both days again."})
    if to_on > longest:
        raise ValidationError({"to_on": "A delegation holds for a year at most. Then it is given anew."})


@durable_transaction
def end(delegation_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """Take it back, from this moment; of one that a roster has ended, say that its holder has left. Raises Missing."""
    who = designator_facts(by.account, district_day(at))
    row = Delegation.objects.select_for_update().filter(pk=delegation_id).first()
    if not who.designated or row is None:
        raise Missing
    if row.ended_at is None:
        event = ledger.event(Act.DELEGATION_ENDED, record=row.id, by=by.acting_as(who.role), at=at)
        row.ended_at, row.ended_by, row.ended_entry = at, by.account.id, ledger.write(event)
        row.save(update_fields=["ended_at", "ended_by", "ended_entry"])
    elif open_duties.about(ROOM, [row.id], at=at):
        event = ledger.event(Act.DELEGATION_ENDED, record=row.id, by=by.acting_as(who.role), outcome=LEFT, at=at)
        duties.discharge(ROOM, row.id, Over(by.account.id, ledger.write(event), at))
    return row.id


def held_by_nobody(on: date) -> QuerySet[Delegation]:
    """Delegations that still run, and whose holder works here no more. Joins an open transaction."""
    return _running(on).filter(employee__left_on__lt=on).select_related("employee")


def given_by_nobody(on: date) -> Iterable[Delegation]:
    """Delegations that would still run, but that nobody who holds the office has given. Joins an open transaction."""
    return _running(on).exclude(given_by__in=accounts_designated(on).values("id"))


def _running(on: date) -> QuerySet[Delegation]:
    return Delegation.objects.exclude(_over(on))


def _over(on: date) -> Q:
    return Q(ended_at__isnull=False) | Q(to_on__lt=on) | Q(OF_BEFORE, from_on__lte=on - LONGEST)
