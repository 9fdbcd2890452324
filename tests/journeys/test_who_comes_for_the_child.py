"""The counter is asked who may collect the child, after an order that says who may not; and a company that asks the
district itself is answered with words that confirm nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import a_night_passes, stands
from tests.journeys.test_an_order_is_handed_in import FETCH, PAPER
from tests.letters.test_letters import text_of

pytestmark = pytest.mark.browser


def comes(desk: Page, site: Site, who: str) -> None:
    desk.goto(f"{site.address}/students/{site.ana}/")
    desk.get_by_role("link", name="Somebody comes to collect the child").click()
    desk.get_by_role("button", name=re.compile(who)).click()


def test_an_order_says_who_collects_the_child_and_the_counter_says_yes_or_the_principal(
    signed_in: Callable[[str], Page], site: Site, tmp_path: Path
) -> None:
    paper = tmp_path / "order.txt"
    paper.write_bytes(PAPER)
    desk = signed_in("registrar")
    comes(desk, site, "Rosa Torres")
    expect(desk.get_by_role("heading", name="Yes", exact=True)).to_be_visible()
    photograph(desk, "collecting-yes")
    clean(desk)

    desk.goto(f"{site.address}/students/{site.ana}/people/")
    mother = desk.get_by_role("listitem").filter(has=desk.get_by_role("heading", name="Rosa Torres"))
    mother.get_by_text("Enter who has custody").click()
    mother.get_by_label("What was shown").select_option("A court’s order: another person alone has legal custody")
    mother.get_by_label("Since").fill("2026-11-20")
    photograph(desk, "people-custody")
    clean(desk)
    mother.get_by_role("button", name="I have seen it").click()
    expect(mother.get_by_text("Legal custody no")).to_be_visible()
    photograph(desk, "people-custody-entered")
    clean(desk)
    comes(desk, site, "Rosa Torres")
    expect(desk.get_by_role("heading", name="Ask the principal")).to_be_visible()

    desk.goto(f"{site.address}/students/{site.ana}/orders/")
    desk.get_by_text("One person may not collect the child").click()
    desk.get_by_label("Whom does it bind?").select_option(label="Rosa Torres (parent)")
    desk.get_by_label("The day the court made it").fill("2026-11-20")
    photograph(desk, "orders-sentences")
    clean(desk)
    desk.get_by_role("button", name="See what each person could see").click()
    seen = desk.get_by_role("region", name="What this order changes for each person")
    expect(seen.get_by_role("row").filter(has_text="Rosa Torres")).to_contain_text("The principal is called")
    photograph(desk, "orders-preview-collecting")
    desk.get_by_label("The order", exact=True).set_input_files(paper)
    desk.get_by_label("Pages handed in").fill("2")
    desk.get_by_role("button", name="File it, and make the receipt").click()
    expect(desk.get_by_text("At the counter the child does not go home with this person")).to_be_visible()
    photograph(desk, "orders-what-it-does")
    clean(desk)

    comes(desk, site, "Rosa Torres")
    expect(desk.get_by_role("heading", name="Ask the principal")).to_be_visible()
    photograph(desk, "collecting-principal")
    clean(desk)
    bound = desk.locator("article.decision").inner_text().replace("Rosa Torres (parent)", "WHO")
    comes(desk, site, "Somebody else")
    assert desk.locator("article.decision").inner_text().replace("Somebody else", "WHO") == bound


def test_a_company_that_asks_the_district_is_answered_and_learns_nothing(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    office = signed_in("custodian")
    office.goto(f"{site.address}/vendors/")
    office.get_by_role("link", name="A company asks about a student").click()
    photograph(office, "company-asks")
    clean(office)
    office.get_by_label("Which company asks?").fill("Reading Star, Inc.")
    office.get_by_label("Where does it want its answer?").fill("privacy@reading-star.example")
    office.get_by_text("By e-mail").click()
    office.get_by_label("First name, as the company writes it").fill("Ana")
    office.get_by_label("Last name, as the company writes it").fill("Torres")
    office.get_by_text("The family’s own request came with it").click()
    office.get_by_role("button", name="Enter the question").click()
    expect(office.get_by_role("heading", name="The company waits for its answer")).to_be_visible()
    photograph(office, "company-question")
    clean(office)
    a_night_passes("duties.Duty", "due_on", nights=60)
    stands(office, site, 7, "Attention", "One or more companies wait past the day")
    office.goto(f"{site.address}/")
    office.get_by_role("link", name="Open the question").first.click()
    office.get_by_role("button", name="Make the answer that confirms nothing").click()
    expect(office.get_by_role("heading", name="nothing was confirmed")).to_be_visible()
    photograph(office, "company-answered")
    clean(office)
    said = text_of(
        bytes(office.evaluate(FETCH, office.get_by_role("link", name="Open to print").get_attribute("href")))
    )
    assert "confirms nothing about any person" in said and "Ana" not in said
    a_night_passes("programmes.CompanyQuestion", "answered_at")
    stands(office, site, 7, "Running", "1 question of a company")
