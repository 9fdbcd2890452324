"""The register of declared exceptions as pages: declared on one, approved on another, honoured by the form builder."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

import pytest

from fileroom.law.days import district_day
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.conftest import Rows
from tests.collection.declaring import FOUR, MEALS, draft, in_force_now
from tests.collection.quarantine.holding import decision, held, state_of
from tests.collection.quarantine.test_quarantine_decided import MEALS as PAPER

PAGE = "/coming-in/forms/exceptions/"


@pytest.fixture
def town(district: str) -> make.Town:
    return make.town()


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    """The custodian of records of the whole district."""
    keeper = make.staffed("office", "administrator", None)
    make.custodian(keeper.row, None)
    return keeper


def sent(form_id: object, **changes: str) -> dict[str, object]:
    today = district_day(datetime.now(UTC))
    days = {"from_on": str(today + timedelta(days=1)), "to_on": str(today + timedelta(days=20))}
    return form(form=str(form_id), **{"exception": "nslp_last4"} | days | changes)


def test_one_declares_another_approves_and_the_list_says_so(town: make.Town, office: make.Staffed, rows: Rows) -> None:
    one, other, form_id = browser(town.registrar.by), browser(office.by), draft(town)
    assert "Nothing is declared" in one.get(PAGE).content.decode()
    empty = one.get(f"{PAGE}new/").content.decode()
    assert MEALS in empty and " selected" not in empty, "nothing is chosen for anybody"
    assert one.post(f"{PAGE}new/", sent(form_id)).status_code == 302
    said = one.get(PAGE).content.decode()
    assert "waits for approval by another person" in said and "Awaits approval" in said
    assert "/approve/" not in said, "not their own"
    (address,) = re.findall(r'action="([^"]+/approve/)"', other.get(PAGE).content.decode())
    refused = one.post(address, form())
    assert refused.status_code == 403 and "Nobody approves what they have declared" in refused.content.decode()
    assert other.post(address, form()).status_code == 302
    said = words(other.get(PAGE).content.decode())
    assert "Not begun" in said and "Declared by Registrar Abara" in said and "Approved by Office Abara" in said
    assert "42 USC 1758" in said
    assert other.post(address.replace("approve", "withdraw"), form()).status_code == 302
    assert "Withdrawn" in words(one.get(PAGE).content.decode())
    again = other.post(address, form())
    assert again.status_code == 422 and "does not wait for approval any more" in again.content.decode()
    assert rows("SELECT count(*) FROM collection_declaration WHERE withdrawn_at IS NOT NULL") == [(1,)]


def test_today_tells_whoever_may_approve_how_many_wait_and_nobody_else(
    town: make.Town, office: make.Staffed, rows: Rows
) -> None:
    one, other = browser(town.registrar.by), browser(office.by)
    assert "Declared exceptions" not in other.get("/").content.decode()
    for number in (1, 2):
        assert one.post(f"{PAGE}new/", sent(draft(town))).status_code == 302
        today = other.get("/").content.decode()
        assert f"{number} {'waits' if number == 1 else 'wait'} Declared exceptions" in words(today)
        assert f'href="{PAGE}"' in today
    assert other.post(f"{PAGE}new/", sent(draft(town))).status_code == 302
    assert "2 wait Declared exceptions" in words(other.get("/").content.decode()), "nobody approves their own"
    for who in (town.registrar, town.principal, town.teacher):
        assert "Declared exceptions" not in browser(who.by).get("/").content.decode()
    for address in re.findall(r'action="([^"]+/approve/)"', other.get(PAGE).content.decode()):
        assert other.post(address, form()).status_code == 302
    assert "Declared exceptions" not in other.get("/").content.decode()


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"form": "x"}, "Choose the form from the list."),
        ({"to_on": "soon"}, "Say from which day and until which day"),
        ({"to_on": "2999-01-01"}, "At most 366 days"),
        ({"exception": ""}, "Choose one of the list."),
        ({"once": "x"}, "Open the form afresh"),
    ],
)
def test_what_cannot_be_read_comes_back_with_what_was_written(
    town: make.Town, rows: Rows, changes: dict[str, str], says: str
) -> None:
    answer = browser(town.registrar.by).post(f"{PAGE}new/", sent(draft(town)) | changes)
    assert answer.status_code == 422 and says in answer.content.decode()
    assert rows("SELECT count(*) FROM collection_declaration") == [(0,)]


def test_nobody_without_forms_of_their_own_finds_the_page(town: make.Town) -> None:
    for who in (town.teacher, town.mother):
        assert browser(who.by).get(PAGE).status_code == 404
        assert browser(who.by).get(f"{PAGE}new/").status_code == 404


def test_the_form_builder_lets_the_declared_form_ask_as_it_is_typed_and_no_other(
    town: make.Town, office: make.Staffed, rows: Rows
) -> None:
    in_force_now(town, office)
    ((id_,),) = rows("SELECT id::text FROM collection_registeredform")
    pages = browser(town.registrar.by)
    head = {"title": MEALS, "kind": "web", "tongue": "en", "school": str(town.school.id), "owner": "registrar"}
    typed = form(fields="1", **head, **{"label-0": FOUR, "kind-0": "text"})
    for form_id, says in ((id_, "allow"), ("", "block"), ("x", "block")):
        answer = pages.post("/coming-in/forms/check/", typed | {"form": form_id})
        assert json.loads(answer.content)["verdict"] == says
    assert f'name="form" value="{id_}"' in pages.get(f"/coming-in/forms/{id_}/").content.decode()
    assert pages.post(f"/coming-in/forms/{id_}/", typed | {"act": "use"}).status_code == 302
    assert rows("SELECT state FROM collection_registeredform") == [("used",)]


def test_what_is_held_back_is_kept_under_what_is_declared_and_its_page_says_where_nothing_is(
    town: make.Town, office: make.Staffed
) -> None:
    id_ = held(town.registrar.by, town.ana, PAPER)
    pages = browser(town.principal.by)
    said = words(pages.get(f"/coming-in/{id_}/").content.decode())
    assert "no declaration for it is in force" in said and "Keep under a declared exception" not in said
    meals = in_force_now(town, office)
    shown = pages.get(f"/coming-in/{id_}/").content.decode()
    assert f'value="{meals}"' in shown and "In force until" in shown
    assert pages.post(f"/coming-in/{id_}/decide/", decision("exception", exception=str(meals))).status_code == 302
    assert state_of(id_) == "kept"
