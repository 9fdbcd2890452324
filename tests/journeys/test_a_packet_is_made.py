"""The Superintendent makes the packet of a meeting: a day, one press, one paper with a code that anyone can check."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pypdfium2
import pytest
from playwright.sync_api import expect

from fileroom.law.days import district_day
from tests import factories as make
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import counted, stands
from tests.journeys.officers import FETCH, SignIn

if TYPE_CHECKING:
    from fileroom.programmes.models import EnforcementReport

pytestmark = pytest.mark.browser
MEETING = district_day(datetime.now(UTC)) + timedelta(days=2)


def released() -> EnforcementReport:
    """A report that two people have sent to that meeting: nobody came."""
    from fileroom.programmes.enforcement.board_report import Lines, Number
    from fileroom.programmes.models import EnforcementReport

    now, on = datetime.now(UTC), MEETING - timedelta(days=90)
    return EnforcementReport(
        from_on=on, to_on=on, until=now, lines=Lines(Number.NONE).to_json(), signed_at=now, signed_by=uuid4(),
        signed_entry=uuid4(), released_at=now, released_by=uuid4(), released_entry=uuid4(), meeting_on=MEETING,
    )  # fmt: skip


def test_the_packet_of_a_meeting_is_made_on_the_policy_page(signed_in: SignIn, site: Site) -> None:
    make.keep(released())
    page = signed_in("custodian")
    stands(page, site, 13, "Attention", "A report was released for the next meeting, and its packet is not made")
    clean(page)
    page.get_by_role("link", name="Board packets").first.click()
    photograph(page, "board-packets-none")
    clean(page)
    page.get_by_label("Day of the meeting").fill("")
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
    stands(page, site, 13, "Running", "1 meeting of the Board this school year with a packet")
    make.keep(released())
    stands(page, site, 13, "Attention", "since its packet was made: make it anew")
    page.goto(f"{site.address}/policy/packets/")
    page.get_by_label("Day of the meeting").fill(MEETING.isoformat())
    page.get_by_role("button", name="Make the packet").click()
    expect(page.get_by_text("2 reports on officers’ requests")).to_be_visible()
    counted(page, site, "policy.packets", "Running", "1 meeting of the Board this school year with a packet")
