"""An order's last day gives nothing back: whom it bound asks, and counsel says by a parent's day whether it holds."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from fileroom.law.days import district_day
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.orders.filing import shown
from tests.conftest import AT
from tests.disclosure.test_counter_search_and_log import at_counter

if TYPE_CHECKING:
    from fileroom.duties.models import Duty
    from fileroom.people.models import CourtOrder

TODAY = district_day(AT)
DAY = timedelta(days=1)
SAYS = "Somebody asks whose order is past its last day"


@pytest.fixture
def father(town: make.Town) -> make.Related:
    return make.related("father", town.ana)


@pytest.fixture
def order(town: make.Town, father: make.Related) -> CourtOrder:
    """It had its last day yesterday, and nobody has lifted it."""
    return make.order(town.ana, father.row, until=TODAY - DAY)


def owed_after(town: make.Town, who: make.Related) -> list[Duty]:
    """They ask at the counter; what counsel owes then."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    at_counter(town.registrar.by, town.ana, f"contact-{who.row.id}")
    with district_transaction():
        return list(Duty.objects.filter(office="counsel", part="asks", done_at=None))


def test_whom_an_order_bound_until_yesterday_is_answered_by_counsel_within_a_parents_days(
    town: make.Town, father: make.Related, order: CourtOrder
) -> None:
    (duty,) = owed_after(town, father)
    assert (duty.room, duty.of, duty.student, duty.clock) == ("orders", order.id, town.ana.id, "parent_inspection")
    assert duty.due_on is not None and TODAY + 5 * DAY <= duty.due_on <= TODAY + 14 * DAY
    assert [it.id for it in owed_after(town, father)] == [duty.id], "and once, however often he asks"


def test_of_a_mother_and_of_an_order_in_force_nothing_is_owed(
    town: make.Town, father: make.Related, order: CourtOrder
) -> None:
    assert owed_after(town, town.mother) == []
    make.change(order, to_on=TODAY)
    assert owed_after(town, father) == []


def test_it_stands_on_the_first_screen_of_who_sees_to_what_counsel_owes_until_it_is_noted_that_counsel_has_read_it(
    town: make.Town, father: make.Related, order: CourtOrder
) -> None:
    from fileroom.collection.orders.counsels_word import counsel_has_read

    owed_after(town, father)
    chief = make.staffed("chief", "administrator", None)
    assert SAYS in words(browser(chief.by).get("/").content.decode())
    assert SAYS not in words(browser(town.registrar.by).get("/").content.decode())
    counsel_has_read(order.id, seen=shown(order.id), by=town.principal.by, at=AT)
    assert SAYS not in words(browser(chief.by).get("/").content.decode())
