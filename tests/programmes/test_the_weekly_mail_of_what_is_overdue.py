"""Once a week a mail says that something is overdue: to whomever Today says it, and to nobody else."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.people.test_owing import owe

READS = "casework.orders_received.counsel_review"
SITE = "disclosure.custodians.custodian_at_the_site"


def told() -> int:
    """How many this week's mail goes to."""
    from fileroom.programmes.overdue_digest import tell

    return tell(at=AT)


def still(who: make.Staffed) -> bool:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.overdue_digest import still_so, week_of

    with district_transaction():
        return still_so(who.row.id, UUID(int=0), week_of(AT.date()).isoformat(), AT)


@pytest.fixture
def chief(town: make.Town) -> make.Staffed:
    """Of the Superintendent's office."""
    chief = make.staffed("chief", "administrator", None)
    make.change(chief.row, email="chief@alder-creek.test")
    return chief


def test_what_the_superintendents_office_owes_is_told_to_that_office_and_to_its_delegates(
    town: make.Town, chief: make.Staffed
) -> None:
    from fileroom.programmes.delegations.register import Given, give

    make.change(town.registrar.row, email="maribel@alder-creek.test")
    owe(1, room="companies", late=1)
    assert told() == 1
    give(uuid4(), Given(town.registrar.row.id, ("vendors",), make.TODAY, None), by=chief.by, at=AT)
    assert told() == 1, "the delegate is new"
    assert still(chief) and still(town.registrar) and not still(town.teacher)


def test_what_counsel_owes_is_told_there_while_counsel_has_no_account(town: make.Town, chief: make.Staffed) -> None:
    father = make.contact("Victor", "Torres")
    order = make.order(town.ana, father)
    owe(1, READS, "orders", late=1, office="counsel")
    make.change(_duty(), of=order.id)
    assert told() == 1
    make.staffed("lawyer", "counsel", None)
    assert not still(chief)


def test_an_order_to_look_at_is_told_to_the_custodian_whom_today_tells_of_it(town: make.Town) -> None:
    order = make.order(town.ana, make.contact("Victor", "Torres"))
    owe(1, "casework.orders_reviewed.who_works_with_the_student_looks", "orders", late=1, office="custodian",
        school=town.school.id)  # fmt: skip
    make.change(_duty(), of=order.id)
    assert still(town.principal) and not still(town.teacher)


def _duty() -> Any:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        return Duty.objects.get()


def test_who_is_kept_from_the_child_learns_by_no_mail_that_anything_is_owed(town: make.Town) -> None:
    make.change(town.principal.row, email="abara@alder-creek.test")
    owe(1, SITE, "outgoing", late=1, office="custodian", school=town.school.id, student=town.ana.id)
    assert still(town.principal)
    make.order(town.ana, make.contact("Principal", "Abara"))
    assert not still(town.principal)
    assert told() == 0


def test_what_is_not_overdue_is_told_to_nobody(town: make.Town, chief: make.Staffed) -> None:
    owe(1, room="companies", late=0)
    assert told() == 0
    assert not still(chief)
    owe(1, room="companies", late=1)
    assert still(chief)
