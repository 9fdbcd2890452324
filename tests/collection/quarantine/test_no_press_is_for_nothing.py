"""A press takes those that were looked at as far as it gets: it stands still for no other, and says why they wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from tests.attacks.browsing import browser, words
from tests.collection.quarantine.holding import decision, held, settled, state_of
from tests.collection.quarantine.test_quarantine_something_else import HOMEWORK, filed, kept_back, look_at
from tests.collection.quarantine.test_what_was_shown import ANA, BEN, otherwise
from tests.conftest import AT

if TYPE_CHECKING:
    import pytest

    from fileroom.collection.opened import Read
    from tests import factories as make
    from tests.collection.conftest import Rows


def test_on_less_than_all_that_was_looked_at_no_other_is_judged(
    town: make.Town, monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    """There is no time to read all of them: those that were looked at are filed, one after another."""
    from fileroom.collection.quarantine import something_else

    kinds = [b"Date: %d May\n" % it for it in range(3)]
    mine = [held(town.registrar.by, town.ana, HOMEWORK % ANA + it) for it in kinds]
    twins = [held(town.registrar.by, town.ben, HOMEWORK % BEN + it, at=AT + timedelta(minutes=1)) for it in kinds]
    for it in mine:
        look_at(it, town.principal.by)
    monkeypatch.setattr(something_else, "SECONDS", -1.0)
    done = settled(filed(mine[0], town.principal.by, cleared=True))
    assert (done.number, done.left) == (1, 5) and "could be read to compare" in " ".join(done.waits)
    assert settled(filed(twins[0], town.principal.by, cleared=True)).number == 1
    assert sorted(map(state_of, mine)) == ["filed", "filed", "held"] and {state_of(it) for it in twins} == {"held"}
    assert rows("SELECT count(DISTINCT template) FROM records_quarantined") == [(1,)], "nobody is moved apart"


def _clean(read: Read) -> Read:
    from fileroom.screening.parts import Outcome

    seen = replace(read.screened, outcome=Outcome.CLEAN, findings=(), parts=())
    return replace(read, screened=seen)


def test_what_nothing_is_found_in_any_more_does_not_stand_in_the_way(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.quarantine import examined, something_else

    others = [held(town.registrar.by, town.ben, HOMEWORK % BEN + b"Notes: %d May\n" % it) for it in range(3)]
    mine = held(town.registrar.by, town.ana, HOMEWORK % ANA + b"Notes: ok\n", at=AT + timedelta(minutes=1))
    look_at(mine, town.principal.by)
    otherwise(monkeypatch, _clean)
    monkeypatch.setattr(examined, "in_part", lambda *_, **__: [])
    monkeypatch.setattr(something_else, "SECONDS", -1.0)  # one a press
    for _ in others:
        kept_back(mine, town.principal.by, "waits apart", cleared=True)
    assert settled(filed(mine, town.principal.by, cleared=True)).left == 0
    assert [state_of(it) for it in (mine, *others)] == ["filed", *["held"] * 3]


def test_what_cannot_be_read_in_time_does_not_stand_in_the_way(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.quarantine import something_else

    slow = held(town.registrar.by, town.ben, HOMEWORK % BEN + b"Notes: 1 May\n")
    mine = held(town.registrar.by, town.ana, HOMEWORK % ANA + b"Notes: ok\n", at=AT + timedelta(minutes=1))
    look_at(mine, town.principal.by)

    def late(read: Read) -> Read:
        whole = "1 May" not in read.parts[0].text
        return replace(read, screened=replace(read.screened, fully_examined=whole))

    otherwise(monkeypatch, late)
    monkeypatch.setattr(something_else, "SECONDS", -1.0)
    done = settled(filed(mine, town.principal.by, cleared=True))
    assert done.number == 1 and "could not be read whole just now" in " ".join(done.waits)
    assert (state_of(mine), state_of(slow)) == ("filed", "held")


def test_who_has_looked_at_what_is_on_hold_is_told_that_it_stays(town: make.Town) -> None:
    from fileroom.records.services import hold

    one, _ = (held(town.registrar.by, who, HOMEWORK % name) for who, name in ((town.ana, ANA), (town.ben, BEN)))
    look_at(one, town.principal.by)
    hold(town.ana.id, reason="request", by=None, at=AT)
    kept_back(one, town.principal.by, "a hold stands over its student", cleared=True)


def test_where_some_are_filed_the_page_says_why_others_wait(town: make.Town) -> None:
    one = held(town.registrar.by, town.ana, HOMEWORK % ANA + b"Notes: neatly\n")
    held(town.registrar.by, town.ben, HOMEWORK % BEN + b"Notes: my aunt Rosa came with nothing\n")
    look_at(one, town.principal.by)
    pages = browser(town.principal.by)
    pages.post(f"/coming-in/{one}/decide/", decision("file", being="asks_nothing", agreed="on"))
    said = words(pages.get("/coming-in/").content.decode())
    assert "1 copy filed, for it is something else." in said and "waits apart. Look at it too" in said
    assert "still wait" not in said
