"""A clerk holds three papers back, and the custodian clears them: one returned, one redacted, one destroyed."""

from __future__ import annotations

from collections.abc import Callable

import pikepdf
import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.screening.files import bytes_of, pdf

pytestmark = pytest.mark.browser
NUMBER = "318-44-7265"
TEXT = (
    f"Reading assessment, fall\nStudent name: Ana Torres\nSocial Security number: {NUMBER}\nAt grade level.\n".encode()
)
INVOICE = b"Student: Ana Torres\nInvoice number: 401-22-6613\nPaid in cash.\n"
PRINTED = bytes_of(pdf("Emergency card", f"Social Security number of the student: {NUMBER}"))
LOCKED = bytes_of(pdf("Reads well."), encryption=pikepdf.Encryption(owner="a", user="b"))
ITEM = "test_results"
READ_IN = 120_000  # milliseconds: the first document waits until its process has started


def hands_in(desk: Page, site: Site, name: str, body: bytes) -> None:
    """Choose the file, say that it tells of nobody else, and file it."""
    desk.set_default_timeout(READ_IN)
    desk.goto(f"{site.address}/students/{site.ana}/file/?item={ITEM}")
    _fill(desk, name, body)
    desk.get_by_role("button", name="File it").click()


def _fill(desk: Page, name: str, body: bytes) -> None:
    kind = "application/pdf" if name.endswith(".pdf") else "text/plain"
    desk.locator("input[type=file]").set_input_files(FilePayload(name=name, mimeType=kind, buffer=body))
    desk.get_by_text("No, of nobody else").click()


def holds(desk: Page, name: str, body: bytes) -> None:
    """Choose it again, and leave it to the custodian."""
    _fill(desk, name, body)
    desk.get_by_role("button", name="Hold it for the custodian").click()
    expect(desk.get_by_role("heading", name="Held for the custodian: ")).to_be_visible()


def opens(page: Page, what: str) -> None:
    page.get_by_role("listitem").filter(has_text=what).get_by_role("link", name="Decide").click()


def decides(page: Page, choice: str, confirms: str = "") -> None:
    page.locator(f"label[for=choice-{choice}]").click()
    if confirms:
        page.get_by_text(confirms).click()


def test_three_papers_are_cleared(signed_in: Callable[[str], Page], site: Site) -> None:
    desk = signed_in("registrar")
    hands_in(desk, site, "reading.txt", TEXT)
    expect(desk.get_by_text("Nothing was kept.").first).to_be_visible()
    expect(desk.get_by_text("Ed. Code 49076.7").first).to_be_visible()
    expect(desk.get_by_text(NUMBER)).to_have_count(0)
    photograph(desk, "held-back-refused")
    clean(desk)
    holds(desk, "reading.txt", TEXT)
    photograph(desk, "held-back-held")
    clean(desk)
    for name, body in (("card.pdf", PRINTED), ("locked.pdf", LOCKED)):
        hands_in(desk, site, name, body)
        holds(desk, name, body)

    custodian = signed_in("custodian")
    expect(custodian.get_by_role("heading", name="Held back at the gate")).to_be_visible()
    photograph(custodian, "held-back-today")
    custodian.get_by_role("link", name="Coming in", exact=True).first.click()
    expect(custodian.get_by_role("link", name="Decide")).to_have_count(3)
    photograph(custodian, "held-back-coming-in")
    clean(custodian)

    # The text: looked at, redacted and kept.
    custodian.get_by_role("link", name="Decide").first.click()
    custodian.get_by_role("button", name="Look").click()
    expect(custodian.get_by_text("Student name: Ana Torres")).to_be_visible()
    expect(custodian.get_by_text(NUMBER)).to_have_count(0)
    decides(custodian, "redact")
    photograph(custodian, "held-back-look")
    clean(custodian)
    custodian.get_by_role("button", name="Decide").click()
    expect(custodian.get_by_text("1 copy filed without what was found")).to_be_visible()
    photograph(custodian, "held-back-decided")

    # The printed card: what was found cannot be taken out of it; counsel has looked, and it goes.
    opens(custodian, "A Social Security number")
    expect(custodian.get_by_text("Redacting is not offered")).to_be_visible()
    decides(custodian, "return")
    expect(custodian.get_by_text("Le devolvemos este papel.")).to_be_visible()
    photograph(custodian, "held-back-return")
    clean(custodian)
    decides(custodian, "destroy")
    custodian.get_by_role("button", name="Decide").click()
    expect(custodian.get_by_text("Counsel looks first")).to_be_visible()
    photograph(custodian, "held-back-counsel-first")
    clean(custodian)
    decides(custodian, "destroy", "District counsel has looked, and it may go")
    custodian.get_by_role("button", name="Decide").click()
    expect(custodian.get_by_text("1 copy destroyed")).to_be_visible()

    # The locked one goes back to the family.
    opens(custodian, "Locked with a password")
    decides(custodian, "return", "The sender has it, or has it back")
    custodian.get_by_role("button", name="Decide").click()
    expect(custodian.get_by_text("Nothing waits for you")).to_be_visible()
    photograph(custodian, "held-back-cleared")

    desk.goto(f"{site.address}/coming-in/")
    expect(desk.get_by_text("Goes back to whoever brought it")).to_be_visible()
    photograph(desk, "held-back-brought")
    clean(desk)


def test_what_was_held_for_nothing_is_looked_at_and_filed(signed_in: Callable[[str], Page], site: Site) -> None:
    desk = signed_in("registrar")
    hands_in(desk, site, "invoice.txt", INVOICE)
    holds(desk, "invoice.txt", INVOICE)

    custodian = signed_in("custodian")
    custodian.goto(f"{site.address}/coming-in/")
    opens(custodian, "in doubt")
    decides(custodian, "file", "A number of another kind")
    custodian.get_by_role("button", name="Decide").click()
    expect(custodian.get_by_text("Look at it first: what you")).to_be_visible()
    clean(custodian)
    custodian.get_by_role("button", name="Look").click()
    expect(custodian.get_by_text("Invoice number:")).to_be_visible()
    decides(custodian, "file", "A number of another kind")
    photograph(custodian, "held-back-something-else")
    clean(custodian)
    custodian.get_by_role("button", name="Decide").click()
    expect(custodian.get_by_text("1 copy filed, for it is something else")).to_be_visible()


def test_all_of_it_can_be_done_by_the_keyboard(signed_in: Callable[[str], Page], site: Site) -> None:
    desk = signed_in("registrar")
    hands_in(desk, site, "locked.pdf", LOCKED)
    holds(desk, "locked.pdf", LOCKED)
    custodian = signed_in("custodian")
    custodian.goto(f"{site.address}/coming-in/")
    custodian.get_by_role("link", name="Decide").focus()
    custodian.keyboard.press("Enter")
    custodian.locator("#choice-return").focus()
    custodian.keyboard.press("Space")
    custodian.keyboard.press("Tab")
    custodian.keyboard.press("Space")
    custodian.locator("#returned").press("Enter")
    expect(custodian.get_by_text("1 copy sent back")).to_be_visible()
