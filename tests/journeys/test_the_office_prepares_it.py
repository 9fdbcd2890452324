"""A record that tells of another student: the office says so, the family reads what to do, the clerk what to keep."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph

pytestmark = pytest.mark.browser
TITLE = "Verified report of relevant behaviour"


def test_what_tells_of_another_student_the_family_is_shown_by_the_office(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    desk = signed_in("registrar")
    form = f"{site.address}/students/{site.ana}/file/?item=behaviour_report"
    desk.goto(form)
    clean(desk)
    desk.locator("[name=observed_on]").fill("2026-11-20")
    desk.locator("[name=text]").fill("Shouted at another student in the yard.")
    desk.locator("[name=signed_by]").fill("T. Abara, teacher")
    desk.get_by_role("button", name="File it").click()
    expect(desk.get_by_text("Say whether it tells of other students.").first).to_be_visible()
    photograph(desk, "filing-others")
    desk.get_by_text("Yes, and they can be taken out of it").click()
    desk.get_by_role("button", name="File it").click()
    expect(desk.get_by_role("heading", name=f"Filed: {TITLE}")).to_be_visible()
    desk.get_by_role("link", name="Open what was filed").click()
    expect(desk.get_by_text("Nothing of another student.")).to_be_visible()
    photograph(desk, "record-limits")
    clean(desk)

    home = signed_in("parent")
    home.goto(f"{site.address}/family/{site.ana}/")
    home.get_by_role("link", name=TITLE).click()
    expect(home.get_by_role("heading", name="The office prepares this record")).to_be_visible()
    expect(home.get_by_text("Call Student Records (559) 555-0134 and say which record")).to_be_visible()
    expect(home.get_by_text("Shouted")).to_have_count(0)
    photograph(home, "family-by-office")
    clean(home)
    home.get_by_role("button", name="Español").click()
    expect(home.get_by_role("heading", name="La oficina prepara este documento")).to_be_visible()
    photograph(home, "family-by-office-es")
    home.goto(f"{site.address}/family/{site.ana}/looked/")
    expect(home.get_by_text("Pidió un documento; la oficina lo prepara")).to_be_visible()


def test_the_clerk_at_the_counter_reads_what_to_keep_to(signed_in: Callable[[str], Page], site: Site) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.ana}/")
    desk.get_by_role("button", name="Rosa Torres").click()
    desk.get_by_role("button", name="ID checked").click()
    expect(desk.get_by_text("Nothing of another student.")).to_be_visible()
    photograph(desk, "counter-limits")
