"""What may show a family's status, walked through a browser: marked, held up, looked at by another, gone, counted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.evidence import a_night_passes, counted, stands
from tests.journeys.test_a_copy_goes_out import an_attorney_asks, day, tick

pytestmark = pytest.mark.browser
SignIn = Callable[[str], Page]
PAPER = b"Reads in two languages. Learns English since 2024.\n"
STATUS = "This may show a family’s immigration status"


def by_consent(desk: Page) -> None:
    """The attorney brings the mother's consent for the place of birth."""
    an_attorney_asks(desk)
    tick(desk, "A consent")
    desk.get_by_label("Who gave it?").select_option("Rosa Torres, parent")
    desk.get_by_label("How?").select_option("In writing")
    tick(desk, "It bears their signature")
    desk.get_by_label("Dated").fill(day(-1))
    desk.locator("form.release section.for-consent").get_by_text("Place of birth", exact=True).click()
    desk.get_by_label("What for, as the consent says").select_option("A lawsuit or a claim")
    desk.get_by_label("Who may receive it").fill("Dana Roe")
    desk.get_by_role("button", name="Show the answer").click()


@pytest.mark.timeout(900)
def test_a_copy_waits_for_a_second_look_and_the_family_sees_its_record_as_ever(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.ana}/file/?item=place_of_birth")
    desk.get_by_label("Place of birth").fill("Fresno, California")
    desk.get_by_role("button", name="File it").click()
    desk.goto(f"{site.address}/students/{site.ana}/")
    desk.get_by_role("link", name="A record of the file").first.click()
    expect(desk.get_by_text(STATUS)).to_be_visible()
    photograph(desk, "marked-record")
    clean(desk)
    desk.get_by_role("link", name="Release a copy").click()
    form = desk.url
    by_consent(desk)
    expect(desk.get_by_role("heading", name=STATUS)).to_be_visible()
    expect(desk.get_by_role("button", name="Hand over the copy")).to_have_count(0)
    photograph(desk, "marked-release")
    clean(desk)
    desk.get_by_label("Why they need this record").fill("The case turns on the age of the student.")
    desk.get_by_role("button", name="Ask for a second look").click()
    expect(desk.get_by_text("Waits for a second look")).to_be_visible()
    photograph(desk, "marked-waits")

    keeper = signed_in("principal")
    a_night_passes("disclosure.MarkedCopy", "asked_at", nights=4)
    stands(keeper, site, 19, "Attention", "A copy has waited more than three days for a second look")
    keeper.goto(f"{site.address}/marks/")
    photograph(keeper, "marks")
    clean(keeper)
    keeper.get_by_role("link", name="Look at it").click()
    expect(keeper.get_by_text("“The case turns on the age of the student.”")).to_be_visible()
    photograph(keeper, "second-look")
    clean(keeper)
    keeper.get_by_text("It may go: whoever gets it needs it").click()
    keeper.get_by_role("button", name="Note my look").click()
    expect(keeper.get_by_text("May go", exact=True)).to_be_visible()

    desk.goto(form)
    by_consent(desk)
    expect(desk.get_by_text("A custodian has looked")).to_be_visible()
    photograph(desk, "marked-cleared")
    desk.get_by_role("button", name="Hand over the copy").click()
    expect(desk.get_by_role("heading", name="Released: Place of birth")).to_be_visible()

    home = signed_in("parent")
    home.goto(f"{site.address}/family/{site.ana}/")
    expect(home.get_by_role("link", name="A record of the file")).to_be_visible()
    expect(home.get_by_text("Place of birth")).to_have_count(0)
    photograph(home, "family-unnamed")
    clean(home)
    home.get_by_role("link", name="A record of the file").click()
    expect(home.get_by_role("heading", name="Place of birth")).to_be_visible()
    home.goto(f"{site.address}/family/{site.ana}/looked/")
    expect(home.get_by_text("Released to Dana Roe, Roe and Partners: a record of the file")).to_be_visible()
    stands(keeper, site, 19, "Running", "1 copy looked at by a second person this school year")
    clean(keeper)
    counted(keeper, site, "disclosure.marks", "Running", "1 copy looked at by a second person this school year")


def test_an_employee_says_why_before_a_marked_document_opens(signed_in: SignIn, site: Site) -> None:
    desk = signed_in("registrar")
    desk.goto(f"{site.address}/students/{site.ana}/file/?item=language_training")
    paper = FilePayload(name="survey.txt", mimeType="text/plain", buffer=PAPER)
    desk.locator("input[type=file]").set_input_files(paper)
    desk.get_by_text("No, of nobody else").click()
    desk.get_by_role("button", name="File it").click()
    desk.goto(f"{site.address}/students/{site.ana}/")
    desk.get_by_role("link", name="A record of the file").first.click()
    desk.get_by_role("link", name="Open it to look at").click()
    expect(desk.get_by_role("heading", name="Language training: a reason first")).to_be_visible()
    photograph(desk, "marked-own-copy")
    clean(desk)
    desk.get_by_label("Why you need it").fill("For the form that the county asks for.")
    with desk.expect_download() as taken:
        desk.get_by_role("button", name="Open it").click()
    assert Path(taken.value.path()).read_bytes() == PAPER
