"""A mother opens a record of a child reported missing: the office prepares it, the custodian tells the police of her,
and then it opens."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph

pytestmark = pytest.mark.browser


def test_the_police_hear_first_and_nobody_who_asks_is_told(signed_in: Callable[[str], Page], site: Site) -> None:
    office = signed_in("custodian")
    office.goto(f"{site.address}/students/{site.ana}/choices/")
    office.get_by_text("Show it, where nobody reads along").click()
    office.get_by_role("button", name=re.compile("It is so.*Reported missing")).click()

    parent = signed_in("parent")
    parent.goto(f"{site.address}/family/{site.ana}/")
    parent.locator("main a[href*='/family/records/']").first.click()
    photograph(parent, "family-police-first")
    clean(parent)
    expect(parent.get_by_text(re.compile("polic|desapar|missing", re.IGNORECASE))).to_have_count(0)
    waits = parent.url

    office.goto(site.address)
    office.get_by_role("heading", name="Somebody asks about a missing child: tell the police").first.wait_for()
    office.goto(f"{site.address}/students/{site.ana}/police/")
    expect(office.get_by_role("heading", name="Tell the police first")).to_be_visible()
    photograph(office, "police-first")
    clean(office)
    office.get_by_role("button", name="The police are told").click()
    expect(office.get_by_text("Fill this in.").first).to_be_visible()
    clean(office)
    office.get_by_label("Which agency did you tell?").fill("Alder County Sheriff")
    office.get_by_role("button", name="The police are told").click()
    expect(office.get_by_text("Last told: Alder County Sheriff")).to_be_visible()
    photograph(office, "police-told")
    clean(office)

    parent.goto(waits)
    expect(parent.get_by_role("link", name=re.compile("looked|visto", re.IGNORECASE)).first).to_be_visible()
