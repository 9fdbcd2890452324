"""The custodian brings the student system's own file: columns are suggested, a dry run says what would be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import psycopg
import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.journeys.axe import clean
from tests.journeys.conftest import Site, photograph

pytestmark = pytest.mark.browser
NUMBER = "318-44-7265"
FILE = (
    "Perm ID,First Name,Last Name,DOB,Grade,School Code,Site Name,Birth Country,SSN,Bus\n"
    f"x1,Amal,Okafor,4/3/2011,9,77,Creekside High,Mexico,{NUMBER},12\n"
    "x2,Bo,Lindqvist,2/1/2010,10,77,Creekside High,,,14\n"
).encode()


def test_a_file_is_mapped_tried_and_taken(
    signed_in: Callable[[str], Page], site: Site, owner: psycopg.Connection[Any]
) -> None:
    from fileroom.collection.imports.services import LOCK

    desk = signed_in("custodian")
    desk.get_by_role("link", name="Coming in", exact=True).first.click()
    desk.get_by_role("link", name="Imports").click()
    chosen = FilePayload(name="students.csv", mimeType="text/csv", buffer=FILE)
    desk.locator("input[type=file]").set_input_files(chosen)
    desk.get_by_role("button", name="See what it would do").click()
    expect(desk.get_by_label("What is Last Name?")).to_have_value("student.family")
    expect(desk.get_by_text("Ed. Code 234.7(a)").first).to_be_visible()
    expect(desk.get_by_text("Amal · Bo")).to_be_visible()
    expect(desk.get_by_text(NUMBER)).to_have_count(0)
    desk.get_by_label("How does it write days?").select_option("8/13/2026 (month, day, year)")
    photograph(desk, "mapping-columns")
    clean(desk)

    # The file stays chosen: only the answer below it is new.
    desk.get_by_role("button", name="Dry run").click()
    expect(desk.get_by_role("heading", name="What would happen")).to_be_visible()
    expect(desk.get_by_text("Dry run: nothing was written")).to_be_visible()
    expect(desk.get_by_text("1 dropped").first).to_be_visible()
    photograph(desk, "mapping-dry-run")
    clean(desk)
    # While another import is under way nothing is asked for twice: one press once it is over.
    with owner.transaction():
        owner.execute(f"SELECT pg_advisory_xact_lock({LOCK})")
        desk.get_by_role("button", name="Import").click()
        expect(desk.get_by_text("Another import is under way")).to_be_visible()
    photograph(desk, "mapping-under-way")
    clean(desk)
    desk.get_by_role("button", name="Import").click()
    expect(desk.get_by_role("heading", name="What was done")).to_be_visible()
    photograph(desk, "mapping-done")
    clean(desk)
    expect(desk.get_by_text(NUMBER)).to_have_count(0)
