"""A roster as schools really send it is read, and the report says what was out of the ordinary."""

from __future__ import annotations

from pathlib import Path

import pytest

from fileroom.collection.oneroster.layouts import Release
from fileroom.collection.oneroster.reading import read_bundle
from tests.collection.oneroster_bundles import Roster
from tests.collection.test_oneroster_files import ON, refusal_of, tally_of


def test_a_column_of_the_senders_own_is_dropped_and_named_and_one_the_law_bans_by_its_law(tmp_path: Path) -> None:
    roster = Roster()
    roster.headers["users"] += ["homeroomTeacher", "parentSSN"]
    roster.row("users", "u1").update(homeroomTeacher="Ruiz", parentSSN="536-90-4271")
    tally = tally_of(roster.folder(tmp_path))
    assert (tally.kept, tally.problems) == (18, [])
    dropped = {it.column: (it.rows, it.citation) for it in tally.dropped if it.file == "users.csv"}
    assert dropped["homeroomTeacher"] == (1, "")
    assert dropped["parentSSN"][0] == 1 and "49076.7" in dropped["parentSSN"][1]
    assert ("users.csv", "homeroomTeacher", "extra_column") in {(it.file, it.column, it.code) for it in tally.remarks}


def test_a_metadata_column_is_held_back_and_counted_though_nothing_stands_in_it(tmp_path: Path) -> None:
    roster = Roster()
    roster.headers["users"] += ["metadata.homeRoom", "metadata.birthCountry"]
    roster.row("users", "u1")["metadata.homeRoom"] = "12"
    tally = tally_of(roster.folder(tmp_path))
    assert (tally.kept, tally.problems) == (18, [])
    dropped = {it.column: it for it in tally.dropped if it.file == "users.csv"}
    assert dropped["metadata.homeRoom"].rows == 1 and "held back" in dropped["metadata.homeRoom"].says
    born = dropped["metadata.birthCountry"]
    assert (born.rows, born.citation) == (0, "Ed. Code 234.7(a)")


def test_a_header_written_in_another_way_is_read_as_the_standards(tmp_path: Path) -> None:
    roster = Roster()
    contents = roster.contents()
    header, rest = contents["users.csv"].split(b"\n", 1)
    roster.raw["users.csv"] = (
        header.replace(b"sourcedId", b"SourcedID").replace(b"familyName", b"Family_Name") + b"\n" + rest
    )
    tally = tally_of(roster.folder(tmp_path))
    assert (tally.kept, tally.problems) == (18, [])


def test_users_of_1_1_in_a_bundle_of_1_2_are_read(tmp_path: Path) -> None:
    alone = Roster()
    alone.version = "1.2"
    tally = tally_of(alone.folder(tmp_path / "alone"))
    assert (tally.kept, tally.problems) == (18, [])
    assert "release_by_header" in {it.code for it in tally.remarks}
    beside = Roster(Release.V1_2)
    beside.headers["users"] = Roster().headers["users"]
    for row in beside.files["users"]:
        row.update(orgSourcedIds="S1", role="student")
    tally = tally_of(beside.folder(tmp_path / "beside"))
    assert tally.problems == [], "where roles say it, the columns of 1.1 say nothing"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_file_of_another_encoding_is_read_and_remarked_on(tmp_path: Path, encoding: str) -> None:
    roster = Roster()
    roster.row("users", "u1")["familyName"] = "Nu\u00f1ez \u2013 Okafor"
    roster.raw["users.csv"] = roster.contents()["users.csv"].decode().encode(encoding)
    with read_bundle(roster.folder(tmp_path), on=ON) as reading:
        said = [cells for file in reading.taken() for cells in reading.rows(file) if file == "users"]
    assert "Nu\u00f1ez \u2013 Okafor" in said[0].cells
    assert ("users.csv", "other_encoding") in {(it.file, it.code) for it in reading.tally.remarks}


@pytest.mark.parametrize(
    ("days", "read"),
    [
        (("08/13/2026", "12/1/2026"), "2026-12-01"),
        (("13/08/2026", "1/12/2026"), "2026-12-01"),
        (("08/09/2026", "12/01/2026"), None),
        (("13/08/2026", "12/18/2026"), None),
    ],
)
def test_days_with_strokes_are_read_where_the_file_itself_shows_their_order(
    tmp_path: Path, days: tuple[str, str], read: str | None
) -> None:
    roster = Roster()
    roster.row("enrollments", "e1").update(beginDate=days[0], endDate=days[1])
    with read_bundle(roster.folder(tmp_path), on=ON) as reading:
        rows = [it for file in reading.taken() for it in reading.rows(file) if file == "enrollments"]
    assert (read in rows[0].cells) if read else {it.code for it in reading.tally.problems} == {"impossible_date"}


def numbered(*ids: str) -> Roster:
    """A roster with these students beside its own people."""
    roster = Roster()
    roster.files["users"] += [
        {**roster.row("users", "u2"), "sourcedId": id_, "userIds": "", "username": f"of {id_[-2:]}"} for id_ in ids
    ]
    return roster


LIKE_SSNS = ("536904271", "518224471", "219099999")


def test_ids_of_which_most_could_be_social_security_numbers_wait_for_a_persons_word(tmp_path: Path) -> None:
    refused = refusal_of(numbered(*LIKE_SSNS).folder(tmp_path / "a"))
    assert [(p.file, p.column, p.code) for p in refused.problems] == [("users.csv", "sourcedId", "ids_like_ssn")]
    assert "--ids-are-no-ssn" in refused.problems[0].says
    assert not any(id_ in str(refused.problems) for id_ in LIKE_SSNS)
    with read_bundle(numbered(*LIKE_SSNS).folder(tmp_path / "b"), on=ON, ids_are_no_ssn=True) as reading:
        assert sum(1 for file in reading.taken() for _ in reading.rows(file)) == 21
    few = tally_of(numbered(*LIKE_SSNS[:2], "1042", "1043").folder(tmp_path / "c"))
    assert few.refused == 0
    never_issued = ("000123456", "666123456", "912345678")
    assert tally_of(numbered(*never_issued).folder(tmp_path / "d")).refused == 0


def test_an_id_with_the_dashes_of_a_social_security_number_refuses_its_row(tmp_path: Path) -> None:
    tally = tally_of(numbered("536-90-4271").folder(tmp_path))
    assert [(it.column, it.code) for it in tally.problems] == [("sourcedId", "ssn_shape")]
