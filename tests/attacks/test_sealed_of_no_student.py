"""What is kept under seal of no student: the custodian of the district reads it, and no log tells that it was read."""

from __future__ import annotations

import re
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry

PAGE = "/ledger/sealed/"
LINK = f'href="{PAGE}"'


@pytest.fixture
def town(district: str) -> make.Town:
    """Somebody from an immigration agency has asked at the counter for Ana's file."""
    from fileroom.disclosure.answers import Asker, answer

    town = make.town()
    # What the register of officers adds lies under seal too, and has its own tests: here the counter's line alone.
    answer(town.ana.id, Asker("officer"), enter=lambda *_: None, by=town.registrar.by, at=AT)
    assert (last_entry().student, last_entry().sealed) == (None, True)
    return town


def open_log() -> list[UUID]:
    return [it.id for it in entries() if not it.sealed]


def test_the_districts_custodian_reads_of_an_officer_who_asked(town: make.Town, keeper: make.Staffed) -> None:
    page = browser(keeper.by).get(PAGE)
    assert page.status_code == 200
    said = words(page.content.decode())
    assert "1 sealed entry of no student" in said
    assert "asked at the counter to see the file; no ID checked; nothing was shown" in said
    assert "Registrar Abara" in said and "Torres" not in said


@pytest.mark.parametrize("who", ["registrar", "teacher", "principal", "administrator"])
def test_nobody_else_reads_it_and_the_try_is_under_seal(town: make.Town, who: str) -> None:
    by = (make.staffed("ada", "administrator", None) if who == "administrator" else getattr(town, who)).by
    before = open_log()
    page = browser(by).get(PAGE)
    assert page.status_code == 403
    said = words(page.content.decode())
    assert "for the district&#x27;s custodian of records alone" in said and "counter" not in said
    assert (last_entry().act, last_entry().part, last_entry().sealed) == ("disclosure:refused", "sealed_log", True)
    assert open_log() == before


def test_a_familys_account_finds_no_such_page(town: make.Town) -> None:
    assert browser(town.mother.by).get(PAGE).status_code == 404


def test_the_ledgers_page_leads_there_only_for_whom_it_opens(town: make.Town, keeper: make.Staffed) -> None:
    assert LINK in browser(keeper.by).get("/ledger/").content.decode()
    for who in (town.principal, town.registrar):
        assert LINK not in browser(who.by).get("/ledger/").content.decode()


def test_that_it_was_read_is_under_seal_which_the_next_look_sees(town: make.Town, keeper: make.Staffed) -> None:
    before = open_log()
    assert "This list read" not in words(browser(keeper.by).get(PAGE).content.decode())
    noted = last_entry()
    assert (noted.act, noted.part, noted.sealed, noted.student) == ("log:viewed", "sealed_log", True, None)
    assert noted.actor.role == "custodian"
    said = words(browser(keeper.by).get(PAGE).content.decode())
    assert "This list read" in said and "Helen Abara" in said
    assert open_log() == before


def test_every_sealed_entry_of_no_student_is_there_and_none_of_a_students(
    town: make.Town, keeper: make.Staffed
) -> None:
    from fileroom.disclosure.log import Apart, sealed_apart

    father = make.related("father", town.ana)
    make.order(town.ana, father.row)
    browser(father.by).get(f"/family/{town.ana.id}/")
    browser(father.by).get(f"/family/{uuid4()}/")
    browser(town.principal.by).get(PAGE)
    mine = {it.id for it in entries() if it.sealed and it.student is None}
    assert len(mine) == 3 < len([it for it in entries() if it.sealed])
    seen = sealed_apart(by=keeper.by, at=AT, most=100)
    assert isinstance(seen, Apart) and not seen.more
    assert {it.event.id for it in seen.entries} == mine
    assert "4 sealed entries of no student" in words(browser(keeper.by).get(PAGE).content.decode())


def test_older_ones_are_a_click_away(town: make.Town, keeper: make.Staffed, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.disclosure import overview

    monkeypatch.setattr(overview, "MOST", 2)
    for _ in range(3):
        browser(keeper.by).get(PAGE)
    page = browser(keeper.by).get(PAGE).content.decode()
    assert "The newest 2 sealed entries" in words(page) and "asked at the counter" not in words(page)
    older = re.search(r'href="(\?older=[^"]+)">Earlier', page)
    assert older
    page = browser(keeper.by).get(f"{PAGE}{older[1]}").content.decode()
    assert "asked at the counter" in words(page) and "Earlier" not in words(page) and "The newest" in words(page)


def test_a_proof_taken_of_a_sealed_entry_is_told_there_as_the_operators(town: make.Town, keeper: make.Staffed) -> None:
    from fileroom.ledger import services as ledger

    operator = ledger.Actor(None, "operator", "cli")
    ledger.write(ledger.event(ledger.Act.LOG_EXPORTED, part="proof", by=operator, at=AT, sealed=True))
    said = words(browser(keeper.by).get(PAGE).content.decode())
    assert "Whoever runs this system Proof taken" in said
