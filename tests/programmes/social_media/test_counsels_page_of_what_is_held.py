"""Counsel's page of one thing that is held names nobody, and answers what it showed."""

from __future__ import annotations

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT
from tests.disclosure.asking import last_entry
from tests.disclosure.directory.test_who_is_on_a_list import minded
from tests.programmes.social_media.test_days_of_an_item import rounds
from tests.programmes.social_media.test_the_companys_copy import by_company
from tests.programmes.social_media.test_what_counsel_lets_go import DAY, lawyer, said, says, shown, there, waits
from tests.programmes.social_media.test_wishes_at_the_counter import counsels
from tests.programmes.social_media.world import Offices, gathers

__all__ = ["lawyer", "there"]


def test_counsel_finds_it_on_their_own_screen_and_a_page_that_names_nobody(
    there: Offices, lawyer: make.Staffed
) -> None:
    from django.utils import timezone

    item, _ = waits(there)
    soon = str(timezone.localdate() + 10 * DAY)
    desk, address = browser(lawyer.by), f"/programmes/social-media/items/{item.id}/counsel/"
    assert address in desk.get("/").content.decode()
    page = desk.get(address).content.decode()
    assert str(item.id) in page and "The police miss the child" in words(page)
    for name in ("Torres", "Ana", "Mother"):
        assert name not in page, name
    assert desk.get(f"/programmes/social-media/items/{item.id}/").status_code == 404, "counsel opens no file"
    wrong = desk.post(address, {"goes": "no", "reason": "may_find", "again_on": "soon", "seen": shown(item.id)})
    assert wrong.status_code == 422 and "day" in words(wrong.content.decode())
    wait = {"goes": "no", "reason": "may_find", "again_on": soon, "seen": shown(item.id)}
    assert desk.post(address, wait).status_code == 302
    again = words(desk.get(address).content.decode())
    assert "It may help to find the child" in again, "what was said last stands there"
    assert desk.post(address, {"goes": "yes", "reason": "no_use", "seen": shown(item.id)}).status_code == 302
    for other in (there.town.teacher.by, there.town.mother.by):
        assert browser(other).get(address).status_code == 404
    assert browser(there.custodian).get(address).status_code == 403


@pytest.mark.parametrize("seen", [{}, {"seen": "no-id"}])
def test_a_form_that_does_not_say_what_its_page_showed_says_nothing_for_counsel(
    there: Offices, lawyer: make.Staffed, seen: dict[str, str]
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Hold
    from fileroom.records.services import hold

    item, _ = waits(there)
    with district_transaction():
        hold(there.town.ana.id, record_id=item.record, reason="a claim", by=None, at=AT)
    address = f"/programmes/social-media/items/{item.id}/counsel/"
    assert browser(lawyer.by).post(address, {"goes": "yes", "reason": "no_use", **seen}).status_code == 302
    assert said() == [] and counsels() == [make.TODAY]
    with district_transaction():
        assert Hold.objects.filter(lifted_at=None, reason="a claim").exists(), "nothing is lifted"


def test_where_counsel_has_no_account_the_page_of_the_item_leads_there(there: Offices, town: make.Town) -> None:
    item, _ = waits(there)
    address = f"/programmes/social-media/items/{item.id}/"
    desk = browser(there.custodian)
    assert f"{address}counsel/" in desk.get(address).content.decode()
    goes = {"goes": "yes", "reason": "no_use", "seen": shown(item.id)}
    assert desk.post(f"{address}counsel/", goes).status_code == 302
    assert f"{address}counsel/" not in desk.get(address).content.decode()


def test_a_hold_over_the_whole_file_is_lifted_by_an_act_of_its_own_with_its_line(
    there: Offices, lawyer: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Hold
    from fileroom.records.services import hold

    def stands() -> bool:
        with district_transaction():
            return Hold.objects.filter(lifted_at=None).exists()

    item, _ = waits(there)
    with district_transaction():
        hold(there.town.ana.id, reason="a claim", by=None, at=AT)
    desk, address = browser(lawyer.by), f"/programmes/social-media/items/{item.id}/counsel/"
    page = words(desk.get(address).content.decode())
    assert "The hold over the whole file" in page and "Torres" not in page
    goes = desk.post(address, {"goes": "yes", "reason": "hold_over", "seen": shown(item.id)})
    assert goes.status_code == 422 and "Lift it first" in words(goes.content.decode())
    assert browser(there.custodian).post(address, {"whole_file": "lift", "seen": shown(item.id)}).status_code == 403
    assert desk.post(address, {"whole_file": "lift"}).status_code == 302 and stands(), "what no page showed"
    assert desk.post(address, {"whole_file": "lift", "seen": shown(item.id)}).headers["Location"] == address
    last = last_entry()
    assert not stands() and (last.outcome, last.sealed) == ("whole_file:lifted", True)
    assert last.act == "social_media:counsel_said"
    assert counsels() == [make.TODAY], "of the item itself counsel has yet to speak"
    assert "The hold over the whole file" not in words(desk.get(address).content.decode())
    assert desk.post(address, {"goes": "yes", "reason": "hold_over", "seen": shown(item.id)}).status_code == 302


@pytest.mark.parametrize("goes", [True, False])
def test_of_a_missed_child_who_left_counsel_is_asked_the_day_a_company_is_to_destroy_what_may_find_them(
    there: Offices, lawyer: make.Staffed, goes: bool
) -> None:
    """Nobody wished anything; and counsel's page says what no word there stops."""
    free, item = gathers(there.town.principal.by, there.town.ana.id), by_company(there)
    minded(there.town.ana, "missing_child_flag")
    rounds()
    assert shown(item.id) == []
    make.change(there.town.spell, left_on=make.TODAY - DAY, left_by="office")
    rounds()
    assert len(shown(item.id)) == 1 and shown(free.id) == []
    address = f"/programmes/social-media/items/{item.id}/counsel/"
    page = words(browser(lawyer.by).get(address).content.decode())
    assert "The police miss the child" in page and "somebody wants this deleted" not in page
    assert "what is said here does not stop its letter" in page
    if goes:
        says(lawyer.by, item.id, goes=True, reason="no_use")
    else:
        says(lawyer.by, item.id, goes=False, reason="may_find", until=make.TODAY + 10 * DAY)
    left = shown(item.id)
    assert len(left) == (0 if goes else 1), "what waits is looked at again"
    rounds()
    assert shown(item.id) == left, "a round changes nothing of it"
