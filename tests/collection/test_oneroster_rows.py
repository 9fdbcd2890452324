"""Faults of a row: the row is set aside and named, the rest is kept, and the sum always holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fileroom.collection.imports.faults import shown
from fileroom.collection.imports.report import Report, Tally, Written
from fileroom.collection.oneroster import values
from fileroom.collection.oneroster.layouts import TAKEN, Release
from fileroom.collection.oneroster.reading import COLUMNS, read_bundle
from tests.collection.oneroster_bundles import ROSTER, Roster
from tests.collection.test_oneroster_files import ON, tally_of

Named = list[tuple[str, int, str, str]]


def named(tally: Tally) -> Named:
    """(file, row, column, code) of each problem."""
    return [(p.file, p.row, p.column, p.code) for p in tally.problems]


def spoilt(tmp_path: Path, file: str, source_id: str, **cells: str) -> Tally:
    """The tally of a roster whose one row has been given these values."""
    roster = Roster()
    roster.row(file, source_id).update(cells)
    return tally_of(roster.folder(tmp_path))


@pytest.mark.parametrize(
    ("file", "source_id", "column", "value", "code"),
    [
        ("enrollments", "e1", "userSourcedId", "nobody", "dangling_id"),
        ("users", "u1", "agentSourcedIds", "p1,nobody", "dangling_id"),
        ("classes", "C2", "termSourcedIds", "F,X", "dangling_id"),
        ("demographics", "u2", "birthDate", "2010-02-30", "impossible_date"),
        ("demographics", "u2", "birthDate", "2031-02-01", "impossible_date"),
        ("demographics", "u2", "birthDate", "02/01/2010", "impossible_date"),
        ("enrollments", "e1", "endDate", "2026-08-01", "impossible_date"),
        ("orgs", "S2", "type", "kiosk", "bad_enum"),
        ("enrollments", "e3", "role", "janitor", "bad_enum"),
        ("users", "u2", "familyName", "", "empty_required"),
        ("users", "u2", "familyName", "   ", "empty_required"),
        ("users", "u2", "givenName", "x" * 301, "too_long"),
        ("users", "u2", "givenName", "Bo\u0000", "control_character"),
        ("users", "u2", "userIds", "{SSID:1234567890}", "number_taken"),
        ("users", "u2", "grades", "10,1234567890", "not_a_grade"),
        ("enrollments", "e2", "role", "teacher", "role_disagrees"),
        ("classes", "C2", "schoolSourcedId", "D", "not_a_school"),
    ],
)
def test_a_faulty_row_is_set_aside_by_name_and_the_rest_is_kept(
    tmp_path: Path, file: str, source_id: str, column: str, value: str, code: str
) -> None:
    tally = spoilt(tmp_path, file, source_id, **{column: value})
    row = 2 + [r["sourcedId"] for r in ROSTER[file]].index(source_id)
    leaning = tally.problems[1:]
    assert named(tally)[0] == (f"{file}.csv", row, column, code)
    assert all(p.code == "dangling_id" and f"{file}.csv, row {row}, was set aside" in p.says for p in leaning)
    assert (tally.read, tally.kept, tally.set_aside) == (18, 17 - len(leaning), 1 + len(leaning))


def test_rows_that_lean_on_a_row_set_aside_are_set_aside_and_say_on_which(tmp_path: Path) -> None:
    tally = spoilt(tmp_path, "users", "u2", familyName="")
    assert named(tally) == [
        ("users.csv", 3, "familyName", "empty_required"),
        ("demographics.csv", 3, "sourcedId", "dangling_id"),
        ("enrollments.csv", 3, "userSourcedId", "dangling_id"),
    ]
    assert "users.csv, row 3" in tally.problems[1].says


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("userIds", "{SSN:219-09-9999}"),
        ("userIds", "{Local:219099999}"),
        ("userIds", "{SSN:4321}"),
        ("identifier", "219099999"),
        ("identifier", "219 09 9999"),
        ("email", "ssn 219-09-9999"),
        ("middleName", "219-09-9999"),
        ("middleName", "219099999"),
        ("familyName", "Okafor 219099999"),
        ("givenName", "\uff12\uff11\uff19\uff10\uff19\uff19\uff19\uff19\uff19"),
        ("preferredGivenName", "219099999"),
        ("preferredFamilyName", "219099999 Okafor"),
        ("grades", "09,219099999"),
    ],
)
def test_a_social_security_number_refuses_its_row_and_is_repeated_nowhere(
    tmp_path: Path, column: str, value: str
) -> None:
    roster = Roster(Release.V1_2 if column.startswith("preferred") else Release.V1_1)
    roster.row("users", "u2")[column] = value
    tally = tally_of(roster.folder(tmp_path))
    assert ("users.csv", 3, column, "ssn_shape") in named(tally)
    assert tally.refused == 1
    assert "49076.7" in tally.problems[0].says
    report = Report(tally, Written())
    digits = "".join(c for c in value if c.isdigit())
    for text in (str(report.to_json()), report.in_words()):
        assert value not in text
        assert digits not in text


@pytest.mark.parametrize(
    "value",
    ["SSN 536.90.4271", "536 - 90 - 4271", "536\u201390\u20134271", "A# 087 654 321", "undocumented; A12345678"],
)
@pytest.mark.parametrize(
    ("file", "source_id", "column"),
    [
        ("users", "u1", "role"),
        ("users", "u1", "agentSourcedIds"),
        ("enrollments", "e1", "beginDate"),
        ("enrollments", "e1", "userSourcedId"),
        ("demographics", "u1", "sourcedId"),
    ],
)
def test_a_value_out_of_its_column_is_repeated_in_no_report(
    tmp_path: Path, file: str, source_id: str, column: str, value: str
) -> None:
    tally = spoilt(tmp_path, file, source_id, **{column: value})
    assert (tally.problems[0].column, tally.refused) == (column, 1), "it is refused by its law, wherever it stands"
    assert tally.problems[0].code in {"a_number", "immigration_status", "ssn_shape"}
    assert value not in str([it.to_json() for it in tally.problems])


def test_a_message_repeats_an_id_and_nothing_that_the_sieve_finds_or_that_has_nine_digits() -> None:
    assert shown("u-1042") == "“u-1042”"
    assert {shown(it) for it in ("536.90.4271", "536 90-42 71", "green card A087654321")} == {"the value given"}


def test_the_end_of_one_name_is_no_label_of_the_next(tmp_path: Path) -> None:
    tally = spoilt(tmp_path, "users", "u2", givenName="Zip", familyName="Cell", middleName="219099999")
    assert ("users.csv", 3, "middleName", "ssn_shape") in named(tally)


def test_a_phone_number_and_the_ids_of_schools_are_no_social_security_numbers(tmp_path: Path) -> None:
    roster = Roster()
    roster.row("users", "u2").update(phone="950-336-6601", sms="9503366601", userIds="{SSID:9876543210},{Local:863}")
    roster.files["orgs"].append({"sourcedId": "255901001", "name": "Third", "type": "school", "parentSourcedId": "D"})
    assert tally_of(roster.folder(tmp_path)).problems == []


def test_words_that_state_an_immigration_status_refuse_a_persons_row(tmp_path: Path) -> None:
    tally = spoilt(tmp_path, "users", "u2", phone="undocumented, call first")
    assert named(tally)[0] == ("users.csv", 3, "phone", "immigration_status")
    assert "234.7" in tally.problems[0].says


def test_race_and_place_of_birth_are_dropped_and_counted_under_their_law(tmp_path: Path) -> None:
    dropped = {(d.file, d.column): (d.rows, d.citation) for d in tally_of(Roster().folder(tmp_path)).dropped}
    assert dropped["demographics.csv", "countryOfBirthCode"] == (1, "Ed. Code 234.7(a)")
    assert dropped["demographics.csv", "stateOfBirthAbbreviation"] == (0, "Ed. Code 234.7(a)")
    assert dropped["demographics.csv", "cityOfBirth"] == (1, "Ed. Code 234.7(a)")
    assert dropped["demographics.csv", "white"] == (1, "Gov. Code 8310.3")
    assert dropped["demographics.csv", "hispanicOrLatinoEthnicity"] == (0, "Gov. Code 8310.3")
    assert dropped["users.csv", "password"] == (0, "")


def test_dropped_values_never_leave_the_reader(tmp_path: Path) -> None:
    roster = Roster()
    roster.row("users", "u1")["password"] = "canary-password"
    roster.headers["users"].append("metadata.citizenship")
    roster.row("users", "u1")["metadata.citizenship"] = "canary-status"
    with read_bundle(roster.folder(tmp_path), on=ON) as reading:
        kept = [cell for file in reading.taken() for taken in reading.rows(file) for cell in taken.cells]
    assert not [cell for cell in kept if cell in ("canary-password", "canary-status", "MX", "Oaxaca")]
    assert ("metadata.citizenship", 1) in [(d.column, d.rows) for d in reading.tally.dropped]


def test_a_class_whose_title_and_code_have_changed_places_is_named_and_its_enrolments_stand(tmp_path: Path) -> None:
    roster = Roster()
    roster.row("classes", "C1").update(title="MA-101", classCode="Algebra I")
    tally = tally_of(roster.folder(tmp_path))
    assert named(tally) == [("classes.csv", 2, "title", "title_and_code_swapped")]
    assert (tally.kept, tally.set_aside) == (17, 1)


def test_of_course_and_class_the_one_whose_title_is_the_code_is_blamed(tmp_path: Path) -> None:
    roster = Roster()
    roster.row("courses", "ALG").update(title="MA-101", courseCode="Algebra I")
    roster.row("classes", "C1").update(title="Algebra I", classCode="MA-101")
    assert named(tally_of(roster.folder(tmp_path))) == [("courses.csv", 2, "title", "title_and_code_swapped")]


def test_a_class_named_as_its_course_or_by_its_code_alone_is_not_blamed(tmp_path: Path) -> None:
    roster = Roster()
    roster.row("classes", "C1").update(title="Algebra I", classCode="MA-101")
    roster.row("classes", "C2").update(title="EN-101", classCode="EN-101")
    assert tally_of(roster.folder(tmp_path)).problems == []


@pytest.mark.parametrize("name", ["م" * 300, "👩🏽‍🎓 Zoë", "‏יעל‏", "Nguyễn", "O'Brien-Smith, Jr."])
def test_a_name_of_any_script_and_300_characters_is_kept_as_it_stands(tmp_path: Path, name: str) -> None:
    roster = Roster()
    roster.row("users", "u1")["givenName"] = name
    with read_bundle(roster.folder(tmp_path), on=ON) as reading:
        rows = {file: list(reading.rows(file)) for file in reading.taken()}
    assert rows["users"][0].cells[COLUMNS["users"].index("givenName")] == name


def test_a_comma_too_many_says_nothing_and_a_value_too_many_sets_the_row_aside(tmp_path: Path) -> None:
    roster = Roster()
    lines = roster.contents()["orgs.csv"].decode().split("\n")
    roster.raw["orgs.csv"] = "\n".join([lines[0], lines[1] + ",", lines[2], lines[3] + ",more"]).encode()
    assert named(tally_of(roster.folder(tmp_path))) == [("orgs.csv", 4, "", "field_count")]


def test_truth_and_roles_are_read_in_any_case(tmp_path: Path) -> None:
    tally = spoilt(tmp_path, "users", "u1", enabledUser="TRUE", role="Student")
    assert tally.problems == []


def test_a_delta_row_must_say_its_state_and_nothing_is_deleted_because_a_file_says_so(tmp_path: Path) -> None:
    roster = Roster()
    roster.delta("courses", [dict(row) for row in roster.files["courses"]])
    roster.row("courses", "ALG")["status"] = "tobedeleted"
    roster.row("courses", "ENG")["status"] = ""
    tally = tally_of(roster.folder(tmp_path))
    assert named(tally)[:2] == [
        ("courses.csv", 2, "status", "not_deleted"),
        ("courses.csv", 3, "status", "bad_enum"),
    ]


def test_grades_are_spelled_as_the_law_spells_them() -> None:
    assert [values.grade(g) for g in ("09", "KG", "10,11", "", "UG")] == ["9", "K", "10", "", "UG"]


CELLS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ["u1", "S1", "true", "student", "2026-01-01", "2026-02-31", "{SSN:219-09-9999}", "{SSID:1234567890}"]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_the_rows_say_every_row_read_is_kept_set_aside_or_refused(tmp_path: Path, data: st.DataObject) -> None:
    roster = Roster()
    for file in data.draw(st.lists(st.sampled_from(TAKEN).filter(lambda f: f in ROSTER), unique=True, min_size=1)):
        for number, row in enumerate(roster.files[file]):
            for column in data.draw(st.lists(st.sampled_from(roster.headers[file][3:]), max_size=3)):
                row[column] = data.draw(CELLS)
            row["sourcedId"] = row["sourcedId"] or f"x{number}"
    tally = tally_of(roster.folder(tmp_path))
    assert tally.read == 18 == tally.kept + tally.set_aside + tally.refused
    assert len(tally.problems) == tally.set_aside + tally.refused
