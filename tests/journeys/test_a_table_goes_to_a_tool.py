"""A teacher takes the people out of a table for an AI tool: shown first, read, and handed over once as a file."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph
from tests.journeys.test_a_text_goes_to_a_tool import enters

pytestmark = pytest.mark.browser
REMARK = "=HYPERLINK(1) read aloud with Ana Torres; the folder of Zephyrine is lost"


def brings(page: Page, folder: Path, rows: int, third: str) -> None:
    """A gradebook of so many students; `third`: its third column."""
    table = folder / "Gradebook of Ana Torres.csv"
    with table.open("w", newline="") as file:
        csv.writer(file).writerows(
            [["SSID", "Name", third, "Remark"], *([f"44123456{it:02}", "Ann Poe", it, REMARK] for it in range(rows))]
        )
    page.locator("#tool").select_option(label="Draftly")
    page.locator("label").filter(has_text="School work").click()
    page.get_by_label("Your table").set_input_files(table)
    page.get_by_role("button", name="Take the people out").click()


def test_a_table_goes_to_a_tool_without_the_people_in_it(
    signed_in: Callable[[str], Page], site: Site, tmp_path: Path
) -> None:
    enters(signed_in("custodian"), site)
    class_ = signed_in("teacher")
    class_.goto(f"{site.address}/tools/")
    clean(class_)
    photograph(class_, "tools-for-a-teacher")
    class_.get_by_role("link", name="Take the people out of a table").click()
    clean(class_)
    photograph(class_, "tools-table")
    class_.get_by_role("button", name="Take the people out").click()
    expect(class_.get_by_role("heading", name="Nothing was taken out")).to_be_visible()
    clean(class_)
    brings(class_, tmp_path, 4, "Grade")
    expect(class_.get_by_role("heading", name="Do not give it to the tool")).to_be_visible()
    expect(class_.get_by_text("Too few students share what is left")).to_be_visible()
    clean(class_)
    photograph(class_, "tools-table-of-few")
    brings(class_, tmp_path, 14, "Score")
    expect(class_.get_by_role("heading", name="Read it before it goes")).to_be_visible()
    expect(class_.get_by_text("14 rows left")).to_be_visible()
    expect(class_.locator(".clean-copy")).to_contain_text("'=HYPERLINK(1) read aloud with Person A")
    expect(class_.locator(".perhaps")).to_contain_text("Zephyrine")
    clean(class_)
    photograph(class_, "tools-table-read-it")
    class_.locator("label[for=nobody]").click()
    with class_.expect_download() as coming:
        class_.get_by_role("button", name="Take the file").click()
    assert coming.value.suggested_filename == "table.deidentified.csv"
    taken = Path(coming.value.path()).read_text("utf-8-sig")
    assert taken.startswith('"student","Score","Remark"') and taken.count("\n") == 15
    assert not any(it in taken for it in ("Torres", "Poe", "44123456"))
    class_.get_by_role("button", name="Take the file").click()
    expect(class_.get_by_text("handed over already")).to_be_visible()
    clean(class_)
    photograph(class_, "tools-table-taken")
    class_.goto(f"{site.address}/tools/")
    expect(class_.get_by_text("1 without the people")).to_be_visible()
