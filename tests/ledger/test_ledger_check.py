"""The check of the whole ledger from its page: who may have it made, how far it is, and what it found."""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from threading import Barrier, BrokenBarrierError, Thread
from typing import Any
from uuid import UUID, uuid4

import pytest

from fileroom.ledger import services as ledger
from fileroom.seal.store import key_store
from tests import factories as make
from tests.attacks.browsing import browser, checked, words
from tests.ledger.acts import sequenced

HOUR_AGO = datetime.now(UTC) - timedelta(hours=1)
MANY = 4000


@pytest.fixture
def keeper(town: make.Town) -> make.Staffed:
    """The district's custodian of records."""
    helen = make.staffed("helen", "administrator", None)
    make.custodian(helen.row, None)
    return helen


@pytest.fixture
def lost(district: str) -> UUID:
    """A gap an hour old, which opened nothing."""
    entry = uuid4()
    key_store().note(district, [entry], HOUR_AGO)
    return entry


def acts() -> list[tuple[str, str, str]]:
    """Act, role and outcome of every entry, in order of arrival."""
    from tests.disclosure.asking import entries

    return [(event.act.value, event.actor.role, event.outcome) for event in entries()]


def begun(by: Any, *, at: datetime | None = None) -> Any:
    """A check that was begun and is not yet walked."""
    from fileroom.disclosure import ledger_check

    answer = ledger_check.begin(by=by, at=at or datetime.now(UTC))
    assert isinstance(answer, tuple)
    return answer[0]


def carried_out(check: Any, by: Any) -> None:
    from fileroom.disclosure import ledger_check

    ledger_check.carry_out(check.id, by=by, progress=lambda walked, entries: None, clock=lambda: datetime.now(UTC))


def test_any_employee_sees_how_the_log_stands_and_only_custodians_are_offered_the_check(
    town: make.Town, keeper: make.Staffed
) -> None:
    sequenced(3)
    offered = {}
    for who in (town.registrar, town.teacher, town.principal, keeper):
        page = browser(who.by).get("/ledger/").content.decode()
        assert ledger.checkpoint().splitlines()[0] in page
        offered[who.by.account.sign_in_name] = "Check it now" in page
    assert offered == {"registrar": False, "teacher": False, "principal": True, "helen": True}
    assert acts()[3:] == []


def test_a_check_is_an_entry_that_tells_its_outcome(town: make.Town) -> None:
    sequenced(3)
    office = browser(town.principal.by)
    assert office.post("/ledger/verify/").status_code == 302
    assert "3 entries of both logs walked" in words(checked(office))
    assert acts()[-1] == ("ledger:checked", "custodian", "whole")


def test_a_check_that_finds_something_says_so_in_its_entry(town: make.Town, lost: UUID, keeper: make.Staffed) -> None:
    office = browser(town.principal.by)
    office.post("/ledger/verify/")
    page = words(checked(office))
    assert "The ledger does not add up" in page
    assert str(lost) in page
    assert acts()[-1] == ("ledger:checked", "custodian", "findings:1")


@pytest.mark.parametrize("who", ["registrar", "teacher"])
def test_who_is_no_custodian_is_refused_the_check_with_its_law_and_it_is_not_made(town: make.Town, who: str) -> None:
    answer = browser(getattr(town, who).by).post("/ledger/verify/")
    assert answer.status_code == 403
    assert "5 CCR 433" in answer.content.decode()
    assert acts() == [("disclosure:refused", who, "no")]


def test_a_family_has_no_such_page(town: make.Town, lost: UUID) -> None:
    form = {"entry": str(lost), "reason": "server_stopped"}
    family = browser(town.mother.by)
    assert family.get("/ledger/").status_code == 404
    assert [family.post(f"/ledger/{page}/", form).status_code for page in ("verify", "explain")] == [404, 404]
    assert acts() == []


