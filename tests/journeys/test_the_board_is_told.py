"""Three requests at one small school of three, and the report that two people send to the Board: it names nobody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from fileroom.law.days import district_day
from tests import factories as make
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import a_night_passes, stands
from tests.journeys.officers import FETCH, LAWYER, SignIn, comes, counsel, students_at_each, weeks_before

pytestmark = pytest.mark.browser
MEETING = (district_day(datetime.now(UTC)) + timedelta(days=20)).isoformat()


def report_page(page: Page, site: Site) -> Page:
    page.goto(f"{site.address}/enforcement/reports/")
    return page


def printed(page: Page, name: str) -> str:
    """What the report of this language says on paper."""
    link = page.get_by_role("link", name=name).get_attribute("href")
    pdf = bytes(page.evaluate(FETCH, link))
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_range()
    return " ".join(text.split())


def the_board_has_it_as_its_own_paper(office: Page, site: Site) -> None:
    """Its meeting was yesterday, and nobody made a packet of it."""
    a_night_passes("programmes.EnforcementReport", "meeting_on", nights=21)
    stands(office, site, 13, "Attention", "nothing here says that the Board has heard it")
    report_page(office, site)
    photograph(office, "board-report-unheard")
    clean(office)
    office.get_by_role("button", name="The Board had it").click()
    expect(office.get_by_text("the Board has heard it")).to_be_visible()
    photograph(office, "board-report-heard")
    clean(office)
    stands(office, site, 13, "Running", "in numbers that name nobody, last ")


def it_had_not_and_hears_it_at_another_meeting(office: Page, site: Site) -> None:
    """Somebody said so by mistake; and the day for which it is put there is not one that the district has entered."""
    from fileroom.programmes.models import DistrictSetting

    said = {"en": (datetime.now(UTC) + timedelta(days=30)).date().isoformat()}
    make.keep(
        DistrictSetting(name="board_meetings", said=said, set_at=datetime.now(UTC), set_by=uuid4(), entry=uuid4())
    )
    report_page(office, site)
    office.get_by_role("button", name="The Board did not meet, or did not hear it").click()
    expect(office.get_by_text("the Board has heard it")).to_have_count(0)
    stands(office, site, 13, "Attention", "nothing here says that the Board has heard it")
    report_page(office, site)
    office.get_by_text("Put it to another meeting").click()
    office.get_by_label("Day of the meeting that hears the report").fill(MEETING)
    office.get_by_role("button", name="Put it there").click()
    expect(office.get_by_role("alert")).to_contain_text("has entered no meeting on")
    photograph(office, "board-report-unlisted")
    clean(office)
    office.get_by_text("The Board meets on this day all the same").click()
    office.get_by_role("button", name="Put it there").click()
    expect(office.get_by_role("alert")).to_have_count(0)
    stands(office, site, 13, "Running", "in numbers that name nobody, last ")
    office.goto(f"{site.address}/policy/packets/")
    office.get_by_role("button", name="Make the packet").click()
    expect(office.get_by_role("alert").first).to_contain_text("has entered no meeting on")
    photograph(office, "board-packet-unlisted")
    clean(office)


def test_three_requests_at_one_small_school_go_to_the_board_without_its_name(signed_in: SignIn, site: Site) -> None:
    small = students_at_each(14, 30, 40)
    counsel()
    desk = signed_in("registrar")
    for who in ("Immigration", "Not sure", "Immigration"):
        comes(desk, where=small, who=who)
    weeks_before()

    office = report_page(signed_in("custodian"), site)
    main = office.get_by_role("main")
    expect(main).to_contain_text("One or more")
    expect(main).to_contain_text("No school is named")
    expect(main).not_to_contain_text(small)
    photograph(office, "board-report-draft")
    clean(office)
    office.get_by_role("button", name="Sign it").click()
    expect(main).to_contain_text("Another person releases it.")
    photograph(office, "board-report-signed")
    clean(office)

    lawyer = report_page(signed_in(LAWYER), site)
    photograph(lawyer, "board-report-to-release")
    clean(lawyer)
    lawyer.get_by_label("Day of the meeting at which the Board hears it").fill(MEETING)
    lawyer.get_by_role("button", name="Release it to the Board").click()
    expect(lawyer.get_by_role("link", name="In English")).to_be_visible()
    photograph(lawyer, "board-report-released")
    clean(lawyer)
    english, spanish = printed(lawyer, "In English"), printed(lawyer, "In Spanish")
    assert "One or more" in english and "Una o más" in spanish
    for said in (english, spanish):
        assert small not in said and "3" not in said.replace("234.7", "").partition("To check")[0].partition("555")[0]

    stands(office, site, 13, "Running", "in numbers that name nobody, last ")
    the_board_has_it_as_its_own_paper(office, site)
    it_had_not_and_hears_it_at_another_meeting(office, site)
    office.goto(f"{site.address}/enforcement/")
    office.get_by_role("link", name="Immigration").first.click()
    expect(office.get_by_text("A request to report to the Board")).to_have_count(0)


def test_that_nobody_came_is_reported_too_and_one_person_alone_sends_nothing(signed_in: SignIn, site: Site) -> None:
    students_at_each(14, 30, 40)
    counsel()
    lawyer = report_page(signed_in(LAWYER), site)
    expect(lawyer.get_by_role("main")).to_contain_text("None")
    lawyer.get_by_role("button", name="Sign it").click()
    expect(lawyer.get_by_role("button", name="Release it to the Board")).to_have_count(0)
    office = signed_in("custodian")
    stands(office, site, 13, "Attention", "No report was released in this half-year or the last")
    report_page(office, site)
    office.get_by_label("Day of the meeting at which the Board hears it").fill(MEETING)
    office.get_by_role("button", name="Release it to the Board").click()
    assert "Requests not reported before None" in printed(office, "In English")
    stands(office, site, 13, "Running", "in numbers that name nobody, last ")
