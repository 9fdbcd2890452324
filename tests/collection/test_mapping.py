"""A student information system's own file, mapped on a page: what is suggested, covered, tried and taken."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from fileroom.collection.imports.faults import BundleRefused
from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.conftest import Rows
from tests.collection.trying import mark
from tests.conftest import AT
from tests.disclosure.asking import entries

HEADER = "Perm ID,First Name,Last Name,DOB,Grade,School Code,Site Name,Birth Country,SSN,Ethnicity,Bus"
TITLES = frozenset(HEADER.split(","))
BODY = (
    f"{HEADER}\n"
    "u1,Amal,Okafor,2011-04-03,9,1,Alder Creek High,Mexico,318-44-7265,W,12\n"
    "u2,Bo,Lindqvist,2010-02-01,10,1,Alder Creek High,,,,14\n"
).encode()
TAKES = {
    "Perm ID": "student.id", "First Name": "student.given", "Last Name": "student.family", "DOB": "student.born_on",
    "Grade": "student.grade", "School Code": "enrolment.school", "Site Name": "school.name",
}  # fmt: skip


def test_columns_are_suggested_by_their_names_whatever_their_spelling() -> None:
    from fileroom.collection.rosters.mapping import suggest

    assert suggest(HEADER.split(",")) == TAKES
    assert suggest(["PermID", "perm_id", "Last-Name"]) == {"PermID": "student.id", "Last-Name": "student.family"}


@pytest.mark.parametrize("column", ["SSN", "Birth Country", "Race", "Citizenship", "Seguro Social", "Visa Type"])
def test_what_the_law_keeps_out_is_never_suggested_and_never_taken(column: str) -> None:
    from fileroom.collection.imports.values import DayOrder
    from fileroom.collection.rosters.mapping import file_of, map_of, suggest, why

    drop, banned = why(column)
    assert banned and drop.citation
    assert suggest([column]) == {}
    takes = {"Perm ID": "student.id", "Last": "student.family", column: "student.ssid"}
    with pytest.raises(BundleRefused) as refused:
        map_of(file_of("a.csv", b""), takes, days=DayOrder.YMD, everybody=False)
    assert [it.code for it in refused.value.problems] == ["banned_column"]
    assert drop.citation in refused.value.problems[0].says


def test_a_map_without_a_number_or_a_last_name_is_refused() -> None:
    from fileroom.collection.imports.values import DayOrder
    from fileroom.collection.rosters.mapping import file_of, map_of

    with pytest.raises(BundleRefused) as refused:
        map_of(file_of("a.csv", b""), {}, days=DayOrder.YMD, everybody=False)
    assert [it.code for it in refused.value.problems] == ["missing_column", "missing_column"]


def test_the_first_rows_are_shown_with_every_kept_out_value_covered() -> None:
    from fileroom.collection.rosters.mapping import COVERED, columns_of, file_of

    seen = {it.name: it for it in columns_of(file_of("C:\\exports\\Students.CSV", BODY))}
    assert seen["First Name"].rows == ("Amal", "Bo")
    assert seen["SSN"].rows == seen["Birth Country"].rows == seen["Ethnicity"].rows == (COVERED, "")
    assert not seen["Bus"].drop.citation and seen["SSN"].banned


def test_a_number_is_covered_in_whatever_column_it_stands() -> None:
    from fileroom.collection.rosters.mapping import COVERED, columns_of, file_of

    _, note = columns_of(file_of("a.csv", b"No,Note\n1,SSN 318-44-7265\n"))
    assert note.rows == (COVERED,)


def test_a_column_whose_name_no_table_takes_is_no_column() -> None:
    from fileroom.collection.rosters.mapping import columns_of, file_of

    with pytest.raises(BundleRefused) as refused:
        columns_of(file_of("a.csv", b"Perm ID,Last\x00 Name\nu1,Okafor\n"))
    assert [(it.row, it.code) for it in refused.value.problems] == [(1, "control_character")]


@pytest.mark.parametrize("row", ["1001,Amal,Okafor", "u1,Amal Okafor,Alder Creek High School,9", "Note,Remark"])
def test_a_first_row_that_names_no_known_column_is_no_header(row: str) -> None:
    from fileroom.collection.rosters.mapping import columns_of, file_of

    with pytest.raises(BundleRefused) as refused:
        columns_of(file_of("a.csv", f"{row}\n1002,Bo,Lindqvist\n".encode()))
    assert [it.code for it in refused.value.problems] == ["no_header"]
    assert not any(cell in refused.value.problems[0].says for cell in row.split(","))


def test_a_dry_run_writes_nobody_and_the_import_does_and_the_map_is_kept(district: str, rows: Rows) -> None:
    from fileroom.collection.imports.values import DayOrder
    from fileroom.collection.rosters.mapped import Said, import_one, saved_map

    office = make.staffed("office", "administrator", None)
    said = Said(TAKES, DayOrder.YMD, everybody=False)
    before = rows("SELECT count(*) FROM people_student")
    tried = import_one("students.csv", BODY, said, dry_run=True, by=office.by, at=AT)
    assert tried.whole, tried.in_words()
    assert "nothing was written" in tried.in_words() and "Ed. Code 234.7" in tried.in_words()
    assert rows("SELECT count(*) FROM people_student") == before
    assert saved_map(TITLES, by=office.by, at=AT) is None and "map:saved" not in [it.act.value for it in entries()]
    taken = import_one("students.csv", BODY, said, dry_run=False, by=office.by, at=AT)
    assert taken.written.new == tried.written.new
    assert rows("SELECT legal_family FROM people_student ORDER BY legal_family") == [("Lindqvist",), ("Okafor",)]
    assert saved_map(TITLES, by=office.by, at=AT) == said
    assert [it.act.value for it in entries()].count("map:saved") == 1
    assert "bundle:imported" in [it.act.value for it in entries()]


def test_the_map_that_is_kept_is_the_last_and_names_columns_of_the_file_alone(district: str, rows: Rows) -> None:
    from fileroom.collection.imports.values import DayOrder
    from fileroom.collection.rosters.mapped import Said, import_one, saved_map

    office = make.staffed("office", "administrator", None)
    for takes in (TAKES | {"318-44-7265": "student.email"}, {name: TAKES[name] for name in ("Perm ID", "Last Name")}):
        said = Said(takes, DayOrder.YMD, everybody=False)
        assert import_one("students.csv", BODY, said, dry_run=False, by=office.by, at=AT).whole
        ((kept,),) = rows("SELECT takes::text FROM collection_savedmap")
        assert "318" not in kept and "SSN" not in kept
        assert all(it in takes or it.startswith("sha256:") for it in json.loads(kept)), "a head may be somebody's row"
    last = saved_map(TITLES, by=office.by, at=AT)
    assert last and set(last.takes) == {"Perm ID", "Last Name"}


PARENTS = b"Perm ID,First Name,Last Name,Parent Last\nu1,Amal,Okafor,Okafor\nu2,Bo,Lindqvist,Lindqvist\n"
OF_PARENTS = {"Perm ID": "student.id", "Last Name": "student.family", "Parent Last": "contact.family"}


def test_each_file_of_a_district_is_suggested_the_map_of_its_own_columns(district: str, rows: Rows) -> None:
    from fileroom.collection.imports.values import DayOrder
    from fileroom.collection.rosters.mapped import Said, import_one, look, saved_map

    office = make.staffed("office", "administrator", None)
    parents = {it.name for it in look("parents.csv", PARENTS, by=office.by, at=AT)}
    of_students = {name: TAKES[name] for name in ("Perm ID", "First Name", "Last Name")}
    for number, (body, takes) in enumerate(2 * [(BODY, of_students), (PARENTS, OF_PARENTS)]):
        said, at = Said(takes, DayOrder.YMD, everybody=False), AT + timedelta(days=number)
        assert import_one("roster.csv", body, said, dry_run=False, by=office.by, at=at).whole
    for titles, takes in ((TITLES, of_students), (parents, OF_PARENTS)):
        suggested = saved_map(titles, by=office.by, at=AT)
        assert suggested and suggested.takes == takes
    # Its columns and one more: the system has learned to send it. One fewer: it is another file.
    more = saved_map({*parents, "Bus"}, by=office.by, at=AT)
    assert more and more.takes == OF_PARENTS
    assert saved_map(parents - {"Parent Last"}, by=office.by, at=AT) is None
    assert rows("SELECT count(*) FROM collection_savedmap") == [(2,)]
    assert [it.act.value for it in entries()].count("map:saved") == 2, "a map that is kept already is not kept again"


def test_who_does_not_keep_the_whole_district_s_records_imports_nothing(district: str, rows: Rows) -> None:
    from fileroom.collection.imports.values import DayOrder
    from fileroom.collection.rosters.mapped import Said, import_one, look
    from fileroom.people.answers import Missing

    town = make.town()
    for who in (town.registrar, town.teacher, town.mother):
        with pytest.raises(Missing):
            look("students.csv", BODY, by=who.by, at=AT)
        with pytest.raises(Missing):
            import_one("students.csv", BODY, Said(TAKES, DayOrder.YMD, False), dry_run=False, by=who.by, at=AT)
    assert rows("SELECT count(*) FROM people_student WHERE legal_family = 'Okafor'") == [(0,)]


def page(columns: dict[str, str], **more: object) -> dict[str, object]:
    """What the page sends: the file, and what each column is."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    sent = {f"{word}-{at}": it for at, pair in enumerate(columns.items()) for word, it in zip(PAIR, pair, strict=True)}
    return {"file": SimpleUploadedFile("students.csv", BODY), **sent, **more}


