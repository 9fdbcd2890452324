"""The district's own steps come to the counter by two people; a family is told by a letter; the guide is posted."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests import factories as make
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import counted, stands
from tests.journeys.officers import FETCH, LAWYER, SignIn, comes, counsel, own_steps_in_force

pytestmark = pytest.mark.browser
STEPS = "Call the Superintendent’s office.\nStay with them at the counter.\nGive the papers to nobody else."
PASOS = "Llame a la oficina del Superintendente.\nQuédese con ellos en el mostrador.\nNo dé los papeles a nadie más."


def test_the_superintendents_words_come_to_every_counter_once_counsel_approves_them(
    signed_in: SignIn, site: Site
) -> None:
    counsel()
    office = signed_in("custodian")
    counted(office, site, "enforcement.own_steps", "Attention", "Counsel has approved none yet")
    office.goto(f"{site.address}/enforcement/steps/")
    photograph(office, "own-steps-first")
    clean(office)
    office.get_by_label("Steps, one a line").first.fill(STEPS)
    office.get_by_label("Steps, one a line").last.fill(PASOS)
    office.get_by_label("Office 1", exact=True).fill("Superintendent’s office")
    office.get_by_label("The same in Spanish, office 1").fill("Oficina del Superintendente")
    office.get_by_label("Telephone, office 1").fill("call us")
    office.get_by_role("button", name="Send it to counsel").click()
    expect(office.get_by_role("alert")).to_contain_text("Whom to call, row 1")
    photograph(office, "own-steps-problem")
    clean(office)
    office.get_by_label("Telephone, office 1").fill("(559) 555-0100")
    office.get_by_label("Office 2", exact=True).fill("Counsel, after hours")
    office.get_by_label("The same in Spanish, office 2").fill("Abogados, fuera de horario")
    office.get_by_label("Telephone, office 2").fill("(559) 555-0199 x 4")
    office.get_by_role("button", name="Send it to counsel").click()
    expect(office.get_by_text("Waits for counsel")).to_be_visible()
    expect(office.get_by_role("button", name="Approve it")).to_have_count(0)
    photograph(office, "own-steps-waits")
    clean(office)

    lawyer = signed_in(LAWYER)
    lawyer.goto(f"{site.address}/enforcement/steps/")
    photograph(lawyer, "own-steps-counsel")
    clean(lawyer)
    lawyer.get_by_role("button", name="Approve it", exact=True).click()
    expect(lawyer.get_by_role("heading", name="In force: version 1")).to_be_visible()
    photograph(lawyer, "own-steps-in-force")
    clean(lawyer)
    counted(office, site, "enforcement.own_steps", "Running", "3 steps of the district’s own, approved by counsel")


def test_the_counter_shows_them_in_both_languages_and_anyone_reads_them_on_a_telephone(
    signed_in: SignIn, site: Site, chromium: Browser
) -> None:
    own_steps_in_force()
    desk = signed_in("registrar")
    comes(desk, where="At no school, or the district office")
    expect(desk.get_by_role("heading", name="The district’s own steps")).to_be_visible()
    expect(desk.get_by_role("link", name="Superintendent’s office (559) 555-0100")).to_have_attribute(
        "href", "tel:5595550100"
    )
    photograph(desk, "agent-own-steps")
    clean(desk)
    desk.get_by_role("button", name="Español").click()
    expect(desk.get_by_role("heading", name="No entregue nada")).to_be_visible()
    expect(desk.get_by_text("Quédese con ellos en el mostrador.")).to_be_visible()
    photograph(desk, "agent-own-steps-es")
    clean(desk)
    desk.goto(f"{site.address}/agent/")
    photograph(desk, "agent-who-es")
    clean(desk)
    desk.goto(f"{site.address}/agent/card/")
    photograph(desk, "agent-card-es")
    clean(desk)
    poster = desk.get_by_role("link", name=re.compile("Español, papel Carta.*Cartel")).get_attribute("href")
    assert bytes(desk.evaluate(FETCH, poster)).startswith(b"%PDF")

    anyone = chromium.new_context(locale="en-US", viewport={"width": 360, "height": 800}).new_page()
    anyone.goto(f"{site.address}/if-an-officer-comes/")
    expect(anyone.get_by_role("link", name="Superintendent’s office")).to_be_visible()
    expect(anyone.get_by_text("0199")).to_have_count(0)
    photograph(anyone, "officer-anyone")
    clean(anyone)
    anyone.context.close()


def test_a_family_is_told_by_a_letter_that_its_own_file_does_not_show(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("registrar")
    comes(desk, where="At no school, or the district office")
    office = signed_in("custodian")
    office.goto(f"{site.address}/enforcement/")
    office.get_by_role("link", name="Immigration").first.click()
    photograph(office, "family-request")
    clean(office)
    office.get_by_role("link", name="Write to them").click()
    office.get_by_label("The student’s name").fill("torres")
    office.get_by_role("button", name="Find", exact=True).last.click()
    photograph(office, "family-found")
    clean(office)
    office.get_by_role("link", name=re.compile("Choose.*Ana")).click()
    photograph(office, "family-who")
    clean(office)
    office.get_by_text("In Spanish").click()
    office.get_by_role("button", name="Prepare the letter").click()
    expect(office.get_by_text("To send")).to_be_visible()
    photograph(office, "family-prepared")
    clean(office)
    expect(office.get_by_role("heading", name="A family is to be told")).to_be_visible()
    office.get_by_text("I have looked at their ID").click()
    office.get_by_role("button", name=re.compile("now parents and student are told")).click()
    expect(office.get_by_role("link", name="Print it")).to_be_visible()
    expect(office.get_by_role("heading", name="A family is to be told")).to_have_count(0)
    photograph(office, "family-sent")
    clean(office)
    letter = office.get_by_role("link", name="Print it").get_attribute("href")
    assert bytes(office.evaluate(FETCH, letter)).startswith(b"%PDF")
    expect(office.get_by_role("main")).not_to_contain_text("Ana")

    for path in (f"/students/{site.ana}/", f"/students/{site.ana}/looked/", f"/students/{site.ana}/sealed/"):
        office.goto(site.address + path)
        for never in ("notice to a family", re.compile("[Ll]etter(?!s)"), "told of", "A paper made"):
            expect(office.get_by_role("main")).not_to_contain_text(never)
    office.goto(f"{site.address}/students/{site.ana}/letters/")
    expect(office.get_by_role("heading", name="No letter is here for you")).to_be_visible()

    closed_before_counsel_was_asked()
    office.goto(site.address + re.sub("family/.*", "", letter or ""))
    expect(office.get_by_text("Not printed any more: counsel was never asked.")).to_be_visible()
    expect(office.get_by_role("link", name="Print it")).to_have_count(0)
    photograph(office, "family-not-printed")
    clean(office)


def closed_before_counsel_was_asked() -> None:
    """They were police, perhaps about a child, and it was closed before the law had counsel say first who hears."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import EnforcementRequest

    with district_transaction():
        (row,) = EnforcementRequest.objects.all()
    make.change(
        row, asker="police", harm="", closed_at=row.opened_at, closed_by=row.opened_by, closed_entry=row.opened_entry,
        outcome="nothing_given",
    )  # fmt: skip
    with district_transaction():
        Duty.objects.filter(of=row.id).delete()


