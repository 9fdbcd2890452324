"""Of what is about a child from whom an order keeps the only designee nobody would hear: another is to be given the
office, of each district in which one holds it alone, and of no other, so that it tells nobody of an order."""

from __future__ import annotations

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.people.test_counsel_is_away import kept_from
from tests.people.test_owing import LETTER, owe, page

TITLE = "One person alone holds the office"


@pytest.fixture
def sole(town: make.Town) -> make.Staffed:
    return make.staffed("sole", "administrator", None)


def rounds() -> None:
    from fileroom.people.untold import look_round

    look_round(at=AT)


def titles(who: make.Staffed) -> list[str]:
    return [str(it["title"]) for it in page(who.by).rows]


def test_one_who_holds_it_alone_owes_another_whatever_stands_open_and_a_second_ends_it(
    town: make.Town, sole: make.Staffed
) -> None:
    rounds()
    assert titles(sole) == [TITLE]
    lines = len(entries())
    kept_from(town, sole)
    owe(1, LETTER, "deletions", office="superintendent", student=town.ana.id)
    rounds()
    assert titles(sole) == [TITLE] and len(entries()) == lines, "an order changes nothing of what they read"
    assert "Give it to somebody else too" in words(browser(sole.by).get("/").content.decode())
    second = make.staffed("second", "administrator", None)
    rounds()
    assert TITLE not in titles(sole) and len(titles(second)) == 1


def test_the_districts_custodian_of_records_is_a_second_person(town: make.Town, sole: make.Staffed) -> None:
    rounds()
    make.custodian(make.staffed("keeper", "teacher", None).row, None)
    rounds()
    assert titles(sole) == []


def test_two_are_not_one_alone_to_either_of_them_though_orders_keep_both_from_a_child(
    town: make.Town, sole: make.Staffed
) -> None:
    """Who reads that one holds the office alone, where two do, would know of an order."""
    second = make.staffed("second", "administrator", None)
    owe(1, LETTER, "deletions", office="superintendent", student=town.ana.id)
    rounds()
    lines = len(entries())
    for who in (sole, second):
        kept_from(town, who)
    rounds()
    assert (titles(sole), titles(second)) == ([], []) and len(entries()) == lines


def test_whoever_cannot_sign_in_is_no_second(town: make.Town, sole: make.Staffed) -> None:
    second = make.staffed("second", "administrator", None)
    rounds()
    assert titles(sole) == []
    make.change(second.by.account, is_active=False)
    rounds()
    assert titles(sole) == [TITLE]


def test_that_the_only_one_cannot_sign_in_any_more_is_no_second_person(sole: make.Staffed) -> None:
    rounds()
    lines = len(entries())
    make.change(sole.by.account, is_active=False)
    rounds()
    assert len(entries()) == lines, "nobody was given the office: it is owed still"
    first, second = (make.staffed(it, "administrator", None) for it in ("first", "second"))
    assert (titles(first), titles(second)) == ([TITLE], [TITLE])
    rounds()
    assert (titles(first), titles(second)) == ([], [])