PAIR = ("column", "fact")


def test_without_a_script_each_step_is_a_page_and_no_page_shows_what_is_kept_out(district: str, rows: Rows) -> None:
    pages = browser(make.staffed("office", "administrator", None).by)
    look = pages.post("/coming-in/import/", page({}, act="look")).content.decode()
    assert 'student.family" selected' in look and "Ed. Code 49076.7" in look
    tried = pages.post("/coming-in/import/", page(TAKES, act="try", days="y-m-d")).content.decode()
    assert "What would happen" in tried and rows("SELECT count(*) FROM people_student") == [(0,)]
    done = pages.post("/coming-in/import/", page(TAKES, act="take", days="y-m-d", tried=mark(tried))).content.decode()
    assert "What was done" in done and rows("SELECT count(*) FROM people_student") == [(2,)]
    assert tried.index('value="take"') < tried.index('name="fact-0"'), "one press, beneath what it would do"
    assert 'name="fact-0"' not in done, "nothing is left to say of its columns"
    assert not any("318-44-7265" in it or "Mexico" in it for it in (look, tried, done))


@pytest.mark.parametrize("tried", [TAKES, None, {it: TAKES[it] for it in TAKES if it != "DOB"}])
def test_what_was_not_tried_as_it_is_sent_is_tried_and_not_taken(
    district: str, rows: Rows, tried: dict[str, str] | None
) -> None:
    pages, days = browser(make.staffed("office", "administrator", None).by), "m/d/y" if tried == TAKES else "y-m-d"
    before = pages.post("/coming-in/import/", page(tried, act="try", days=days)).content.decode() if tried else ""
    sent = page(TAKES, act="take", days="y-m-d", tried=mark(before) if tried else "")
    answer = pages.post("/coming-in/import/", sent).content.decode()
    assert "Nothing was imported: the file, or what was said of its columns" in answer and "What would happen" in answer
    assert rows("SELECT count(*) FROM people_student") == [(0,)]


