"""The custodian brings the zip their student system exports: a dry run in words, one button, the list of imports."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.collection.edfi_bundles import district as edfi_files
from tests.collection.oneroster_bundles import Roster, zip_of
from tests.collection.samples import sample
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph

pytestmark = pytest.mark.browser
NUMBER = "318-44-7265"
TAKES_A_WHILE = 60_000  # milliseconds, on a machine that does much else
LOOK = "See what it would do"


def chosen(body: bytes, name: str = "export.zip") -> FilePayload:
    return FilePayload(name=name, mimeType="application/zip", buffer=body)


def spoilt() -> bytes:
    """A district's roster with a number in it that is refused, and a row that is set aside."""
    roster = Roster()
    roster.row("users", "p1")["email"] = f"chi {NUMBER}"
    roster.row("enrollments", "e2")["userSourcedId"] = "nobody"
    return zip_of(dict(roster.contents()))


def test_a_bundle_is_brought_tried_taken_and_listed(signed_in: Callable[[str], Page], site: Site) -> None:
    desk = signed_in("custodian")
    desk.set_default_timeout(TAKES_A_WHILE)
    expect.set_options(timeout=TAKES_A_WHILE)
    desk.get_by_role("link", name="Coming in", exact=True).first.click()
    desk.get_by_role("link", name="Imports").click()
    expect(desk.get_by_role("heading", name="Imports", exact=True)).to_be_visible()
    photograph(desk, "imports")
    clean(desk)

    desk.locator("input[type=file]").set_input_files(chosen(spoilt()))
    desk.get_by_role("button", name=LOOK).click()
    expect(desk.get_by_role("heading", name="What would happen")).to_be_visible()
    expect(desk.get_by_text("Dry run: nothing was written")).to_be_visible()
    expect(desk.get_by_text("Ed. Code 234.7(a)").first).to_be_visible()
    expect(desk.get_by_text("Ed. Code 49076.7").first).to_be_visible()
    expect(desk.get_by_text(NUMBER)).to_have_count(0)
    photograph(desk, "imports-dry-run")
    clean(desk)

    # The file stays chosen: one press imports it.
    desk.get_by_role("button", name="Import", exact=True).click()
    expect(desk.get_by_role("heading", name="What was done")).to_be_visible()
    photograph(desk, "imports-done")
    clean(desk)
    desk.get_by_role("link", name="Report").first.click()
    expect(desk.get_by_role("heading", name="OneRoster")).to_be_visible()
    expect(desk.get_by_text("A value shaped like a Social Security number")).to_be_visible()
    photograph(desk, "imports-report")
    clean(desk)


def test_what_is_no_bundle_is_answered_and_a_file_of_csv_goes_on(signed_in: Callable[[str], Page], site: Site) -> None:
    desk = signed_in("custodian")
    desk.set_default_timeout(TAKES_A_WHILE)
    expect.set_options(timeout=TAKES_A_WHILE)
    desk.goto(f"{site.address}/coming-in/imports/")
    both = {**Roster().contents(), **edfi_files()}
    desk.locator("input[type=file]").set_input_files(chosen(zip_of(both)))
    desk.get_by_role("button", name=LOOK).click()
    expect(desk.get_by_text("kinds at once")).to_be_visible()
    photograph(desk, "imports-refused")
    clean(desk)
    # An answer that is none is said, with the way to the list; the file stays chosen.
    desk.route("**/coming-in/imports/", lambda it: it.fulfill(status=500, body="") if it.request.method == "POST"
               else it.continue_())  # fmt: skip
    desk.get_by_role("button", name=LOOK).click()
    expect(desk.get_by_text("No answer came")).to_be_visible()
    expect(desk.get_by_text("kinds at once")).to_have_count(0)
    photograph(desk, "imports-no-answer")
    clean(desk)
    desk.unroute("**/coming-in/imports/")
    body = b"Perm ID,First Name,Last Name\nx1,Amal,Okafor\n"
    desk.locator("input[type=file]").set_input_files(chosen(body, "students.csv"))
    desk.get_by_role("button", name=LOOK).click()
    expect(desk.get_by_label("What is Last Name?")).to_have_value("student.family")
    desk.get_by_role("button", name="Dry run").click()
    desk.get_by_role("button", name="Import", exact=True).click()
    expect(desk.get_by_role("heading", name="What was done")).to_be_visible()
    clean(desk)


def test_a_whole_district_is_taken_while_somebody_waits_and_in_spanish(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    folder = sample("oneroster-medium")
    desk = signed_in("custodian")
    desk.set_default_timeout(TAKES_A_WHILE)
    expect.set_options(timeout=TAKES_A_WHILE)
    desk.goto(f"{site.address}/coming-in/imports/")
    desk.get_by_role("button", name="Español").click()
    body = zip_of({file.name: file.read_bytes() for file in folder.iterdir()})
    desk.locator("input[type=file]").set_input_files(chosen(body))
    desk.get_by_role("button", name="Ver lo que haría").click()
    expect(desk.get_by_role("heading", name="Lo que sucedería")).to_be_visible()
    photograph(desk, "imports-whole-district")
    clean(desk)
    desk.get_by_role("button", name="Importar", exact=True).click()
    expect(desk.get_by_role("heading", name="Lo que se hizo")).to_be_visible()
