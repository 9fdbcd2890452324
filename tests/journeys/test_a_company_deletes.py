"""A family asks for the letter by which a company deletes: too soon, then taken and issued by a designee; of a child
reported missing, once the police are told."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import a_night_passes, stands
from tests.journeys.test_an_order_is_handed_in import FETCH
from tests.letters.test_letters import text_of

pytestmark = pytest.mark.browser


def left(site: Site, days: int) -> None:
    """Ana left every school of the district so many days ago, as the office said."""
    from django.utils import timezone

    from fileroom.hosting import district_transaction
    from fileroom.people.models import Enrolment

    with district_transaction():
        gone = timezone.localdate() - timedelta(days=days)
        Enrolment.objects.filter(student_id=UUID(site.ana)).update(
            entered_on=gone - timedelta(days=200), left_on=gone, left_by="office"
        )


def goes_by(site: Site, name: str) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Student

    with district_transaction():
        Student.objects.filter(pk=UUID(site.ana)).update(preferred_given=name)


def fills(desk: Page, site: Site) -> None:
    desk.goto(f"{site.address}/students/{site.ana}/")
    desk.get_by_role("link", name="A company is to delete what it holds").click()
    desk.get_by_label("Who asks?").select_option(label="Rosa Torres (parent)")
    desk.get_by_text("I have seen who they are").click()
    desk.get_by_label("Which company is to delete?").fill("Reading Star, Inc.")
    desk.get_by_text("No: it is school data").click()


def test_a_letter_is_refused_too_soon_and_issued_on_its_day(signed_in: Callable[[str], Page], site: Site) -> None:
    left(site, 59)
    desk = signed_in("custodian")
    fills(desk, site)
    photograph(desk, "deletion-ask")
    clean(desk)
    desk.get_by_role("button", name="Take the request").click()
    expect(desk.get_by_text("It is too soon").first).to_be_visible()
    photograph(desk, "deletion-too-soon")
    clean(desk)

    left(site, 60)
    goes_by(site, "Leo")
    fills(desk, site)
    desk.get_by_role("button", name="Take the request").click()
    expect(desk.get_by_text("Ask which name the account bears").first).to_be_visible()
    photograph(desk, "deletion-which-name")
    clean(desk)
    desk.get_by_text("The name that the student goes by").click()
    desk.get_by_role("button", name="Take the request").click()
    expect(desk.get_by_role("heading", name="The letter waits to be issued")).to_be_visible()
    a_night_passes("duties.Duty", "began_at")
    stands(desk, site, 7, "Attention", "One or more families wait for theirs")
    a_night_passes("duties.Duty", "due_on", nights=60)
    stands(desk, site, 6, "Attention", re.compile(r"duties with a clock are open.*overdue", re.DOTALL))
    desk.goto(f"{site.address}/")
    photograph(desk, "today-deletion")
    desk.get_by_role("link", name="Open the request").click()
    desk.get_by_role("button", name="Issue the letter").click()
    expect(desk.get_by_role("heading", name="The letter is issued")).to_be_visible()
    photograph(desk, "deletion-issued")
    clean(desk)
    said = text_of(bytes(desk.evaluate(FETCH, desk.get_by_role("link", name="Open to print").get_attribute("href"))))
    assert (
        "A student is not enrolled in this district" in said
        and "Leo" in said
        and "Ana" not in said
        and "Reading Star" not in said
    )
    a_night_passes("programmes.DeletionRequest", "issued_at")
    stands(desk, site, 7, "Running", "1 letter issued this school year")
    _is_found_again(desk, site)
    _the_school_she_left_finds_it(signed_in("registrar"), site)


def _is_found_again(desk: Page, site: Site) -> None:
    """Whoever issued it finds it on *Outgoing*, opens it, and says that it was handed over; her file has it too."""
    desk.goto(f"{site.address}/outgoing/")
    row = desk.locator("li", has_text="That a student is not enrolled")
    expect(row.get_by_text("Waits")).to_be_visible()
    photograph(desk, "outgoing-letters")
    clean(desk)
    said = text_of(bytes(desk.evaluate(FETCH, row.get_by_role("link", name="Open").get_attribute("href"))))
    assert "A student is not enrolled in this district" in said
    row.get_by_role("button", name="It is handed over").click()
    expect(desk.locator("li", has_text="That a student is not enrolled").get_by_text("Handed over")).to_be_visible()
    desk.goto(f"{site.address}/students/{site.ana}/")
    desk.get_by_role("link", name="Letters", exact=True).click()
    expect(desk.get_by_text("Handed over")).to_be_visible()
    photograph(desk, "student-letters")
    clean(desk)


def _the_school_she_left_finds_it(office: Page, site: Site) -> None:
    """By what the family brings, without her file."""
    office.goto(f"{site.address}/students/")
    photograph(office, "students-and-who-left")
    office.get_by_role("link", name="A former student’s letters").click()
    office.get_by_label("The student’s first name").fill("Ana")
    office.get_by_label("The student’s last name").fill("Torres")
    office.get_by_label("The student’s date of birth").fill("2001-01-01")
    office.get_by_role("button", name="Show the letters").click()
    expect(office.get_by_text("No former student of this school").first).to_be_visible()
    photograph(office, "former-nobody")
    clean(office)
    office.get_by_label("The student’s date of birth").fill(_born(site))
    office.get_by_role("button", name="Show the letters").click()
    expect(office.locator("li", has_text="That a student is not enrolled").get_by_text("Handed over")).to_be_visible()
    photograph(office, "former-letters")
    clean(office)


def _born(site: Site) -> str:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Student

    with district_transaction():
        born = Student.objects.get(pk=UUID(site.ana)).birth_on
    assert born is not None
    return born.isoformat()


def test_of_a_missing_child_the_police_hear_first(signed_in: Callable[[str], Page], site: Site) -> None:
    left(site, 70)
    office = signed_in("custodian")
    office.goto(f"{site.address}/students/{site.ana}/choices/")
    office.get_by_text("Show it, where nobody reads along").click()
    office.get_by_role("button", name=re.compile("It is so.*Reported missing")).click()
    fills(office, site)
    office.get_by_role("button", name="Take the request").click()
    expect(office.get_by_role("heading", name="Tell the police first")).to_be_visible()
    expect(office.get_by_role("button", name="Issue the letter")).to_have_count(0)
    page = office.url
    office.get_by_role("button", name="The police are told").click()
    expect(office.get_by_text("Fill this in.").first).to_be_visible()
    photograph(office, "deletion-police-first")
    clean(office)
    office.goto(site.address)
    expect(office.get_by_role("heading", name="A missing child: the police first")).to_be_visible()
    photograph(office, "today-police-first")
    clean(office)
    office.goto(page)
    office.get_by_label("Which agency did you tell?").fill("Alder County Sheriff")
    office.get_by_role("button", name="The police are told").click()
    expect(office.get_by_role("heading", name="The police were told")).to_be_visible()
    photograph(office, "deletion-police-told")
    clean(office)
    office.get_by_role("button", name="Issue the letter").click()
    expect(office.get_by_role("heading", name="The letter is issued")).to_be_visible()
    office.goto(site.address)
    expect(office.get_by_role("heading", name="A missing child: the police first")).to_have_count(0)
