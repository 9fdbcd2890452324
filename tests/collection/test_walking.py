"""The walk of a sweep: every file once, the riskiest first, however many lie in one folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fileroom.collection.sweep import walking
from fileroom.collection.sweep.walking import ORDINARY, files_of, grade_of


def make(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x")


def walked(root: Path, *roots: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in files_of(roots or [root])]


def test_a_folder_is_walked_by_name_and_no_link_leads_out_of_it(tmp_path: Path) -> None:
    make(tmp_path, "out/secret.txt", "in/z/b.txt", "in/a.txt")
    root = tmp_path / "in"
    (root / "link").symlink_to(tmp_path / "out")
    (root / "loop").symlink_to(root)
    assert walked(root) == ["a.txt", "link", "loop", "z/b.txt"]


def test_a_file_that_is_named_stands_for_itself(tmp_path: Path) -> None:
    assert list(files_of([tmp_path / "nowhere"])) == [tmp_path / "nowhere"]


def test_the_riskiest_folders_come_first_with_all_that_lies_in_them(tmp_path: Path) -> None:
    make(tmp_path, "art/b.txt", "payroll/2009/a.txt", "payroll/2009/I-20/c.txt", "z/Visas/d.txt", "art/ssn list.csv")
    assert walked(tmp_path) == [
        "art/ssn list.csv", "payroll/2009/I-20/c.txt", "z/Visas/d.txt", "payroll/2009/a.txt", "art/b.txt",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "grade"),
    [
        ("SSN_list_2009.xlsx", 0), ("I20s", 0), ("form I-94 copies", 0), ("StudentVisas", 0), ("Inmigración", 0),
        ("Enrollment packets", 1), ("enrolment", 1), ("PAYROLL-2011", 1), ("W-4", 1), ("Matrícula", 1),
        ("Advisory board", ORDINARY), ("Class of 1994", ORDINARY), ("minutes", ORDINARY), ("rice", ORDINARY),
    ],
)  # fmt: skip
def test_a_name_says_how_soon_it_is_looked_into(name: str, grade: int) -> None:
    assert grade_of(name) == grade


def test_paths_that_lie_in_each_other_are_walked_once(tmp_path: Path) -> None:
    make(tmp_path, "a/b/c.txt", "d.txt")
    assert walked(tmp_path, tmp_path / "a" / "b", tmp_path, tmp_path / "a", tmp_path) == ["a/b/c.txt", "d.txt"]


def test_a_folder_too_large_to_hold_is_walked_in_order_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(walking, "RUN", 3)
    names = [f"{number:02}.txt" for number in range(20)] + ["line\nbreak", "n\udcff"]
    make(tmp_path, *names)
    assert walked(tmp_path) == sorted(names)


def test_folders_deeper_than_any_stack_are_walked(tmp_path: Path) -> None:
    deep = str(tmp_path)
    for _ in range(1100):
        deep += "/d"
        os.mkdir(deep)
    assert list(files_of([tmp_path])) == []
    while deep != str(tmp_path):  # what tidies up after a test is not so patient
        os.rmdir(deep)
        deep = os.path.dirname(deep)


def test_a_folder_that_cannot_be_listed_stands_for_itself_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.txt", "closed/b.txt", "visas/closed/c.txt")
    scandir = os.scandir

    def refused(folder: Path) -> object:
        if folder.name == "closed":
            raise PermissionError
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refused)
    assert walked(tmp_path) == ["closed", "visas/closed", "a.txt"]


def test_a_folder_that_fails_to_be_listed_once_is_told_of_whichever_time_that_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "misc/ssn cards.txt", "misc/loans.txt")
    for failing in (1, 2, 3):
        scandir = os.scandir
        tried: list[Path] = []

        def once(folder: Path, scandir=scandir, tried=tried, failing=failing) -> object:  # type: ignore[no-untyped-def]
            tried.extend([folder] if folder.name == "misc" else [])
            if len(tried) == failing and folder.name == "misc":
                raise OSError(116, "Stale file handle")
            return scandir(folder)

        with monkeypatch.context() as patch:
            patch.setattr(os, "scandir", once)
            assert walked(tmp_path).count("misc") == 1


@pytest.mark.parametrize(("before", "after"), [("zzz", "ssn zzz"), ("ssn", "zz old ones")])
@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_folder_that_is_renamed_while_the_walk_is_made_is_told_of_once(
    tmp_path: Path, before: str, after: str, at: int
) -> None:
    make(tmp_path, "ssn/a.txt", "enrollment/b.txt", "letters/c.txt", "zzz/d.txt", "zzz/far/e.txt")
    walk = files_of([tmp_path])
    told = [next(walk) for _ in range(at)]
    (tmp_path / before).rename(tmp_path / after)
    told += list(walk)
    assert sorted(path.name for path in told if path.suffix) == ["a.txt", "b.txt", "c.txt", "d.txt", "e.txt"]


def test_two_names_of_one_file_are_two_files(tmp_path: Path) -> None:
    make(tmp_path, "a/x.txt", "b/y.txt")
    os.link(tmp_path / "a/x.txt", tmp_path / "b/x.txt")
    assert walked(tmp_path) == ["a/x.txt", "b/x.txt", "b/y.txt"]


def test_a_file_in_a_folder_that_is_numbered_as_one_deleted_meanwhile_was_is_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a/form.txt", "b/o.txt")
    monkeypatch.setattr(walking, "_which", lambda folder: "44 7")
    told = []
    for path in files_of([tmp_path]):
        told.append(path.relative_to(tmp_path).as_posix())
        if told == ["a/form.txt"]:
            path.unlink()
            path.parent.rmdir()
            make(tmp_path, "z/form.txt")
    assert told == ["a/form.txt", "b/o.txt", "z/form.txt"]


def test_where_the_system_numbers_no_folder_it_is_known_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a/form.txt", "b/form.txt", "c/form.txt")
    stat = Path.stat

    def numberless(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        about = stat(path, follow_symlinks=follow_symlinks)
        return os.stat_result((about.st_mode, 0, *about[2:]))

    monkeypatch.setattr(Path, "stat", numberless)
    assert walked(tmp_path) == ["a/form.txt", "b/form.txt", "c/form.txt"]
