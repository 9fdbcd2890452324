"""Coming in: the custodian sees what waits, covered, and nobody else sees more than the state of what they brought."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, without_ids, words
from tests.collection.declaring import in_force_now
from tests.collection.quarantine.holding import (
    NUMBER,
    OTHER_NUMBER,
    decision,
    districts_custodian,
    filled,
    held,
    state_of,
)
from tests.conftest import AT
from tests.disclosure.asking import entries

if TYPE_CHECKING:
    from django.test import Client

COVERED = "\u2588" * 6


@pytest.fixture
def two(town: make.Town) -> tuple[make.Town, UUID, UUID]:
    return town, held(town.registrar.by, town.ana), held(town.registrar.by, town.ben, filled("Ben Ruiz", OTHER_NUMBER))


def page(pages: Client, address: str, **sent: object) -> str:
    answer = pages.post(address, form(**sent)) if sent else pages.get(address)
    assert answer.status_code == 200, address
    return words(answer.content.decode())


def test_the_list_says_what_was_found_by_which_law_how_many_and_until_when(two: tuple[make.Town, UUID, UUID]) -> None:
    town, *copies = two
    said = page(browser(town.principal.by), "/coming-in/")
    for expected in ("A Social Security number", "Ed. Code 49076.7", "2 copies of one form", "the counter", "due"):
        assert expected in said, expected
    assert "Torres" not in said and "7265" not in without_ids(said), "the list names nobody"
    links = browser(town.principal.by).get("/coming-in/").content.decode()
    assert sum(f"/coming-in/{it}/" in links for it in copies) == 1, "one of its copies leads to the form"


def test_what_may_be_something_else_is_said_to_be_in_doubt_and_nothing_else_is(town: make.Town) -> None:
    number = held(town.registrar.by, town.ben, b"Student: Ben Ruiz\nInvoice number: 401-22-6613\nPaid in cash.\n")
    pages = browser(town.principal.by)
    assert "A Social Security number, in doubt" in page(pages, "/coming-in/")
    assert "speak of another" in page(pages, f"/coming-in/{number}/")
    labelled = held(town.registrar.by, town.ana)
    assert page(pages, "/coming-in/").count("in doubt") == 1
    assert "in doubt" not in page(pages, f"/coming-in/{labelled}/")


def test_the_first_screen_leads_the_custodian_there_and_nobody_else(two: tuple[make.Town, UUID, UUID]) -> None:
    town, *_ = two
    assert "Held back at the gate" in page(browser(town.principal.by), "/")
    assert "Held back at the gate" not in page(browser(town.registrar.by), "/")


def test_a_look_shows_the_paper_with_every_value_covered_and_is_an_entry(two: tuple[make.Town, UUID, UUID]) -> None:
    town, one, _ = two
    before = len(entries())
    said = page(browser(town.principal.by), f"/coming-in/{one}/look/", any="thing")
    assert "Reading assessment" in said and "At grade level." in said and "██████" in said
    for piece in (NUMBER, "7265", "318"):
        assert piece not in said
    noted = entries()[before:]
    assert "Ana Torres" in said and "Ruiz" not in said, "whose it is, and of no other"
    assert [(it.act, it.record, it.student, it.outcome) for it in noted] == [
        ("quarantine:read_again", one, town.ana.id, "may"), ("quarantine:looked_at", one, town.ana.id, "shown")
    ]  # fmt: skip


def test_a_look_shows_what_was_found_wherever_it_stands(town: make.Town) -> None:
    pages_of_it = b"The class drew a tree, and wrote what grows on it.\n" * 300
    body = pages_of_it + b"Student: Ana Torres\nPaid by invoice number: 401-22-6613, in cash.\n" + pages_of_it
    id_ = held(town.registrar.by, town.ana, body)
    seen = page(browser(town.principal.by), f"/coming-in/{id_}/look/", of="it")
    assert f"Paid by invoice number: {COVERED}, in cash." in seen and "401-22" not in seen and "22-6613" not in seen
    assert len(seen) < len(body) and "what stands around what was found further on" in seen


def test_an_address_alone_is_no_look(two: tuple[make.Town, UUID, UUID]) -> None:
    town, one, _ = two
    before = len(entries())
    pages = browser(town.principal.by)
    assert pages.get(f"/coming-in/{one}/look/").status_code == 405
    assert "At grade level" not in page(pages, f"/coming-in/{one}/")
    assert len(entries()) == before


def test_whose_they_are_is_shown_to_who_asks_and_is_a_line_for_each(two: tuple[make.Town, UUID, UUID]) -> None:
    town, one, other = two
    before, pages = len(entries()), browser(town.principal.by)
    said = page(pages, f"/coming-in/{one}/")
    assert "Torres" not in said and "Ruiz" not in said and "Copy 2" in said
    assert pages.get(f"/coming-in/{one}/whose/").status_code == 405
    assert len(entries()) == before
    said = page(pages, f"/coming-in/{one}/whose/", any="thing")
    assert "Ana Torres" in said and "Ben Ruiz" in said
    noted = {(it.act, it.student, it.record, it.outcome) for it in entries()[before:]}
    assert noted == {
        ("quarantine:looked_at", town.ana.id, one, "whose"), ("quarantine:looked_at", town.ben.id, other, "whose")
    }  # fmt: skip
    assert all(it.sealed for it in entries()[before:])
    assert "Saw whose it is that was held back" in page(pages, f"/students/{town.ana.id}/sealed/")


def test_what_came_after_the_page_was_shown_is_not_decided_about(town: make.Town) -> None:
    one = held(town.registrar.by, town.ana)
    pages = browser(town.principal.by)
    shown = pages.get(f"/coming-in/{one}/").content.decode()
    until = re.search('name="until" value="([^"]+)"', shown)
    assert until and "One document" in shown
    later = held(town.registrar.by, town.ben, filled("Ben Ruiz", OTHER_NUMBER), at=AT + timedelta(seconds=1))
    pages.post(f"/coming-in/{one}/decide/", decision("return", until=until[1]))
    assert (state_of(one), state_of(later)) == ("returned", "held")
    assert "1 copy sent back; what lay here is destroyed. 1 of them still wait" in page(pages, "/coming-in/")


def test_a_decision_names_what_it_still_needs_and_does_nothing_before(two: tuple[make.Town, UUID, UUID]) -> None:
    town, one, _ = two
    pages, address = browser(town.principal.by), f"/coming-in/{one}/decide/"
    for sent, says in (
        ({}, "Choose what becomes of it."),
        ({"choice": "anything"}, "Choose what becomes of it."),
        ({"choice": "return"}, "Say that the sender has it"),
        ({"choice": "destroy"}, "Counsel looks first"),
        ({"choice": "return", "returned": "on"}, "open it afresh"),
        ({"choice": "destroy", "cleared": "on", "until": "2099-01-01"}, "open it afresh"),
        (decision("exception"), "Choose the declared exception"),
        (decision("exception", exception=str(uuid4())), "declared and that is in force"),
        (decision("exception", exception=str(in_force_now(town, districts_custodian()))), "does not cover all"),
    ):
        answer = pages.post(address, form(**sent))
        assert answer.status_code == 422 and says in answer.content.decode(), sent
    assert state_of(one) == "held"


def test_a_decision_leads_back_to_the_list_which_says_what_was_done_and_who_brought_it_reads_its_state(
    two: tuple[make.Town, UUID, UUID],
) -> None:
    town, one, _ = two
    pages = browser(town.principal.by)
    done = pages.post(f"/coming-in/{one}/decide/", decision("return"))
    assert (done.status_code, done["Location"]) == (302, "/coming-in/")
    assert "2 copies sent back" in page(pages, "/coming-in/")
    assert "2 copies sent back" not in page(pages, "/coming-in/"), "said once"
    assert "Nothing waits for you" in page(pages, "/coming-in/")
    assert page(browser(town.registrar.by), "/coming-in/").count("Goes back to whoever brought it") == 2
    again = pages.post(f"/coming-in/{one}/decide/", decision("return"))
    assert (again.status_code, again["Location"]) == (302, "/coming-in/"), "sent twice, it leads to the list too"
    assert "It waits no longer" in page(pages, "/coming-in/")


def test_what_is_overdue_is_said_in_rust(two: tuple[make.Town, UUID, UUID]) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Quarantined

    town, *_ = two
    with district_transaction():
        Quarantined.objects.update(brought_at=AT - timedelta(days=400))
    assert "1 overdue" in page(browser(town.principal.by), "/")
    assert "Was due" in page(browser(town.principal.by), "/coming-in/")
