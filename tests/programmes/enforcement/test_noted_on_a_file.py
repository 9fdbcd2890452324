"""An officer noted on a student's file, or for whom a copy or a list is asked, is a request of the register too."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import entries, filed
from tests.disclosure.releases import DANA, proposes
from tests.programmes.at_once import at_once
from tests.programmes.enforcement.coming import answers, comes, owed, row

if TYPE_CHECKING:
    from fileroom.programmes.models import EnforcementRequest

OFFICER = {"asker": "officer"}


def requests() -> list[EnforcementRequest]:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementRequest

    with district_transaction():
        return list(EnforcementRequest.objects.order_by("opened_at"))


def noted(town: make.Town, at: Any = AT, by: Any = None) -> None:
    from fileroom.disclosure.answers import Asker, answer
    from fileroom.programmes.enforcement.visits import at_the_counter

    answer(town.ana.id, Asker("officer"), enter=at_the_counter, by=by or town.registrar.by, at=at)


def test_who_is_noted_on_a_file_reaches_the_superintendent_counsel_the_family_and_the_board(town: make.Town) -> None:
    desk = browser(town.registrar.by)
    answered = desk.post(f"/students/{town.ana.id}/", OFFICER)
    (request,) = requests()
    assert (answered.status_code, answered["Location"]) == (302, f"/agent/{request.id}/")
    assert {"notify_superintendent", "counsel_review", "notify_parent_after", "report_to_board"} <= set(
        owed(request.id)
    )
    assert "immigration" in desk.get(answered["Location"]).content.decode().lower()
    assert desk.post(f"/students/{town.ana.id}/", OFFICER)["Location"] == answered["Location"]
    assert [it.id for it in requests()] == [request.id]


def test_nothing_on_the_file_or_in_its_logs_tells_of_it(town: make.Town) -> None:
    keeper = make.staffed("keeper", "administrator", None)
    make.custodian(keeper.row, None)
    noted(town)
    (request,) = requests()
    assert not [it for it in entries() if it.record == request.id and (it.student or not it.sealed)]
    pages = [
        browser(by).get(f"/students/{town.ana.id}/{path}").content.decode().lower()
        for by in (town.registrar.by, town.principal.by, keeper.by)
        for path in ("", "looked/")
    ]
    assert not [
        page for page in pages if str(request.id) in page or re.search(r"officer (?!or agent)|immigration", page)
    ]


def test_two_presses_at_one_moment_are_one_request_and_another_visit_is_another(town: make.Town) -> None:
    at_once(lambda: noted(town))
    assert len(requests()) == 1
    noted(town, AT + timedelta(hours=2))
    assert len(requests()) == 2


def test_whoever_pressed_first_that_an_officer_is_here_opens_no_second(town: make.Town) -> None:
    police = comes(town.registrar.by, "police")
    noted(town)
    assert len(requests()) == 2 and not row(police.id).strict, "what police alone came for is another matter"
    opened = comes(town.principal.by, "not_sure")
    noted(town, AT + timedelta(minutes=5), by=town.principal.by)
    assert len(requests()) == 3 and row(opened.id).wants == ["records"]


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana)


def test_a_copy_for_immigration_is_entered_and_leads_there(town: make.Town, record: UUID) -> None:
    from tests.web.test_release_page import attorney

    page = browser(town.registrar.by).post(f"/records/{record}/release/", attorney(to="immigration_officer"))
    (request,) = requests()
    assert f"/agent/{request.id}/" in page.content.decode() and request.asker == "immigration"


def test_papers_of_two_agencies_entered_within_the_hour_are_two_requests(town: make.Town, record: UUID) -> None:
    from uuid import uuid4

    from tests.web.test_release_page import attorney

    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    comes(town.registrar.by, "not_sure")
    paper = attorney(to="immigration_officer", to_organisation="ICE", asking=str(uuid4()))
    for said in (paper, paper, paper | {"to_organisation": "HSI"}, paper | {"asking": str(uuid4())}):
        assert "/agent/" in desk.post(address, said).content.decode()
    assert [it.channel for it in requests()] == ["in_person", "written", "written", "written"]
    assert 'name="asking"' in desk.get(address).content.decode()


def test_records_that_one_paper_asks_for_are_one_request_and_those_of_the_next_paper_another(
    town: make.Town, record: UUID
) -> None:
    from tests.web.test_release_page import attorney

    desk, second = browser(town.registrar.by), filed(town.registrar.by, town.ben)
    paper = {"shown": "paper", "paper_kind": "administrative_subpoena", "paper_nondisclosure": "no"}
    said, same = attorney(to="immigration_officer", to_organisation="ICE", **paper), "By the same paper as"

    def asks(of: UUID, **more: str) -> None:
        page = desk.get(f"/records/{of}/release/").content.decode()
        asking = re.search(r'name="asking" value="([^"]+)"', page)
        assert asking and (same in page) is bool(requests()), "there is no other before the first"
        assert desk.post(f"/records/{of}/release/", said | {"asking": asking[1]} | more).status_code == 200

    asks(record)
    asks(second, same_paper="on")
    assert len(requests()) == 1
    asks(second)
    assert len(requests()) == 2


def test_who_calls_or_stands_at_another_school_is_not_who_is_noted_at_the_counter(town: make.Town) -> None:
    who, elsewhere = town.registrar.by, make.school("Lakeside")
    called = comes(who, "immigration", channel="telephone")
    there = comes(who, "immigration", at=AT + timedelta(minutes=1))
    answers(there.id, who, school=elsewhere.id, at=AT + timedelta(minutes=1))
    noted(town, AT + timedelta(minutes=5))
    assert len(requests()) == 3 and not row(called.id).wants and not row(there.id).wants


def test_a_program_that_asks_twice_with_one_key_is_one_request_and_each_other_key_another(town: make.Town) -> None:
    from tests.api.programs import program

    asks = program(town.principal)
    asked: dict[str, Any] = {"kind": "immigration_officer", "purpose": "directory", "fields": ["name"]}
    body = asked | {"recipient": "ICE", "school": str(town.school.id), "identified": True}
    for once in ("a" * 9, "a" * 9, "b" * 9):
        assert asks.post("/directory/lists", body, once=once).status_code == 403
    assert [it.channel for it in requests()] == ["written"] * 2


def test_a_courts_word_to_tell_nobody_holds_from_the_first_moment(town: make.Town, record: UUID) -> None:
    from fileroom.disclosure.shown import Everything, ShownCourtPaper
    from fileroom.law.facts import PaperKind, Purpose

    gag = ShownCourtPaper(
        PaperKind.COURT_ORDER, signed_by_judge=True, records=Everything.RECORDS, from_on=AT.date(), nondisclosure=True
    )
    proposes(town.registrar.by, record, gag, to=DANA, purpose=Purpose.IMMIGRATION_ENFORCEMENT)
    (request,) = requests()
    assert "do_not_notify_parent" in owed(request.id) and "notify_parent_after" not in owed(request.id)


def test_what_is_asked_for_anything_else_is_no_request(town: make.Town, record: UUID) -> None:
    proposes(town.registrar.by, record)
    browser(town.registrar.by).post(f"/students/{town.ana.id}/", {"asker": "somebody"})
    assert requests() == []


def test_a_list_for_immigration_is_entered_too(town: make.Town) -> None:
    from tests.disclosure.listing import prepares, wanted

    prepares(town.principal.by, wanted(town.school, kind="immigration_officer"))
    assert len(requests()) == 1


def test_what_is_answered_while_a_visit_is_noted_is_not_overwritten(town: make.Town, installation: Any) -> None:
    from fileroom.hosting import district_transaction
    from tests.attacks.test_an_order_and_a_look_at_one_moment import elsewhere, waits

    opened = comes(town.registrar.by, "not_sure")
    with ThreadPoolExecutor(1) as hand:
        with district_transaction():
            held = type(row(opened.id)).objects.select_for_update().get(pk=opened.id)
            other = hand.submit(elsewhere(lambda: noted(town)))
            waits(installation, "transactionid")
            held.joined = "yes"
            held.save()
        other.result(timeout=60)
    assert (row(opened.id).joined, row(opened.id).wants) == ("yes", ["records"])