@pytest.mark.parametrize("more", [{"everybody": "on"}, {"ids_are_no_ssn": "on"}])
def test_what_is_said_of_the_whole_file_after_it_was_tried_is_tried_anew(
    district: str, rows: Rows, more: dict[str, str]
) -> None:
    pages = browser(make.staffed("office", "administrator", None).by)
    before = pages.post("/coming-in/import/", page(TAKES, act="try", days="y-m-d")).content.decode()
    sent = page(TAKES, act="take", days="y-m-d", tried=mark(before), **more)
    assert "Nothing was imported" in pages.post("/coming-in/import/", sent).content.decode()
    assert rows("SELECT count(*) FROM people_student") == [(0,)]


def test_a_mark_is_given_for_what_was_tried_alone(district: str) -> None:
    pages = browser(make.staffed("office", "administrator", None).by)
    look = pages.post("/coming-in/import/", page(TAKES, act="look", days="y-m-d")).content
    tried = pages.post("/coming-in/import/", page(TAKES, act="try", days="y-m-d")).content
    assert b'name="tried"' not in look and b'value="take"' not in look and mark(tried.decode())


def test_a_torn_page_and_a_column_of_the_law_take_nothing(district: str, rows: Rows) -> None:
    pages = browser(make.staffed("office", "administrator", None).by)
    assert pages.post("/coming-in/import/", {"act": "take"}).status_code == 422
    for takes in ({}, TAKES | {"SSN": "student.ssid"}, TAKES | {"Bus": "student.nonsense"}):
        answer = pages.post("/coming-in/import/", page(takes, act="take", days="nonsense"))
        assert answer.status_code == 422 and b"Nothing was taken" in answer.content
    assert rows("SELECT count(*) FROM people_student") == [(0,)]


def test_who_does_not_keep_the_district_s_records_finds_no_mapping_page(district: str) -> None:
    town = make.town()
    for who in (town.registrar, town.teacher, town.mother):
        assert browser(who.by).get("/coming-in/import/").status_code == 404
        assert browser(who.by).post("/coming-in/import/", page(TAKES, act="take")).status_code == 404


LIKE_SSNS = ("318447265", "401226613", "536904271")
NUMBERED = "".join(f"{it},Amal,Okafor\n" for it in LIKE_SSNS)
NUMBERED = f"Student Number,First Name,Last Name\n{NUMBERED}"


def test_ids_that_could_be_social_security_numbers_are_covered_and_wait_for_a_persons_word(
    district: str, rows: Rows
) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    pages = browser(make.staffed("office", "administrator", None).by)
    takes = {"Student Number": "student.id", "First Name": "student.given", "Last Name": "student.family"}

    def posted(**more: object) -> str:
        file = SimpleUploadedFile("students.csv", NUMBERED.encode())
        return pages.post("/coming-in/import/", page(takes, days="y-m-d", **more) | {"file": file}).content.decode()

    look, refused = posted(act="look"), posted(act="take")
    assert not any(it in look or it in refused for it in LIKE_SSNS)
    assert "ids_are_no_ssn" not in look and "ids_are_no_ssn" in refused and "Ed. Code 49076.7" in refused
    assert rows("SELECT count(*) FROM people_student") == [(0,)]
    tried = mark(posted(act="try", ids_are_no_ssn="on"))
    assert "What was done" in posted(act="take", ids_are_no_ssn="on", tried=tried)
    assert rows("SELECT count(*) FROM people_student") == [(3,)]
    assert [it.part for it in entries() if it.act.value == "bundle:imported"] == ["csv/ids_are_no_ssn"]
