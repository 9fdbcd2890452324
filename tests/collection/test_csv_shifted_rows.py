"""A row of CSV with a value too many or too few: what stands under which column is not known."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from fileroom.collection.imports.report import Tally
from fileroom.collection.rosters.entries import Entry
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.collection.rosters.maps import Map
    from fileroom.collection.rosters.survey import Survey

pytestmark = pytest.mark.usefixtures("installation")

STUDENTS = """
name = "Alder Creek's own"
whole = ["student"]
[[records]]
of = "students.csv"
[[records.entry]]
is = "student"
id = "No"
given = "First"
family = "Last"
"""
RELATIONS = """
name = "Alder Creek's own"
[[records]]
of = "relations.csv"
[[records.entry]]
is = "relationship"
student = "sid"
contact = "cid"
relation = "rel"
restricted = "restricted"
"""


def how(text: str) -> Map:
    from fileroom.collection.rosters.map_files import read_map

    return read_map(text.encode(), "map.toml")


def surveyed(body: str, said: Map) -> tuple[Survey, Tally]:
    from fileroom.collection.rosters.csv_files import walk
    from fileroom.collection.rosters.mapping import OneFile
    from fileroom.collection.rosters.survey import Surveyor

    file, tally = OneFile("students.csv", body.encode()), Tally()
    return Surveyor(said, AT.date(), tally, lambda rows: None).walk(lambda: walk(file, said)), tally


def test_nobody_is_restricted_by_a_value_that_stands_elsewhere() -> None:
    from fileroom.collection.rosters.csv_files import walk
    from fileroom.collection.rosters.judging import restrictions
    from fileroom.collection.rosters.mapping import OneFile

    file = OneFile("relations.csv", b"nick,sid,cid,rel,restricted\nAl,extra,u1,p1,father,no\nAl,u1,p1,father,yes\n")
    said = how(RELATIONS)
    shifted, whole = walk(file, said)
    source = said.sources["relations.csv"]
    assert shifted.fault and list(restrictions(shifted, source)) == []
    assert [it.facts["contact"] for it in restrictions(whole, source)] == ["p1"]


@pytest.mark.parametrize(
    ("body", "named", "students_whole"),
    [
        pytest.param("No,First,Last\nu1,Amal,Okafor\nu2,Bo,X,Lindqvist\n", [(Entry.STUDENT, "u2")], True, id="first"),
        pytest.param("First,Last,No\nAmal,Okafor,u1\nBo,X,Lindqvist,u2\n", [], False, id="further on"),
        pytest.param("First,Last,No\nAmal,Okafor,u1\nBo,Lindqvist\n", [], False, id="too few"),
    ],
)
def test_a_shifted_row_names_whom_its_first_column_names_and_else_nobody_is_absent(
    body: str, named: list[tuple[Entry, str]], students_whole: bool
) -> None:
    from fileroom.collection.rosters.services import _whole

    said = how(STUDENTS)
    survey, tally = surveyed(body, said)
    assert [it.code for it in tally.problems] == ["field_count"]
    assert survey.named_aside == named
    assert _whole(said, survey).students is students_whole


def test_a_number_the_law_keeps_out_is_found_in_a_shifted_row_too() -> None:
    _, tally = surveyed("No,First,Last\nu2,Bo,518-22-4471,x\nu1,A,O\n", how(STUDENTS))
    assert tally.refused_by_law.total() == 1


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param("u1,p1,Smith, Jr,father,Yes", True, id="a value too many"),
        pytest.param("u1,p1,father,Sí", True, id="a value too few"),
        pytest.param("u1,p1,Smith, Jr,father,Court order,no", True, id="which of two is it?"),
        pytest.param("u1,p1,Smith Jr,father,no", False, id="each under its column"),
    ],
)
def test_that_a_shifted_row_may_say_restricted_is_told_before_anything_else(
    row: str, told: bool, district: str
) -> None:
    from fileroom.collection.imports.services import Errand, carry_out
    from fileroom.collection.rosters.csv_files import walk
    from fileroom.collection.rosters.mapping import OneFile
    from fileroom.collection.rosters.services import Roster, take
    from fileroom.ledger.services import Actor

    how_ = how(RELATIONS)
    file = OneFile("relations.csv", f"sid,cid,name,rel,restricted\n{row}\n".encode())
    roster = Roster(lambda: walk(file, how_), how_, lambda source, column: None)
    errand = Errand("csv", Actor(None, "system", "cli"), AT, dry_run=False)
    report = carry_out(lambda: take(roster, errand, lambda rows: None), Counter, errand)
    assert [it.code for it in report.tally.problems if it.code == "field_count"] == ["field_count"] * told
    assert [it.code for it in report.tally.urgent] == ["may_be_restricted"] * told
    assert ("BEFORE ANYTHING ELSE: " in report.in_words()) is told
    assert ("relations.csv, line 2" in report.in_words().splitlines()[0]) is told
