"""A dry run says what the import would: of telephones too, and of an archive that is here already."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.collection import edfi_bundles as edfi
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster, crowd, lacking


def test_a_dry_run_counts_a_changed_telephone_as_the_import_does(bring: Import, rows: Rows) -> None:
    bring(Roster())
    roster = Roster()
    roster.row("users", "p1")["phone"] = "(950) 336 0000"
    dry = bring(roster, days=1, dry_run=True)
    assert rows("SELECT count(*) FROM records_version WHERE number = 2") == [(0,)]
    wet = bring(roster, days=1)
    assert (wet.written.changed, wet.written.filed) == (1, 1)
    assert replace(dry, dry_run=False) == wet


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_number_where_a_telephone_should_stand_refuses_its_row_in_a_dry_run_too(
    edfi_bring: Import, rows: Rows, dry_run: bool
) -> None:
    files = edfi.district()
    files["StudentEnrollment.xml"] = files["StudentEnrollment.xml"].replace("(950) 336 6601", "SSN 536-90-4271")
    report = edfi_bring(files, dry_run=dry_run)
    assert [(it.file, it.column, it.code) for it in report.tally.problems] == [
        ("StudentEnrollment.xml", "Telephone[Home]/TelephoneNumber", "ssn_shape")
    ]
    assert report.tally.refused == 1
    assert "49076.7" in report.in_words()
    assert "536-90" not in str(report.to_json())


def test_what_the_gate_alone_finds_is_named_by_its_column_and_law(bring: Import) -> None:
    roster = Roster()
    roster.row("users", "p1")["email"] = "chi 536904271"
    reports = [bring(roster, dry_run=dry_run) for dry_run in (True, False)]
    for report in reports:
        (found,) = [it for it in report.tally.problems if it.row == 4]
        assert (found.file, found.column, found.code) == ("users.csv", "email", "ssn_shape")
        assert "49076.7" in found.says
    assert replace(reports[0], dry_run=False) == reports[1]


def test_a_telephone_of_a_thousand_signs_sets_its_record_aside(edfi_bring: Import) -> None:
    files = edfi.district()
    files["StudentEnrollment.xml"] = files["StudentEnrollment.xml"].replace("(950) 336 6601", "9" * 1000)
    report = edfi_bring(files)
    assert [(it.column, it.code) for it in report.tally.problems] == [("Telephone[Home]/TelephoneNumber", "too_long")]


def test_a_last_day_at_the_end_of_all_days_is_none(edfi_bring: Import, rows: Rows) -> None:
    files = edfi.district()
    gone = "<EntryDate>2026-08-13</EntryDate><ExitWithdrawDate>9999-12-31</ExitWithdrawDate>"
    files["StudentEnrollment.xml"] = files["StudentEnrollment.xml"].replace("<EntryDate>2026-08-13</EntryDate>", gone)
    assert edfi_bring(files).tally.problems == []
    assert rows("SELECT left_on FROM people_enrolment") == [(None,), (None,)]


def test_a_dry_run_says_first_and_in_words_who_would_leave_and_come_and_what_is_dropped_by_which_law(
    bring: Import,
) -> None:
    bring(crowd(60))
    roster = lacking(crowd(60), "x3")
    roster.files["users"].append({**roster.row("users", "u2"), "sourcedId": "n1", "userIds": "", "username": "n1"})
    roster.files["demographics"].append({"sourcedId": "n1", "countryOfBirthCode": "MX", "cityOfBirth": "Oaxaca"})
    said = bring(roster, days=1, dry_run=True).in_words().splitlines()
    assert said[0].startswith("Would be: 1 left, ")
    assert any(line.endswith(" values dropped under Ed. Code 234.7(a).") for line in said)
    assert "This was a dry run: nothing was written." in said
