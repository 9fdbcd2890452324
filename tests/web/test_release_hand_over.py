"""The page that releases a copy: the line of each step, and the copy that comes by the act that gives it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.disclosure.asking import entries, filed
from tests.disclosure.releases import document, opened_of
from tests.web.test_release_page import attorney, consent, hidden, order

GAG = {"paper_nondisclosure": "yes", "paper_family_told_on": ""}


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana, "Only for the court.")


def lines(since: int) -> list[tuple[str, bool]]:
    """Act and seal of each entry since then."""
    return [(event.act.value, event.sealed) for event in entries()[since:]]


def body(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.mark.parametrize(("said", "sealed"), [({}, False), (GAG, True)])
def test_a_document_comes_as_a_file_by_the_act_that_hands_it_over_and_once(
    town: make.Town, said: dict[str, str], sealed: bool
) -> None:
    kept = document(town)
    desk, address = browser(town.registrar.by), f"/records/{kept}/release/"
    sent = hidden(desk.post(address, order(**said)).content.decode())
    before = len(entries())
    given = desk.post(address, sent)
    assert given["Content-Disposition"].startswith("attachment;")
    assert body(given) == b"hello there"
    again = desk.post(address, sent).content.decode()
    assert "Handed over already" in again
    assert "hello there" not in again and f"/records/{kept}/document/" not in again
    acts = ("limit:confirmed", "mark:copy_read", "record:released", "disclosure:answered")
    assert lines(before) == [(act, sealed or act.startswith("mark:")) for act in acts]
    assert opened_of(kept) == ["record:released"]


def test_a_document_released_under_an_order_to_tell_nobody_stands_on_no_page_and_in_no_bundle(town: make.Town) -> None:
    from django.utils import timezone

    from fileroom.ledger import services as ledger

    kept = document(town)
    desk, address = browser(town.registrar.by), f"/records/{kept}/release/"
    sent = hidden(desk.post(address, order(**GAG)).content.decode())
    desk.post(address, sent)
    desk.post(address, sent)
    ledger.sequence(at=timezone.now())
    for by, page in (
        (town.mother, f"/family/{town.ana.id}/looked/"),
        (town.mother, f"/family/{town.ana.id}/proof/"),
        (town.principal, f"/students/{town.ana.id}/looked/"),
        (town.principal, f"/students/{town.ana.id}/"),
    ):
        shown = body(browser(by.by).get(page)).decode()
        for word in ("Dana", "released", "record:copied", "court_process", "attorney"):
            assert word not in shown, (page, word)


def test_only_the_first_step_of_the_form_is_a_look_at_the_file(town: make.Town, record: UUID) -> None:
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    before = len(entries())
    desk.get(address)
    assert lines(before) == [("file:opened", False)]
    desk.post(address, {"to": ""})
    sent = hidden(desk.post(address, consent(town)).content.decode())
    desk.post(address, sent)
    desk.get(address)
    assert lines(before)[1:] == [("disclosure:answered", False), ("record:released", False)]


def test_a_form_that_nobody_opened_shows_the_file_and_leaves_its_line(town: make.Town, record: UUID) -> None:
    before = len(entries())
    browser(town.registrar.by).post(f"/records/{record}/release/", {"to": ""})
    assert lines(before) == [("file:opened", False)]


@pytest.mark.parametrize(
    "said",
    [
        attorney(to="immigration_officer", to_name="X Y"),
        attorney(purpose="immigration_enforcement"),
        order(purpose="immigration_enforcement"),
        order(**GAG),
    ],
)
def test_what_must_stand_apart_leaves_no_open_line_about_the_student(
    town: make.Town, record: UUID, said: dict[str, Any]
) -> None:
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    desk.get(address)
    before = len(entries())
    desk.post(address, said)
    desk.post(address, said | {"step": "hand_over", "once": "6d0f1c3e-1111-4222-8333-444455556666"})
    fresh = entries()[before:]
    assert all(event.sealed for event in fresh)
    of_the_copy = [event for event in fresh if not event.act.startswith("enforcement:")]
    assert len(of_the_copy) == 2
    if "immigration" in said["to"] + said["purpose"]:
        assert {event.student for event in fresh} == {None}
        assert {event.record for event in of_the_copy} == {None}


def test_a_paper_that_no_judge_has_signed_silences_nobody(town: make.Town, record: UUID) -> None:
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    desk.get(address)
    before = len(entries())
    desk.post(address, order(**GAG, paper_judge="no"))
    refused, told = entries()[before:]
    assert (refused.sealed, told.sealed) == (True, False)  # the reasons are kept under seal, that it was asked is not
    assert told.student == town.ana.id


def test_who_may_look_and_not_hand_out_has_no_form(town: make.Town, record: UUID) -> None:
    for who in (town.registrar, town.teacher):
        answer = browser(who.by).get(f"/records/{record}/release/")
        assert answer.status_code == (200 if who is town.registrar else 403)
    before = len(entries())
    sent = consent(town) | {"step": "hand_over", "once": "6d0f1c3e-1111-4222-8333-444455556666"}
    assert browser(town.teacher.by).post(f"/records/{record}/release/", sent).status_code == 403
    assert lines(before) == [("disclosure:refused", False)]
    assert opened_of(record) == []


def test_the_office_reads_what_the_recipient_is_beside_the_employee_who_handed_over(
    town: make.Town, record: UUID
) -> None:
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    desk.post(address, hidden(desk.post(address, consent(town)).content.decode()))
    page = browser(town.principal.by).get(f"/students/{town.ana.id}/looked/").content.decode()
    assert "Released to Dana Roe (an attorney)" in page
    assert "Dana Roe (an attorney) asked for a copy" in page
    home = browser(town.mother.by).get(f"/family/{town.ana.id}/looked/").content.decode()
    assert "Somebody Asked for a copy" in words(home) and "The school office" in home
    assert "outside the district" not in home and "attorney" not in home
