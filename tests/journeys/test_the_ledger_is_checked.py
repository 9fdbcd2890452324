"""The check of the ledger from its page: the bar moves by itself, with script and without, and the result stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import PASSWORD, Site, photograph

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn

pytestmark = pytest.mark.browser
SignIn = Callable[[str], Page]


def begun() -> tuple[UUID, SignedIn]:
    """A check by the district's custodian that nobody walks yet, and who began it."""
    from fileroom.disclosure import ledger_check
    from fileroom.hosting import district_transaction
    from fileroom.people.accounts import named
    from tests.factories import signed_in

    with district_transaction():
        account = named("custodian")
    assert account is not None
    by = signed_in(account)
    answer = ledger_check.begin(by=by, at=datetime.now(UTC))
    assert isinstance(answer, tuple)
    return answer[0].id, by


def walked(check: UUID, so_far: int) -> None:
    from fileroom.disclosure import ledger_check

    ledger_check.note_progress(check, so_far, 5000, at=datetime.now(UTC))


def ended(check: UUID, by: SignedIn) -> None:
    from fileroom.disclosure import ledger_check

    ledger_check.carry_out(check, by=by, progress=lambda walked, entries: None, clock=lambda: datetime.now(UTC))


def test_the_bar_moves_by_itself_and_the_result_stays(signed_in: SignIn, site: Site) -> None:
    check, by = begun()
    walked(check, 1250)
    desk = signed_in("custodian")
    desk.goto(f"{site.address}/ledger/")
    bar = desk.locator("progress")
    expect(bar).to_have_attribute("value", "1250")
    expect(desk.get_by_text("1,250 of 5,000 entries checked (25%).")).to_be_visible()
    photograph(desk, "ledger-being-checked")
    walked(check, 4000)
    expect(bar).to_have_attribute("value", "4000")
    ended(check, by)
    expect(desk.get_by_role("heading", name="Whole")).to_be_visible()
    expect(bar).to_have_count(0)
    desk.reload()
    expect(desk.get_by_role("heading", name="Whole")).to_be_visible()


def test_without_script_the_page_comes_again_by_itself(chromium: Browser, site: Site) -> None:
    check, by = begun()
    walked(check, 1250)
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}/sign-in/")
    page.locator("input[name=login]").fill("custodian")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("main form button").click()
    page.goto(f"{site.address}/ledger/")
    expect(page.locator("progress")).to_have_attribute("value", "1250")
    ended(check, by)
    expect(page.get_by_role("heading", name="Whole")).to_be_visible(timeout=10_000)
    context.close()


def test_axe_finds_nothing_on_the_page_while_it_is_being_checked(signed_in: SignIn, site: Site) -> None:
    check, _ = begun()
    walked(check, 1250)
    desk = signed_in("custodian")
    desk.goto(f"{site.address}/ledger/")
    expect(desk.locator("progress")).to_be_visible()
    clean(desk)
