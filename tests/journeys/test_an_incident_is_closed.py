"""A company is broken into: a teacher reports it in a minute, the office finds out whom it touches, the people are told
in both languages, the Center and the Attorney General have their papers, and only then is it closed."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests import factories as make
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import a_night_passes, counted, stands
from tests.journeys.officers import FETCH
from tests.programmes.incidents.reporting import assesses, known, listed, reports
from tests.programmes.incidents.test_told import text_of

pytestmark = pytest.mark.browser


def test_an_incident_is_reported_in_a_minute_and_what_is_known_is_put_to_the_law(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    desk = signed_in("teacher")
    desk.get_by_role("link", name="Report an incident").click()
    photograph(desk, "incident-report")
    clean(desk)
    desk.get_by_label("What happened?").fill("The meal company wrote that somebody copied its files.")
    desk.get_by_text("A company’s service").click()
    desk.get_by_role("group", name="Is it still going on?").get_by_text("No, it is over").click()
    desk.get_by_role("button", name="Report it").click()
    expect(desk.get_by_role("heading", name="Thank you: it is reported")).to_be_visible()
    photograph(desk, "incident-reported")
    clean(desk)

    office = signed_in("custodian")
    expect(office.get_by_role("heading", name="An incident: report it to the Center")).to_be_visible()
    office.get_by_role("link", name="Programmes").first.click()
    office.get_by_role("link", name="Incidents").click()
    photograph(office, "incident-register")
    clean(office)
    office.get_by_role("link", name="A company’s service").click()
    expect(office.get_by_text("Nobody has said yet what is known of it.")).to_be_visible()
    photograph(office, "incident-new")
    clean(office)
    office.get_by_role("button", name="Read it").click()
    expect(office.get_by_text("somebody copied its files")).to_be_visible()
    _known(office)
    _list(office, site)
    photograph(office, "incident-list")
    clean(office)


def test_an_incident_stays_open_until_everybody_is_told_and_the_policy_page_counts_it(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    of = _found_out(site)
    office = signed_in("custodian")
    a_night_passes("duties.Duty", "began_at", nights=4)
    stands(office, site, 21, "Attention", "1 incident is neither reported nor found to be no attack")
    office.goto(f"{site.address}/incidents/{of}/")
    _words(office)
    office.get_by_role("button", name="Write the letters").click()
    expect(office.get_by_text("2 of 2 people worked out")).to_be_visible()
    office.get_by_role("link", name="By name").click()
    photograph(office, "incident-people")
    clean(office)
    expect(office.get_by_text("A paper on the file: look at it first, then hand it over")).to_be_visible()
    office.get_by_role("button", name="Open what the rows say").click()
    expect(office.get_by_text("SIS-unknown")).to_be_visible()
    office.get_by_role("button", name="Nobody of ours").click()
    with office.expect_popup() as paper:
        office.get_by_role("button", name="Print the letter to hand over").click()
    paper.value.close()
    office.get_by_role("button", name=re.compile("Handed over.*Torres")).click()
    expect(office.get_by_text("Told by a person")).to_be_visible()
    photograph(office, "incident-people-handed-over")
    expect(office.get_by_text("Nobody waits for that.")).to_be_visible()
    office.get_by_role("link", name="The incident").click()
    _papers(office)
    office.get_by_role("button", name=re.compile("Done.*What the contract says of an incident")).click()
    office.get_by_role("button", name=re.compile("Done.*A company tells the district at once")).click()
    office.get_by_role("button", name=re.compile("Done.*The Board is to hear")).click()
    office.get_by_role("button", name=re.compile("Done.*The insurer is to hear")).click()
    photograph(office, "incident-to-close")
    clean(office)
    office.get_by_role("button", name="Close the incident").click()
    expect(office.get_by_text("A person closed it")).to_be_visible()
    photograph(office, "incident-closed")
    clean(office)
    stands(office, site, 21, "Running", "1 cyberattack reported to the Center this school year")
    photograph(office, "incident-policy")
    clean(office)
    counted(office, site, "incidents.cyberattacks", "Running", "1 cyberattack reported")


def test_letters_are_printed_and_posted_by_the_print_and_a_count_is_settled(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    of = _found_out(site, letters=True)
    office = signed_in("custodian")
    office.goto(f"{site.address}/incidents/{of}/")
    _words(office)
    office.get_by_text("What the notice says").click()
    office.get_by_role("button", name="Open the words that were kept").click()
    expect(office.get_by_label("What the district is doing", exact=True)).to_have_value(
        "The company has closed the way in."
    )
    office.get_by_role("button", name="Write the letters").click()
    office.get_by_text("Count what Fileroom has shown").click()
    today = office.evaluate("new Date().toLocaleDateString('en-CA')")
    office.get_by_label("From", exact=True).fill(f"{today}T00:00")
    office.get_by_label("Until before").fill(f"{today}T23:59")
    office.get_by_role("button", name="Count", exact=True).click()
    expect(office.get_by_text("put students and staff on the list, or say why not (1)")).to_be_visible()
    office.get_by_text("Say who was named beside them").click()
    photograph(office, "incident-counted")
    clean(office)
    office.get_by_text("It was the office’s own work").click()
    office.get_by_role("button", name="It is settled").click()
    expect(office.get_by_text("Settled: It was the office’s own work")).to_be_visible()
    office.get_by_role("link", name="By name").click()
    office.get_by_text("Or post it: enter their address").click()
    photograph(office, "incident-staff")
    clean(office)
    assert "4 Invented Court" in _printed(office)
    photograph(office, "incident-print")
    clean(office)
    _lives(site, "5 Invented Court")
    office.get_by_role("button", name="Ask once more before they go").click()
    expect(office.get_by_role("heading", name="To take out: these may not go")).to_be_visible()
    photograph(office, "incident-take-out")
    clean(office)
    office.get_by_role("button", name="Taken out").click()
    office.get_by_role("button", name=re.compile("Work out anew.*Nair")).click()
    office.get_by_role("button", name="Write the next letters").click()
    office.get_by_role("link", name="By name").click()
    printed = _printed(office)
    assert "5 Invented Court" in printed
    office.get_by_role("button", name="Ask once more before they go").click()
    photograph(office, "incident-to-post")
    office.get_by_role("button", name="All opened prints are posted").click()
    expect(office.get_by_text("No letter waits to be printed or posted.")).to_be_visible()
    office.get_by_text("A letter came back").click()
    code = re.search(r"[A-Z0-9]{4}(-[A-Z0-9]{4}){2}", printed)
    assert code
    office.get_by_label("Its code").fill(code.group())
    photograph(office, "incident-came-back")
    clean(office)
    office.get_by_role("button", name="It came back").click()
    expect(office.get_by_text("The letter came back from the address on file")).to_be_visible()
    clean(office)


def _printed(office: Page) -> str:
    """The letters are put together, and opened: what stands in them."""
    office.get_by_role("button", name="Put it together to print").click()
    link = office.get_by_role("link", name="Open to print").get_attribute("href")
    said = text_of(bytes(office.evaluate(FETCH, link)))
    office.reload()
    assert "Priya Nair" in said
    return said


def _lives(site: Site, street: str) -> None:
    """Priya Nair is of age, and has an address of her own on file."""
    from django.utils import timezone

    from fileroom.collection.services import Collected, collect
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account

    with district_transaction():
        by = make.signed_in(Account.objects.select_related("employee").get(sign_in_name="custodian"))
    fields = {"street": street, "city": "Alder Creek", "postal_code": "93600"}
    done = collect(UUID(site.priya), "student_address", fields, by=by, at=timezone.now())
    assert isinstance(done, Collected)


def _found_out(site: Site, *, letters: bool = False) -> UUID:
    """What the first journey has walked through: reported, read, known, and the company's list is here."""
    from django.utils import timezone

    from fileroom.hosting import district_transaction
    from fileroom.law.facts import Holder
    from fileroom.people.models import Account
    from fileroom.programmes.incidents import desk

    with district_transaction():
        there = Account.objects.select_related("employee")
        teacher, custodian = (there.get(sign_in_name=it) for it in ("teacher", "custodian"))
    now, by = timezone.now(), make.signed_in(custodian)
    of = reports(make.signed_in(teacher), systems=("vendor",), at=now)
    desk.read(of, by=by, at=now)
    told = known(holder=Holder.VENDOR_FOR_DISTRICT, students=501, residents=501)
    assesses(of, by, told, systems=("vendor",), at=now)
    listed(of, by, f"student id\n{site.ana}\nSIS-unknown\n", at=now)
    if letters:
        _lives(site, "4 Invented Court")
        assert teacher.employee
        make.change(teacher.employee, email="abara@alder.example")
        listed(of, by, f"student id,email\n{site.priya},\n,abara@alder.example\n", at=now)
    return of


