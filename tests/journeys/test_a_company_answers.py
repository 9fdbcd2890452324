"""The district demands that a company delete; the company answers by its link, and the office sees the proof."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import a_night_passes, sentence, stands
from tests.journeys.test_an_order_is_handed_in import FETCH
from tests.letters.test_letters import text_of

pytestmark = pytest.mark.browser


def enters(desk: Page, site: Site) -> None:
    desk.goto(f"{site.address}/vendors/new/")
    desk.get_by_label("Name").fill("Quizly, Inc.")
    desk.get_by_label("What it is used for", exact=True).fill("Quizzes in class")
    desk.locator("#id_holds").fill("Names and scores of grade 7")
    desk.get_by_role("button", name="Enter it").click()
    expect(desk.get_by_role("heading", name="Quizly, Inc.")).to_be_visible()


def link_in(desk: Page, site: Site) -> str:
    letter = desk.get_by_role("link", name="Open to send").get_attribute("href")
    said = "".join(text_of(bytes(desk.evaluate(FETCH, letter))).split())
    assert "Quizly,Inc." in said
    found = re.search(r"/answer/([0-9a-f]{40})", said)
    assert found, said
    return f"{site.address}/answer/{found[1]}/"


def test_a_company_answers_without_an_account(
    signed_in: Callable[[str], Page], site: Site, chromium: Browser
) -> None:  # fmt: skip
    desk = signed_in("custodian")
    enters(desk, site)
    photograph(desk, "vendors-company")
    clean(desk)
    desk.get_by_role("link", name="Demand that it delete").click()
    desk.get_by_text("The district needs it there no longer").click()
    desk.get_by_label("Which data are meant").fill("Scores of grade 7 of last year")
    photograph(desk, "demand-new")
    clean(desk)
    desk.get_by_role("button", name="Sign the letter").click()
    expect(desk.get_by_text("Nothing yet.")).to_be_visible()
    photograph(desk, "demand-sent")
    clean(desk)
    address = link_in(desk, site)

    outside = chromium.new_context(locale="en-US").new_page()
    outside.goto(address)
    expect(outside.get_by_role("heading", name="Answer the district")).to_be_visible()
    photograph(outside, "answer")
    clean(outside)
    outside.get_by_role("button", name="Send the answer").click()
    expect(outside.get_by_text("Not sent yet")).to_be_visible()
    photograph(outside, "answer-wrong")
    clean(outside)
    outside.get_by_text("We refuse, for the reason below").click()
    outside.get_by_label("If you refuse: why").fill("We keep it for another district.")
    outside.get_by_label("Your name").fill("Pat Park")
    outside.get_by_label("Your position at the company").fill("Privacy officer")
    outside.get_by_role("button", name="Send the answer").click()
    expect(outside.get_by_role("heading", name="Your answer is with the district")).to_be_visible()
    photograph(outside, "answered")
    clean(outside)

    a_night_passes("duties.Duty", "began_at")
    stands(desk, site, 22, "Attention", "One or more companies have refused, or let their day pass")
    desk.goto(f"{site.address}/")
    expect(desk.get_by_role("heading", name="A company refuses to delete")).to_be_visible()
    photograph(desk, "today-demand")
    desk.get_by_role("link", name="Open the demand").first.click()
    expect(desk.get_by_text("Pat Park, Privacy officer")).to_be_visible()
    photograph(desk, "demand-refused")
    clean(desk)
    desk.get_by_role("button", name="Remind the company").click()
    expect(desk.get_by_text("Reminded", exact=True)).to_be_visible()
    outside.goto(address)
    expect(outside.get_by_role("heading", name="Answer the district")).not_to_be_visible()
    desk.get_by_role("link", name="Nothing more is awaited").click()
    desk.get_by_text("It was shown in another way").click()
    desk.get_by_label("What shows it").fill("Their certificate of yesterday.")
    clean(desk)
    desk.get_by_role("button", name="Close the demand").click()
    expect(desk.get_by_text("Their certificate of yesterday.")).to_be_visible()
    photograph(desk, "demand-over")
    expect(sentence(desk, site, 22)).not_to_contain_text("One or more companies have refused")


def test_a_breach_is_told_and_an_app_is_asked_for(signed_in: Callable[[str], Page], site: Site) -> None:
    desk = signed_in("custodian")
    enters(desk, site)
    desk.get_by_role("link", name="It tells of a breach").click()
    desk.get_by_label("Who told the district").fill("Pat Park")
    desk.get_by_label("What they say was taken").fill("Names of one class")
    photograph(desk, "breach-new")
    clean(desk)
    desk.get_by_role("button", name="Note it").click()
    expect(desk.get_by_role("heading", name="tells of a breach")).to_be_visible()
    photograph(desk, "breach")
    clean(desk)
    desk.get_by_role("button", name="Report it as an incident").click()
    expect(desk.get_by_role("heading", name="A company’s service")).to_be_visible()
    desk.goto(f"{site.address}/vendors/")
    photograph(desk, "vendors-list")
    clean(desk)

    teacher = signed_in("teacher")
    teacher.goto(f"{site.address}/vendors/")
    expect(teacher.get_by_role("link", name="Enter a company")).not_to_be_visible()
    teacher.get_by_role("link", name="May I use this app?").click()
    teacher.get_by_label("What the app or site is called").fill("Flashy Cards")
    teacher.get_by_label("What you want to use it for").fill("Vocabulary")
    teacher.get_by_text("Yes", exact=True).click()
    photograph(teacher, "app-ask")
    clean(teacher)
    teacher.get_by_role("button", name="Ask").click()
    expect(teacher.get_by_text("never the contract").first).to_be_visible()
    photograph(teacher, "app-refused")
    clean(teacher)
