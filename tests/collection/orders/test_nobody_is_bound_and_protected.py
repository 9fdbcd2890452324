"""Whom an order protects it does not bind: one yes takes that back, and whom it protects is owed to be said anew."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.attacks.test_is_it_whom_an_order_names import goes_round, says, second_keeper
from tests.collection.orders.filing import files
from tests.collection.orders.test_whom_a_clerk_picks_is_looked_at import (
    MOBILE,
    another,
    guillermo,
    owed,
    picked,
    protected,
    say_whom_it_protects,
)
from tests.conftest import AT
from tests.disclosure.asking import outcome

__all__ = ["guillermo"]


@pytest.fixture
def hers(town: make.Town) -> make.Related:
    return another(town, "hers", "Rosa", "Ibarra", mobile=MOBILE)


@pytest.fixture
def second(town: make.Town) -> Any:
    return second_keeper()


@pytest.fixture
def order(town: make.Town, guillermo: make.Related, hers: make.Related, second: Any) -> UUID:
    """Two have said that she is another, and two that it protects her."""
    of = files(picked(town, guillermo, hers), town.registrar.by).id
    for by in (town.principal.by, second):
        says(of, "Rosa Ibarra", "no", by)
    for by in (second, town.principal.by):
        say_whom_it_protects(of, hers.row.id, by=by, at=AT)
    assert protected() == [hers.row.id] and not owed(of)
    return of


def test_of_whom_two_said_that_it_protects_them_one_says_that_it_binds_them_and_whom_it_protects_is_owed_anew(
    town: make.Town, hers: make.Related, second: Any, order: UUID
) -> None:
    """By mistake, perhaps; and it stands where the other word can be taken back."""
    says(order, "Rosa Ibarra", "yes", second)
    assert protected() == [None] and outcome(hers.by, town.ana) == "no"
    assert owed(order), "who keeps it is told the same day"
    for by in (town.principal.by, second):
        says(order, "Rosa Ibarra", "no", by)
    say_whom_it_protects(order, hers.row.id, by=second, at=AT)
    assert protected() == [None], "what two said before counts no more"
    say_whom_it_protects(order, hers.row.id, by=town.principal.by, at=AT)
    assert protected() == [hers.row.id] and outcome(hers.by, town.ana) == "must" and not owed(order)


def test_where_it_is_true_a_second_yes_ends_what_is_owed(town: make.Town, second: Any, order: UUID) -> None:
    says(order, "Rosa Ibarra", "yes", second)
    says(order, "Rosa Ibarra", "yes", second)
    assert owed(order), "who said so first has said so"
    page = browser(town.principal.by).get(f"/orders/{order}/").content.decode()
    assert 'name="answer" value="yes"' in page
    says(order, "Rosa Ibarra", "yes", town.principal.by)
    assert not owed(order) and protected() == [None]


def test_what_one_keeper_had_said_before_is_forgotten_too(
    town: make.Town, guillermo: make.Related, hers: make.Related, second: Any
) -> None:
    of = files(picked(town, guillermo, hers), town.registrar.by).id
    for by in (town.principal.by, second):
        says(of, "Rosa Ibarra", "no", by)
    say_whom_it_protects(of, hers.row.id, by=second, at=AT)
    says(of, "Rosa Ibarra", "yes", second)
    for by in (town.principal.by, second):
        says(of, "Rosa Ibarra", "no", by)
    say_whom_it_protects(of, hers.row.id, by=town.principal.by, at=AT)
    assert protected() == [None]


def test_of_before_it_is_found_by_the_round(hers: make.Related, order: UUID) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import OrderNamesake

    with district_transaction():
        row = OrderNamesake.objects.get(order=order, contact=hers.row.id)
    make.change(row, answer="yes")
    for _ in range(2):
        goes_round()
    assert protected() == [None] and len(owed(order)) == 1