def _known(office: Page) -> None:
    office.get_by_role("group", name="Did somebody get into").get_by_text("Yes").click()
    office.get_by_text("Nothing of these").click()
    office.get_by_text("A company’s, which keeps the data for the district").click()
    office.get_by_text("Names: first, or its initial, and last").click()
    office.get_by_text("Medical information").click()
    office.get_by_text("Yes, it is known").click()
    office.get_by_text("No: it could be read").click()
    office.get_by_label("Students touched").fill("501")
    office.get_by_label("Staff touched").fill("0")
    office.get_by_label("Californians to be told").fill("501")
    photograph(office, "incident-known")
    clean(office)
    office.get_by_role("button", name="Keep what is known").click()
    expect(office.get_by_text("People are to be told of a breach")).to_be_visible()


def _list(office: Page, site: Site) -> None:
    office.get_by_text("Import the list of whoever holds it").click()
    body = f"student id\n{site.ana}\nSIS-unknown\n".encode()
    office.get_by_label("The list, as CSV").set_input_files(
        {"name": "touched.csv", "mimeType": "text/csv", "buffer": body}
    )
    office.get_by_role("button", name="Import the list").click()
    expect(office.get_by_text("1 of 2 people worked out")).to_be_visible()


def _words(office: Page) -> None:
    office.get_by_text("What the notice says").click()
    office.get_by_label("What happened", exact=True).fill("Somebody copied files of the company that plans meals.")
    office.get_by_label("The same in Spanish", exact=True).fill("Alguien copió archivos de la empresa de comidas.")
    office.get_by_label("What the district is doing", exact=True).fill("The company has closed the way in.")
    office.get_by_label("The same in Spanish: what the district is doing").fill("La empresa ha cerrado la entrada.")
    office.get_by_text("It is in plain words, and names nobody").click()
    office.get_by_role("button", name="Keep these words").click()


