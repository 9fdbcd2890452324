"""Places that a folder of CSV says by a map: a last day is taken at its word, unless a place was set aside."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.collection.conftest import Rows
from tests.collection.edfi_bundles import folder
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.collection.imports.report import Report

MAP = """
name = "Alder Creek's own"
[[records]]
of = "schools.csv"
[[records.entry]]
is = "school"
id = "No"
name = "Site"
[[records]]
of = "students.csv"
[[records.entry]]
is = "student"
id = "No"
given = "First"
family = "Last"
[[records]]
of = "places.csv"
[[records.entry]]
is = "enrolment"
student = "Student"
school = "School"
entered_on = "From"
left_on = "To"
"""
FILES = {
    "schools.csv": "No,Site\n1,Alder Creek High\n",
    "students.csv": "No,First,Last\nu1,Amal,Okafor\nu2,Bo,Lindqvist\n",
}
BOTH = "u1,1,2025-08-13,\nu2,1,2025-08-13,\n"
OPEN = "SELECT s.source_id FROM people_enrolment e JOIN people_student s ON s.id = e.student_id WHERE left_on IS NULL"
Bring = Callable[..., "Report"]


@pytest.fixture
def send(district: str, tmp_path: Path) -> Bring:
    """Import the district, with these places of the students, after so many days."""
    from fileroom.collection.rosters.csv_services import import_mapped
    from fileroom.ledger.services import Actor

    map_file = tmp_path / "map.toml"
    map_file.write_text(MAP)

    def send(places: str, *, days: int = 0) -> Report:
        path = folder(tmp_path / f"bundle-{days}", FILES | {"places.csv": f"Student,School,From,To\n{places}"})
        at = AT + timedelta(days=days)
        return import_mapped(path, map_file=map_file, by=Actor(None, "system", "cli"), at=at)

    return send


def test_who_has_a_last_day_has_left(send: Bring, rows: Rows) -> None:
    send(BOTH)
    report = send("u1,1,2025-08-13,2026-06-12\nu2,1,2025-08-13,\n", days=1)
    assert (report.written.left, report.written.waiting) == (1, 0)
    assert rows(OPEN) == [("u2",)]


def test_where_a_place_was_set_aside_a_person_says_who_has_left(send: Bring, rows: Rows) -> None:
    """It may be this year's, of the same school."""
    send(BOTH)
    report = send("u1,1,2025-08-13,2026-06-12\nu1,1,2026-13-45,\nu2,1,2025-08-13,\n", days=1)
    assert [it.code for it in report.tally.problems] == ["impossible_date"]
    assert (report.written.left, report.written.waiting) == (0, 1)
    assert sorted(rows(OPEN)) == [("u1",), ("u2",)]
