"""A look serves what it has shown: not what could not be read, and no copy that says another thing."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.conftest import Rows
from tests.collection.quarantine.holding import decision, districts_custodian, filled, held, settled, state_of
from tests.collection.quarantine.test_quarantine_held import packed
from tests.collection.quarantine.test_quarantine_something_else import (
    HOMEWORK,
    filed,
    invoice,
    kept_back,
    look_at,
)
from tests.conftest import AT
from tests.disclosure.asking import entries

if TYPE_CHECKING:
    from collections.abc import Callable

    from fileroom.collection.opened import Read

WRITTEN = b"Notes: my aunt Rosa came with nothing and will not speak of it\n"


@pytest.fixture
def one(town: make.Town) -> UUID:
    return held(town.registrar.by, town.ana, invoice())


def _late(read: Read) -> Read:
    from fileroom.screening.parts import Outcome

    seen = replace(read.screened, outcome=Outcome.QUARANTINE, findings=(), parts=(), fully_examined=False, says="Late.")
    return replace(read, screened=seen)


BADLY: list[tuple[str, Callable[[Read], Read | None]]] = [
    ("not_shown", lambda _: None),
    ("not_shown", lambda read: replace(_late(read), parts=())),
    ("in_part", _late),
]


@pytest.mark.parametrize(("outcome", "badly"), BADLY)
def test_what_was_not_shown_was_not_looked_at(
    town: make.Town, one: UUID, monkeypatch: pytest.MonkeyPatch, outcome: str, badly: Callable[[Read], Read | None]
) -> None:
    from fileroom.collection import opened

    pages, read = browser(town.principal.by), opened.read

    def fails(*given: Any) -> Read | None:
        whole = read(*given)
        assert whole is not None
        return badly(whole)

    with monkeypatch.context() as failing:
        failing.setattr(opened, "read", fails)
        seen = words(pages.post(f"/coming-in/{one}/look/", form()).content.decode())
    assert "What it says, with every value covered" in seen and "you looked at it" not in seen
    assert [it.outcome for it in entries() if it.act == "quarantine:looked_at"] == [outcome]
    kept_back(one, town.principal.by, "Look at it first")
    look_at(one, town.principal.by)
    assert settled(filed(one, town.principal.by)).number == 1


def test_a_look_that_breaks_off_is_no_look_and_that_it_was_opened_is_known(
    town: make.Town, one: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection import opened

    def breaks(*_: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as breaking, pytest.raises(RuntimeError):
        breaking.setattr(opened, "read", breaks)
        look_at(one, town.principal.by)
    assert [it.act for it in entries()[1:]] == ["quarantine:read_again"]
    kept_back(one, town.principal.by, "Look at it first")


def test_a_look_of_before_of_which_nobody_knows_what_it_showed_is_none(town: make.Town, one: UUID) -> None:
    from fileroom.hosting import durable
    from fileroom.ledger import services as ledger
    from fileroom.ledger.services import Act

    before = ledger.event(
        Act.QUARANTINE_LOOKED_AT, student=town.ana.id, record=one, by=town.principal.by.acting_as("custodian"),
        outcome="may", at=AT,
    )  # fmt: skip
    with durable():
        ledger.write(before)
    kept_back(one, town.principal.by, "Look at it first")


def test_what_somebody_else_has_decided_about_meanwhile_is_not_shown(
    town: make.Town, one: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read while no transaction is open: what somebody else has decided by then is not shown."""
    from fileroom.collection import opened
    from fileroom.people.answers import Missing

    keeper, read = districts_custodian().by, opened.read
    look_at(one, keeper)

    def meanwhile(*given: Any) -> Read | None:
        monkeypatch.setattr(opened, "read", read)
        settled(filed(one, keeper))
        return read(*given)

    monkeypatch.setattr(opened, "read", meanwhile)
    with pytest.raises(Missing):
        look_at(one, town.principal.by)
    looked = [it.actor.account for it in entries() if it.act == "quarantine:looked_at"]
    assert looked == [keeper.account.id]


def test_one_look_serves_no_copy_on_which_somebody_wrote_another_thing(town: make.Town, rows: Rows) -> None:
    plain, other, written = (
        held(town.registrar.by, who, HOMEWORK % name + more)
        for who, name, more in (
            (town.ana, b"Ana Torres", b"Notes: neatly\n"),
            (town.ben, b"Ben Ruiz", b"Notes: neatly\n"),
            (town.ben, b"Ben Ruiz", WRITTEN),
        )
    )
    assert rows("SELECT count(DISTINCT template) FROM records_quarantined") == [(1,)], "one form, asking as often"
    look_at(plain, town.principal.by)
    done = settled(filed(plain, town.principal.by, cleared=True))
    assert (done.number, done.left) == (2, 0) and "waits apart" in " ".join(done.waits)
    assert [state_of(it) for it in (plain, other, written)] == ["filed", "filed", "held"]
    kept_back(written, town.principal.by, "Look at it first", cleared=True)
    look_at(written, town.principal.by)
    assert settled(filed(written, town.principal.by, cleared=True)).number == 1


