"""What somebody owes: counted whole, told page by page, and what they may not know of is to them as if it were not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT

LETTER, COUNSEL = "programmes.operators_requests.issue_letter", "casework.orders_received.counsel_review"


@pytest.fixture
def designee(town: make.Town) -> make.Staffed:
    return make.staffed("administrator", "administrator", None)


def owe(number: int, rule: str = LETTER, room: str = "deletions", *, late: int = 0, **whose: Any) -> None:
    """So many duties of this kind, so many of them overdue."""
    from fileroom.duties.services import Owed
    from fileroom.duties.services import owe as enter
    from fileroom.hosting import district_transaction
    from fileroom.law import default_calendar

    whose = whose or {"office": "superintendent"}
    due = [AT.date() - timedelta(days=1) if at < late else AT.date() for at in range(number)]
    with district_transaction():
        these = [Owed(rule, room, uuid4(), AT, due_on=day, **whose) for day in due]
        enter(these, calendar=default_calendar(), caused_by=uuid4())


def page(by: Any, **asked: Any) -> Any:
    from fileroom.web.owed import page

    return page(by=by, at=AT, **asked)


def test_today_says_how_many_there_are_and_leads_to_all_of_them(designee: make.Staffed) -> None:
    owe(130, late=7)
    found = page(designee.by)
    assert (len(found.rows), found.owing.number, found.owing.late, found.owing.more) == (50, 130, 7, True)
    said = words(browser(designee.by).get("/").content.decode())
    assert "All that is owed: 80 more" in said and "things wait today" in said and "51 things" not in said


def test_the_list_goes_on_page_by_page_to_its_end_and_each_duty_stands_on_it_once(designee: make.Staffed) -> None:
    owe(130, late=7)
    pages = [page(designee.by, skip=skip) for skip in (0, 50, 100)]
    assert [len(it.rows) for it in pages] == [50, 50, 30]
    assert len({row["link"] for it in pages for row in it.rows}) == 130
    assert [it.owing.more for it in pages] == [True, True, False]
    late = page(designee.by, late=True)
    assert (len(late.rows), late.owing.number) == (7, 7)


@pytest.mark.parametrize(
    "query", ["", "?late", "?from=50", "?from=x", "?from=-1", "?from=999999999999", "?late&from=50"]
)
def test_every_address_of_the_list_is_a_page(designee: make.Staffed, query: str) -> None:
    owe(60)
    answer = browser(designee.by).get(f"/owed/{query}")
    assert answer.status_code == 200 and "All that is owed" in words(answer.content.decode())


def test_orders_that_somebody_may_not_know_of_hide_nothing_behind_them(town: make.Town) -> None:
    clerk = make.staffed("clerk", "registrar", town.school)
    owe(120, COUNSEL, "orders", late=120, office="registrar", school=town.school.id)
    owe(2, "programmes.training.every_employee_in_cybersecurity", "training", employee=clerk.row.id)
    found = page(clerk.by)
    assert (len(found.rows), found.owing.number, found.owing.late, found.owing.at_least) == (2, 2, 0, False)


def test_a_familys_account_owes_nothing_and_has_no_such_page(town: make.Town) -> None:
    assert page(town.mother.by).rows == []
    assert browser(town.mother.by).get("/owed/").status_code in (302, 404)
