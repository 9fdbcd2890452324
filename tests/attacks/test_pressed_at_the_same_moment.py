"""Two presses of one form, of which neither sees the other's row before it writes, are one act with one entry."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier, BrokenBarrierError, local
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.casework.waiting import link, links, waiting
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.incidents.reporting import reports
from tests.programmes.notices import steps

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn

Press = Callable[[UUID], object]


def gate(by: SignedIn) -> Press:
    from fileroom.people.trained import set_gate

    return lambda once: set_gate(once, AT.date(), 5, by=by, at=AT)


def incident(by: SignedIn) -> Press:
    return lambda once: reports(by, id_=once)


def policy(by: SignedIn) -> Press:
    from fileroom.programmes.policy.adopted import enter_policy

    return lambda once: enter_policy(once, "Kept in peace. " * 20, adopted_on=date(2026, 1, 14), by=by, at=AT)


def guide(by: SignedIn) -> Press:
    from fileroom.programmes.enforcement.guide import note_edition

    of: dict[str, Any] = {"updated_on": make.TODAY, "address": "https://oag.ca.gov/guide", "languages": ["en"]}
    return lambda once: note_edition(once, **of, by=by, at=AT)


def tool(by: SignedIn) -> Press:
    from fileroom.law.facts import RecordKind
    from fileroom.programmes.tools.register import Terms, enter

    terms = Terms("Reader", None, "Reads.", (RecordKind.GRADES,), False, "", "")
    return lambda once: enter(once, terms, by=by, at=AT)


@pytest.fixture
def together(monkeypatch: pytest.MonkeyPatch) -> Callable[[Press], list[object]]:
    """Both presses have looked for the row, and neither has written, when they go on."""
    from django.db import connections

    from fileroom.hosting import serving
    from fileroom.ledger import services as ledger

    both, mine, real, once = Barrier(2), local(), ledger.write, uuid4()

    def writes(*of: Any, **more: Any) -> Any:
        if getattr(mine, "presses", False):
            mine.presses = False
            try:
                both.wait(20)
            except BrokenBarrierError:  # pragma: no cover
                pytest.fail("the two never met")
        return real(*of, **more)

    def pressed(press: Press) -> object:
        mine.presses = True
        with serving("alder_creek"):
            try:
                return press(once)
            finally:
                connections.close_all()

    def twice(press: Press) -> list[object]:
        monkeypatch.setattr(ledger, "write", writes)
        with ThreadPoolExecutor(2) as hands:
            return [it.result() for it in [hands.submit(pressed, press) for _ in range(2)]]

    return twice


@pytest.mark.parametrize("form", [gate, incident, policy, guide, tool], ids=lambda it: it.__name__)
def test_a_form_pressed_twice_at_the_same_moment_is_one_act(
    town: make.Town, together: Callable[[Press], list[object]], form: Callable[[SignedIn], Press]
) -> None:
    before = len(entries())
    one, other = together(form(steps.designee().by))
    assert one == other and len(entries()) == before + 1


def test_of_two_presses_that_make_a_link_the_later_page_has_the_code_that_opens_it(
    town: make.Town, together: Callable[[Press], list[Any]]
) -> None:
    from fileroom.casework.opening import enter
    from fileroom.programmes.outgoing import ABOVE

    there = waiting(town)
    pages = together(lambda once: link(there, id=once, way="hand"))
    assert len(links()) == 1 and len({(it.code, it.token) for it in pages} - {("", "")}) == 2
    opened = [enter(it.token, it.code, ABOVE, client="", at=AT) is not None for it in pages]
    assert sorted(opened) == [False, True]
