"""A form that asks under a law's exception: declared by one person, approved by another, then in use; and a paper of it
is kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.collection.quarantine.test_quarantine_decided import MEALS
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.test_a_form_is_written import READ_IN
from tests.journeys.test_what_was_held_back_is_cleared import decides, hands_in, holds, opens

pytestmark = pytest.mark.browser
TITLE = "School meals, income application for new families"
ASKS = "Last four digits of the Social Security number of the adult household member who signs"


def test_a_form_is_in_use_once_another_has_approved_what_is_declared_for_it(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    desk = signed_in("registrar")
    desk.set_default_timeout(READ_IN)
    desk.goto(f"{site.address}/coming-in/forms/new/")
    desk.get_by_label("Title, as families read it").fill(TITLE)
    desk.get_by_label("Label").fill(ASKS)
    desk.get_by_role("button", name="Put it in use").click()
    expect(desk.get_by_text("Not in use. Nothing was kept.")).to_be_visible()
    desk.get_by_role("button", name="Keep it as a draft").click()
    row = desk.get_by_role("listitem").filter(has_text=TITLE)
    expect(row).to_contain_text("Found asking")

    desk.get_by_role("link", name="Declared exceptions").click()
    expect(desk.get_by_text("In force until")).to_be_visible()
    desk.get_by_role("link", name="Declare an exception").click()
    photograph(desk, "exceptions-declare")
    clean(desk)
    desk.get_by_label("The form").select_option(TITLE)
    desk.get_by_label("The law’s exception").select_option("Income application for school meals")
    desk.get_by_role("button", name="Declare it").click()
    expect(desk.get_by_text("waits for approval by another person")).to_be_visible()
    expect(desk.get_by_role("button", name="Approve")).to_have_count(0)
    photograph(desk, "exceptions-declared")
    clean(desk)

    office = signed_in("custodian")
    expect(office.get_by_role("heading", name="Declared exceptions")).to_be_visible()
    photograph(office, "today-exception-waits")
    clean(office)
    office.get_by_role("link", name="Look and approve").click()
    office.get_by_role("button", name="Approve").click()
    expect(office.get_by_text("It is approved.")).to_be_visible()
    photograph(office, "exceptions-approved")
    clean(office)

    desk.goto(f"{site.address}/coming-in/forms/")
    row.get_by_role("link", name="Open").click()
    expect(desk.get_by_text("No field asks for what it may not.")).to_be_visible()
    desk.get_by_role("button", name="Put it in use").click()
    expect(row).to_contain_text("In order")
    expect(row).to_contain_text("Asks under a declared exception: Income application for school meals")
    photograph(desk, "exceptions-form-in-use")
    clean(desk)


def test_a_meal_application_that_came_to_the_wrong_shelf_is_kept_under_its_exception(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    desk = signed_in("registrar")
    hands_in(desk, site, "meals.txt", MEALS)
    holds(desk, "meals.txt", MEALS)
    custodian = signed_in("custodian")
    custodian.goto(f"{site.address}/coming-in/")
    opens(custodian, "last four digits")
    decides(custodian, "exception")
    photograph(custodian, "exceptions-keep-under")
    clean(custodian)
    custodian.get_by_role("button", name="Decide").click()
    expect(custodian.get_by_text("1 copy kept")).to_be_visible()
    photograph(custodian, "exceptions-kept-under")
    clean(custodian)