def _papers(office: Page) -> None:
    office.get_by_role("button", name="Make the report to the Center").click()
    expect(office.get_by_role("heading", name="Report to the Center", exact=True)).to_be_visible()
    office.get_by_role("button", name="Make the sample copy").click()
    expect(office.get_by_role("heading", name="Sample copy of the notice", exact=True)).to_be_visible()
    for what in ("center", "attorney_general"):
        office.get_by_text("Note what was sent").click()
        office.get_by_label("What was sent?").select_option(what)
        office.get_by_label("On which day").fill(office.evaluate("new Date().toLocaleDateString('en-CA')"))
        office.get_by_label("How", exact=True).fill("e-mail")
        office.get_by_role("button", name="Note it").click()
    expect(office.get_by_text("Sent Today")).to_have_count(2)


def test_an_exercise_tells_nobody_and_is_kept_with_its_lessons(signed_in: Callable[[str], Page]) -> None:
    office = signed_in("custodian")
    office.goto(office.url.split("/", 3)[0] + "//" + office.url.split("/")[2] + "/incidents/")
    office.get_by_role("link", name="Begin an exercise").click()
    office.get_by_label("What happened?").fill("We pretend that every screen shows a ransom note.")
    office.locator("#main").get_by_text("Fileroom", exact=True).click()
    office.get_by_role("group", name="Is it still going on?").get_by_text("No, it is over").click()
    expect(office.get_by_label("This is an exercise")).to_be_checked()
    office.get_by_role("button", name="Report it").click()
    expect(office.get_by_text("This is an exercise.")).to_be_visible()
    photograph(office, "incident-exercise")
    clean(office)
    office.get_by_label("Lessons, and who sees to each").fill(
        "Nobody knew where the paper lists lie. The principal does."
    )
    office.get_by_role("button", name="Keep the lessons").click()
    expect(office.get_by_text("The lessons are written.")).to_be_visible()
