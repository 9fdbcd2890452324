"""The lists under Coming in: whole whoever is kept from whom, and without a lock that another act waits for."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.conftest import Rows
from tests.collection.quarantine.holding import filled, held
from tests.collection.quarantine.test_quarantine_many import copies
from tests.conftest import AT

if TYPE_CHECKING:
    from uuid import UUID

LATER = AT + timedelta(days=40)


@pytest.mark.parametrize("kept_from", [1, 7])
def test_copies_that_an_order_keeps_from_the_custodian_hide_no_other(town: make.Town, kept_from: int) -> None:
    from fileroom.collection.quarantine.lists import coming_in, template, waiting

    for place in range(kept_from):
        kid = make.student(f"Kid{place}", "Low")
        make.enrolment(kid, town.school)
        held(town.registrar.by, kid, filled(f"Kid{place} Low", f"401-22-66{place}3"))
        make.order(kid, make.contact("Principal", "Abara"))
    alone = filled().replace(b"At grade", b"Room: 4\nAt grade")
    later = held(town.registrar.by, town.ana, alone, at=AT + timedelta(hours=1))
    by = town.principal.by
    ((row,), more) = coming_in(by=by, at=LATER, days=10)
    assert (row.id, row.copies, row.overdue, more) == (later, 1, True, False)
    assert waiting(by=by, at=LATER, days=10) == (1, 1, False)
    mine = held(town.registrar.by, town.ana, filled("Ana Torres", "401-22-6699"), at=AT + timedelta(hours=2))
    assert template(mine, by=by, at=LATER, days=10).waiting.copies == 1, "they are not counted either"


def test_more_templates_than_are_listed_are_said_to_be_more(
    town: make.Town, monkeypatch: pytest.MonkeyPatch, rows: Rows
) -> None:
    from fileroom.collection.quarantine import lists

    monkeypatch.setattr(lists, "MOST_GROUPS", 2)
    for place in "abc":
        held(town.registrar.by, town.ana, filled() + f"Room {place * 3}:\n".encode())
    groups, more = lists.coming_in(by=town.principal.by, at=AT, days=10)
    assert (len(groups), more) == (2, True)
    pages = browser(town.principal.by)
    assert "There are more." in pages.get("/coming-in/").content.decode()
    assert "2+ " in pages.get("/").content.decode()


def test_a_page_waits_for_no_act_that_waits_for_it(town: make.Town) -> None:
    """It takes the students it is about in one go, in the order in which every act takes them."""
    import contextvars
    import threading

    from django.db import connections

    from fileroom.collection.quarantine.lists import template
    from fileroom.hosting import durable
    from fileroom.people.facts import Touch, facts_of_students

    first, last = sorted((town.ana, town.ben), key=lambda it: it.id)
    id_: UUID = held(town.registrar.by, last, filled("X", "401-22-6611"))
    held(town.registrar.by, first, filled("Y", "401-22-6612"))
    begun, done, gone = threading.Event(), threading.Event(), []

    def act() -> None:
        try:
            with durable():
                facts_of_students([first.id], AT.date(), Touch.CHANGES)
                begun.set()
                done.wait(1)
                facts_of_students([last.id], AT.date(), Touch.CHANGES)
            gone.append("done")
        finally:
            connections.close_all()

    other = threading.Thread(target=contextvars.copy_context().run, args=(act,))
    other.start()
    assert begun.wait(10)
    assert template(id_, by=town.principal.by, at=AT, days=10).waiting.copies == 2
    other.join(30)
    assert gone == ["done"]


@pytest.mark.parametrize("choice", ["return", "destroy"])
def test_so_many_at_once_and_the_rest_goes_on(town: make.Town, monkeypatch: pytest.MonkeyPatch, choice: str) -> None:
    from fileroom.collection.quarantine import deciding, gathering

    monkeypatch.setattr(gathering, "AT_ONCE", 4)
    id_, by = copies(town.school, 10), town.principal.by
    done: Any = None
    if choice == "return":
        done = deciding.return_to_sender(id_, by=by, at=AT)
    else:
        done = deciding.destroy(id_, cleared=True, by=by, at=AT)
    assert (done.number, done.left) == (4, 6)
