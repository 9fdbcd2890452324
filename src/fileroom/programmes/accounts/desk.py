"""Who has an account here and who has none; what each may do, since when, given by whom. For whoever gives roles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from fileroom.collection.models import ImportedAssignment
from fileroom.collection.orders.shared_mailboxes import is_read_by_another
from fileroom.hosting import district_transaction
from fileroom.law.days import district_day
from fileroom.people import queries
from fileroom.people.answers import Missing
from fileroom.people.designators import designator_facts
from fileroom.people.models import Account, Assignment, Custodian, Employee, School
from fileroom.people.names import employee_name
from fileroom.people.owed import FURTHEST
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.accounts import rules
from fileroom.programmes.accounts.shown import note_shown
from fileroom.programmes.accounts.standing import OPENED, WAITS, hands, has_left, may_manage, was_opened, who_give
from fileroom.programmes.models import Invitation, RoleGiven

MOST = 50
PAST = 100  # of those that are over, the newest


class Which(StrEnum):
    """Of whom the list is."""

    OPEN = "open"
    WAITING = "waiting"  # they have not chosen a password
    WITHOUT = "without"  # a roster knows them, and they have no account
    CLOSED = "closed"


@dataclass(frozen=True)
class Held:
    """A role that is held, is to be, or was. `by`: who gave it; empty where a roster or the installation did;
    `operator`: whoever runs the system. `agreed_by`: the second person; `alone`: one gave it, where two do. `place`: by
    which it can be ended here. `never`: it was over, or turned back, before it held for a day."""

    role: str
    school: str
    from_on: date | None
    to_on: date | None
    by: str = ""
    operator: bool = False
    reason: str = ""
    agreed_by: str = ""
    alone: bool = False
    roster: bool = False
    place: UUID | None = None
    ended_at: datetime | None = None
    ended_by: str = ""
    never: bool = False


@dataclass(frozen=True)
class Waits:
    """A role that waits for a second person. `mine`: whoever asks has given it, or would get it."""

    id: UUID
    account: UUID
    name: str
    role: str
    school: str
    from_on: date
    to_on: date | None
    reason: str
    by: str
    mine: bool


@dataclass(frozen=True)
class Person:
    """One of the list. `account` None: they have none. `until_at`: of a link that waits; `left`: they work here no
    more."""

    employee: UUID
    account: UUID | None
    name: str
    address: str
    which: Which
    left: bool
    until_at: datetime | None
    signed_in_at: datetime | None
    roles: tuple[Held, ...]


@dataclass(frozen=True)
class Listed:
    """A page of the list. `numbers`: how many each kind has; `waits`: what waits for a second person."""

    people: tuple[Person, ...]
    more: bool
    numbers: dict[Which, int]
    waits: tuple[Waits, ...]
    alone: bool


@dataclass(frozen=True)
class Page:
    """One person. `oneself`: whoever asks. `by_mail_alone`: they have signed in, and nobody else reads the mailbox."""

    person: Person
    waits: tuple[Waits, ...]
    past: tuple[Held, ...]
    by_roster: bool
    oneself: bool
    by_mail_alone: bool
    may_correct: bool
    schools: tuple[tuple[UUID, str], ...]


@dataclass(frozen=True)
class Beginning:
    """What Today says: `nobody`: nobody else has an account; `waits`: how many roles this account could agree to."""

    nobody: bool
    waits: int


def listed(which: Which, words: str = "", skip: int = 0, *, by: SignedIn, at: datetime) -> Listed:
    """A page of those whose name or address holds each word. Raises Missing."""
    on, skip = district_day(at), min(skip, FURTHEST)
    with district_transaction():
        role, named = may_manage(by, at), _named(words)
        found = of_which(which, on).filter(named).order_by("family", "given", "id")
        rows = list(found.select_related("account")[skip : skip + MOST + 1])
        note_shown((it.id for it in rows[:MOST]), "accounts", role, by=by, at=at)
        numbers = {it: of_which(it, on).filter(named).count() for it in Which}
        mine = {by.account.employee_id} if by.account.employee_id else set()
        alone = rules.leaves_one_alone(hands(who_give(on) | mine, on))
        return Listed(
            tuple(people(rows[:MOST], on)), len(rows) > MOST, numbers, _waits(RoleGiven.objects.filter(WAITS), by),
            alone,
        )  # fmt: skip


def _named(words: str) -> Q:
    fits = Q()
    for word in words.split()[:5]:
        fits &= Q(given__icontains=word) | Q(family__icontains=word) | Q(email__icontains=word)
    return fits


def of_which(which: Which, on: date) -> QuerySet[Employee]:
    """The employees of one of these lists. Part of the open transaction."""
    opened = Exists(Account.objects.filter(OPENED, employee=OuterRef("pk"), is_active=True))
    there = Q(left_on=None) | Q(left_on__gte=on)
    if which is Which.WITHOUT:
        return Employee.objects.filter(there, account=None)
    if which is Which.CLOSED:
        return Employee.objects.filter(Q(account__is_active=False) | Q(account__isnull=False, left_on__lt=on))
    return Employee.objects.filter(there, opened if which is Which.OPEN else ~opened, account__is_active=True)


def people(rows: list[Employee], on: date) -> Iterable[Person]:
    """These employees as the list shows them. Part of the open transaction."""
    ids = [it.id for it in rows]
    roles = _roles(ids, on)
    links = {it.account_id: it for it in Invitation.objects.filter(
        account__employee__in=ids, used_at=None, ended_at=None
    )}  # fmt: skip
    for it in rows:
        yield _person(it, roles.get(it.id, ()), links, on)


def _person(
    who: Employee, roles: tuple[Held, ...], links: dict[UUID, Invitation], on: date
) -> Person:  # fmt: skip
    account: Account | None = getattr(who, "account", None)
    left = has_left(who, on)
    if account is None:
        return Person(who.id, None, employee_name(who), who.email, Which.WITHOUT, left, None, None, roles)
    link = links.get(account.id)
    opened = account.has_usable_password() and bool(account.password)
    which = Which.CLOSED if left or not account.is_active else Which.OPEN if opened else Which.WAITING
    return Person(
        who.id, account.id, employee_name(who), account.sign_in_name, which, left, link.until_at if link else None,
        account.last_login, roles,
    )  # fmt: skip


def _roles(employees: list[UUID], on: date) -> dict[UUID, tuple[Held, ...]]:
    """What each of these holds or is to hold, the office of custodian too."""
    found: dict[UUID, list[Held]] = {}
    later = Q(Q(to_on=None) | Q(to_on__gte=on), employee__in=employees)
    places = list(Assignment.objects.filter(later).select_related("school").order_by("role", "school__name"))
    given = {it.assignment_id: it for it in RoleGiven.objects.filter(assignment__in=[it.pk for it in places])}
    rosters = set(ImportedAssignment.objects.filter(pk__in=[it.pk for it in places]).values_list("pk", flat=True))
    offices = list(Custodian.objects.filter(later).select_related("school"))
    names = _names([*given.values()], [it.designated_by for it in offices])
    for it in places:
        found.setdefault(it.employee_id, []).append(_held(it, given.get(it.pk), it.pk in rosters, names))
    for office in offices:
        school = office.school.name if office.school else ""
        whose = names.get(office.designated_by, "")
        one = Held(rules.CUSTODIAN, school, office.from_on, office.to_on, whose)
        found.setdefault(office.employee_id, []).append(one)
    return {who: tuple(theirs) for who, theirs in found.items()}


def _held(it: Assignment, given: RoleGiven | None, roster: bool, names: dict[UUID, str]) -> Held:
    school = it.school.name if it.school else ""
    if given is None:
        place = None if roster else it.pk
        return Held(it.role, school, it.from_on, it.to_on, roster=roster, place=place)
    return _said(given, school, names, place=it.pk, to_on=it.to_on)


def _said(
    it: RoleGiven, school: str, names: dict[UUID, str], *, place: UUID | None = None, to_on: date | None = None
) -> Held:
    second = rules.asks_second(it.role, at_school=it.school_id is not None)
    return Held(
        it.role, school, it.from_on, to_on, names.get(it.given_by, "") if it.given_by else "", it.given_by is None,
        it.reason, names.get(it.agreed_by, "") if it.agreed_by else "",
        alone=second and it.agreed_by is None and it.given_by is not None,
        place=place, ended_at=it.ended_at, ended_by=names.get(it.ended_by, "") if it.ended_by else "",
        never=it.assignment_id is None and it.agreed_at is None,
    )  # fmt: skip


def _names(given: Iterable[RoleGiven], others: Iterable[UUID | None] = ()) -> dict[UUID, str]:
    ids = [id_ for it in given for id_ in (it.given_by, it.agreed_by, it.ended_by)]
    return queries.account_names([*ids, *others])


def _waits(rows: QuerySet[RoleGiven], by: SignedIn) -> tuple[Waits, ...]:
    those = list(rows.select_related("employee__account", "school").order_by("given_at")[:PAST])
    names = _names(those)
    return tuple(
        Waits(
            it.id, it.employee.account.id, employee_name(it.employee), it.role, it.school.name if it.school else "",
            it.from_on, it.to_on, it.reason, names.get(it.given_by, "") if it.given_by else "",
            by.account.id == it.given_by or by.account.employee_id == it.employee_id,
        )
        for it in those
    )  # fmt: skip


def person(account_id: UUID, *, by: SignedIn, at: datetime) -> Page:
    """One who has an account. Raises Missing."""
    on = district_day(at)
    with district_transaction():
        role, who = may_manage(by, at), Employee.objects.select_related("account").filter(account=account_id).first()
        if who is None:
            raise Missing
        note_shown([who.id], "account", role, by=by, at=at)
        (it,), opened = people([who], on), was_opened(who.account)
        over = list(RoleGiven.objects.filter(_is_over(on), employee=who).select_related("school")[:PAST])
        names = _names(over)
        past = tuple(_said(one, one.school.name if one.school else "", names, to_on=one.to_on) for one in over)
        schools = tuple(School.objects.order_by("name").values_list("id", "name"))
        return Page(
            it, _waits(RoleGiven.objects.filter(WAITS, employee=who), by), past, who.source_id is not None,
            who.id == by.account.employee_id, opened and not is_read_by_another(who),
            it.which is Which.WAITING and not opened, schools,
        )  # fmt: skip


def _is_over(on: date) -> Q:
    return Q(ended_at__isnull=False) | Q(to_on__lt=on)


def known(employee_id: UUID, *, by: SignedIn, at: datetime) -> Person:
    """One whom the roster knows and who has no account. Raises Missing."""
    on = district_day(at)
    with district_transaction():
        role, who = may_manage(by, at), of_which(Which.WITHOUT, on).filter(pk=employee_id).first()
        if who is None:
            raise Missing
        note_shown([who.id], "account", role, by=by, at=at)
        (it,) = people([who], on)
        return it


def beginning(*, by: SignedIn, at: datetime) -> Beginning:
    """For the first screen: nothing of it for whoever gives no roles."""
    on = district_day(at)
    with district_transaction():
        if not designator_facts(by.account, on).designated:
            return Beginning(nobody=False, waits=0)
        others = Account.objects.filter(employee__isnull=False).exclude(pk=by.account.pk).exists()
        theirs = RoleGiven.objects.filter(WAITS).exclude(given_by=by.account.id)
        return Beginning(not others, theirs.exclude(employee=by.account.employee_id).count())


def may_open(*, by: SignedIn, at: datetime) -> bool:
    """Is the page of accounts theirs?"""
    with district_transaction():
        return designator_facts(by.account, district_day(at)).designated
