"""Whoever tries the office's doors one after another fills no page, drives no other line away, and is noticed."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries

DOOR, PAGE = "programmes.end", "/ledger/sealed/"


def tries(who: make.Staffed, number: int, *, gate: str = DOOR, seconds: int = 1) -> None:
    """So many, at one gate, in so many seconds each."""
    from fileroom.disclosure.wrong_doors import refused_at_the_door

    for it in range(number):
        refused_at_the_door(gate, by=who.by, at=AT + timedelta(seconds=seconds * it))


def lines() -> list[tuple[str, str]]:
    return [(it.part, it.outcome) for it in entries() if it.act == "door:refused"]


def test_one_door_tried_again_and_again_is_a_line_that_says_how_often(town: make.Town) -> None:
    tries(town.teacher, 60)
    assert lines() == [(DOOR, "1"), (DOOR, "4"), (DOOR, "20")]


def test_another_door_another_person_and_another_hour_are_lines_of_their_own(town: make.Town) -> None:
    tries(town.teacher, 2)
    tries(town.teacher, 2, gate="programmes.give")
    tries(town.registrar, 2)
    tries(town.teacher, 2, seconds=3600)
    assert lines() == [(DOOR, "1"), ("programmes.give", "1"), (DOOR, "1"), (DOOR, "1")]


def test_they_are_in_a_lane_of_their_own_and_drive_nothing_away(
    town: make.Town, keeper: make.Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.disclosure import overview
    from fileroom.disclosure.answers import Asker, answer
    from fileroom.programmes.enforcement.visits import at_the_counter

    answer(town.ana.id, Asker("officer"), enter=at_the_counter, by=town.registrar.by, at=AT)
    monkeypatch.setattr(overview, "MOST", 3)
    for number in range(5):
        tries(town.teacher, 1, gate=f"programmes.try{number}")
    tries(town.teacher, 25)
    said = words(browser(keeper.by).get(PAGE).content.decode())
    assert "asked at the counter" in said and "programmes." not in said
    page = browser(keeper.by).get(f"{PAGE}?lane=doors").content.decode()
    assert "not theirs: programmes.end, 20 times" in words(page) and "Teacher Abara" in words(page)
    assert 'href="?lane=doors&amp;older=' in page and "asked at the counter" not in words(page)


@pytest.mark.parametrize(("number", "noticed"), [(8, False), (30, True)])
def test_the_watch_counts_them(town: make.Town, number: int, noticed: bool) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.watch.looking import look
    from fileroom.programmes.watch.reading import Limits, read_since

    tries(town.teacher, number)
    at = AT + timedelta(minutes=1)
    assert bool(look(limits=Limits(), at=at)) is noticed
    with district_transaction():
        since = read_since(town.teacher.by.account.id, "", AT, at)
    assert since is not None and (since.reads, since.refused) == (0, 25 if noticed else 5)


def test_the_watch_counts_tries_at_many_doors_together(town: make.Town) -> None:
    from fileroom.programmes.watch.looking import look
    from fileroom.programmes.watch.reading import Limits

    for number in range(6):
        tries(town.teacher, 8, gate=f"programmes.try{number}")
    assert look(limits=Limits(), at=AT + timedelta(minutes=1))


def test_a_page_of_the_browser_leaves_such_a_line(town: make.Town) -> None:
    client = browser(town.teacher.by)
    answers = [client.post("/delegations/end/", form(delegation=str(uuid4()))).status_code for _ in range(3)]
    assert answers == [404] * 3 and lines() == [(DOOR, "1")]