def test_letters_that_lie_ready_are_sent_one_by_one_in_the_language_that_is_read(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.ana}/")
    desk.get_by_role("button", name="An officer or agent").click()
    office = signed_in("custodian")
    office.goto(f"{site.address}/enforcement/")
    office.get_by_role("link", name=re.compile("Not sure|did not say|I am not sure")).first.click()
    expect(office.get_by_role("heading", name="Letter 1 ·")).to_be_visible()
    photograph(office, "family-letters-lie-ready")
    clean(office)


def test_the_guide_is_noted_seen_posted_and_found_by_families(signed_in: SignIn, site: Site, chromium: Browser) -> None:
    office = signed_in("custodian")
    counted(office, site, "enforcement.guide", "Attention", "Nobody has noted yet where it is found")
    office.goto(f"{site.address}/enforcement/guide/")
    photograph(office, "guide-none")
    clean(office)
    office.get_by_label("The day that stands on it").fill("2025-12-01")
    office.get_by_label("The address of its page").fill("https://oag.ca.example/know-your-rights")
    office.get_by_label("The languages in which it is given").fill("English\nEspañol\nTagalog")
    office.get_by_role("button", name="Note it").click()
    photograph(office, "guide-noted")
    clean(office)
    unseen = office.get_by_role("button", name="I have seen it")
    for left in reversed(range(unseen.count())):
        unseen.first.click()
        expect(unseen).to_have_count(left)
    expect(office.get_by_text("Posted everywhere")).to_be_visible()
    photograph(office, "guide-posted")
    clean(office)
    counted(office, site, "enforcement.guide", "Running", "places with the Attorney General’s guide")
    stands(office, site, 12, "Attention", "Counsel has approved none yet")
    clean(office)
    office.locator("#sentence-12").screenshot(path="var/screenshots/policy-sentence-12.png")

    anyone = chromium.new_context(locale="es-US", viewport={"width": 360, "height": 800}).new_page()
    anyone.goto(f"{site.address}/know-your-rights/")
    expect(anyone.get_by_role("heading", name="Lo que las familias deben saber")).to_be_visible()
    photograph(anyone, "know-your-rights-es")
    clean(anyone)
    anyone.context.close()
