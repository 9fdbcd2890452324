"""A clock was set back, or somebody wrote a row of tomorrow: what is of a time that has not come stands for no look."""

from __future__ import annotations

from datetime import datetime, timedelta

import psycopg
import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import asks, entries, opened

EARLIER = [timedelta(microseconds=1), timedelta(minutes=9), timedelta(hours=3), timedelta(days=20)]


def step(town: make.Town, at: datetime) -> bool:
    """A step of Ana's file: does it leave a line?"""
    from fileroom.disclosure.services import open_file

    before = len(entries())
    assert open_file(town.ana.id, by=town.registrar.by, at=at, step=True).decision.granted
    return len(entries()) > before


@pytest.mark.parametrize("back", EARLIER)
def test_a_line_ahead_of_the_clock_lets_nobody_in(town: make.Town, back: timedelta) -> None:
    opened(town.registrar.by, town.ana)
    assert not step(town, AT)
    assert step(town, AT - back)
    assert not step(town, AT - back)


def test_a_line_somebody_wrote_for_tomorrow_lets_nobody_in(town: make.Town, owner: psycopg.Connection) -> None:
    opened(town.registrar.by, town.ana)
    owner.execute("UPDATE ledger_event SET at = at + interval '1 day' WHERE act = 'file:opened'")
    assert step(town, AT)
    assert not step(town, AT + timedelta(minutes=1))


@pytest.mark.parametrize("back", EARLIER)
def test_a_page_of_the_log_turned_before_the_log_was_opened_leaves_its_line(town: make.Town, back: timedelta) -> None:
    from fileroom.disclosure.log import Looked, who_has_looked
    from fileroom.ledger.queries import Turn

    assert isinstance(who_has_looked(town.ana.id, by=town.principal.by, at=AT), Looked)
    turn = Turn(entries()[0].id, newer=False)
    for at, lines in ((AT, 0), (AT - back, 1), (AT - back, 0)):
        before = len(entries())
        assert isinstance(who_has_looked(town.ana.id, by=town.principal.by, at=at, turn=turn), Looked)
        assert len(entries()) == before + lines


def test_a_refusal_remembered_ahead_of_the_clock_is_noted_again(town: make.Town) -> None:
    who = make.related("claims", town.ana, verified=False)
    for at, lines in ((AT, 2), (AT + timedelta(minutes=5), 0), (AT - timedelta(hours=2), 2)):
        before = len(entries())
        asks(who.by, town.ana, at=at)
        assert len(entries()) == before + lines


def test_a_row_written_to_hush_refusals_for_years_hushes_none(town: make.Town, owner: psycopg.Connection) -> None:
    who = make.related("claims", town.ana, verified=False)
    asks(who.by, town.ana)
    owner.execute("UPDATE people_recent SET until = until + interval '9 years'")
    before = len(entries())
    asks(who.by, town.ana, at=AT + timedelta(minutes=1))
    assert len(entries()) == before + 2
