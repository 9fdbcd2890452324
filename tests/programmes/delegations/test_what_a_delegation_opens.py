"""A delegation opens the doors of its own programme, and those of no other."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.programmes.notices import steps

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn


def policy(by: SignedIn) -> object:
    from fileroom.programmes.policy.adopted import enter_policy

    return enter_policy(uuid4(), "Records are kept in peace. " * 20, adopted_on=date(2026, 1, 14), by=by, at=AT)


def vendors(by: SignedIn) -> object:
    from fileroom.programmes.vendors.apps_wanted import wanted

    return wanted(by=by, at=AT)


def tools(by: SignedIn) -> object:
    from fileroom.law.facts import RecordKind
    from fileroom.programmes.tools.register import Terms, enter

    kinds = (next(iter(RecordKind)),)
    return enter(uuid4(), Terms(f"Reader {uuid4()}", None, "Reads.", kinds, False, "", ""), by=by, at=AT)


def social_media(by: SignedIn) -> object:
    from fileroom.programmes.social_media.desk import may_be_named

    return may_be_named(by=by, at=AT)


def training(by: SignedIn) -> object:
    from fileroom.programmes.training.desk import by_site

    return by_site(by=by, at=AT)


def guide(by: SignedIn) -> object:
    from fileroom.programmes.enforcement.guide import note_edition

    return note_edition(
        uuid4(), updated_on=make.TODAY, address="https://oag.ca.gov/guide", languages=["en"], by=by, at=AT
    )


def calendar(by: SignedIn) -> object:
    from fileroom.programmes.calendar.entering import enter_days
    from fileroom.programmes.calendar.entries import Entry, Kind

    autumn = Entry(Kind.FALL, date(2026, 11, 23), date(2026, 11, 27))
    return enter_days(uuid4(), autumn, by=by, at=AT)


DOORS: dict[str, Callable[[SignedIn], object]] = {
    it.__name__: it for it in (policy, vendors, tools, social_media, training, guide, calendar)
}


def opens(door: str, by: SignedIn) -> bool:
    from fileroom.people.answers import Missing, Refused

    try:
        return not isinstance(DOORS[door](by), Refused)
    except Missing:
        return False


@pytest.mark.parametrize("programme", DOORS)
def test_its_own_doors_and_no_other(town: make.Town, programme: str) -> None:
    from fileroom.programmes.delegations.register import Given, give

    assert not any(opens(door, town.teacher.by) for door in DOORS)
    give(uuid4(), Given(town.teacher.row.id, (programme,), make.TODAY, None), by=steps.designee().by, at=AT)
    assert {door for door in DOORS if opens(door, town.teacher.by)} == {programme}


def test_every_programme_but_those_tried_elsewhere_is_tried_here() -> None:
    from fileroom.programmes.delegations.designees import Programme

    assert {it.value for it in Programme} - set(DOORS) == {"notices", "regulation"}


def test_who_may_act_for_the_policy_makes_the_boards_report_by_its_button_and_reads_nothing_guarded(
    town: make.Town,
) -> None:
    from fileroom.programmes.delegations.register import Given, give
    from tests.attacks.browsing import browser, form, words

    page = browser(town.teacher.by)
    before = words(page.get("/policy/").content.decode())
    assert "Make the Board’s report" not in before and "Reports made for the Board" not in before
    give(uuid4(), Given(town.teacher.row.id, ("policy",), make.TODAY, None), by=steps.designee().by, at=AT)
    with_it = page.get("/policy/").content.decode()
    assert "Make the Board’s report" in words(with_it) and "collection.orders" not in with_it
    assert page.post("/policy/report/", form()).status_code == 302
    assert "State of the policy" in words(page.get("/policy/").content.decode())
