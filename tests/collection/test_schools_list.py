"""The state's list of schools: the district's own rows alone, and nothing that a roster or a person has said undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from fileroom.collection.imports.report import Report
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster
from tests.collection.samples import sample
from tests.conftest import AT

Bring = Callable[..., Report]
# As the Department's own list of public schools has it, with tabs.
HEAD = "CDSCode\tCounty\tDistrict\tSchool\tStatusType\tCharter\tClosedDate\n"
OWN = (
    "10621661030840\tFresno\tAlder Creek\tAlder Creek High School\tActive\tN\tNo Data\n"
    "10621660000000\tFresno\tAlder Creek\tNo Data\tActive\tNo Data\tNo Data\n"
    "10621666006001\tFresno\tAlder Creek\tBay Tree  elementary\tActive\tN\tNo Data\n"
    "10621666006002\tFresno\tAlder Creek\tCanal Street Elementary\tActive\tN\tNo Data\n"
    "10621666006003\tFresno\tAlder Creek\tDry Creek School\tClosed\tN\t6/30/2019\n"
    "10621666006004\tFresno\tAlder Creek\tElm Charter\tActive\tY\tNo Data\n"
    "01100170130625\tAlameda\tAnother\tAlternatives in Action\tActive\tY\tNo Data\n"
)
SCHOOLS = "SELECT source_id, name, cds_code FROM people_school ORDER BY name"


@pytest.fixture
def take(bring: Import, tmp_path: Path) -> Bring:
    """Import a list with these bytes or words; the district has the schools of a small roster."""
    from fileroom.collection.schools.services import import_schools
    from fileroom.ledger.services import Actor

    bring(Roster())

    def take(given: str | bytes | Path, *, days: int = 0, **options: Any) -> Report:
        path = given if isinstance(given, Path) else tmp_path / "schools.txt"
        if not isinstance(given, Path):
            path.write_bytes(given.encode() if isinstance(given, str) else given)
        return import_schools(path, by=Actor(None, "system", "cli"), at=AT + timedelta(days=days), **options)

    return take


def codes(report: Report) -> list[tuple[int, str, str]]:
    return [(it.row, it.column, it.code) for it in report.tally.problems]


def test_own_schools_get_their_codes_new_ones_are_registered_and_others_left_out(take: Bring, rows: Rows) -> None:
    report = take(HEAD + OWN)
    assert rows(SCHOOLS) == [
        ("S1", "Alder Creek High", "10621661030840"),
        ("S2", "Bay Tree Elementary", "10621666006001"),
        ("cds:10621666006002", "Canal Street Elementary", "10621666006002"),
    ]
    assert codes(report) == [(6, "status", "closed"), (7, "charter", "charter"), (0, "", "of_others")]
    written, tally = report.written, report.tally
    assert (written.new, written.changed, written.unchanged) == (1, 1, 1)
    assert (tally.read, tally.kept, tally.set_aside, tally.refused) == (7, 3, 2, 2)
    assert rows("SELECT count(*) FROM ledger_event WHERE act = 'bundle:imported' AND part = 'schools'") == [(1,)]


def test_a_dry_run_says_so_and_writes_nothing_and_the_same_again_changes_nothing(take: Bring, rows: Rows) -> None:
    before = rows(SCHOOLS)
    assert "1 new, 1 changed, 1 unchanged" in take(HEAD + OWN, dry_run=True).in_words()
    assert rows(SCHOOLS) == before
    take(HEAD + OWN)
    again = take(HEAD + OWN, days=1)
    assert (again.written.new, again.written.changed, again.written.unchanged) == (0, 0, 3)


def test_a_school_of_the_list_that_a_roster_names_later_becomes_the_roster_s(
    take: Bring, bring: Import, rows: Rows
) -> None:
    take(HEAD + OWN)
    roster = Roster()
    roster.files["orgs"].append(
        {"sourcedId": "S3", "name": "Canal St Elem", "type": "school", "parentSourcedId": "D",
         "identifier": "10621666006002"}
    )  # fmt: skip
    report = bring(roster, days=1)
    assert report.tally.problems == []
    assert ("S3", "Canal St Elem", "10621666006002") in rows(SCHOOLS)
    assert len(rows(SCHOOLS)) == 3
    assert take(HEAD + OWN, days=2).written.unchanged == 3, "and the roster's name stands"
    assert ("S3", "Canal St Elem", "10621666006002") in rows(SCHOOLS)


def test_a_code_that_the_list_gave_to_a_school_the_roster_has_under_another_name_goes_to_the_roster_s(
    take: Bring, bring: Import, rows: Rows
) -> None:
    take(HEAD + OWN.replace("Bay Tree  elementary", "Bay Tree Academy"))
    roster = Roster()
    roster.row("orgs", "S2")["identifier"] = "10621666006001"
    report = bring(roster, days=1)
    assert report.tally.problems == []
    assert ("S2", "Bay Tree Elementary", "10621666006001") in rows(SCHOOLS)


def test_a_school_that_is_here_and_has_closed_stays_until_a_person_says_so(take: Bring, rows: Rows) -> None:
    closed = OWN.replace("Bay Tree  elementary\tActive\tN\tNo Data", "Bay Tree  elementary\tClosed\tN\t6/30/2026")
    report = take(HEAD + closed)
    assert (4, "status", "closed_and_here") in codes(report)
    assert ("S2", "Bay Tree Elementary", None) in rows(SCHOOLS)


def test_a_school_that_opened_anew_under_the_name_of_a_closed_one_is_the_one_that_is_here(
    take: Bring, rows: Rows
) -> None:
    before = "10621666005999\tFresno\tAlder Creek\tBay Tree Elementary\tClosed\tN\t6/30/2001\n"
    assert (9, "status", "closed") in codes(take(HEAD + OWN + before))
    assert ("S2", "Bay Tree Elementary", "10621666006001") in rows(SCHOOLS)


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("1621666006009\tFresno\tAlder Creek\tFir\tActive\tN\tNo Data\n", "code", "bad_cds_code"),
        ("1.06217E+13\tFresno\tAlder Creek\tFir\tActive\tN\tNo Data\n", "code", "bad_cds_code"),
        ("10621666006002\tFresno\tAlder Creek\tFir\tActive\tN\tNo Data\n", "code", "code_twice"),
        (f"10621666006009\tFresno\tAlder Creek\t{'F' * 400}\tActive\tN\tNo Data\n", "name", "bad_name"),
    ],
)
def test_a_fault_of_a_row_is_named_and_sets_it_aside(take: Bring, row: str, column: str, code: str) -> None:
    assert (9, column, code) in codes(take(HEAD + OWN + row))


def test_other_districts_come_in_only_when_asked_for(take: Bring, rows: Rows) -> None:
    report = take(HEAD + OWN, districts=["0110017"])
    assert codes(report) == [(8, "charter", "charter"), (0, "", "of_others")]


def test_a_list_without_the_district_s_schools_says_which_it_looked_for_and_how_to_say_another(take: Bring) -> None:
    others = "01100170130625\tAlameda\tAnother\tAlternatives in Action\tActive\tY\tNo Data\n"
    of_those_here = take(HEAD + others)
    said = take(HEAD + OWN, districts=["9999999", "0110018"])
    assert not of_those_here.whole and not said.whole
    assert "no school of 1062166 (county and district code), of which the schools here are" in of_those_here.in_words()
    assert "give it with --district-code" in of_those_here.in_words()
    assert "no school of 0110018 or 9999999" in said.in_words()
    assert "Look at what --district-code says" in said.in_words() and "give it with" not in said.in_words()
    assert "leading zeros" not in of_those_here.in_words()


def test_a_list_whose_codes_lost_their_zeros_says_so_where_no_own_school_is_left(take: Bring) -> None:
    torn = "1100170130625\tAlameda\tAnother\tAlternatives in Action\tActive\tY\tNo Data\n"
    said = take(HEAD + 2 * torn).in_words()
    assert "in rows: 2. A spreadsheet takes leading zeros away" in said and "no school of 1062166" in said


def test_where_no_school_has_a_code_the_district_is_asked_for(district: str, tmp_path: Path) -> None:
    from fileroom.collection.schools.services import import_schools
    from fileroom.ledger.services import Actor

    path = tmp_path / "schools.txt"
    path.write_text(HEAD + OWN)
    report = import_schools(path, by=Actor(None, "system", "cli"), at=AT)
    assert [it.code for it in report.tally.problems] == ["which_district"]
    assert "--district-code" in report.in_words()


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "", "CDSCode\tDistrict\n1\t2\n", 'CDSCode,School\n"1,2\n'])
def test_a_file_that_is_no_such_list_is_refused_whole(take: Bring, text: str) -> None:
    assert not take(text).whole


def test_letters_of_an_older_encoding_and_a_spreadsheet_s_quotes_are_read(take: Bring, rows: Rows) -> None:
    table = 'County Code,District Code,School Code,School Name\n="10","62166",6006007,Año Nuevo School\n'
    assert take(table.encode("cp1252")).written.new == 1
    assert ("cds:10621666006007", "Año Nuevo School", "10621666006007") in rows(SCHOOLS)


@pytest.mark.parametrize(("file", "own", "new"), [("schools.csv", "1062166", 90), ("districts.csv", "1062166", 1)])
def test_the_sample_s_schools_of_one_district_come_in(district: str, rows: Rows, file: str, own: str, new: int) -> None:
    from fileroom.collection.schools.services import import_schools
    from fileroom.ledger.services import Actor

    path = sample("cde-schools") / file
    report = import_schools(path, by=Actor(None, "system", "cli"), at=AT, districts=[own])
    tally = report.tally
    assert report.whole
    assert tally.read == tally.kept + tally.set_aside + tally.refused
    assert report.written.new == len(rows("SELECT 1 FROM people_school WHERE cds_code LIKE %s", f"{own}%")) >= new - 1
    assert rows("SELECT count(*) FROM people_school WHERE cds_code NOT LIKE %s", f"{own}%") == [(0,)]
