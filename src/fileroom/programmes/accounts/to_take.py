"""Who signs in here and what each may do, as a list that whoever gives roles can take away for a review of access."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from uuid import UUID

from fileroom.disclosure.exports.sources import Cells
from fileroom.law.days import district_day
from fileroom.people.models import Employee
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.accounts.desk import Held, Which, of_which, people
from fileroom.programmes.accounts.rules import CUSTODIAN
from fileroom.programmes.accounts.standing import may_manage

HEADS = ("Name", "Signs in by", "Role", "Where", "From", "To", "Last signed in")
NO_ROLE = ("none", "", "", "")


def signing_in(words: str, by: SignedIn, at: datetime) -> Sequence[UUID]:
    """Every employee who signs in here, by name. Raises Missing. Part of the open transaction."""
    may_manage(by, at)
    found = of_which(Which.OPEN, district_day(at)).order_by("family", "given", "id")
    return list(found.values_list("id", flat=True))


def roles(ids: Collection[UUID], at: datetime) -> Cells:
    """A row for each role that each of them holds or is to hold; one that says none, where there is none."""
    rows, found = list(Employee.objects.filter(pk__in=list(ids)).select_related("account")), {}
    for it in people(rows, district_day(at)):
        theirs = [_role(one) for one in it.roles] or [NO_ROLE]
        found[it.employee] = tuple((it.name, it.address, *role, _day(it.signed_in_at)) for role in theirs)
    return found


def _role(it: Held) -> tuple[str, str, str, str]:
    called = "custodian of records" if it.role == CUSTODIAN else it.role.replace("_", " ")
    return called, it.school or "The whole district", _day(it.from_on), _day(it.to_on)


def _day(it: date | datetime | None) -> str:
    if it is None:
        return ""
    return f"{district_day(it) if isinstance(it, datetime) else it}"
