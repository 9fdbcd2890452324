"""A company and its contract are entered, a clause is lacking, and families read what the district may share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import stands

pytestmark = pytest.mark.browser


def reads(desk: Page, numbers: range) -> None:
    for number in numbers:
        desk.locator(f"label[for=has-{number}]").click()
        desk.locator(f"#id_page-{number}").fill(str(number))
        desk.locator(f"#id_words-{number}").fill("The provider agrees to this clause.")


def test_a_contract_is_held_against_the_nine_clauses(signed_in: Callable[[str], Page], site: Site) -> None:
    desk = signed_in("custodian")
    desk.goto(f"{site.address}/programmes/")
    desk.get_by_role("link", name="Companies").click()
    clean(desk)
    desk.get_by_role("link", name="Enter a company").click()
    clean(desk)
    desk.get_by_label("Name").fill("Reading Star, Inc.")
    desk.get_by_label("What it is used for", exact=True).fill("Reading practice in class")
    desk.locator("#id_holds").fill("Names and reading levels of grades 3 to 5")
    desk.get_by_role("button", name="Enter it").click()
    expect(desk.get_by_text("no contract allows it today")).to_be_visible()

    desk.get_by_role("link", name="Enter a contract").click()
    desk.get_by_label("What it is called").fill("Service agreement 2026")
    desk.get_by_label("Signed (optional)").fill("2026-08-01")
    desk.get_by_text("It is made under a policy").click()
    reads(desk, range(1, 9))
    photograph(desk, "vendors-contract")
    clean(desk)
    desk.get_by_role("button", name="Enter the contract").click()
    expect(desk.get_by_text("Lacks a clause")).to_be_visible()
    photograph(desk, "vendors-defective")
    clean(desk)
    desk.get_by_role("link", name="Tell it what is lacking").click()
    photograph(desk, "vendors-notice")
    clean(desk)
    desk.get_by_role("button", name="Sign the letter").click()
    expect(desk.get_by_text("It counts once somebody says that it went.")).to_be_visible()
    photograph(desk, "vendors-notice-signed")
    desk.get_by_role("link", name="The notice went").click()
    photograph(desk, "vendors-notice-went")
    clean(desk)
    desk.get_by_role("button", name="Note it").click()
    expect(desk.get_by_text("Told what it lacks")).to_be_visible()
    expect(desk.get_by_role("link", name="The letter of")).to_be_visible()
    photograph(desk, "vendors-noticed")
    clean(desk)
    stands(desk, site, 22, "Attention", "1 holds data without one")
    desk.goto(f"{site.address}/companies/")
    expect(desk.get_by_text("No contract under which the district may share anything today")).to_be_visible()

    desk.goto(f"{site.address}/vendors/")
    desk.get_by_role("link", name="Reading Star").click()
    desk.get_by_role("link", name="Enter a contract").click()
    desk.get_by_label("Whose place does it take?").select_option(label="Service agreement 2026")
    desk.get_by_text("It was amended").click()
    desk.get_by_label("What it is called").fill("Amended agreement 2026")
    desk.get_by_label("Signed (optional)").fill("2026-09-01")
    desk.get_by_text("It is made under a policy").click()
    reads(desk, range(1, 10))
    desk.get_by_role("button", name="Enter the contract").click()
    expect(desk.get_by_text("It has not said what it does with data.")).to_be_visible()
    photograph(desk, "vendors")
    clean(desk)
    desk.goto(f"{site.address}/companies/")
    photograph(desk, "companies")
    clean(desk)
    stands(desk, site, 22, "Attention", "has not declared what it does with data")

    desk.goto(f"{site.address}/vendors/")
    desk.get_by_role("link", name="Reading Star").click()
    desk.get_by_role("link", name="Enter what it declares").click()
    desk.get_by_role("group", name="Does it use artificial intelligence").get_by_text("Yes", exact=True).click()
    desk.get_by_role("group", name="Does it train a model").get_by_text("Yes", exact=True).click()
    desk.get_by_label("Page of the contract that permits the training").fill("12")
    desk.get_by_label("Its sentence").fill("The provider may train a model on what students write.")
    desk.get_by_label("Who at the company said so").fill("Its privacy office")
    photograph(desk, "vendors-declares")
    clean(desk)
    desk.get_by_role("button", name="Enter it").click()
    expect(desk.get_by_text("Nobody here has found it in the contract yet.")).to_be_visible()
    photograph(desk, "vendors-unread")
    clean(desk)
    stands(desk, site, 22, "Attention", "nobody has looked whether the contract permits what it trains")
    desk.goto(f"{site.address}/vendors/")
    desk.get_by_role("link", name="Reading Star").click()
    desk.get_by_role("link", name="Hold its sentence against the contract").click()
    photograph(desk, "vendors-hold")
    clean(desk)
    desk.get_by_text("In “Amended agreement 2026”").click()
    desk.get_by_role("button", name="Keep what I found").click()
    expect(desk.get_by_text("Found in Amended agreement 2026.")).to_be_visible()
    expect(desk.get_by_text("May be shared with").first).to_be_visible()
    stands(desk, site, 22, "Running", "1 of 1 company with students’ data")
