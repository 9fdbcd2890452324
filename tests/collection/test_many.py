"""Many items by some processes: each answered once, in order, few held at a time, whatever becomes of a process."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing

from fileroom.collection.crews import AHEAD, Here, Processes, crew_of
from fileroom.collection.many import answered, as_done, batches


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
        with closing(crew_of(jobs)) as crew:
            given = list(answered(range(25), double, crew, batch=4, lost=lost))
        assert given == [number * 2 for number in range(25)]


def test_a_process_that_ends_over_an_item_takes_nothing_else_with_it() -> None:
    with closing(Processes(2)) as crew:
        given = list(answered(range(12), fatal_at_seven, crew, batch=3, lost=lost))
    assert given == [-7 if number == 7 else number * 2 for number in range(12)]


def test_after_a_process_has_ended_the_others_go_on() -> None:
    with closing(Processes(2)) as crew:
        given = list(answered(range(60), fatal_at_seven, crew, batch=1, lost=lost))
    assert given == [-7 if number == 7 else number * 2 for number in range(60)]


def test_no_more_is_begun_than_the_crew_can_have_waiting() -> None:
    read = 0

    def items() -> Iterator[list[int]]:
        nonlocal read
        for number in range(10_000):
            read += 1
            yield [number]

    with closing(Processes(2)) as crew:
        answers = as_done(items(), double, crew, lost=lost)
        next(answers)
        assert read <= 2 * AHEAD
        answers.close()  # type: ignore[attr-defined]


def test_what_is_held_waits_for_one_to_be_done_and_an_empty_list_comes_back_at_once() -> None:
    lists = iter([[], [1], [], [2]])
    assert list(as_done(lists, double, Here(), lost=lost, held=lambda: True)) == [
        ([], []), ([1], [2]), ([], []), ([2], [4]),
    ]  # fmt: skip


def test_batches_lose_nothing() -> None:
    assert list(batches(range(7), 3)) == [[0, 1, 2], [3, 4, 5], [6]]