def test_how_far_it_is_is_told_from_nothing_to_all_entries_of_both_logs(
    district: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.ledger.verifying import walk

    sequenced(MANY, sealed_each=10)
    monkeypatch.setattr(walk, "CHUNK", 256)
    told: list[tuple[int, int]] = []
    report = ledger.verify(progress=lambda walked, entries: told.append((walked, entries)))
    assert report.ok
    assert (told[0], told[-1]) == ((0, MANY), (MANY, MANY))
    assert told == sorted(told)
    assert len({walked for walked, _ in told}) > MANY / 256


def test_thousands_of_entries_are_checked_from_the_page_and_the_result_stays_for_whoever_keeps_the_log(
    town: make.Town, keeper: make.Staffed
) -> None:
    sequenced(MANY, sealed_each=10)
    office = browser(town.principal.by)
    assert office.post("/ledger/verify/").status_code == 302
    assert f"{MANY:,} entries of both logs walked. None altered" in words(checked(office))
    later = browser(keeper.by)
    assert f"{MANY:,} entries of both logs walked. None altered" in words(later.get("/ledger/").content.decode())
    assert "Last check of the ledger: Today" in words(later.get("/").content.decode())
    assert [act for act, _, _ in acts()].count("ledger:checked") == 1


def test_while_it_goes_on_the_page_shows_how_far_and_comes_again_without_script(
    town: make.Town, keeper: make.Staffed
) -> None:
    from fileroom.disclosure import ledger_check

    check = begun(keeper.by)
    ledger_check.note_progress(check.id, 1200, 3000, at=datetime.now(UTC))
    for who in (keeper, town.registrar):
        page = browser(who.by).get("/ledger/").content.decode()
        assert '<progress max="3000" value="1200"' in page
        assert "1,200 of 3,000 entries checked (40%)." in words(page)
        assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in page
        assert "Check it now" not in page
    carried_out(check, keeper.by)
    page = browser(keeper.by).get("/ledger/").content.decode()
    assert "<progress" not in page and "http-equiv" not in page


def test_a_second_press_begins_no_second_check(town: make.Town, keeper: make.Staffed) -> None:
    check = begun(keeper.by)
    assert browser(town.principal.by).post("/ledger/verify/").status_code == 302
    assert begun(town.principal.by).id == check.id
    assert acts() == []


def test_a_check_whose_server_was_stopped_says_so_and_another_is_begun(town: make.Town, keeper: make.Staffed) -> None:
    check = begun(keeper.by, at=datetime.now(UTC) - timedelta(minutes=1))
    office = browser(keeper.by)
    page = words(office.get("/ledger/").content.decode())
    assert "The last check was cut short" in page and "Whole" not in page
    assert begun(keeper.by).id != check.id


def test_a_check_that_breaks_off_is_cut_short_and_the_programs_log_says_why(
    keeper: make.Staffed, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from fileroom.disclosure import ledger_desk

    def breaks(progress: Callable[[int, int], None]) -> None:
        raise RuntimeError("a row of Ana Torres")

    monkeypatch.setattr(ledger_desk, "walk", breaks)
    office = browser(keeper.by)
    with caplog.at_level(logging.ERROR):
        office.post("/ledger/verify/")
        assert "The last check was cut short" in words(checked(office))
    assert "A check of the ledger of alder_creek broke off: RuntimeError at " in caplog.text
    assert "the walk broke" not in caplog.text
    assert acts() == []


def test_of_two_presses_at_the_same_moment_one_begins_a_check(
    town: make.Town, keeper: make.Staffed, district: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import connection

    from fileroom.disclosure import ledger_check
    from fileroom.hosting import serving

    both_have_looked = Barrier(2)
    answers: list[Any] = []
    looked = ledger_check._newest

    def looks_with_the_other() -> Any:
        found = looked()
        with suppress(BrokenBarrierError):
            both_have_looked.wait(timeout=1)
        return found

    def press(by: Any) -> None:
        with serving(district):
            answers.append(ledger_check.begin(by=by, at=datetime.now(UTC)))
            connection.close()

    monkeypatch.setattr(ledger_check, "_newest", looks_with_the_other)
    presses = [Thread(target=press, args=(who.by,)) for who in (keeper, town.principal)]
    for it in presses:
        it.start()
    for it in presses:
        it.join()
    assert sorted(is_new for _, is_new in answers) == [False, True]
    assert len({check.id for check, _ in answers}) == 1


def test_what_a_check_found_is_shown_in_full_to_those_who_keep_the_log_alone(
    town: make.Town, keeper: make.Staffed, lost: UUID
) -> None:
    carried_out(begun(keeper.by), keeper.by)
    shown = {
        who.by.account.sign_in_name: str(lost) in browser(who.by).get("/ledger/").content.decode()
        for who in (town.registrar, town.teacher, town.principal, keeper)
    }
    assert shown == {"registrar": False, "teacher": False, "principal": True, "helen": True}
    assert "Broken" in words(browser(town.teacher.by).get("/ledger/").content.decode())


def test_an_administrator_who_signs_as_the_second_is_led_back_and_no_custodians_check_is_asked_of_them(
    town: make.Town, keeper: make.Staffed, district: str
) -> None:
    opened = uuid4()
    key = key_store().new_data_keys(district, [(None, "permanent")], HOUR_AGO)[0]
    key_store().release(district, opened, key.id, HOUR_AGO)
    form = {"entry": str(opened), "reason": "server_stopped"}
    first = browser(keeper.by)
    first.post("/ledger/explain/", form)
    assert "A second signature is awaited" in words(checked(first))
    office = browser(make.staffed("paula", "principal", make.school("Mesa Middle")).by)
    assert "Sign as the second" in office.get("/ledger/").content.decode()
    assert office.post("/ledger/explain/", form).status_code == 302
    assert f"You have signed for entry {opened}" in words(office.get("/ledger/").content.decode())
    assert acts()[-1] == ("gap:explained", "principal", "may")
