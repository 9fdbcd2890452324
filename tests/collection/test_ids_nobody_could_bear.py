"""An id that no table takes, or that the law keeps out: its row is set aside by name, and the import goes on."""

from __future__ import annotations

import json
import random
import string

import pytest

from tests.collection import edfi_bundles as edfi
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster
from tests.collection.test_another_person import mapped

# Letters without order: what repeats itself is packed small, and an index takes it.
LONG = "".join(random.Random(7).choices(string.ascii_letters, k=6000))
ODD = [
    pytest.param("u2\x00", "control_character", id="NUL"),
    pytest.param("u\u202e2", "control_character", id="RLO"),
    pytest.param(LONG, "too_long", id="long"),
]
STUDENTS = "SELECT legal_given FROM people_student ORDER BY 1"


@pytest.mark.parametrize(("odd", "code"), ODD)
def test_an_id_no_table_takes_sets_its_row_of_oneroster_aside(odd: str, code: str, bring: Import, rows: Rows) -> None:
    roster = Roster()
    roster.row("users", "u2")["sourcedId"] = odd
    report = bring(roster)
    assert report.whole and report.tally.problems[0].code == code
    assert rows(STUDENTS) == [("Amal",)]


@pytest.mark.parametrize(
    ("column", "value", "code"),
    [
        ("sourcedId", "e1\x00", "control_character"),
        ("sourcedId", LONG, "too_long"),
        ("endDate", "soon", None),
        ("endDate", "2026-13\x00", None),
        ("role", "student\t", None),
    ],
)
def test_a_row_that_ends_something_is_held_to_what_a_table_takes(
    column: str, value: str, code: str | None, bring: Import, rows: Rows
) -> None:
    bring(Roster())
    roster = Roster().without("orgs", "academicSessions", "courses", "classes", "users", "demographics")
    roster.delta("enrollments", [{**roster.row("enrollments", "e1"), column: value, "status": "tobedeleted"}])
    report = bring(roster, days=1)
    assert report.whole and [it.code for it in report.tally.problems] == [code] * (code is not None)
    assert report.written.ended == (code is None), "what says too much of what it ends ends it all the same"


@pytest.mark.parametrize(("odd", "code"), ODD)
def test_an_id_no_table_takes_sets_its_row_of_csv_aside(odd: str, code: str, district: str, rows: Rows) -> None:
    report = mapped(f"{odd},Bo,Lindqvist,2010-02-01,,,\nu1,Amal,Okafor,2011-04-03,,,")
    assert report.whole and [it.code for it in report.tally.problems] == [code]
    assert rows(STUDENTS) == [("Amal",)]


@pytest.mark.parametrize(("odd", "code"), ODD)
def test_an_id_no_table_takes_sets_its_records_of_edfi_aside(
    odd: str, code: str, edfi_bring: Import, rows: Rows
) -> None:
    files = edfi.as_json()
    (child,), (parent,) = (json.loads(files[f"{it}.json"]) for it in ("students", "studentContactAssociations"))
    other = {**child, "studentUniqueId": odd}
    files["students.json"] = json.dumps([child, other])
    towards = {**parent, "studentReference": {"studentUniqueId": odd}}
    files["studentContactAssociations.json"] = json.dumps([parent, towards])
    report = edfi_bring(files)
    assert report.whole and [it.code for it in report.tally.problems] == [code, code]
    assert rows(STUDENTS) == [("Amal",)]
    assert rows("SELECT count(*) FROM collection_possibleorder") == [(1,)]
