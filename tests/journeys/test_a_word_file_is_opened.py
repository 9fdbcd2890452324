"""A Word file, which no page shows: the office opens it to look at, and the family takes its copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.attacks.test_office_files_and_mails import docx
from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.test_a_record_comes_in_and_goes_out import acts
from tests.journeys.test_what_was_held_back_is_cleared import ITEM, hands_in

pytestmark = pytest.mark.browser
LETTER = docx("Reads well.")


def taken(page: Page, name: str) -> bytes:
    """The file that comes where this is pressed."""
    with page.expect_download() as download:
        page.get_by_role("link", name=name, exact=True).click()
    return Path(download.value.path()).read_bytes()


def test_a_word_file_is_opened_to_look_at_and_the_family_takes_its_copy(
    signed_in: Callable[[str], Page], site: Site
) -> None:
    desk = signed_in("registrar")
    hands_in(desk, site, "letter.docx", LETTER)
    expect(desk.get_by_role("heading", name="Filed: ")).to_be_visible()
    desk.goto(f"{site.address}/students/{site.ana}/")
    desk.locator("a[href^='/records/']").filter(has_text="Standardized test results").first.click()
    expect(desk.get_by_text("To look at only. Keep no copy of it.")).to_be_visible()
    expect(desk.get_by_text("The ledger notes that as a copy")).to_be_visible()
    expect(desk.get_by_role("button", name="Print")).to_have_count(0)
    photograph(desk, "record-to-look-at")
    clean(desk)
    assert taken(desk, "Open it to look at") == LETTER
    assert acts(site.ana)[-2:] == [("record:inspected", "registrar", ITEM), ("record:copied", "registrar", ITEM)]

    home = signed_in("parent")
    home.get_by_role("link", name="Open the file").click()
    home.locator("a[href^='/family/records/']").filter(has_text="Standardized test results").first.click()
    photograph(home, "family-record-word")
    clean(home)
    assert taken(home, "Download") == LETTER
    assert acts(site.ana)[-1] == ("record:copied", "parent", ITEM)
