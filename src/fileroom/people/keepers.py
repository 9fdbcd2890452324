"""Rows in, facts out: what the law asks about whoever would check the log, or sign for what it has lost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from fileroom.law.facts import Requester, RequesterKind
from fileroom.people.models import Account, Custodian
from fileroom.people.models.rows import in_force


@dataclass(frozen=True)
class KeeperFacts:
    """The holder of an account on one day: custodian of records or not, of one school or of the whole district."""

    custodian: bool
    whole_district: bool

    @property
    def role(self) -> str:
        """What the ledger calls them."""
        return "custodian" if self.custodian else "employee"

    def requester(self) -> Requester:
        """The same in the law's words."""
        kind = RequesterKind.CUSTODIAN_OF_RECORDS if self.custodian else RequesterKind.EMPLOYEE
        return Requester(kind=kind, whole_district=self.whole_district)


def keeper_facts(account: Account, on: date) -> KeeperFacts:
    """The account's holder as a keeper of the log. An office counts on its days, and while its holder is employed."""
    if account.employee_id is None:
        return KeeperFacts(custodian=False, whole_district=False)
    employed = Q(employee__left_on=None) | Q(employee__left_on__gte=on)
    offices = Custodian.objects.filter(in_force(on), employed, employee_id=account.employee_id)
    held = set(offices.values_list("school_id", flat=True))
    return KeeperFacts(custodian=bool(held), whole_district=None in held)
