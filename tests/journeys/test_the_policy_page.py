"""The custodian opens the policy page, a vacancy turns its sentence to attention, the Board's report is made and
checked, and the district's own text is entered."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from fileroom.law.days import district_day
from fileroom.law.policy import POLICY
from tests.journeys.axe import clean
from tests.journeys.conftest import SCREENSHOTS, Site, photograph
from tests.letters.test_letters import text_of

pytestmark = pytest.mark.browser
FETCH = "async (path) => Array.from(new Uint8Array(await (await fetch(path)).arrayBuffer()))"


def nights_are_kept() -> None:
    """Ten weeks of nights, one of them each week, with a vacancy in the middle."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import PolicySnapshot

    today = district_day(datetime.now(UTC))
    rows = []
    for week in range(10):
        on, vacant = today - timedelta(weeks=10 - week), week in (4, 5)
        state = "attention" if vacant else "running"
        rows += [
            PolicySnapshot(evidence="people.school_custodians", on=on, number=1 if vacant else 2, of=2, state=state),
            PolicySnapshot(evidence="collection.social_security_numbers", on=on, number=week * 3, state="running"),
        ]
    with district_transaction():
        PolicySnapshot.objects.bulk_create(rows)


def every_office_is_held() -> None:
    """Each school without a custodian gets the district's own, acting."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Custodian, School

    with district_transaction():
        own = Custodian.objects.get(school=None)
        for school in School.objects.exclude(pk__in=Custodian.objects.exclude(school=None).values("school")):
            since = own.from_on
            Custodian.objects.create(
                employee=own.employee, school=school, acting=True, designated_by=own.designated_by, from_on=since
            )


def the_office_falls_vacant() -> str:
    """A school's custodian leaves the office; which school it is."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Custodian

    with district_transaction():
        row = Custodian.objects.exclude(school=None).select_related("school").order_by("school__name")[0]
        row.to_on = (datetime.now(UTC) - timedelta(days=3)).date()
        row.save()
        return str(row.school.name) if row.school else ""


def test_the_policy_page_from_a_vacancy_to_the_boards_report(
    signed_in: Callable[[str], Page], site: Site, tmp_path: Path
) -> None:
    nights_are_kept()
    every_office_is_held()
    desk = signed_in("custodian")
    desk.get_by_role("link", name="Policy", exact=True).first.click()
    expect(desk.get_by_role("heading", name="Policy 5125: Student Records")).to_be_visible()
    assert desk.locator(".policy-row").count() == 22
    fifth = desk.locator("#sentence-5")
    expect(fifth.locator(".policy-state").first).to_contain_text("Running")
    photograph(desk, "policy")
    clean(desk)

    school = the_office_falls_vacant()
    desk.reload()
    expect(fifth.locator(".policy-state").first).to_contain_text("Attention")
    expect(fifth).to_contain_text(f"Nobody holds the office at {school}")
    expect(fifth).to_contain_text("The Superintendent or designee")
    fifth.get_by_role("link", name="the year of this number").click()
    expect(desk.get_by_role("img", name=re.compile("Attention on 2 of 10 nights"))).to_be_visible()
    photograph(desk, "policy-evidence")
    clean(desk)
    desk.go_back()
    fifth.get_by_role("link", name="schools have a custodian of records").click()
    expect(desk.get_by_text("Vacant").first).to_be_visible()
    desk.go_back()

    desk.emulate_media(media="print")
    desk.set_viewport_size({"width": 800, "height": 1000})
    desk.screenshot(path=SCREENSHOTS / "policy-print.png", full_page=True)
    expect(desk.get_by_text("court orders are on file")).to_be_hidden()
    desk.emulate_media(media="screen")
    desk.set_viewport_size({"width": 1280, "height": 900})

    desk.get_by_role("button", name="Make the Board’s report").click()
    expect(desk.get_by_role("heading", name="State of the policy")).to_be_visible()
    made = desk.get_by_role("region", name="Reports made for the Board")
    link = made.get_by_role("link", name="Open").get_attribute("href")
    pdf = bytes(desk.evaluate(FETCH, link))
    (SCREENSHOTS / "policy-report.pdf").write_bytes(pdf)
    said = text_of(pdf)
    assert "State of the policy" in said and "Policy 5125" in said and school in said
    assert "court orders are on file" not in said
    code = re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", said)
    assert code
    desk.goto(f"{site.address}/check/")
    desk.get_by_label("Code").fill(code.group())
    (tmp_path / "report.pdf").write_bytes(pdf)
    desk.get_by_label("The file, if you have it").set_input_files(tmp_path / "report.pdf")
    desk.get_by_role("button", name="Check it").click()
    expect(desk.get_by_text("nothing in it was changed")).to_be_visible()


def test_the_district_enters_its_own_words_and_what_differs_is_not_guessed_at(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    desk = signed_in("custodian")
    desk.goto(f"{site.address}/policy/")
    desk.get_by_role("link", name="The text as adopted").click()
    desk.get_by_label("Adopted on").fill("2026-03-09")
    own = POLICY.text.replace("shall receive training", "should be offered training")
    desk.get_by_label("Its whole text").fill(own)
    photograph(desk, "policy-text")
    clean(desk)
    desk.get_by_role("button", name="Look at it").click()
    expect(desk.get_by_role("heading", name="22 sentences: is this what the Board adopted?")).to_be_visible()
    photograph(desk, "policy-text-looked")
    clean(desk)
    desk.get_by_role("button", name="Enter it as Policy").click()
    eighth = desk.locator("#sentence-8")
    expect(eighth).to_contain_text("should be offered training")
    expect(eighth).to_contain_text("not matched: counsel is to look at it")
    expect(desk.get_by_role("region", name="Not in the district’s text")).to_contain_text("shall receive training")
    photograph(desk, "policy-own-words")
    clean(desk)
