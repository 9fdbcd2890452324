"""An agent stands in the lobby: one press says what to say and opens the incident, a paper is noted, words are sealed;
the Superintendent's office is told, looks after it, and the Board gets a report that names nobody."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import a_night_passes, counted

pytestmark = pytest.mark.browser


def test_an_agent_with_a_warrant_of_the_agencys_own_is_told_nothing_and_the_board_is_told_of_nobody(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.ana}/")
    desk.get_by_role("link", name="An officer or agent is here").click()
    photograph(desk, "agent-who")
    clean(desk)
    desk.get_by_role("button", name="Immigration").click()
    expect(desk.get_by_role("heading", name="Give nothing, open no door")).to_be_visible()
    expect(desk.get_by_text("I am not allowed to give out any information")).to_be_visible()
    expect(desk.get_by_role("main")).not_to_contain_text("Torres")
    photograph(desk, "agent-first-answer")
    clean(desk)

    desk.get_by_text("To see, to question or to take a student").click()
    desk.get_by_role("button", name="Keep these answers").click()
    desk.get_by_text("An agency’s own paper").click()
    desk.get_by_text("I-200, Warrant for Arrest of Alien").click()
    expect(desk.get_by_text("Is a judge named on it?")).to_be_hidden()
    desk.get_by_role("button", name="Note this paper").click()
    expect(desk.get_by_text("No judge of a judicial court signs it.")).to_be_visible()
    expect(desk.get_by_role("heading", name="Give nothing, open no door")).to_be_visible()

    desk.get_by_text("AO 93, Search and Seizure Warrant").click()
    desk.get_by_role("group", name="Which court stands at its head").get_by_text("United States District Court").click()
    desk.get_by_role("group", name="Is a judge named on it").get_by_text("Yes").click()
    photograph(desk, "agent-paper")
    clean(desk)
    desk.get_by_role("button", name="Note another paper").click()
    expect(desk.get_by_role("heading", name="Show nothing yet")).to_be_visible()

    desk.get_by_role("textbox", name="Name").fill("R. Cole")
    desk.get_by_role("textbox", name="Agency").fill("ICE")
    desk.get_by_label("Whom or what they asked for").fill("Ana Torres")
    desk.get_by_label("What was said and done").fill("Came at 9:12 with a second agent.")
    desk.get_by_role("button", name="Seal it").click()
    expect(desk.get_by_text("Written down 1 time so far.")).to_be_visible()
    expect(desk.get_by_role("main")).not_to_contain_text("Cole")
    photograph(desk, "agent-sealed")
    clean(desk)

    office = signed_in("custodian")
    a_night_passes("duties.Duty", "began_at", nights=2)
    counted(office, site, "enforcement.requests", "Attention", "the Superintendent does not know for more than a day")
    office.goto(site.address)
    expect(office.get_by_role("heading", name="An officer or agent was here")).to_be_visible()
    photograph(office, "agent-today")
    office.get_by_role("link", name="Programmes").first.click()
    office.get_by_role("link", name="Officers and agents").click()
    photograph(office, "agent-register")
    clean(office)
    office.get_by_role("link", name="Immigration").first.click()
    photograph(office, "agent-request")
    clean(office)
    office.get_by_role("button", name="Open it").click()
    expect(office.get_by_text("Came at 9:12 with a second agent.")).to_be_visible()
    photograph(office, "agent-opened")
    clean(office)
    office.get_by_role("button", name=re.compile("I have read it.*An officer or agent was here")).click()
    for owed in ("Counsel reads", "A family is to be told", "Copies of an officer’s papers", "Write to the Bureau"):
        office.get_by_role("button", name=re.compile(f"Done.*{owed}")).click()
    expect(office.get_by_role("button", name="Done")).to_have_count(0)
    office.get_by_text("Close it").first.click()
    office.get_by_text("Nothing was given, and nobody was let in").click()
    office.get_by_role("button", name="Close it").click()
    expect(office.get_by_text("Closed Today")).to_be_visible()
    request = office.url
    counted(office, site, "enforcement.requests", "Running", "1 request by officers and agents this school year")
    office.goto(request)
    photograph(office, "agent-closed")
    clean(office)

    office.get_by_role("link", name="Officers and agents").click()
    office.get_by_role("link", name="Report to the Board").click()
    photograph(office, "agent-report-draft")
    clean(office)
    office.get_by_role("button", name="Sign it").click()
    expect(office.get_by_text("Another person releases it.")).to_be_visible()
    photograph(office, "agent-report-signed")
    clean(office)


def test_on_the_telephone_the_words_are_others_and_the_strictest_answer_holds(signed_in: Callable[[str], Page]) -> None:
    desk = signed_in("teacher")
    desk.get_by_role("link", name="An officer or agent is here").click()
    desk.get_by_text("On the telephone").click()
    desk.get_by_role("button", name="Not sure").click()
    expect(desk.get_by_text("Please write to the Superintendent’s office.")).to_be_visible()
    desk.get_by_role("link", name="An officer or agent is here").click()
    desk.get_by_role("link", name="a card to print").click()
    expect(desk.get_by_role("heading", name="If an officer or agent comes")).to_be_visible()
    photograph(desk, "agent-card")
    clean(desk)
