"""Faults of a file: the whole bundle is refused, and every fault is named so that it can be mended at once."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from fileroom.collection.imports.faults import BundleRefused
from fileroom.collection.imports.report import Tally
from fileroom.collection.oneroster.layouts import Release
from fileroom.collection.oneroster.reading import read_bundle
from tests.collection.oneroster_bundles import Roster, zip_of

ON = date(2026, 10, 19)
ORGS = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n"


def tally_of(path: Path) -> Tally:
    """Read a bundle to its end."""
    with read_bundle(path, on=ON) as reading:
        for file in reading.taken():
            for _ in reading.rows(file):
                pass
        reading.refuse_the_rest()
        return reading.tally


def refusal_of(path: Path) -> BundleRefused:
    with pytest.raises(BundleRefused) as caught:
        tally_of(path)
    return caught.value


def codes(path: Path) -> set[tuple[str, str, str]]:
    """(file, column, code) of each fault of a file."""
    return {(p.file, p.column, p.code) for p in refusal_of(path).problems}


@pytest.mark.parametrize("release", list(Release))
def test_a_bundle_in_order_is_kept_row_by_row(tmp_path: Path, release: Release) -> None:
    tally = tally_of(Roster(release).folder(tmp_path))
    assert (tally.set_aside, tally.refused, tally.problems) == (0, 0, [])
    assert tally.kept == tally.read == (18 if release is Release.V1_1 else 22)


def test_a_folder_that_may_not_be_read_is_a_fault_of_the_bundle(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Roster().folder(tmp_path)

    def denied(_: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    assert codes(folder) == {("", "", "unreadable")}


def test_a_zip_is_read_as_a_folder_is_with_or_without_an_enclosing_folder(tmp_path: Path) -> None:
    plain = tally_of(Roster().zipped(tmp_path / "a.zip"))
    nested = tally_of(Roster().zipped(tmp_path / "b.zip", inside="export/"))
    Roster().folder(tmp_path / "outer" / "inner")
    assert plain == nested == tally_of(tmp_path / "outer")


def test_a_byte_order_mark_and_either_line_end_change_nothing(tmp_path: Path) -> None:
    roster = Roster()
    roster.line_end = "\r\n"
    roster.raw = {name: b"\xef\xbb\xbf" + body for name, body in roster.contents().items()}
    assert tally_of(roster.folder(tmp_path / "dos")) == tally_of(Roster().folder(tmp_path / "plain"))


def test_without_a_manifest_the_bundle_is_refused_as_release_1_0(tmp_path: Path) -> None:
    path = Roster().folder(tmp_path)
    (path / "manifest.csv").unlink()
    refusal = refusal_of(path)
    assert refusal.problems[0].code == "no_manifest"
    assert "1.0" in refusal.problems[0].says


@pytest.mark.parametrize("version", ["1.0", "2.0", ""])
def test_a_release_that_is_not_read_is_refused(tmp_path: Path, version: str) -> None:
    roster = Roster()
    roster.version = version
    assert {code for _, _, code in codes(roster.folder(tmp_path))} == {"unknown_release"}


def test_a_file_the_manifest_promises_must_be_there_and_one_it_denies_must_not(tmp_path: Path) -> None:
    roster = Roster()
    del roster.files["users"]
    roster.modes["demographics"] = "absent"
    assert codes(roster.folder(tmp_path)) >= {
        ("users.csv", "", "missing_file"),
        ("demographics.csv", "", "undeclared_file"),
    }


def test_whole_users_of_1_2_need_their_roles(tmp_path: Path) -> None:
    roster = Roster(Release.V1_2).without("roles")
    assert ("roles.csv", "", "missing_file") in codes(roster.folder(tmp_path))


def test_a_header_may_lack_no_required_column(tmp_path: Path) -> None:
    roster = Roster()
    roster.headers["users"].remove("familyName")
    roster.headers["classes"][3] = "heading"
    assert codes(roster.folder(tmp_path)) == {
        ("users.csv", "familyName", "missing_column"),
        ("classes.csv", "title", "missing_column"),
    }


@pytest.mark.parametrize(
    "first", [["s1", "", "", "true", "123-45-6789", "Duane", "Guerra"], ["Ana", "Torres", "2017-03-04"]]
)
def test_a_file_without_its_header_repeats_nothing_of_its_first_row(tmp_path: Path, first: list[str]) -> None:
    roster = Roster()
    roster.headers["users"] = first
    problems = [it for it in refusal_of(roster.folder(tmp_path)).problems if it.file == "users.csv"]
    assert [(it.row, it.column, it.code) for it in problems] == [(1, "", "no_header")]
    assert not any(cell in str(problems) for cell in first if len(cell) > 2)


def test_users_of_1_2_in_a_bundle_of_1_1_say_nobodys_role_and_refuse_it(tmp_path: Path) -> None:
    roster = Roster()
    roster.headers["users"] = Roster(Release.V1_2).headers["users"]
    assert ("users.csv", "userMasterIdentifier", "unknown_layout") in codes(roster.folder(tmp_path))


def test_columns_in_another_order_are_read_by_name_and_remarked_on(tmp_path: Path) -> None:
    roster = Roster()
    roster.headers["users"].reverse()
    tally = tally_of(roster.folder(tmp_path))
    assert tally.kept == tally.read
    assert [(r.file, r.code) for r in tally.remarks] == [("users.csv", "column_order")]


def test_an_id_borne_by_two_different_rows_refuses_the_bundle(tmp_path: Path) -> None:
    roster = Roster()
    roster.files["users"].append({**roster.row("users", "u2"), "givenName": "Another"})
    problem = refusal_of(roster.folder(tmp_path)).problems[0]
    assert (problem.file, problem.row, problem.column, problem.code) == ("users.csv", 6, "sourcedId", "duplicate_id")


def test_a_row_said_twice_word_for_word_is_taken_once(tmp_path: Path) -> None:
    roster = Roster()
    roster.files["enrollments"].append(dict(roster.row("enrollments", "e2")))
    tally = tally_of(roster.folder(tmp_path))
    assert [(p.file, p.row, p.code) for p in tally.problems] == [("enrollments.csv", 5, "repeated_row")]
    assert (tally.read, tally.kept, tally.set_aside) == (19, 18, 1)


def test_a_whole_file_cannot_say_tobedeleted(tmp_path: Path) -> None:
    roster = Roster()
    roster.row("users", "u2")["status"] = "tobedeleted"
    assert codes(roster.folder(tmp_path)) == {("users.csv", "status", "tobedeleted_in_bulk")}


def test_a_file_without_rows_is_refused_for_everybody_would_be_missing_from_it(tmp_path: Path) -> None:
    roster = Roster()
    roster.files["enrollments"] = []
    assert codes(roster.folder(tmp_path)) == {("enrollments.csv", "", "no_rows")}


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (f"{ORGS}D,,,Caf\u00e9\u0081,district,,".encode("latin-1"), "not_utf8"),
        (f"{ORGS}D,,,Caf\u00e9,district,,".encode("utf-16-le"), "not_utf8"),
        (f'{ORGS}D,,,"never closed\n'.encode(), "unreadable"),
        (f'{ORGS}D,,,"closed" too soon,district,,\n'.encode(), "unreadable"),
        (ORGS.encode() + b"x" * 2_000_000, "unreadable"),
    ],
)
def test_bytes_that_are_no_csv_of_utf_8_refuse_the_bundle(tmp_path: Path, body: bytes, code: str) -> None:
    roster = Roster()
    roster.raw["orgs.csv"] = body
    assert {found for file, _, found in codes(roster.folder(tmp_path)) if file == "orgs.csv"} == {code}


def test_a_refused_bundle_still_says_how_many_rows_it_had(tmp_path: Path) -> None:
    roster = Roster()
    roster.headers["users"].remove("familyName")
    assert refusal_of(roster.folder(tmp_path)).read == 18


@pytest.mark.parametrize("name", ["../evil.csv", "/etc/evil.csv", "a/../../evil.csv", "..\\evil.csv", "C:evil.csv"])
def test_a_zip_may_name_no_file_outside_itself(tmp_path: Path, name: str) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(zip_of({**Roster().contents(), name: b"x"}))
    assert {code for _, _, code in codes(path)} == {"bad_member_name"}


def test_a_zip_may_hold_no_link_and_no_bomb(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("orgs.csv")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "link.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
    bomb = tmp_path / "bomb.zip"
    bomb.write_bytes(zip_of({**Roster().contents(), "resources.csv": b"0" * 20_000_000}))
    assert {code for _, _, code in codes(path)} == {"link"}
    assert {code for _, _, code in codes(bomb)} == {"bomb"}


def test_what_is_neither_folder_nor_zip_is_no_bundle(tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(b"PK\x03\x04 and nothing more")
    assert {code for _, _, code in codes(path)} == {"not_a_bundle"}
    with pytest.raises(FileNotFoundError):
        tally_of(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("was", "is_"),
    [
        pytest.param("é.csv".encode(), b"\xff\xfe.csv", id="a name that is not in the letters it says"),
        pytest.param(b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\x63", id="packed by a version to come"),
    ],
)
def test_an_odd_directory_of_a_zip_is_no_bundle(tmp_path: Path, was: bytes, is_: bytes) -> None:
    body = zip_of({**Roster().contents(), "é.csv": b"x"})
    assert was in body
    path = tmp_path / "bundle.zip"
    path.write_bytes(body.replace(was, is_))
    assert {code for _, _, code in codes(path)} == {"not_a_bundle"}


def test_a_member_that_is_packed_another_way_and_damaged_refuses_the_bundle(tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        for name, body in Roster().contents().items():
            archive.writestr(name, body)
        start = archive.getinfo("users.csv").header_offset
    damaged = bytearray(path.read_bytes())
    damaged[start + 48 : start + 70] = b"\xff" * 22
    path.write_bytes(damaged)
    assert ("users.csv", "", "unreadable") in codes(path)


def test_a_damaged_member_refuses_the_bundle(tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, body in Roster().contents().items():
            archive.writestr(name, body)
    path.write_bytes(path.read_bytes().replace(b"Okafor", b"Okafxr"))
    assert ("users.csv", "", "unreadable") in codes(path)


def test_gradebook_files_are_counted_and_not_taken(tmp_path: Path) -> None:
    roster = Roster()
    roster.modes["categories"] = "bulk"
    roster.files["categories"] = [{"sourcedId": "K1", "title": "Homework"}, {"sourcedId": "K2", "title": "Quizzes"}]
    tally = tally_of(roster.folder(tmp_path))
    assert (tally.read, tally.kept, tally.refused) == (20, 18, 2)
    assert [(p.file, p.code) for p in tally.problems] == [("categories.csv", "file_not_taken")]


def test_a_file_that_changes_between_the_two_walks_is_not_the_file_that_was_checked(tmp_path: Path) -> None:
    path = Roster().folder(tmp_path)
    with read_bundle(path, on=ON) as reading:
        (path / "orgs.csv").write_bytes((path / "orgs.csv").read_bytes() + b"\nS9,,,New,school,,D")
        with pytest.raises(BundleRefused):
            list(reading.rows("orgs"))
