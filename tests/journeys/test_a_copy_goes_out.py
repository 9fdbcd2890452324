"""A copy for somebody outside, walked through a browser: the answer, what comes first, the copy, who received it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph

pytestmark = pytest.mark.browser
SignIn = Callable[[str], Page]


def day(number: int) -> str:
    """So many days from today, as a date field takes it."""
    return (datetime.now(ZoneInfo("America/Los_Angeles")).date() + timedelta(days=number)).isoformat()


def tick(page: Page, words: str) -> None:
    """Choose by the words beside the box; USWDS paints its own box there."""
    page.locator("form.release").get_by_text(words, exact=True).first.click()


def opened_record(desk: Page, site: Site) -> None:
    """A record of Ana's, as the office opens it."""
    desk.goto(f"{site.address}/students/{site.ana}/")
    desk.get_by_role("link", name="Immunization").first.click()
    expect(desk.get_by_role("heading", name="Immunization verification or exemption")).to_be_visible()


def an_attorney_asks(desk: Page) -> None:
    tick(desk, "An attorney")
    desk.get_by_label("Name", exact=True).fill("Dana Roe")
    desk.get_by_label("Organization").fill("Roe and Partners")
    tick(desk, "I have made sure who this is")
    desk.get_by_label("What is it for?").select_option("A lawsuit or a claim")


def released(student: str) -> list[str]:
    """The purposes of the student's releases in the open log."""
    from fileroom.ledger import queries

    noted = queries.entries_of(UUID(student))
    return [it.event.purpose for it in noted if it.event.act.value == "record:released"]


