"""A company is to destroy its copy of what a hold keeps here, or of what may find a missed child: counsel hears of it
until it has, and the family's own log shows nothing of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.orders.filing import HEAD
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.disclosure.directory.test_who_is_on_a_list import minded
from tests.programmes.social_media.test_days_of_an_item import rounds
from tests.programmes.social_media.test_the_companys_copy import by_company, on_hold
from tests.programmes.social_media.test_what_counsel_lets_go import lawyer, says, shown, there
from tests.programmes.social_media.test_what_is_gathered_anew import notices
from tests.programmes.social_media.test_wishes_at_the_counter import found
from tests.programmes.social_media.test_wishes_of_families import asks
from tests.programmes.social_media.world import Offices

__all__ = ["lawyer", "there"]
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _a_child(there: Offices) -> None:
    make.change(there.town.ana, birth_on=make.TODAY - timedelta(days=12 * 365))


def leaves(there: Offices) -> None:
    make.change(there.town.spell, left_on=make.TODAY - DAY, left_by="office")


def is_kept(there: Offices, item: Any, why: str) -> Any:
    """A hold is placed on it, or the child is missed."""
    return on_hold(there, item.record) if why == "hold" else minded(there.town.ana, "missing_child_flag")


@pytest.mark.parametrize("why", ["hold", "missed"])
def test_the_familys_own_log_shows_neither_that_it_was_held_nor_that_it_is_no_more(there: Offices, why: str) -> None:
    from fileroom.disclosure.log import Looked, Proof, proof_for_family, who_has_looked

    mother, item = there.town.mother.by, by_company(there)
    hold = is_kept(there, item, why)
    leaves(there)
    rounds()
    assert len(shown(item.id)) == 1
    if why == "hold":
        make.change(hold, lifted_at=AT)
    else:
        found(there)
    rounds()
    assert shown(item.id) == []
    owed = {it.part: it.sealed for it in entries() if it.act == "social_media:owed"}
    assert owed == {"destruction": False, "vendor": False, "held_copy": True, "nothing_for_counsel": True}
    looked = who_has_looked(there.town.ana.id, by=mother, at=AT)
    assert isinstance(looked, Looked)
    seen = {it.event.part for it in looked.entries}
    proof = proof_for_family(there.town.ana.id, by=mother, at=AT)
    assert isinstance(proof, Proof)
    assert "vendor" in seen and '"vendor"' in proof.bundle, "the family reads what is owed"
    for part in ("held_copy", "nothing_for_counsel"):
        assert part not in seen and part not in proof.bundle


def is_told(there: Offices) -> Any:
    """The letter is made and went; the row of it."""
    from fileroom.programmes.social_media.vendors import tell_vendor, vendor_told

    (notice,) = notices()
    tell_vendor(notice.id, head=HEAD, by=there.designee, at=AT)
    assert isinstance(vendor_told(notice.id, make.TODAY, "mail", by=there.designee, at=AT), UUID)
    return notices()[0]


def has_destroyed(there: Offices, notice: Any) -> None:
    from fileroom.programmes.social_media.vendors import vendor_destroyed

    assert isinstance(vendor_destroyed(notice.id, make.TODAY, by=there.designee, at=AT), UUID)


@pytest.mark.parametrize("back", [False, True])
@pytest.mark.parametrize("why", ["hold", "missed"])
def test_what_is_held_once_the_company_was_told_and_has_not_destroyed_is_for_counsel_the_same_day(
    there: Offices, lawyer: make.Staffed, why: str, back: bool
) -> None:
    """Who is back after it was told is told of all the same."""
    item = by_company(there)
    leaves(there)
    rounds()
    is_told(there)
    if back:
        make.change(there.town.spell, left_on=None, left_by="")
        rounds()
        assert notices()[0].back_at is not None
    assert shown(item.id) == []
    is_kept(there, item, why)
    rounds()
    once = shown(item.id)
    assert len(once) == 1
    page = words(browser(lawyer.by).get(f"/programmes/social-media/items/{item.id}/counsel/").content.decode())
    assert "was told" in page and "stops no letter that went" in page and "does not stop its letter" not in page
    says(lawyer.by, item.id, goes=True, reason="no_use")
    rounds()
    assert shown(item.id) == [], "counsel has spoken"


@pytest.mark.parametrize("why", ["hold", "missed"])
def test_of_what_the_company_has_destroyed_already_counsel_hears_nothing(there: Offices, why: str) -> None:
    item = by_company(there)
    leaves(there)
    rounds()
    has_destroyed(there, is_told(there))
    is_kept(there, item, why)
    rounds()
    assert shown(item.id) == []


def test_what_nothing_keeps_is_asked_about_in_as_many_statements_however_much_there_is(there: Offices) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from fileroom.hosting import district_transaction
    from fileroom.programmes.social_media.rounds import _held_copies

    def statements() -> int:
        with district_transaction(), CaptureQueriesContext(connection) as seen:
            _held_copies(AT)
        return len(seen)

    for _ in range(2):
        by_company(there)
    leaves(there)
    rounds()
    few = statements()
    make.change(there.town.spell, left_on=None, left_by="")
    several = [by_company(there) for _ in range(6)]
    leaves(there)
    assert len(notices()) == 1 and statements() == few
    on_hold(there, several[0].record)
    assert statements() > few, "what a hold keeps is looked at"


WAITS: dict[str, Any] = {"goes": False, "reason": "court", "until": make.TODAY + 10 * DAY}


def due() -> list[Any]:
    from tests.programmes.social_media.test_wishes_at_the_counter import counsels

    return counsels()


@pytest.mark.parametrize("waits", [True, False])
@pytest.mark.parametrize("ends", ["destroyed", "back"])
def test_a_hold_that_nobody_here_asks_about_is_no_more_counsels_once_the_companys_copy_is_gone_or_stays(
    there: Offices, lawyer: make.Staffed, waits: bool, ends: str
) -> None:
    """The hold itself stands."""
    from fileroom.hosting import district_transaction

    item = by_company(there)
    hold = on_hold(there, item.record)
    leaves(there)
    rounds()
    if waits:
        says(lawyer.by, item.id, **WAITS)
    rounds()
    assert due() == [make.TODAY + 10 * DAY if waits else make.TODAY], "nothing is owed again before that day"
    if ends == "back":
        make.change(there.town.spell, left_on=None, left_by="")
        rounds()
    else:
        has_destroyed(there, is_told(there))
    rounds()
    assert due() == []
    with district_transaction():
        hold.refresh_from_db()
    assert hold.lifted_at is None


@pytest.mark.parametrize("first", ["custodian", "round"])
def test_where_a_custodian_was_refused_because_of_the_hold_counsel_owes_it_past_the_companys_copy(
    there: Offices, lawyer: make.Staffed, first: str
) -> None:
    """Of the refusal counsel hears the same day, whatever day they named for the company's copy."""
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.disposing import destroy

    item = by_company(there)
    on_hold(there, item.record)
    leaves(there)
    if first == "round":
        rounds()
        says(lawyer.by, item.id, **WAITS)
    assert isinstance(destroy(item.id, by=there.custodian, at=AT), Refused)
    assert due() == [make.TODAY]
    rounds()
    says(lawyer.by, item.id, **WAITS)
    has_destroyed(there, is_told(there))
    rounds()
    assert due() == [make.TODAY + 10 * DAY], "whoever keeps it here is refused still"


