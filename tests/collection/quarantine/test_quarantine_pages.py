"""Coming in: the custodian sees what waits, covered, and nobody else sees more than the state of what they brought."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.quarantine.holding import NUMBER, OTHER_NUMBER, filled, held, state_of
from tests.conftest import AT
from tests.disclosure.asking import entries

if TYPE_CHECKING:
    from django.test import Client


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
    assert "Torres" not in said and "7265" not in said, "the list names nobody"
    links = browser(town.principal.by).get("/coming-in/").content.decode()
    assert sum(f"/coming-in/{it}/" in links for it in copies) == 1, "one of its copies leads to the form"


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
    assert [(it.act, it.record, it.student) for it in noted] == [("quarantine:looked_at", one, town.ana.id)]


def test_an_address_alone_is_no_look(two: tuple[make.Town, UUID, UUID]) -> None:
    town, one, _ = two
    before = len(entries())
    pages = browser(town.principal.by)
    assert pages.get(f"/coming-in/{one}/look/").status_code == 405
    assert "At grade level" not in page(pages, f"/coming-in/{one}/")
    assert len(entries()) == before


def test_a_decision_names_what_it_still_needs_and_does_nothing_before(two: tuple[make.Town, UUID, UUID]) -> None:
    town, one, _ = two
    pages, address = browser(town.principal.by), f"/coming-in/{one}/decide/"
    for sent, says in (
        ({}, "Choose what becomes of it."),
        ({"choice": "anything"}, "Choose what becomes of it."),
        ({"choice": "return"}, "Say that the sender has it"),
        ({"choice": "destroy"}, "Counsel looks first"),
        ({"choice": "exception", "exception": "nslp_last4"}, "does not cover all"),
    ):
        answer = pages.post(address, form(**sent))
        assert answer.status_code == 422 and says in answer.content.decode(), sent
    assert state_of(one) == "held"


def test_a_decision_leads_back_to_the_list_which_says_what_was_done_and_who_brought_it_reads_its_state(
    two: tuple[make.Town, UUID, UUID],
) -> None:
    town, one, _ = two
    pages = browser(town.principal.by)
    done = pages.post(f"/coming-in/{one}/decide/", form(choice="return", returned="on"))
    assert (done.status_code, done["Location"]) == (302, "/coming-in/")
    assert "2 copies sent back" in page(pages, "/coming-in/")
    assert "2 copies sent back" not in page(pages, "/coming-in/"), "said once"
    assert "Nothing waits for you" in page(pages, "/coming-in/")
    assert page(browser(town.registrar.by), "/coming-in/").count("Goes back to whoever brought it") == 2
    assert pages.post(f"/coming-in/{one}/decide/", form(choice="return", returned="on")).status_code == 404


def test_what_is_overdue_is_said_in_rust(two: tuple[make.Town, UUID, UUID]) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Quarantined

    town, *_ = two
    with district_transaction():
        Quarantined.objects.update(brought_at=AT - timedelta(days=400))
    assert "1 overdue" in page(browser(town.principal.by), "/")
    assert "Was due" in page(browser(town.principal.by), "/coming-in/")
