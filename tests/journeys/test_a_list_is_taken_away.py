"""A list of students is taken away, walked through a browser: what for, how many, the file, and its line in the log."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import a_night_passes, counted, stands

pytestmark = pytest.mark.browser
SignIn = Callable[[str], Page]


def test_the_size_comes_first_and_then_the_file_and_each_student_has_a_line(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/?q=torres")
    photograph(desk, "list-offered")
    clean(desk)
    desk.get_by_role("link", name="Take this list").click()
    expect(desk.get_by_role("heading", name="Take a list")).to_be_visible()
    desk.get_by_role("button", name="See how many it names").click()
    expect(desk.get_by_text("Choose one.", exact=True)).to_be_visible()
    desk.get_by_text("Work with this student").click()
    photograph(desk, "list-asked")
    clean(desk)
    desk.get_by_role("button", name="See how many it names").click()
    expect(desk.get_by_role("heading", name="It names")).to_be_visible()
    photograph(desk, "list-size")
    clean(desk)
    with desk.expect_download() as taken:
        desk.get_by_role("button", name="Take it as a spreadsheet").click()
    told = Path(taken.value.path()).read_text("utf-8-sig")
    assert told.startswith('"Name","Grade","School","List"') and "Torres" in told
    desk.goto(f"{site.address}/lists/")
    expect(desk.get_by_role("heading", name="Students found")).to_be_visible()
    photograph(desk, "list-register")
    clean(desk)
    home = signed_in("parent")
    home.goto(f"{site.address}/family/{site.ana}/looked/")
    expect(home.get_by_text("Named the student on a list for the school’s own work")).to_be_visible()
    a_night_passes("disclosure.StudentList", "closed_at")
    chief = signed_in("custodian")
    stands(chief, site, 18, "Attention", "1 list taken for the office’s own work this school year")
    clean(chief)
    counted(chief, site, "disclosure.exports", "Running", "1 list taken for the office’s own work this school year")
    expect(chief.get_by_role("main")).to_contain_text(re.compile(r"0\s*Agreed to by a second person"))
    photograph(chief, "list-evidence")
    clean(chief)


def test_a_list_that_waits_stands_on_today_of_whoever_may_agree_and_not_of_the_first(
    signed_in: SignIn, site: Site
) -> None:
    from fileroom.disclosure.exports.asking import Asks
    from fileroom.disclosure.exports.lists import prepare
    from fileroom.disclosure.exports.sources import STUDENTS
    from fileroom.hosting import district_transaction
    from fileroom.law.facts import Purpose
    from fileroom.people.models import Account
    from fileroom.people.signed_in import SignedIn

    with district_transaction():
        first = SignedIn(Account.objects.get(sign_in_name="registrar"), "web")
    asks = Asks(STUDENTS["students"], "torres", Purpose.EDUCATIONAL_INTEREST)
    made = prepare(uuid4(), asks, second_above=0, by=first, at=timezone.now())
    desk, waits = signed_in("registrar"), "A long list waits for a second person"
    expect(desk.get_by_role("heading", name=waits)).to_have_count(0)
    desk.goto(f"{site.address}/lists/{made.id}/")
    expect(desk.get_by_text("It stands on the first screen of whoever else may agree")).to_be_visible()
    photograph(desk, "list-waits")
    clean(desk)
    second = signed_in("custodian")
    expect(second.get_by_role("heading", name=waits)).to_be_visible()
    photograph(second, "list-owed")
    clean(second)
    second.get_by_role("link", name="Look and agree").click()
    second.get_by_role("button", name="I agree that it goes").click()
    second.goto(site.address)
    expect(second.get_by_role("heading", name=waits)).to_have_count(0)
