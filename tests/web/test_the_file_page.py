"""A file's page shows every record however often it was looked at, and one order at a time to the clerk."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT
from tests.disclosure.asking import filed


def looked_at(town: make.Town, times: int) -> None:
    """Looks of yesterday, of which the log keeps each."""
    from fileroom.ledger import services as ledger

    at = AT - timedelta(days=1)
    by = ledger.Actor(town.registrar.by.account.id, "registrar", "web")
    ledger.write_many(
        ledger.event(ledger.Act.FILE_OPENED, student=town.ana.id, part="file", by=by, at=at + timedelta(seconds=n))
        for n in range(times)
    )


def test_a_record_whose_filing_the_log_lost_stands_where_it_was_filed(town: make.Town, owner: Any) -> None:
    lost, kept = (filed(town.registrar.by, town.ana, at=AT - timedelta(days=days)) for days in (2, 1))
    owner.execute("DELETE FROM ledger_event WHERE record = %s", [lost])
    page = browser(town.principal.by).get(f"/students/{town.ana.id}/").content.decode()
    assert re.findall(r'href="/records/([^/]+)/"', page) == [str(kept), str(lost)]


@pytest.mark.parametrize("lane", ["", "?lane=records"])
def test_a_record_is_found_behind_however_many_looks(town: make.Town, lane: str) -> None:
    record = filed(town.registrar.by, town.ana, at=AT - timedelta(days=2))
    looked_at(town, 300)
    page = browser(town.principal.by).get(f"/students/{town.ana.id}/{lane}").content.decode()
    assert f"/records/{record}/" in page
    assert ("Earlier" in page) is (lane == "")


def test_earlier_looks_are_one_link_away(town: make.Town) -> None:
    looked_at(town, 300)
    pages = browser(town.principal.by)
    first = pages.get(f"/students/{town.ana.id}/?lane=views").content.decode()
    assert "?lane=views&amp;most=400" in first
    rest = pages.get(f"/students/{town.ana.id}/?lane=views&most=400").content.decode()
    assert "Earlier" not in rest


def test_no_page_is_made_to_show_more_looks_than_it_can_bear(town: make.Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.web import desk

    monkeypatch.setattr(desk, "MOST_SHOWN", 250)
    looked_at(town, 300)
    pages = browser(town.principal.by)
    assert "?lane=views&amp;most=250" in pages.get(f"/students/{town.ana.id}/?lane=views").content.decode()
    page = pages.get(f"/students/{town.ana.id}/?lane=views&most=99999").content.decode()
    assert "These are the 250 newest." in page and "Earlier" not in page


def test_the_page_offers_those_lanes_in_which_something_can_stand(town: make.Town) -> None:
    from fileroom.web.words import LANES

    page = browser(town.principal.by).get(f"/students/{town.ana.id}/").content.decode()
    assert set(re.findall(r'href="\?lane=(\w+)"', page)) == set(LANES.values())


def test_the_order_on_file_is_spoken_of_until_somebody_is_chosen_and_then_the_card_alone(town: make.Town) -> None:
    make.order(town.ana, make.related("father", town.ana).row)
    pages, banner = browser(town.registrar.by), "Ask the principal before you answer"
    assert banner in pages.get(f"/students/{town.ana.id}/").content.decode()
    hers = pages.post(f"/students/{town.ana.id}/", {"asker": f"contact-{town.mother.row.id}"}).content.decode()
    assert banner not in hers and "Do not answer" not in hers


def test_the_number_of_those_who_wait_to_be_checked_opens_their_list(town: make.Town) -> None:
    uncle = make.contact("Leo", "Torres")
    make.relationship(town.ana, uncle, verified=False)
    pages = browser(town.registrar.by)
    assert "/students/?waiting" in pages.get("/").content.decode()
    found = pages.get("/students/?waiting").content.decode()
    assert f"/students/{town.ana.id}/people/" in found
    assert f"/students/{town.ben.id}/" not in found


def test_the_number_of_those_who_wait_is_that_of_the_list_it_opens(town: make.Town) -> None:
    for number in range(3):
        pat = make.contact(f"Pat{number}", "Torres")
        make.relationship(town.ana, pat, verified=False)
    assert "1 waiting" in browser(town.registrar.by).get("/").content.decode(), "three contacts of one student"
    make.relationship(town.ben, make.contact("Lee", "Ruiz"), verified=False)
    assert "2 waiting" in browser(town.registrar.by).get("/").content.decode()
    make.order(town.ben, make.contact("Registrar", "Abara"))
    assert "1 waiting" in browser(town.registrar.by).get("/").content.decode(), "the hidden one is not counted"
    assert "waiting" not in browser(town.teacher.by).get("/").content.decode(), "a teacher settles no tie"
    for number in range(26):
        pupil = make.student(f"Kim{number:02}", "Quill")
        make.enrolment(pupil, town.school)
        make.relationship(pupil, make.contact("Pat", "Quill"), verified=False)
    assert "25+ waiting" in browser(town.registrar.by).get("/").content.decode()


def test_who_serves_none_of_them_is_shown_none_of_those_who_wait(town: make.Town) -> None:
    make.relationship(town.ana, make.contact("Leo", "Torres"), verified=False)
    elsewhere = make.staffed("other", "registrar", make.school("Mesa Middle"))
    assert str(town.ana.id) not in browser(elsewhere.by).get("/students/?waiting").content.decode()


def test_what_somebody_is_to_a_student_is_said_alike_at_the_counter_and_among_the_people(town: make.Town) -> None:
    from fileroom.people.models import Relationship
    from fileroom.web.whose import RELATIONS

    assert set(RELATIONS) == set(Relationship.Kind)
    office = browser(town.registrar.by)
    for kind in Relationship.Kind:
        make.relationship(town.ana, make.contact("Eva", kind), kind=kind)
    counter, people = (
        words(office.get(f"/students/{town.ana.id}/{page}").content.decode()) for page in ("", "people/")
    )
    for kind in Relationship.Kind:
        assert f"Eva {kind} ({RELATIONS[kind]})" in counter
        assert f"Eva {kind} {RELATIONS[kind]}" in people