def test_a_consent_is_read_answered_and_obeyed_and_the_mother_sees_who_received(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("registrar")
    opened_record(desk, site)
    desk.get_by_role("link", name="Release a copy").click()
    expect(desk.get_by_label("Who gave it?")).to_be_hidden()
    photograph(desk, "release-form")
    clean(desk)
    an_attorney_asks(desk)
    tick(desk, "Nothing")
    desk.get_by_role("button", name="Show the answer").click()
    expect(desk.get_by_role("heading", name="Do not release")).to_be_visible()
    expect(desk.get_by_role("button", name="Hand over the copy")).to_have_count(0)
    photograph(desk, "release-no")

    tick(desk, "A consent")
    desk.get_by_label("Who gave it?").select_option("Rosa Torres, parent")
    desk.get_by_label("How?").select_option("In writing")
    desk.get_by_label("Dated").fill(day(-1))
    desk.locator("form.release section.for-consent").get_by_text("Name and address of parent or guardian").click()
    desk.get_by_label("What for, as the consent says").select_option("A lawsuit or a claim")
    desk.get_by_label("Who may receive it").fill("Dana Roe")
    desk.get_by_role("button", name="Ask again").click()
    expect(desk.get_by_role("heading", name="Needs more")).to_be_visible()
    expect(desk.get_by_text("Please say in the consent which records.")).to_be_visible()
    expect(desk.get_by_text("Please sign the consent.")).to_be_visible()
    photograph(desk, "release-needs-more")
    clean(desk)

    tick(desk, "It bears their signature")
    desk.locator("form.release section.for-consent").get_by_text("Immunization verification or exemption").click()
    desk.get_by_role("button", name="Ask again").click()
    expect(desk.get_by_role("heading", name="May release")).to_be_visible()
    expect(desk.get_by_text("Immunization record seen")).to_have_count(0)
    photograph(desk, "release-may")
    clean(desk)
    # The second click may come while the first is under way: then its page says that the copy went out once.
    desk.get_by_role("button", name="Hand over the copy").dblclick()
    expect(desk.get_by_role("heading", name=re.compile("^(Released|Handed over already): "))).to_be_visible()
    photograph(desk, "released")
    clean(desk)
    assert released(site.ana) == ["litigation"]

    home = signed_in("parent")
    home.goto(f"{site.address}/family/{site.ana}/looked/")
    expect(home.get_by_text("Released to Dana Roe, Roe and Partners: Immunization")).to_be_visible()
    photograph(home, "family-released")


def test_a_court_s_order_waits_for_the_notice_and_goes_on_its_third_day(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("principal")
    opened_record(desk, site)
    desk.get_by_role("link", name="Release a copy").click()
    an_attorney_asks(desk)
    tick(desk, "A paper of a court or an agency")
    desk.get_by_label("Which paper?").select_option("A court’s order")
    desk.get_by_label("Does it forbid telling the family?").select_option("No")
    desk.get_by_label("Is it signed by a judge of a court?").select_option("Yes")
    tick(desk, "All records of this student")
    desk.get_by_label("In force from").fill(day(-9))
    desk.get_by_label("The day you told parent and student").fill(day(-2))
    desk.get_by_role("button", name="Show the answer").click()
    expect(desk.get_by_role("heading", name="Must release, but not yet")).to_be_visible()
    expect(desk.get_by_role("button", name="Hand over the copy")).to_have_count(0)
    photograph(desk, "release-waits")
    clean(desk)
    assert released(site.ana) == []
    desk.get_by_role("link", name="Go to the answer").click()
    desk.get_by_label("The day you told parent and student").fill(day(-3))
    desk.get_by_role("button", name="Ask again").click()
    expect(desk.get_by_role("heading", name="Must release")).to_be_visible()
    photograph(desk, "release-limits")
    clean(desk)
    desk.get_by_role("button", name="Hand over the copy").click()
    assert desk.evaluate("document.activeElement.name") == "confirmed"  # the browser asks for it first
    desk.get_by_text("It holds nothing beyond what the paper orders.").click()
    desk.get_by_role("button", name="Hand over the copy").click()
    expect(desk.get_by_role("heading", name="Released: Immunization")).to_be_visible()
    desk.goto(f"{site.address}/students/{site.ana}/looked/")
    expect(desk.get_by_text("Released to Dana Roe, Roe and Partners")).to_be_visible()
    expect(desk.get_by_text("Confirmed before the copy went: It holds nothing beyond what the paper")).to_be_visible()
    photograph(desk, "looked-released")


def test_a_probation_officer_certifies_and_without_the_statement_nothing_goes(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("registrar")
    opened_record(desk, site)
    desk.get_by_role("link", name="Release a copy").click()
    tick(desk, "Somebody else from outside")
    desk.get_by_label("Who is it?").select_option("A probation officer")
    desk.get_by_label("Name", exact=True).fill("Pam Poe")
    tick(desk, "I have made sure who this is")
    desk.get_by_label("What is it for?").select_option("An investigation on wardship or probation")
    tick(desk, "An affidavit, a certificate or an agreement")
    expect(desk.get_by_text("Items 1 to 4 are filled in")).to_be_hidden()
    desk.get_by_label("Which is it?").select_option("A certificate of how it will be used")
    desk.get_by_label("Whose is it?").fill("Pam Poe")
    desk.locator("section.for-certificate").get_by_text("It bears their signature").click()
    desk.get_by_label("The day it bears").fill(day(-1))
    desk.get_by_role("button", name="Show the answer").click()
    expect(desk.get_by_text("Please certify that it goes to nobody else.")).to_be_visible()
    expect(desk.get_by_role("button", name="Hand over the copy")).to_have_count(0)
    photograph(desk, "release-certificate")
    clean(desk)
    desk.locator("section.for-certificate").get_by_text("It will be passed on to nobody").click()
    desk.get_by_role("button", name="Ask again").click()
    expect(desk.get_by_text("All of it is relevant to what it is asked for.")).to_be_visible()
    desk.evaluate("for (const box of document.getElementsByName('confirmed')) box.required = false")
    desk.get_by_role("button", name="Hand over the copy").click()
    expect(desk.get_by_text("Nothing went out. Confirm each of these")).to_be_visible()
    photograph(desk, "release-unconfirmed")
    clean(desk)
    assert released(site.ana) == []
    desk.get_by_text("All of it is relevant to what it is asked for.").click()
    desk.get_by_role("button", name="Hand over the copy").click()
    expect(desk.get_by_role("heading", name="Released: Immunization")).to_be_visible()
    assert released(site.ana) == ["ward_investigation"]


def test_by_keyboard_alone_an_agent_is_refused_in_three_steps(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("registrar")
    opened_record(desk, site)
    desk.get_by_role("link", name="Release a copy").press("Enter")
    desk.locator("[name=to][value=immigration_officer]").focus()
    desk.keyboard.press("Space")
    desk.keyboard.press("Tab")
    desk.keyboard.type("Agent Smith")
    desk.get_by_label("What is it for?").focus()
    desk.keyboard.type("Immigration")
    desk.locator("[name=shown][value=none]").focus()
    desk.keyboard.press("Space")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("heading", name="Do not release")).to_be_visible()
    expect(desk.get_by_text("Ed. Code 234.7(b)").first).to_be_visible()
    expect(desk.get_by_text("Ana")).to_have_count(0)
    photograph(desk, "release-agent")
    clean(desk)


def test_an_error_leads_to_the_field_it_is_about(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("registrar")
    opened_record(desk, site)
    desk.get_by_role("link", name="Release a copy").click()
    desk.get_by_role("button", name="Show the answer").click()
    expect(desk.get_by_role("alert").first).to_be_visible()
    clean(desk)
    desk.get_by_role("link", name="Who asks for the copy?").click()
    assert desk.evaluate("document.activeElement.name") == "to"
