"""Transcripts: what of them is filed, for whom and as what; what is dropped by its law; and whose they are not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from fileroom.collection.imports.report import Report
from fileroom.collection.transcripts.reading import Transcript
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster
from tests.collection.samples import sample
from tests.conftest import AT

Bring = Callable[..., Report]
ID = "studentUniqueId"
COURSE = {"courseTitle": "Algebra I", "courseCode": "MA-101", "finalLetterGradeEarned": "B", "earnedCredits": 5.0}
TERM = {"nameOfInstitution": "Bay High", "schoolYear": 2024, "courseTranscript": [COURSE]}
RECORD: dict[str, Any] = {
    "studentUniqueId": "1234567890",
    "transcriptRunDate": "09/30/2026",
    "studentAcademicRecords": [TERM],
    "studentAssessments": [
        {"testName": "SAT", "testScore": "1020", "date": "10/19/2023"},
        {"testName": "Reading inventory", "testScore": "44", "date": "10/20/2023"},
    ],
    "sections": [{"courseCode": "PE-03", "sessionName": "Fall", "endDate": "2026-06-04T00:00:00", "schoolId": 7}],
    "demographics": [{"gender": "F", "races": [{"raceDescriptor": "uri://ed-fi.org/RaceDescriptor#Asian"}]}],
}


def by() -> Any:
    from fileroom.ledger.services import Actor

    return Actor(None, "system", "cli")


@pytest.fixture
def send(bring: Import, tmp_path: Path) -> Bring:
    """Import these records, into a district that has the students of a small roster."""
    from fileroom.collection.transcripts.services import import_transcripts

    bring(Roster())

    def send(*records: Any, days: int = 0, **options: Any) -> Report:
        path = tmp_path / "sent.json"
        path.write_text(json.dumps(records), encoding="utf-8")
        return import_transcripts(path, by=by(), at=AT + timedelta(days=days), **options)

    return send


def filed(rows: Rows) -> list[tuple[Any, ...]]:
    return rows(
        "SELECT s.ssid, r.item, r.kept_as, r.dated_on FROM records_record r JOIN people_student s "
        "ON s.id = r.student_id JOIN records_version v ON v.record_id = r.id WHERE v.form = 'document' ORDER BY 2, 4"
    )


def codes(report: Report) -> list[tuple[int, str, str]]:
    return [(it.row, it.column, it.code) for it in report.tally.problems]


def test_marks_subjects_and_tests_become_records_of_their_items_a_test_by_its_age(send: Bring, rows: Rows) -> None:
    report = send(RECORD)
    assert codes(report) == []
    assert filed(rows) == [
        ("1234567890", "marks_and_credits", "permanent", date(2026, 9, 30)),
        ("1234567890", "old_test_results", "permitted", date(2023, 10, 19)),
        ("1234567890", "subjects_taken", "permanent", date(2026, 9, 30)),
        ("1234567890", "test_results", "interim", date(2023, 10, 20)),
    ]
    assert (report.tally.read, report.written.new, report.written.documents) == (4, 4, 4)
    noted = "SELECT count(*) FROM ledger_event WHERE act = 'record:collected' AND rules <> '' AND part <> %s"
    assert rows(noted, "contact_and_household") == [(4,)]


def test_the_same_again_files_nothing_and_a_dry_run_says_so_in_words(send: Bring, rows: Rows) -> None:
    dry = send(RECORD, dry_run=True)
    assert filed(rows) == []
    words = dry.in_words()
    assert "4 new" in words and "4 documents were filed" not in words and "4 documents would be filed" in words
    send(RECORD)
    again = send(RECORD, days=1)
    assert (again.written.new, again.written.unchanged) == (0, 4)
    assert len(filed(rows)) == 4


def test_race_and_sex_are_dropped_at_their_path_and_counted_by_their_law(send: Bring, rows: Rows) -> None:
    report = send(RECORD)
    dropped = {it.column: (it.rows, it.citation) for it in report.tally.dropped}
    assert dropped["Demographic/Race"] == (1, "Gov. Code 8310.3")
    assert dropped["Demographic/Gender"] == (1, "")
    assert "Asian" not in str(report.to_json())


@pytest.mark.parametrize(
    ("changes", "column", "code"),
    [
        ({"studentUniqueId": "9999999999"}, "student", "no_such_student"),
        ({"studentUniqueId": "518224471"}, "student", "no_such_student"),
        ({"birthDate": "2001-01-01"}, "birthDate", "another_birth_date"),
        ({"studentUniqueId": "u1"}, "birthDate", "unconfirmed"),
        ({"transcriptRunDate": "2027-01-01"}, "", "impossible_date"),
        ({"transcriptRunDate": "03/04/2025", "studentAssessments": []}, "", "ambiguous_date"),
        ({"studentAcademicRecords": [], "studentAssessments": [], "sections": []}, "", "nothing_taken"),
        ({"studentAcademicRecords": [{**TERM, "studentUniqueId": "u2"}]}, "studentUniqueId", "another_student"),
        ({"studentAcademicRecords": [{**TERM, "studentUniqueId": "9999999999"}]}, ID, "another_student"),
        ({"sections": [{"studentReference": {"studentUniqueId": "7"}}]}, ID, "another_student"),
        ({"schoolReference": {"x": [{"studentUniqueID": "7"}]}}, ID, "another_student"),
        ({"firstName": "Zoe", "lastSurname": "Smith"}, "lastSurname", "unconfirmed"),
        ({"firstName": "Lama", "lastSurname": "Okafor"}, "lastSurname", "unconfirmed"),
        ({"studentUniqueId": "12\0"}, "student", "no_such_student"),
        ({"studentUniqueId": "1" * 6000}, "student", "no_such_student"),
        ({"studentAssessments": [{"testName": "SAT", "date": "9999-12-31"}]}, "", "impossible_date"),
    ],
)
def test_what_names_nobody_here_or_another_child_is_set_aside_with_its_reason(
    send: Bring, rows: Rows, changes: dict[str, Any], column: str, code: str
) -> None:
    report = send({**RECORD, **changes}, {**RECORD, "studentUniqueId": "u2", "birthDate": "2010-02-01"})
    assert codes(report) == [(1, column, code)]
    assert "518224471" not in str(report.to_json())
    assert len(filed(rows)) == 4
    assert report.tally.read == 5 and report.tally.set_aside == 1


def test_ids_and_names_of_the_very_student_let_it_in(send: Bring, rows: Rows) -> None:
    own = {"studentReference": {"studentUniqueId": "u1"}, "firstName": "Amal", "lastSurname": "Somebody else"}
    assert codes(send({**RECORD, **own})) == []
    assert len(filed(rows)) == 4


def test_a_blank_id_names_no_other_student(send: Bring) -> None:
    blank = {"studentReference": {"studentUniqueId": " "}, "sections": [{"studentUniqueId": "\t"}]}
    assert codes(send({**RECORD, **blank})) == []


def test_keys_without_end_are_counted_as_one_and_what_the_law_keeps_out_by_its_law(
    send: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.transcripts import reading

    monkeypatch.setattr(reading, "MOST_PATHS", 3)
    report = send({**{f"made{it}": "x" for it in range(9)}, **RECORD})
    assert "(others)" in {it.column for it in report.tally.dropped} and len(report.tally.dropped) == 4


def test_whose_records_are_is_asked_once_for_many(send: Bring, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.collection.transcripts import services

    asked: list[int] = []
    students_of_the_lot = services._students

    def asks(lot: list[Transcript]) -> Any:
        asked.append(len(lot))
        return students_of_the_lot(lot)

    monkeypatch.setattr(services, "_students", asks)
    send(*({**RECORD, "studentUniqueId": f"{it:010}"} for it in range(20)))
    assert asked == [20, 20]


def test_what_the_law_keeps_out_of_a_transcript_is_held_back_and_the_rest_filed(send: Bring, rows: Rows) -> None:
    course = {**COURSE, "courseTitle": "Algebra; Student's Social Security Number: 518-22-4471"}
    report = send({**RECORD, "studentAcademicRecords": [{**TERM, "courseTranscript": [course]}]})
    assert codes(report) == [(1, "file", "ssn_shape")]
    assert [it[1] for it in filed(rows)] == ["old_test_results", "subjects_taken", "test_results"]
    assert rows("SELECT item, state FROM records_quarantined") == [("marks_and_credits", "held")]
    assert report.written.held == 1 and "518-22" not in str(report.to_json())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{}", "unknown_layout"),
        ("[1]", "unknown_layout"),
        ("[" * 100_000, "unreadable"),
        ('[{"studentUniqueId": "u1"', "unreadable"),
        ('[{"studentUniqueId": "u1", "sections": [[]]}]', "unknown_layout"),
        ('[{"studentUniqueId": "\\ud800"}]', "unreadable"),
    ],
)
def test_a_file_that_is_none_is_refused_whole(bring: Import, tmp_path: Path, rows: Rows, text: str, code: str) -> None:
    from fileroom.collection.transcripts.services import import_transcripts

    bring(Roster())
    (tmp_path / "sent.json").write_text(text, encoding="utf-8")
    report = import_transcripts(tmp_path / "sent.json", by=by(), at=AT)
    assert not report.whole
    assert [it.code for it in report.tally.problems] == [code]
    assert filed(rows) == []


def test_the_samples_come_in_for_the_student_who_is_here_and_was_born_that_day(
    edfi_bring: Import, rows: Rows, tmp_path: Path
) -> None:
    from fileroom.collection.transcripts.services import import_transcripts

    there = shutil.copytree(sample("edfi-grand-bend"), tmp_path / "edfi", copy_function=shutil.copyfile)
    edfi_bring(there)
    report = import_transcripts(sample("transcripts"), by=by(), at=AT)
    assert [(it.file, it.code) for it in report.tally.problems] == [
        ("composite-enrollments.json", "another_birth_date"),
        ("standard-sample.json", "no_such_student"),
    ]
    students = there / "Student.xml"
    students.write_text(students.read_text().replace("2014-11-13", "2003-11-13"))
    edfi_bring(there, days=1)
    report = import_transcripts(sample("transcripts"), by=by(), at=AT + timedelta(days=1))
    assert report.whole
    assert [(it.file, it.code) for it in report.tally.problems] == [("standard-sample.json", "no_such_student")]
    assert rows(
        "SELECT s.source_id, r.item FROM records_record r JOIN people_student s ON s.id = r.student_id "
        "JOIN records_version v ON v.record_id = r.id WHERE v.form = 'document'"
    ) == [("604821", "subjects_taken")]
    assert "123456778" not in str(report.to_json())
    assert ("Demographic/Race", "Gov. Code 8310.3") in {(it.column, it.citation) for it in report.tally.dropped}
