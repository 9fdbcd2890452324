"""The Superintendent makes the packet of a meeting: a day, one press, one paper with a code that anyone can check."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pypdfium2
import pytest
from playwright.sync_api import expect

from fileroom.law.days import district_day
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import sentence
from tests.journeys.officers import FETCH, SignIn

pytestmark = pytest.mark.browser
MEETING = district_day(datetime.now(UTC)) + timedelta(days=20)


def test_the_packet_of_a_meeting_is_made_on_the_policy_page(signed_in: SignIn, site: Site) -> None:
    page = signed_in("custodian")
    page.goto(f"{site.address}/policy/")
    page.get_by_role("link", name="Board packets").first.click()
    photograph(page, "board-packets-none")
    clean(page)
    page.get_by_role("button", name="Make the packet").click()
    expect(page.get_by_role("alert").first).to_contain_text("Choose the day.")
    clean(page)
    page.get_by_label("Day of the meeting").fill(MEETING.isoformat())
    page.get_by_role("button", name="Make the packet").click()
    expect(page.get_by_role("heading", name="Meeting of")).to_be_visible()
    photograph(page, "board-packets")
    clean(page)
    code = page.locator(".row.made .chip").inner_text()
    pdf = bytes(page.evaluate(FETCH, page.get_by_role("link", name=re.compile("^Open")).get_attribute("href")))
    paper = pypdfium2.PdfDocument(pdf)
    said = " ".join(" ".join(it.get_textpage().get_text_range() for it in paper).split())
    assert code in said and f"{MEETING:%B} {MEETING.day}, {MEETING.year}" in said and "Training, by school" in said
    for heading in ("Companies that hold students’ data", "Incidents", "Requests and copies", "Destroyed, and what"):
        assert heading in said
    expect(sentence(page, site, 13)).to_contain_text("1 meeting of the Board this school year with a packet")