def test_what_says_another_thing_waits_apart_with_its_like(town: make.Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who goes on meets it no more, however many there are; and one look at such a copy serves its like."""
    from fileroom.collection.quarantine import something_else

    monkeypatch.setattr(something_else, "SECONDS", -1.0)  # one a press
    written = [held(town.registrar.by, who, HOMEWORK % name + WRITTEN) for who, name in _two(town)]
    later = AT + timedelta(minutes=1)
    plain = [held(town.registrar.by, who, HOMEWORK % name + b"Notes: neatly\n", at=later) for who, name in _two(town)]
    by = town.principal.by
    look_at(plain[0], by)
    for _ in written:
        kept_back(plain[0], by, "waits apart", cleared=True)
    assert [settled(filed(plain[0], by, cleared=True)).left for _ in plain] == [1, 0]
    monkeypatch.undo()
    look_at(written[1], by)
    assert settled(filed(written[0], by, cleared=True)).number == 2
    assert {state_of(it) for it in (*plain, *written)} == {"filed"}


def _two(town: make.Town) -> tuple[tuple[Any, bytes], ...]:
    return (town.ana, b"Torres, Ana"), (town.ben, b"Ruiz, Ben")


def test_only_the_students_own_name_makes_no_difference(town: make.Town) -> None:
    mine = held(town.registrar.by, town.ana, HOMEWORK % b"Ana")
    anothers = held(town.registrar.by, town.ben, HOMEWORK % b"Maria")
    look_at(mine, town.principal.by)
    assert settled(filed(mine, town.principal.by, cleared=True)).number == 1
    assert state_of(anothers) == "held"


def test_where_a_copy_that_was_looked_at_cannot_be_read_no_other_is_judged_by_it(
    town: make.Town, monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    from fileroom.collection import opened

    one, other = (held(town.registrar.by, who, HOMEWORK % name) for who, name in _two(town))
    look_at(one, town.principal.by)
    read = opened.read

    def fails(name: str, body: bytes, *limits: Any) -> Read | None:
        whole = read(name, body, *limits)
        return _late(whole) if whole and b"Ana" in body else whole

    with monkeypatch.context() as failing:
        failing.setattr(opened, "read", fails)
        kept_back(one, town.principal.by, "could not be read whole just now", cleared=True)
    assert state_of(other) == "held"
    assert rows("SELECT count(DISTINCT template) FROM records_quarantined") == [(1,)], "nor is it moved apart"
    assert settled(filed(one, town.principal.by, cleared=True)).number == 2, "and it can be tried again"


def test_what_was_read_in_part_is_not_offered_and_the_page_says_why(town: make.Town, rows: Rows) -> None:
    id_ = held(town.registrar.by, town.ana, packed(filled()), name="scan.pdf")
    ((found, outcome),) = rows("SELECT jsonb_array_length(found), outcome FROM records_quarantined")
    assert found and outcome == "in_part"
    pages = browser(town.principal.by)
    shown = words(pages.get(f"/coming-in/{id_}/").content.decode())
    assert "It is something else: file it" not in shown
    assert "Filing it as something else is not offered: not all of it could be read" in shown
    look_at(id_, town.principal.by)
    kept_back(id_, town.principal.by, "Nobody knows whole", cleared=True)
    answer = pages.post(f"/coming-in/{id_}/decide/", decision("file", being="another_number", agreed="on"))
    assert answer.status_code == 422 and "Nobody knows whole" in answer.content.decode()
    assert "quarantine:filed" not in [it.act for it in entries()]


def test_what_is_not_read_in_time_waits_as_it_did_and_can_be_tried_again(
    town: make.Town, one: UUID, monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    from fileroom.collection import opened

    look_at(one, town.principal.by)
    told, read = "SELECT outcome, found, template, redactable, covered_by FROM records_quarantined", opened.read
    before = rows(told)

    def half(*given: Any) -> Read | None:
        whole = read(*given)
        assert whole is not None
        return replace(whole, screened=replace(whole.screened, fully_examined=False))

    with monkeypatch.context() as failing:
        failing.setattr(opened, "read", half)
        kept_back(one, town.principal.by, "could not be read whole just now")
    assert rows(told) == before
    assert settled(filed(one, town.principal.by)).number == 1
