"""No single person keeps a request from the Board or from counsel; and no older form undoes what was answered since."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.attacks.test_an_order_and_a_look_at_one_moment import elsewhere
from tests.conftest import AT
from tests.disclosure.asking import last_entry
from tests.programmes.enforcement.coming import (
    answers,
    closes,
    comes,
    discharged,
    owed,
    row,
    says_done,
    shown,
    shows,
)


@pytest.fixture
def pat(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


@pytest.fixture
def lee(town: make.Town) -> make.Staffed:
    return make.staffed("lee", "counsel", None)


def all_done(of: UUID, *people: make.Staffed) -> None:
    for who in people:
        discharged(of, who.by)


def test_where_there_is_counsel_nobody_else_says_that_counsel_has_read_it(
    town: make.Town, pat: make.Staffed, lee: make.Staffed
) -> None:
    from fileroom.programmes.enforcement.duties import READ_BY_COUNSEL

    opened = comes(town.registrar.by, "immigration")
    with pytest.raises(ValidationError, match="District counsel says"):
        says_done(opened.id, READ_BY_COUNSEL, pat.by)
    assert "counsel_review" in owed(opened.id)
    says_done(opened.id, READ_BY_COUNSEL, lee.by)
    assert "counsel_review" not in owed(opened.id)


def test_to_open_the_page_is_not_to_have_read_it(town: make.Town, pat: make.Staffed) -> None:
    from fileroom.programmes.enforcement.duties import TOLD

    opened = comes(town.registrar.by, "immigration")
    pages = browser(pat.by)
    assert pages.get(f"/enforcement/{opened.id}/").status_code == 200
    assert "notify_superintendent" in owed(opened.id)
    assert pages.post(f"/enforcement/{opened.id}/done/", form(**shown(opened.id, TOLD))).status_code == 302
    assert "notify_superintendent" not in owed(opened.id)


def test_who_opened_it_does_not_tell_themselves_where_there_is_another(town: make.Town, pat: make.Staffed) -> None:
    from fileroom.programmes.enforcement.duties import TOLD

    opened = comes(pat.by, "immigration")
    alone = make.staffed("kim", "administrator", None)
    with pytest.raises(ValidationError, match="You opened it yourself"):
        says_done(opened.id, TOLD, pat.by)
    says_done(opened.id, TOLD, alone.by)
    assert "notify_superintendent" not in owed(opened.id)


def test_two_find_that_it_was_not_for_immigration_and_one_of_them_is_counsel(
    town: make.Town, pat: make.Staffed, lee: make.Staffed
) -> None:
    opened = comes(town.registrar.by, "immigration")
    all_done(opened.id, pat, lee)
    closes(opened.id, pat.by, "not_immigration")
    assert (row(opened.id).closed_at, last_entry().act.value) == (None, "enforcement:found")
    assert "report_to_board" in owed(opened.id)
    with pytest.raises(ValidationError, match="a second person"):
        closes(opened.id, pat.by, "not_immigration")
    with pytest.raises(ValidationError, match="District counsel is one of the two"):
        closes(opened.id, make.staffed("kim", "administrator", None).by, "not_immigration")
    closes(opened.id, lee.by, "not_immigration")
    assert (row(opened.id).outcome, owed(opened.id)) == ("not_immigration", {})


def test_the_database_too_wants_two(town: make.Town, pat: make.Staffed) -> None:
    opened = comes(town.registrar.by, "immigration")
    it, me = row(opened.id), pat.by.account.id
    closed = {"closed_at": AT, "closed_by": me, "closed_entry": uuid4(), "outcome": "not_immigration"}
    with pytest.raises(IntegrityError, match="two_find"):
        make.change(it, **closed)
    with pytest.raises(IntegrityError, match="two_find"):
        make.change(it, **closed, found_at=AT, found_by=me, found_entry=uuid4())


def test_of_what_was_never_taken_as_immigration_one_says_so(town: make.Town, pat: make.Staffed) -> None:
    opened = comes(town.registrar.by, "police")
    answers(opened.id, town.registrar.by, joined="no", wants=("records",))
    assert row(opened.id).strict is False
    all_done(opened.id, pat)
    closes(opened.id, pat.by, "not_immigration")
    assert row(opened.id).closed_at == AT


def test_going_back_and_pressing_another_is_asked_as_that_one(town: make.Town) -> None:
    id_ = uuid4()
    comes(town.registrar.by, "police", id_=id_)
    told = comes(town.registrar.by, "immigration", id_=id_)
    assert (row(id_).asker, row(id_).strict) == ("immigration", True)
    assert told.script.code == "immigration_no" and "report_to_board" in owed(id_)


def test_presses_at_one_moment_are_one_incident_and_no_error(town: make.Town) -> None:
    id_ = uuid4()
    press = elsewhere(lambda: comes(town.registrar.by, "immigration", id_=id_))
    with ThreadPoolExecutor(3) as pool:
        told = [it.result() for it in [pool.submit(press) for _ in range(3)]]
    assert {it.id for it in told} == {id_}
    assert sum(it.entry is not None for it in told) == 1


def test_an_older_form_undoes_nothing_that_was_answered_since(town: make.Town) -> None:
    from fileroom.programmes.enforcement.services import mark_of

    opened = comes(town.registrar.by, "process_server")
    seen = mark_of(row(opened.id))
    answers(opened.id, town.registrar.by, joined="yes", wants=("entry",), standing=seen)
    with pytest.raises(ValidationError, match="answered meanwhile"):
        answers(opened.id, town.registrar.by, joined="no", standing=seen)
    assert (row(opened.id).joined, row(opened.id).script) == ("yes", "immigration_no")
    answers(opened.id, town.registrar.by, joined="yes", wants=("entry",), standing=seen)  # the same press twice


def test_the_counters_page_sends_the_answers_it_showed(town: make.Town) -> None:
    opened = comes(town.registrar.by, "process_server")
    pages = browser(town.registrar.by)
    page = pages.get(f"/agent/{opened.id}/").content.decode()
    standing = page.split('name="standing" value="')[1].split('"')[0]
    said = {"asker": "process_server", "channel": "in_person", "school": ""}
    sent = said | {"standing": standing, "joined": "yes", "wants": "entry"}
    assert pages.post(f"/agent/{opened.id}/who/", sent).status_code == 302
    late = pages.post(f"/agent/{opened.id}/who/", said | {"standing": standing, "joined": "no"})
    assert b"Somebody has answered meanwhile" in late.content and row(opened.id).joined == "yes"


def test_what_an_agency_writes_forbids_nobody_to_tell_the_family(town: make.Town) -> None:
    opened = comes(town.registrar.by, "immigration")
    shows(opened.id, town.registrar.by, "i_138", silence="yes")
    assert "notify_parent_after" in owed(opened.id)
    shows(opened.id, town.registrar.by, "ao_93", court="federal", judge="yes", signed="yes", silence="yes")
    assert "notify_parent_after" not in owed(opened.id)


def test_after_a_silence_has_ended_another_answer_does_not_let_the_family_go(
    town: make.Town, pat: make.Staffed
) -> None:
    from fileroom.programmes.enforcement.duties import SILENCE_OVER

    opened = comes(town.registrar.by, "immigration")
    shows(opened.id, town.registrar.by, "ao_93", court="federal", judge="yes", signed="yes", silence="yes")
    says_done(opened.id, SILENCE_OVER, pat.by)
    answers(opened.id, town.registrar.by, wants=("entry", "student"))
    assert "notify_parent_after" in owed(opened.id)


def test_the_register_is_asked_for_names_once_and_goes_on(town: make.Town, pat: make.Staffed) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from fileroom.people.answers import Refused
    from fileroom.programmes.enforcement import desk
    from fileroom.programmes.models import EnforcementRequest

    comes(town.registrar.by, "immigration")
    few = CaptureQueriesContext(connection)
    with few:
        desk.register(by=pat.by, at=AT)
    it = row(desk_first(pat))
    rows = [
        EnforcementRequest(
            id=uuid4(), opened_at=it.opened_at - timedelta(minutes=number), opened_by=it.opened_by,
            opened_entry=uuid4(), channel="in_person", asker="immigration", script=it.script, strict=True,
        )
        for number in range(1, desk.MOST + 1)
    ]  # fmt: skip
    make.keep(*rows)
    many = CaptureQueriesContext(connection)
    with many:
        found = desk.register(by=pat.by, at=AT)
    assert not isinstance(found, Refused) and (len(found.requests), found.more) == (desk.MOST, True)
    assert len(many) == len(few)
    older = desk.register(before=found.requests[-1].id, by=pat.by, at=AT)
    assert not isinstance(older, Refused) and [it.id for it in older.requests] == [rows[-1].id] and not older.more


def desk_first(by: make.Staffed) -> UUID:
    from fileroom.people.answers import Refused
    from fileroom.programmes.enforcement import desk

    found = desk.register(by=by.by, at=AT)
    assert not isinstance(found, Refused)
    return found.requests[0].id