def test_what_counsel_owes_of_the_companys_copy_and_is_late_stays_late_when_somebody_is_refused(there: Offices) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.disposing import destroy

    item = by_company(there)
    on_hold(there, item.record)
    leaves(there)
    rounds()
    assert isinstance(destroy(item.id, by=there.custodian, at=AT + DAY), Refused)
    assert due() == [make.TODAY]


def test_a_wish_that_waits_for_counsel_is_owed_past_the_companys_copy(there: Offices) -> None:
    """It was made before the child was missed, and only the round has brought it to counsel."""
    item = by_company(there)
    asks(there.town.mother.by, item.record, "delete")
    leaves(there)
    rounds()
    notice = is_told(there)
    minded(there.town.ana, "missing_child_flag")
    rounds()
    assert len(due()) == 1
    has_destroyed(there, notice)
    rounds()
    assert len(due()) == 1
    found(there)
    rounds()
    assert due() == []


def test_counsels_page_says_that_what_goes_lifts_the_hold_here(there: Offices, lawyer: make.Staffed) -> None:
    held, missed = by_company(there), by_company(there)
    on_hold(there, held.record)
    leaves(there)
    rounds()
    minded(there.town.ana, "missing_child_flag")
    rounds()
    desk, says_so = browser(lawyer.by), "It lifts the hold here, too"
    for item, there_ in ((held, True), (missed, False)):
        page = words(desk.get(f"/programmes/social-media/items/{item.id}/counsel/").content.decode())
        assert (says_so in page) == there_
