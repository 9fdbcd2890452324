"""Many items by some processes: each answered once, in order, few held at a time, whatever becomes of a process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from fileroom.collection.many import AHEAD, answered, batches, files_of


def double(number: int) -> int:
    return number * 2


def fatal_at_seven(number: int) -> int:
    if number == 7:
        os._exit(9)
    return number * 2


def lost(number: int) -> int:
    return -number


def test_answers_come_in_the_order_of_the_items() -> None:
    for jobs in (1, 2):
        assert list(answered(range(25), double, jobs=jobs, batch=4, lost=lost)) == [number * 2 for number in range(25)]


def test_a_process_that_ends_over_an_item_takes_nothing_else_with_it() -> None:
    given = list(answered(range(12), fatal_at_seven, jobs=2, batch=3, lost=lost))
    assert given == [-7 if number == 7 else number * 2 for number in range(12)]


def test_no_more_is_read_than_the_processes_can_have_waiting() -> None:
    read = 0

    def items() -> Iterator[int]:
        nonlocal read
        for number in range(10_000):
            read += 1
            yield number

    answers = answered(items(), double, jobs=2, batch=5, lost=lost)
    assert next(answers) == 0
    assert read <= 2 * AHEAD * 5 + 5
    answers.close()  # type: ignore[attr-defined]


def test_batches_lose_nothing() -> None:
    assert list(batches(range(7), 3)) == [[0, 1, 2], [3, 4, 5], [6]]


def test_a_folder_is_walked_by_name_and_no_link_leads_out_of_it(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "secret.txt").write_text("x")
    root = tmp_path / "in"
    (root / "z").mkdir(parents=True)
    (root / "z" / "b.txt").write_text("x")
    (root / "a.txt").write_text("x")
    (root / "link").symlink_to(tmp_path / "out")
    (root / "loop").symlink_to(root)
    assert [path.relative_to(root).as_posix() for path in files_of([root])] == ["a.txt", "link", "loop", "z/b.txt"]


def test_a_file_that_is_named_stands_for_itself(tmp_path: Path) -> None:
    assert list(files_of([tmp_path / "nowhere"])) == [tmp_path / "nowhere"]
