"""An archive of documents: what its index files, what is held back and named by its row, and never half of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fileroom.collection.imports.report import Report
from tests.collection.conftest import Rows
from tests.screening.files import picture, saved

Bring = Callable[..., Report]
HEAD = "student,item,file,date\n"
TOLD = "Student's Social Security Number: 518-22-4471"
CLEAN = "Amal read aloud to the class and did well.\n"


def codes(report: Report) -> list[tuple[int, str, str]]:
    return [(it.row, it.column, it.code) for it in report.tally.problems]


def filed(rows: Rows) -> list[tuple[Any, ...]]:
    return rows(
        "SELECT s.source_id, r.item, r.dated_on, v.media_type FROM records_record r JOIN people_student s "
        "ON s.id = r.student_id JOIN records_version v ON v.record_id = r.id WHERE v.form = 'document' ORDER BY 1, 3"
    )


def test_documents_are_filed_for_the_student_and_under_the_item_the_index_says(archive: Bring, rows: Rows) -> None:
    index = f"{HEAD}u1,test_results,a/one.txt,2019-05-01\n1234567890,test_results,two.txt,2020-05-01\n"
    report = archive(index, {"a/one.txt": CLEAN, "two.txt": CLEAN + "Again.\n", "three.txt": CLEAN})
    assert codes(report) == []
    assert filed(rows) == [
        ("u1", "test_results", date(2019, 5, 1), "text/plain"),
        ("u1", "test_results", date(2020, 5, 1), "text/plain"),
    ]
    assert [it.code for it in report.tally.remarks] == ["unlisted_file"]
    assert rows("SELECT count(*) FROM ledger_event WHERE act = 'record:collected' AND part = 'test_results'") == [(2,)]


def test_a_scan_as_old_archives_have_them_is_filed_and_read_first(archive: Bring, rows: Rows) -> None:
    scans = {"a.tif": saved(picture("Reads well."), "TIFF"), "b.tiff": saved(picture(TOLD), "TIFF")}
    index = f"{HEAD}u1,test_results,a.tif,2019-05-01\nu2,test_results,b.tiff,2019-05-01\n"
    report = archive(index, scans)
    assert filed(rows) == [("u1", "test_results", date(2019, 5, 1), "image/tiff")]
    assert [it.row for it in report.tally.problems] == [3], "what is found in it waits for the custodian"


def test_an_index_of_ssids_names_nobody_by_the_senders_own_id(archive: Bring, rows: Rows) -> None:
    report = archive("ssid,item,file,date\nu1,test_results,one.txt,2019-05-01\n", {"one.txt": CLEAN})
    assert codes(report) == [(2, "student", "no_such_student")]


def test_the_same_archive_again_files_nothing(archive: Bring, rows: Rows) -> None:
    index, files = f"{HEAD}u1,test_results,one.txt,2019-05-01\n", {"one.txt": CLEAN}
    archive(index, dict(files))
    report = archive(index, dict(files), days=1)
    assert (report.written.new, report.written.unchanged) == (0, 1)
    assert len(filed(rows)) == 1


def test_a_dry_run_says_of_an_archive_that_is_here_that_nothing_is_new(
    archive: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.archive import lots

    monkeypatch.setattr(lots, "BYTES_AT_ONCE", 1)  # each document is a lot of its own
    index = f"{HEAD}u1,test_results,one.txt,2019-05-01\n" + "u2,test_results,one.txt,2019-05-01\n" * 2
    archive(f"{HEAD}u1,test_results,one.txt,2019-05-01\n", {"one.txt": CLEAN})
    report = archive(index, {"one.txt": CLEAN}, days=1, dry_run=True)
    assert (report.written.new, report.written.unchanged) == (1, 2)


def test_what_the_law_keeps_out_is_named_by_its_row_and_nothing_of_it_is_filed(archive: Bring, rows: Rows) -> None:
    number = "Student's Social Security Number: 518-22-4471\n"
    index = f"{HEAD}u1,test_results,one.txt,2019-05-01\nu2,test_results,two.txt,2019-05-01\n"
    report = archive(index, {"one.txt": number, "two.txt": CLEAN})
    assert codes(report) == [(2, "file", "ssn_shape")]
    assert report.tally.refused == 1
    told = str(report.to_json())
    assert "518-22" not in told
    assert "Coming in" in told and "not kept" not in told, "it lies here, and the report says where"
    assert [it[0] for it in filed(rows)] == ["u2"]
    assert rows("SELECT count(*) FROM ledger_event WHERE act = 'quarantine:held' AND rules <> ''") == [(1,)]
    assert rows("SELECT road, state, outcome FROM records_quarantined") == [("import", "held", "findings")]


def test_what_the_counter_refuses_an_archive_does_not_file(archive: Bring, rows: Rows) -> None:
    index = f"{HEAD}u1,test_results,one.txt,2019-05-01\nu2,test_results,A# 087 654 321.txt,2019-05-01\n"
    report = archive(index, {"one.txt": "Amal Okafor 536904271\n", "A# 087 654 321.txt": CLEAN})
    assert codes(report) == [(2, "file", "ssn_shape"), (3, "file", "a_number")]
    assert filed(rows) == []


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("u9,test_results,one.txt,2019-05-01", "student", "no_such_student"),
        ("u1,no_such,one.txt,2019-05-01", "item", "no_such_item"),
        ("u1,court_order,one.txt,2019-05-01", "item", "no_such_item"),
        ("u1,birth_date,one.txt,2019-05-01", "item", "item_has_a_form"),
        ("u1,test_results,none.txt,2019-05-01", "file", "missing_file"),
        ("u1,test_results,../index-1.csv,2019-05-01", "file", "outside"),
        ("u1,test_results,/etc/hostname,2019-05-01", "file", "outside"),
        ("u1,test_results,one.txt,2019-02-30", "date", "impossible_date"),
        ("u1,test_results,one.txt,2099-01-01", "date", "impossible_date"),
        ("u1,test_results,one.txt,", "date", "empty_required"),
        ("u1,test_results,broken.pdf,2019-05-01", "file", "not_kept"),
        ("u1,test_results,empty.txt,2019-05-01", "file", "not_kept"),
        ("u1\0,test_results,one.txt,2019-05-01", "student", "control_character"),
    ],
)
def test_a_fault_of_a_row_sets_it_aside_and_the_rest_is_filed(
    archive: Bring, rows: Rows, row: str, column: str, code: str
) -> None:
    files: dict[str, str | bytes] = {"one.txt": CLEAN, "broken.pdf": b"\x00\x01", "empty.txt": b"", "ok.txt": CLEAN}
    report = archive(f"{HEAD}{row}\nu2,test_results,ok.txt,2019-05-01\n", files)
    assert codes(report) == [(2, column, code)]
    assert [it[0] for it in filed(rows)] == ["u2"]


def test_a_fault_of_the_index_files_nothing(archive: Bring, rows: Rows) -> None:
    report = archive("student,item,file\nu1,test_results,one.txt\n", {"one.txt": CLEAN})
    assert not report.whole
    assert [it.code for it in report.tally.problems] == ["missing_column"]
    assert filed(rows) == []


def test_a_dry_run_looks_at_all_and_files_nothing(archive: Bring, rows: Rows) -> None:
    report = archive(f"{HEAD}u1,test_results,one.txt,2019-05-01\n", {"one.txt": CLEAN}, dry_run=True)
    assert report.written.new == 1
    assert filed(rows) == []


def test_documents_are_read_before_the_import_locks_anything_and_the_same_once(
    archive: Bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.db import connection

    from fileroom.collection import opened

    locked: list[bool] = []
    read = opened.read

    def watched(*given: Any) -> Any:
        locked.append(connection.in_atomic_block)
        return read(*given)

    monkeypatch.setattr(opened, "read", watched)
    index = f"{HEAD}u1,test_results,a/one.txt,2019-05-01\nu2,test_results,b/one.txt,2019-05-01\n"
    report = archive(index, {"a/one.txt": CLEAN, "b/one.txt": CLEAN})
    assert report.written.new == 2
    assert locked == [False]


def test_a_document_that_changes_after_it_was_read_is_not_filed(
    archive: Bring, rows: Rows, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.archive import services
    from fileroom.collection.archive.beforehand import look_at

    def then_changed(folder: Path, *given: Any) -> Any:
        looked = look_at(folder, *given)
        (folder / "one.txt").write_text("SSN 536-90-4271")
        return looked

    monkeypatch.setattr(services, "look_at", then_changed)
    report = archive(f"{HEAD}u1,test_results,one.txt,2019-05-01\n", {"one.txt": CLEAN})
    assert codes(report) == [(2, "file", "changed_while_read")]
    assert filed(rows) == []


def test_what_cannot_be_examined_whole_is_held_back(archive: Bring, rows: Rows) -> None:
    cut = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nstartxref\n0\n%%EOF\n"
    report = archive(f"{HEAD}u1,test_results,one.pdf,2019-05-01\n", {"one.pdf": cut})
    ((row, column, code),) = codes(report)
    assert (row, column, code.startswith("held_back_")) == (2, "file", True)
    assert report.tally.set_aside == 1
    assert filed(rows) == []
