"""At the counter: a parent shows an ID, points a phone at the link, chooses a password, and reads the child's file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.test_a_copy_goes_out import day

pytestmark = pytest.mark.browser
PASSWORD = "tres barcos y una luna"


def test_a_parent_whose_id_was_looked_at_reads_the_file_on_a_phone_in_spanish(
    signed_in: Callable[[str], Page], site: Site, chromium: Browser
) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.devon}/people/")
    father = desk.get_by_role("listitem").filter(has=desk.get_by_role("heading", name="Samuel Ruiz"))
    father.get_by_text("Verify the relationship").click()
    father.get_by_label("What was shown").select_option("Photo ID, and the person enrolled the student")
    father.get_by_label("Seen on").fill(day(0))
    father.get_by_role("button", name="I have verified it").click()
    father.get_by_text("Samuel Ruiz an online account").click()
    father.get_by_label("Their e-mail address").fill("samuel.ruiz@example.com")
    father.get_by_text("Spanish").click()
    father.get_by_text("I have looked at their photo ID today").click()
    photograph(desk, "people-account")
    clean(desk)
    father.get_by_role("button", name="Make the account").click()
    expect(desk.get_by_role("heading", name="Hand over this link")).to_be_visible()
    photograph(desk, "account-link")
    clean(desk)
    address = desk.get_by_role("region", name="Its address").inner_text()

    phone = chromium.new_context(viewport={"width": 360, "height": 780}).new_page()
    phone.goto(address)
    phone.get_by_label("Una contraseña").fill(PASSWORD)
    phone.get_by_label("La misma otra vez").fill(PASSWORD)
    photograph(phone, "welcome-spanish")
    clean(phone)
    phone.locator("form.sheet button").click()
    phone.locator("input[name=login]").fill("samuel.ruiz@example.com")
    phone.locator("input[name=password]").fill(PASSWORD)
    phone.locator("form.sheet button[type=submit]").click()
    expect(phone.locator("html")).to_have_attribute("lang", "es")
    expect(phone.get_by_text("Devon").first).to_be_visible()
    phone.context.close()

    desk.get_by_role("link", name="Done").click()
    expect(father.get_by_text("They sign in by")).to_be_visible()
    father.get_by_text("A new link, or close the account").click()
    photograph(desk, "people-account-given")
    clean(desk)
