"""Compiled phrases are read back from disk, and nothing is taken there that this user did not write whole."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import hyperscan
import pytest

from fileroom.screening import compiled

PHRASES = [(3, "apple"), (8, "pears?")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place to keep compiled phrases in."""
    monkeypatch.setenv("HOME", str(tmp_path))
    compiled.place().parent.mkdir(parents=True)
    return compiled.place()


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many phrases were compiled, each time they were."""
    compiled._machine()  # asked once, by a compilation
    times: list[int] = []
    honest = compiled._compiled

    def counted(phrases: list[compiled.Phrase], flags: int) -> hyperscan.Database:
        times.append(len(phrases))
        return honest(phrases, flags)

    monkeypatch.setattr(compiled, "_compiled", counted)
    return times


def found(text: bytes = b"an apple, two pears") -> list[tuple[int, int, int]]:
    made, out = compiled.database(PHRASES), []
    scratch = hyperscan.Scratch(made)
    made.scan(
        text, match_event_handler=lambda number, start, end, *_: out.append((number, start, end)), scratch=scratch
    )
    return out


def test_what_was_compiled_once_is_read_back_and_finds_the_same(folder: Path, compilations: list[int]) -> None:
    assert found() == found() == [(3, 3, 8), (8, 14, 18), (8, 14, 19)]
    assert compilations == [2]


def test_other_phrases_numbers_or_another_machine_have_a_key_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {compiled._key(it) for it in (PHRASES, PHRASES[:1], PHRASES[::-1], [(3, "apple"), (9, "pears?")])}
    monkeypatch.setattr(compiled, "_machine", lambda: "another")
    assert len({*keys, compiled._key(PHRASES)}) == 5


def test_the_folder_and_the_file_are_closed_to_all_others(folder: Path) -> None:
    found()
    (kept,) = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, kept.stat().st_mode & 0o777) == (0o700, 0o600)


def _torn(kept: Path) -> None:
    kept.write_bytes(kept.read_bytes()[:-100])


def _changed(kept: Path) -> None:
    body = bytearray(kept.read_bytes())
    body[len(body) // 2] ^= 1
    kept.write_bytes(body)


def _of_other_phrases(kept: Path) -> None:
    compiled.database([(3, "plum")])
    kept.write_bytes((kept.parent / compiled._key([(3, "plum")]).hex()).read_bytes())


def _no_database(kept: Path) -> None:
    body = b"not a database"
    kept.write_bytes(compiled.HEADER + compiled._key(PHRASES) + sha256(body).digest() + body)


def _open_to_others(kept: Path) -> None:
    kept.chmod(0o660)


def _a_link(kept: Path) -> None:
    kept.rename(kept.with_name("elsewhere"))
    kept.symlink_to(kept.with_name("elsewhere"))


def _empty(kept: Path) -> None:
    kept.write_bytes(b"")


def _a_folder(kept: Path) -> None:
    kept.unlink()
    kept.mkdir()


SPOILT = (_torn, _changed, _of_other_phrases, _no_database, _open_to_others, _a_link, _empty, _a_folder)


@pytest.mark.parametrize("spoil", SPOILT)
def test_what_is_torn_changed_or_foreign_is_compiled_anew(
    folder: Path, compilations: list[int], spoil: Callable[[Path], None]
) -> None:
    before = found()
    spoil(folder / compiled._key(PHRASES).hex())
    compilations.clear()
    assert found() == before and compilations == [2]


def test_a_folder_open_to_others_is_neither_read_nor_written(folder: Path, compilations: list[int]) -> None:
    found()
    folder.chmod(0o750)
    assert found() and compilations == [2, 2]


def test_a_file_of_another_user_is_not_read(
    folder: Path, compilations: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    found()
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert found() and compilations == [2, 2]


def test_where_nothing_can_be_kept_all_is_found_the_same(folder: Path, compilations: list[int]) -> None:
    folder.write_text("a file stands in the folder's place")
    assert found() == found() != [] and compilations == [2, 2]


def test_no_more_is_kept_than_a_few_word_lists_need(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "KEPT", 3)
    for word in ("one", "two", "three", "four", "five"):
        compiled.database([(1, word)])
    assert len(list(folder.iterdir())) == 3
