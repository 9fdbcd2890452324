"""A paper shows that a student is emancipated, or at a college: entered, obeyed at every door, and ended."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.test_a_copy_goes_out import day

pytestmark = pytest.mark.browser
SignIn = Callable[[str], Page]


def enters(desk: Page, paper: str, since: str) -> None:
    desk.get_by_text("Enter what a paper shows").click()
    of_the_student = desk.get_by_role("region", name="College, emancipation, graduation")
    of_the_student.get_by_label("What was shown").select_option(paper)
    of_the_student.get_by_label("Since").fill(since)
    of_the_student.get_by_role("button", name="I have seen it").click()


def test_a_declaration_of_emancipation_is_entered_and_ended(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.ana}/people/")
    photograph(desk, "people-none")
    desk.get_by_text("Enter what a paper shows").click()
    desk.get_by_role("button", name="I have seen it").click()
    assert desk.evaluate("document.activeElement.name") == "paper"  # the browser asks for it first
    desk.get_by_text("Enter what a paper shows").click()
    enters(desk, "A court’s declaration of emancipation", day(-5))
    expect(desk.get_by_text("counsel says whose the rights are in this case")).to_be_visible()
    enters(desk, "A court’s declaration of emancipation", day(-4))
    expect(desk.get_by_role("alert").first).to_contain_text("entered already")
    photograph(desk, "people-error")
    clean(desk)
    desk.goto(f"{site.address}/students/{site.ana}/people/")
    enters(desk, "The college’s proof of enrollment", day(-3))
    photograph(desk, "people-milestones")
    clean(desk)
    desk.get_by_text("End it").first.click()
    desk.get_by_label("Over from").first.fill(day(0))
    photograph(desk, "people-end")
    clean(desk)
    desk.get_by_role("button", name="It is so no longer").first.click()
    expect(desk.locator(".milestones").get_by_text("Over since")).to_be_visible()
    photograph(desk, "people-over")
    clean(desk)
    principal = signed_in("principal")
    principal.goto(f"{site.address}/students/{site.ana}/looked/")
    expect(principal.get_by_text("Noted from a paper: Emancipated")).to_be_visible()
    photograph(principal, "looked-milestones")


def test_counsels_finding_ends_with_the_college_and_the_page_says_so_before_and_after(
    signed_in: SignIn, site: Site
) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.ana}/people/")
    enters(desk, "The college’s proof of enrollment", day(-3))
    enters(desk, "Counsel’s written finding, with its reason", day(-2))
    college = desk.get_by_role("listitem").filter(has_text="Attends a college since")
    college.get_by_text("End it").click()
    expect(college.get_by_text("Counsel’s finding ends with it.")).to_be_visible()
    college.get_by_label("Over from").fill(day(-1))
    photograph(desk, "people-end-college")
    clean(desk)
    college.get_by_role("button", name="It is so no longer").click()
    expect(desk.get_by_role("status")).to_contain_text("Counsel’s finding has ended.")
    photograph(desk, "people-ended-college")
    clean(desk)
