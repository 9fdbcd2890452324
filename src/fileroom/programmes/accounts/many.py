"""Accounts for those whom the roster brought, many at a time: each by a mail to the address the roster has of them.

What they may do the roster says already; so nothing is given with the account, and nobody's word is needed for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from fileroom.casework.post import is_an_address
from fileroom.collection.orders.shared_mailboxes import read_by_others
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.people.models import Account, Assignment, Employee, SectionTeacher
from fileroom.people.models.rows import in_force
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.accounts.inviting import Way
from fileroom.programmes.accounts.joining import Joined, New, join
from fileroom.programmes.accounts.standing import may_manage

MOST = 100  # in one press


@dataclass(frozen=True)
class Reach:
    """`by_mail`: of how many the next presses would make accounts; `by_hand`: of those of the roster at work, the
    employees without an account whom no mail reaches, be it that two have one address."""

    by_mail: int
    by_hand: frozenset[UUID]


def reach(*, by: SignedIn, at: datetime) -> Reach:
    """Whom the next presses reach, and whom they do not. Raises Missing."""
    on = district_day(at)
    with district_transaction():
        may_manage(by, at)
        mailed = _reached(on)
        rest = _at_work(on).exclude(pk__in=[it.pk for it in mailed])
        return Reach(len(mailed), frozenset(rest.values_list("pk", flat=True)))


def _reached(on: date) -> list[Employee]:
    """Whom a mail can reach that nobody else may read, in the order of their names."""
    those = [it for it in _of_their_own(on).order_by("family", "given", "id") if is_an_address(it.email)]
    shared = read_by_others(those)
    return [it for it in those if it.id not in shared]


def _at_work(on: date) -> QuerySet[Employee]:
    """Whom the roster has at work, and who have no account."""
    there = Q(left_on=None) | Q(left_on__gte=on)
    place = Assignment.objects.filter(in_force(on), employee=OuterRef("pk"))
    teaches = SectionTeacher.objects.filter(in_force(on), employee=OuterRef("pk"))
    return Employee.objects.filter(there, Exists(place) | Exists(teaches), account=None, source_id__isnull=False)


def _of_their_own(on: date) -> QuerySet[Employee]:
    """Those of them with an address that is theirs alone; nor has anybody of their name an account whom no roster
    knows: they may be one person, and that is for a person to say (accounts.same)."""
    another = Employee.objects.annotate(address=Lower("email")).filter(address=OuterRef("address"))
    taken = Account.objects.annotate(address=Lower("sign_in_name")).filter(address=OuterRef("address"))
    named = Q(given__iexact=OuterRef("given"), family__iexact=OuterRef("family"))
    alike = Employee.objects.filter(named, source_id=None, account__isnull=False)
    alone = ~Exists(another.exclude(pk=OuterRef("pk")))
    found = _at_work(on).annotate(address=Lower("email")).exclude(email="")
    return found.filter(~Exists(taken), ~Exists(alike), alone)


@durable_transaction
def make_for_the_roster(*, by: SignedIn, at: datetime) -> int:
    """Make their accounts, a hundred at most, each with its link by mail; how many. Raises Missing."""
    actor, made = by.acting_as(may_manage(by, at)), 0
    for who in _reached(district_day(at))[:MOST]:
        joined = join(New(who.id, "", "", ""), Way.MAIL, actor, at=at)
        made += isinstance(joined, Joined) and joined.link is not None
    return made
