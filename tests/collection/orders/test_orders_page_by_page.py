"""The list of orders goes on: none is left out of it because there are many, and none comes twice."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT


def many(town: make.Town, number: int) -> list[str]:
    """Orders on file against one contact, by their ids in the order of the list; each pair came in at one instant."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder, CourtOrderChild

    father = make.related("father", town.ana)
    rows = [
        CourtOrder(
            id=uuid4(), kind="stay_away", restrained=father.row, from_on=AT.date(), received_by=uuid4(),
            received_at=AT - timedelta(days=number - it // 2),
        )
        for it in range(number)
    ]  # fmt: skip
    with district_transaction():
        CourtOrder.objects.bulk_create(rows)
        CourtOrderChild.objects.bulk_create(CourtOrderChild(order=row, student=town.ana) for row in rows)
    return [str(row.id) for row in sorted(rows, key=lambda row: (row.received_at, row.id))]


def test_the_list_goes_on_until_every_order_was_on_it_once(town: make.Town) -> None:
    from fileroom.collection.orders import desk

    kept = many(town, 2 * desk.MOST + 1)
    first = desk.orders(by=town.principal.by, at=AT)
    second = desk.orders(after=first.listed[-1].id, by=town.principal.by, at=AT)
    third = desk.orders(after=second.listed[-1].id, by=town.principal.by, at=AT)
    assert [it.more for it in (first, second, third)] == [True, True, False]
    assert [str(it.id) for page in (first, second, third) for it in page.listed] == kept


def test_the_page_leads_to_the_next_ones_and_back_to_the_beginning(town: make.Town) -> None:
    from fileroom.collection.orders import desk

    kept = many(town, desk.MOST + 1)
    pages = browser(town.principal.by)
    first = pages.get("/orders/").content.decode()
    assert f"?after={kept[desk.MOST - 1]}" in first and "From the beginning" not in first
    last = pages.get(f"/orders/?after={kept[desk.MOST - 1]}").content.decode()
    assert kept[-1] in last and kept[0] not in last and "The next ones" not in last and "From the beginning" in last
    assert kept[0] in pages.get("/orders/?after=nothing").content.decode()
