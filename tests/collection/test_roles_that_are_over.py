"""Roles of OneRoster 1.2 that are over: what they say of a spell, and of whom a bundle tells too little to end one."""

from __future__ import annotations

import pytest

from fileroom.collection.oneroster.layouts import Release
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster

OPEN = "SELECT s.source_id FROM people_enrolment e JOIN people_student s ON s.id = e.student_id WHERE left_on IS NULL"
WAITS = "SELECT state, sign, last_on::text FROM collection_absence"


def two_years(*, fault: bool = False) -> Roster:
    """Last year's role of a student, which is over, and this year's at the same school."""
    roster = Roster(Release.V1_2)
    this_year = roster.row("roles", "r-u1")
    this_year["beginDate"] = "2026-13-45" if fault else "2026-08-12"
    roster.files["roles"].append(
        {**this_year, "sourcedId": "r-u1-2025", "beginDate": "2025-08-13", "endDate": "2026-06-12"}
    )
    return roster


def by_delta(*role_ids: str) -> Roster:
    """A delta of these roles of the two years, and of nothing else."""
    whole = two_years()
    roster = Roster(Release.V1_2).without(
        "orgs", "academicSessions", "courses", "classes", "users", "demographics", "enrollments"
    )
    roster.delta("roles", [whole.row("roles", it) for it in role_ids])
    return roster


@pytest.mark.parametrize("fresh", [True, False], ids=["who was never here", "who is here elsewhere"])
def test_a_role_that_ends_on_the_day_it_began_is_no_spell_and_stops_nothing(
    fresh: bool, bring: Import, rows: Rows
) -> None:
    roster = Roster(Release.V1_2)
    if fresh:
        roster.files["users"].append({**roster.row("users", "u2"), "sourcedId": "u9", "userIds": ""})
    no_show = {"sourcedId": "r9", "userSourcedId": "u9" if fresh else "u2", "orgSourcedId": "S2"}
    roster.files["roles"].append(
        {**roster.row("roles", "r-u2"), **no_show, "beginDate": "2026-08-12", "endDate": "2026-08-12"}
    )
    report = bring(roster)
    assert (report.tally.problems, report.whole) == ([], True)
    assert rows("SELECT count(*) FROM people_enrolment WHERE left_on IS NOT NULL") == [(0,)]
    assert rows(f"{OPEN} ORDER BY 1") == [("u1",), ("u2",)]


def test_a_delta_of_last_year_s_role_alone_takes_nobody_from_a_school(bring: Import, rows: Rows) -> None:
    bring(two_years())
    rows("UPDATE people_enrolment SET entered_on = '2025-08-13' RETURNING id")
    report = bring(by_delta("r-u1-2025"), days=1)
    assert (report.tally.problems, report.written.left, report.written.waiting) == ([], 0, 1)
    assert ("u1",) in rows(OPEN)
    assert rows(WAITS) == [("waiting", "exit", "2026-06-11")], "a person says whether they have left"
    bring(by_delta("r-u1"), days=2)
    assert rows(WAITS) == [("returned", "exit", "2026-06-11")]


def test_a_delta_that_brings_this_year_s_role_too_asks_nobody(bring: Import, rows: Rows) -> None:
    bring(two_years())
    rows("UPDATE people_enrolment SET entered_on = '2025-08-13' RETURNING id")
    report = bring(by_delta("r-u1-2025", "r-u1"), days=1)
    assert (report.written.left, report.written.waiting) == (0, 0)


def test_where_this_year_s_role_is_set_aside_nobody_leaves_by_last_year_s(bring: Import, rows: Rows) -> None:
    bring(two_years())
    rows("UPDATE people_enrolment SET entered_on = '2025-08-13' RETURNING id")
    report = bring(two_years(fault=True), days=1)
    assert [it.code for it in report.tally.problems] == ["impossible_date"]
    assert (report.written.left, report.written.waiting) == (0, 1)
    assert ("u1",) in rows(OPEN)
    assert bring(two_years(), days=2).written.waiting == 0
