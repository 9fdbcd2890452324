"""A district begins: the first administrator lets a registrar in, by a link, with a role; a second person agrees."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import PASSWORD, Site, photograph

pytestmark = pytest.mark.browser
ADDRESS = "m.diaz@alder-creek.test"
CHOSEN = "several words that only she puts together"


def test_somebody_is_let_in_and_given_a_role_by_two(
    signed_in: Callable[[str], Page], site: Site, chromium: Browser
) -> None:
    desk = signed_in("custodian")
    desk.goto(f"{site.address}/district/")
    desk.get_by_role("link", name="Accounts and roles").click()
    expect(desk.get_by_role("heading", name="Accounts and roles")).to_be_visible()
    photograph(desk, "accounts")
    clean(desk)
    desk.get_by_role("link", name="Make an account", exact=True).click()
    desk.get_by_role("button", name="Make the account").click()
    expect(desk.get_by_role("alert").first).to_contain_text("Not made yet")
    photograph(desk, "account-faults")
    clean(desk)
    desk.get_by_label("First name").fill("Maria")
    desk.get_by_label("Family name").fill("Diaz")
    desk.get_by_label("E-mail address at work").fill(ADDRESS)
    desk.locator("label", has_text="I hand it over").click()
    photograph(desk, "account-new")
    desk.get_by_role("button", name="Make the account").click()
    link = desk.get_by_role("region", name="Its address").inner_text()
    photograph(desk, "account-link")
    clean(desk)

    maria = chromium.new_context(locale="en-US", viewport={"width": 360, "height": 800}).new_page()
    maria.goto(link)
    maria.get_by_label("A password").fill(CHOSEN)
    maria.get_by_label("The same once more").fill(f"{CHOSEN}.")
    maria.get_by_role("button", name="Keep it").click()
    expect(maria.get_by_role("alert").first).to_contain_text("These two are not the same")
    photograph(maria, "welcome")
    clean(maria)
    maria.get_by_label("A password").fill(CHOSEN)
    maria.get_by_label("The same once more").fill(CHOSEN)
    maria.keyboard.press("Enter")
    expect(maria.get_by_role("heading", name="Sign in")).to_be_visible()
    maria.goto(link)
    expect(maria.get_by_role("heading", name="This link opens nothing any more")).to_be_visible()
    photograph(maria, "welcome-over")
    clean(maria)

    desk.get_by_role("link", name="Now give them a role").click()
    desk.locator("label", has_text="Registrar, school office").click()
    desk.get_by_label("Where?").select_option(label="Alder Creek Elementary")
    desk.get_by_role("button", name="Give it").click()
    expect(desk.get_by_role("alert").first).to_contain_text("nobody’s business without a reason")
    photograph(desk, "account-refused")
    clean(desk)
    desk.get_by_label("Why do they need it?").fill("Keeps the files of the school")
    desk.get_by_role("button", name="Give it").click()
    expect(desk.get_by_text("Given by Helen Park.")).to_be_visible()

    sign_in(maria, site)
    maria.goto(f"{site.address}/students/{site.ana}/")
    expect(maria.get_by_role("heading", name="Ana")).to_be_visible()

    desk.locator("label", has_text="Administrator: every file").click()
    desk.get_by_label("Where?").select_option(label="The whole district")
    desk.get_by_label("Why do they need it?").fill("Stands in for Helen Park")
    desk.get_by_role("button", name="Give it").click()
    expect(desk.get_by_text("alone: there was no second person")).to_be_visible()
    photograph(desk, "account-person")
    clean(desk)
    desk.goto(f"{site.address}/district/accounts/?which=without")
    desk.locator("a", has_text="Make an account: Luis Bautista").click()
    desk.get_by_label("E-mail address at work").fill("l.bautista@alder-creek.test")
    desk.locator("label", has_text="By e-mail").click()
    desk.get_by_role("button", name="Make the account").click()
    expect(desk.get_by_role("heading", name="The link is on its way")).to_be_visible()
    photograph(desk, "account-mailed")
    desk.get_by_role("link", name="Done").click()
    desk.locator("label", has_text="District counsel").click()
    desk.get_by_label("Where?").select_option(label="The whole district")
    desk.get_by_label("Why do they need it?").fill("Signs for the law")
    desk.get_by_role("button", name="Give it").click()
    expect(desk.get_by_text("A second person agrees")).to_be_visible()

    desk.locator("label", has_text="Nurse: health").click()
    desk.get_by_label("Where?").select_option(label="Alder Creek Elementary")
    desk.get_by_label("Why do they need it?").fill("Nurse of the school")
    desk.get_by_role("button", name="Give it").click()
    desk.get_by_role("link", name="Caseload").click()
    desk.get_by_label("In which role?").select_option(label="Nurse")
    desk.get_by_label("Whom do they work with?").select_option(label="Everybody at Alder Creek Elementary")
    desk.get_by_label("Why?").fill("The only nurse there")
    desk.get_by_role("button", name="Add it").click()
    expect(desk.get_by_role("heading", name="Everybody at Alder Creek Elementary")).to_be_visible()
    photograph(desk, "caseload")
    clean(desk)
    desk.get_by_label("The student’s name or SSID").fill("Torres")
    desk.get_by_role("region", name="Add one student").get_by_role("button", name="Find").click()
    photograph(desk, "caseload-find")
    clean(desk)
    desk.locator("a", has_text="Choose: Ana Lucía Torres").click()
    desk.get_by_label("Last day").fill("2099-06-10")
    desk.get_by_label("Why?").fill("For the plan of one child")
    photograph(desk, "caseload-choose")
    clean(desk)
    desk.get_by_role("button", name="Add the student").click()
    expect(desk.get_by_role("heading", name="Ana Lucía Torres at Alder Creek Elementary")).to_be_visible()
    photograph(desk, "caseload-one")
    clean(desk)

    maria.set_viewport_size({"width": 1280, "height": 900})
    maria.goto(site.address)
    expect(maria.get_by_role("heading", name="Roles that two people give")).to_be_visible()
    maria.goto(f"{site.address}/district/accounts/?which=waiting")
    photograph(maria, "accounts-waiting")
    clean(maria)
    maria.locator("a", has_text="Look: Luis Bautista").click()
    photograph(maria, "account-agree")
    clean(maria)
    maria.get_by_role("button", name="Agree").click()
    expect(maria.get_by_text("Maria Diaz agreed")).to_be_visible()
    maria.locator("button", has_text="End it now: District counsel").click()
    expect(maria.get_by_role("heading", name="What they were given before")).to_be_visible()
    photograph(maria, "account-ended")
    clean(maria)
    maria.get_by_role("button", name="Close the account").click()
    expect(maria.get_by_role("button", name="Open it again")).to_be_visible()
    photograph(maria, "account-closed")
    clean(maria)
    maria.context.close()


def sign_in(page: Page, site: Site) -> None:
    """By the password that was chosen, and by no other."""
    page.goto(f"{site.address}/sign-in/")
    for password in (PASSWORD, CHOSEN):
        page.get_by_label("Name", exact=False).first.fill(ADDRESS)
        page.locator("input[name=password]").fill(password)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_load_state()
