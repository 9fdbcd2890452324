"""Packets of another school: each document through the gate, for a student who is here; what is changed stays out."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import psycopg
import pytest

from fileroom.collection.imports.report import Report
from fileroom.screening.opening.identify import EICAR
from tests.collection.conftest import Import, Rows
from tests.collection.oneroster_bundles import Roster, zip_of
from tests.conftest import AT

Bring = Callable[..., Report]
U1, U2 = "1234567890", "2345678901"
HEAD = "student,item,file,date\n"
CLEAN = "Amal read aloud to the class and did well.\n"
NUMBER = "Student's Social Security Number: 518-22-4471\n"


def bag(index: str, documents: dict[str, str | bytes]) -> dict[str, bytes]:
    """A bag of these documents, as RFC 8493 has it."""
    payload = {f"data/{name}": it.encode() if isinstance(it, str) else it for name, it in documents.items()}
    payload["data/index.csv"] = index.encode()
    manifest = "".join(f"{hashlib.sha256(body).hexdigest()}  {path}\n" for path, body in payload.items())
    return {
        **payload,
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": b"Source-Organization: Mesa Verde Unified\n",
        "manifest-sha256.txt": manifest.encode(),
    }


@pytest.fixture
def send(bring: Import, tmp_path: Path) -> Bring:
    """Import a packet of these files, as a folder or a zip; the district has the students of a small roster."""
    from fileroom.collection.transfers.services import import_transfer
    from fileroom.ledger.services import Actor

    roster = Roster()
    roster.row("users", "u2")["userIds"] = "{SSID:2345678901}"
    bring(roster)
    made = 0

    def send(files: dict[str, bytes], *, zipped: bool = False, days: int = 0, **options: Any) -> Report:
        nonlocal made
        made += 1
        path = tmp_path / f"packet-{made}"
        if zipped:
            path.write_bytes(zip_of(dict(files)))
        else:
            for name, body in files.items():
                (path / name).parent.mkdir(parents=True, exist_ok=True)
                (path / name).write_bytes(body)
        return import_transfer(path, by=Actor(None, "system", "cli"), at=AT + timedelta(days=days), **options)

    return send


def brought(path: Path) -> Report:
    """Import what lies there."""
    from fileroom.collection.transfers.services import import_transfer
    from fileroom.ledger.services import Actor

    return import_transfer(path, by=Actor(None, "system", "cli"), at=AT)


def codes(report: Report) -> list[tuple[int, str, str]]:
    return [(it.row, it.column, it.code) for it in report.tally.problems]


def filed(rows: Rows) -> list[tuple[Any, ...]]:
    return rows(
        "SELECT s.source_id, r.item, r.dated_on FROM records_record r JOIN people_student s ON s.id = r.student_id "
        "JOIN records_version v ON v.record_id = r.id WHERE v.form = 'document' ORDER BY 2, 1"
    )


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("inside", ["", "Okafor packet/"])
def test_a_bag_is_filed_under_its_items_and_its_receipt_is_in_the_student_s_log(
    send: Bring, rows: Rows, zipped: bool, inside: str
) -> None:
    index = f"{HEAD}{U1},test_results,a/one.txt,2025-05-01\n{U1},Health information,two.txt,2024-09-02\n"
    files = {f"{inside}{name}": body for name, body in bag(index, {"a/one.txt": CLEAN, "two.txt": CLEAN * 2}).items()}
    report = send(files, zipped=zipped, requested_on=date(2026, 10, 1))
    assert codes(report) == []
    assert filed(rows) == [("u1", "health", date(2024, 9, 2)), ("u1", "test_results", date(2025, 5, 1))]
    assert rows(
        "SELECT s.source_id, e.purpose, e.outcome FROM ledger_event e JOIN people_student s ON s.id = e.student "
        "WHERE act = 'transfer:received'"
    ) == [("u1", "enrolment_transfer", "requested:2026-10-01")]
    said = {it.code: it.says for it in report.tally.remarks}
    assert "Mesa Verde Unified" in said["sender"]
    assert "49068" in said["owed"] and "no_manifest" not in said


def test_what_was_changed_on_the_way_or_is_not_there_is_set_aside_and_the_rest_filed(send: Bring, rows: Rows) -> None:
    index = f"{HEAD}{U1},test_results,one.txt,2025-05-01\n{U1},test_results,two.txt,2025-05-02\n"
    index += f"{U1},health,three.txt,2025-05-03\n"
    files = bag(index, {"one.txt": CLEAN, "two.txt": CLEAN * 2, "three.txt": CLEAN})
    files["data/one.txt"] = b"Amal read aloud to the class and did badly.\n"
    del files["data/three.txt"]
    report = send(files)
    assert codes(report) == [(2, "file", "changed_on_the_way"), (4, "file", "missing_file")]
    assert [it[2] for it in filed(rows)] == [date(2025, 5, 2)]
    assert "missing_file" in {it.code for it in report.tally.remarks}


def test_a_changed_index_lets_nothing_in(send: Bring, rows: Rows) -> None:
    files = bag(f"{HEAD}{U1},test_results,one.txt,2025-05-01\n", {"one.txt": CLEAN})
    files["data/index.csv"] = f"{HEAD}{U2},test_results,one.txt,2025-05-01\n".encode()
    report = send(files)
    assert not report.whole and filed(rows) == []


@pytest.mark.parametrize(("gone", "code"), [((), "two_indexes"), (("data/index.csv",), "no_index_proof")])
def test_an_index_that_no_manifest_speaks_of_lets_nothing_in(
    send: Bring, rows: Rows, gone: tuple[str, ...], code: str
) -> None:
    files = bag(f"{HEAD}{U1},test_results,one.txt,2025-05-01\n", {"one.txt": CLEAN})
    files["index.csv"] = f"{HEAD}{U2},test_results,one.txt,2025-05-01\n".encode()
    report = send({name: it for name, it in files.items() if name not in gone})
    assert [it.code for it in report.tally.problems] == [code] and filed(rows) == []


def test_a_manifest_of_odd_letters_and_a_zip_that_is_torn_are_said_and_break_nothing(
    send: Bring, rows: Rows, tmp_path: Path
) -> None:
    files = bag(f"{HEAD}{U1},test_results,one.txt,2025-05-01\n", {"one.txt": CLEAN})
    odd = files["manifest-sha256.txt"].decode().splitlines()
    files["manifest-sha256.txt"] = "\n".join([f"\u00e9{odd[0][1:]}", *odd[1:]]).encode()
    assert codes(send(files)) == [(2, "file", "changed_on_the_way")]
    whole = zip_of({"index.csv": HEAD.encode(), "n.txt": b"x"})
    flagged = bytearray(whole.replace(b"n.txt", b"\xff.txt"))
    for place in (at for at in range(len(flagged)) if flagged[at : at + 4] == b"PK\x01\x02"):
        flagged[place + 9] |= 0x08
    for body in (bytes(flagged), whole.replace(b"PK\x01\x02\x14", b"PK\x01\x02\x63").replace(b"\x14\x00", b"\x63\x00")):
        (tmp_path / "odd.zip").write_bytes(body)
        report = brought(tmp_path / "odd.zip")
        assert [it.code for it in report.tally.problems] == ["not_a_packet"]


def test_the_entry_of_what_is_not_filed_says_that_it_came_with_a_transfer(send: Bring, rows: Rows) -> None:
    index = f"{HEAD}{U1},test_results,harm.txt,2025-05-01\n{U1},test_results,number.txt,2025-05-01\n"
    send(bag(index, {"harm.txt": EICAR, "number.txt": NUMBER}))
    acts = "('collection:refused', 'quarantine:held', 'transfer:received')"
    assert rows(f"SELECT act, purpose FROM ledger_event WHERE act IN {acts} ORDER BY 1") == [
        ("collection:refused", "enrolment_transfer"),
        ("quarantine:held", "enrolment_transfer"),
        ("transfer:received", "enrolment_transfer"),
    ]


@pytest.mark.usefixtures("district")
def test_a_member_that_is_packed_badly_is_said_to_be_unreadable(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "odd.zip", "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("index.csv", HEAD * 50)
    body = bytearray((tmp_path / "odd.zip").read_bytes())
    body[60:75] = bytes(15)
    (tmp_path / "odd.zip").write_bytes(body)
    assert [it.code for it in brought(tmp_path / "odd.zip").tally.problems] == ["unreadable"]


def test_two_files_of_one_name_in_a_zip_are_one_too_many(send: Bring, tmp_path: Path) -> None:
    with pytest.warns(UserWarning), zipfile.ZipFile(tmp_path / "twice.zip", "w") as archive:
        for of in (U1, U2):
            archive.writestr("index.csv", f"{HEAD}{of},health,one.txt,2025-05-01\n")
        archive.writestr("one.txt", CLEAN)
    assert [it.code for it in brought(tmp_path / "twice.zip").tally.problems] == ["member_twice"]


def test_a_packet_is_filed_by_the_ssid_alone_and_not_where_the_row_tells_of_another_child(
    send: Bring, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    owner.execute("UPDATE people_student SET source_id = '7777777777' WHERE source_id = 'u2'")
    report = send(bag(f"{HEAD}7777777777,health,one.txt,2025-05-01\n", {"one.txt": CLEAN}))
    assert codes(report) == [(2, "student", "no_such_student")], "another school's child, and the id of one here"
    row = f"{U1},health,one.txt,2025-05-01"
    index = f"student,item,file,date,Birth date,Last name\n{row},1999-01-01,\n{row},,Smith\n{row},soon,\n"
    report = send(bag(index, {"one.txt": CLEAN}))
    assert codes(report) == [
        (2, "born", "another_birth_date"), (3, "last name", "another_name"), (4, "born", "impossible_date"),
    ]  # fmt: skip
    assert filed(rows) == []
    report = send(bag(f"student,item,file,date,Last name\n{row},Okafor\n", {"one.txt": CLEAN}))
    assert codes(report) == [] and len(filed(rows)) == 1


def test_what_the_law_keeps_out_is_held_back_by_name_of_its_law(send: Bring, rows: Rows) -> None:
    index = f"{HEAD}{U1},test_results,one.txt,2025-05-01\n{U1},health,two.txt,2025-05-02\n"
    report = send(bag(index, {"one.txt": NUMBER, "two.txt": CLEAN}))
    assert codes(report) == [(2, "file", "ssn_shape")]
    assert "49076.7" in report.tally.problems[0].says and "518-22" not in str(report.to_json())
    assert (report.tally.refused, report.written.held) == (1, 1)
    assert [it[1] for it in filed(rows)] == ["health"]
    assert rows("SELECT road, state FROM records_quarantined") == [("import", "held")]


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        ("9999999999,test_results,one.txt,2025-05-01", "student", "no_such_student"),
        ("u1,test_results,one.txt,2025-05-01", "student", "no_ssid"),
        (f"{U1},court_order,one.txt,2025-05-01", "item", "order_in_packet"),
        (f"{U1},access_log,one.txt,2025-05-01", "item", "no_such_item"),
        (f"{U1},legal_name,one.txt,2025-05-01", "item", "item_has_a_form"),
        (f"{U1},test_results,../../index.csv,2025-05-01", "file", "outside"),
        (f"{U1},test_results,none.txt,2025-05-01", "file", "missing_file"),
        (f"{U1},test_results,one.txt,2099-05-01", "date", "impossible_date"),
        (f"{U1[:9]}\0,test_results,one.txt,2025-05-01", "student", "control_character"),
        (f"{U1},test_results,one\0.txt,2025-05-01", "file", "control_character"),
    ],
)
def test_a_fault_of_a_row_is_named_and_the_rest_is_filed(
    send: Bring, rows: Rows, row: str, column: str, code: str
) -> None:
    report = send(bag(f"{HEAD}{row}\n{U2},health,two.txt,2025-05-02\n", {"one.txt": CLEAN, "two.txt": CLEAN}))
    assert codes(report) == [(2, column, code)]
    assert [it[0] for it in filed(rows)] == ["u2"]


def test_a_plain_packet_is_taken_and_said_to_prove_nothing(send: Bring, rows: Rows) -> None:
    report = send({"index.csv": f"{HEAD}{U1},health,one.txt,2025-05-01\n".encode(), "one.txt": CLEAN.encode(),
                   "cover.txt": b"Dear registrar"})  # fmt: skip
    assert {it.code for it in report.tally.remarks} == {"no_manifest", "owed", "unlisted_file"}
    assert len(filed(rows)) == 1


@pytest.mark.parametrize("item", ["discipline", "behaviour_report"])
def test_records_of_discipline_that_came_are_told_to_the_teachers_filed_or_to_be_entered(
    send: Bring, item: str
) -> None:
    report = send(bag(f"{HEAD}{U1},{item},one.txt,2025-05-01\n", {"one.txt": CLEAN}), dry_run=True)
    owed = [it.says for it in report.tally.remarks if it.code == "owed"]
    assert len(owed) == 2 and any("48201" in it and "every teacher" in it for it in owed)


def test_a_dry_run_says_it_in_words_and_notes_nothing_and_the_same_again_files_nothing(send: Bring, rows: Rows) -> None:
    files = bag(f"{HEAD}{U1},health,one.txt,2025-05-01\n", {"one.txt": CLEAN})
    assert "1 document would be filed, sealed." in send(files, dry_run=True).in_words()
    assert filed(rows) == []
    assert rows("SELECT count(*) FROM ledger_event WHERE act = 'transfer:received'") == [(0,)]
    send(files)
    again = send(files, days=1)
    assert (again.written.new, again.written.unchanged) == (0, 1)
    assert rows("SELECT count(*) FROM ledger_event WHERE act = 'transfer:received'") == [(1,)]


RECEIVED = (
    "SELECT s.source_id, count(*) FROM ledger_event e JOIN people_student s ON s.id = e.student "
    "WHERE act = 'transfer:received' GROUP BY 1 ORDER BY 1"
)


def test_only_the_log_of_whom_something_new_came_has_the_receipt(send: Bring, rows: Rows) -> None:
    index = f"{HEAD}{U1},health,one.txt,2025-05-01\n{U2},health,two.exe,2025-05-01\n"
    send(bag(index, {"one.txt": CLEAN, "two.exe": b"\x00\x01"}))
    assert rows(RECEIVED) == [("u1", 1)], "of the other nothing was taken"
    index = f"{HEAD}{U1},health,one.txt,2025-05-01\n{U2},health,two.txt,2025-05-01\n"
    reports = [send(bag(index, {"one.txt": CLEAN, "two.txt": NUMBER}), days=days) for days in (1, 2)]
    assert rows(RECEIVED) == [("u1", 1), ("u2", 1)], "what waits is received once"
    assert "owed" not in {it.code for it in reports[1].tally.remarks}, "nothing new has come"
    assert "owed" in {it.code for it in reports[0].tally.remarks}


@pytest.mark.parametrize("files", [{"one.txt": b"x"}, {"bagit.txt": b"", "data/one.txt": b"x"}])
def test_what_has_no_index_is_no_packet(send: Bring, files: dict[str, bytes]) -> None:
    report = send(files)
    assert [it.code for it in report.tally.problems] == ["no_index"]


def test_a_zip_that_names_a_file_outside_itself_is_no_packet(send: Bring) -> None:
    report = send({"index.csv": HEAD.encode(), "../out.txt": b"x"}, zipped=True)
    assert [it.code for it in report.tally.problems] == ["bad_member_name"]
