"""Many items, answered by a crew, holding few at a time: as they are done, or in their order.

A worker that ends over an item takes nothing else with it: what was at work meanwhile is asked again, one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from functools import partial
from itertools import islice
from typing import TypeVar

from fileroom.collection.crews import Crew, Ended

Item = TypeVar("Item")
Result = TypeVar("Result")
MOST_APART = 5_000  # answers held back because an earlier one is not there yet


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of at most this many."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def answered(
    items: Iterable[Item],
    answer: Callable[[Item], Result],
    crew: Crew,
    *,
    batch: int,
    lost: Callable[[Item], Result],
) -> Iterator[Result]:
    """The answer to each item, in order. `batch`: items handed over at a time; else as `as_done`."""
    early: dict[int, Result] = {}
    numbered = batches(enumerate(items), batch)
    after = partial(_after, answer=answer)
    due = 0
    for these, results in as_done(
        numbered, after, crew, lost=lambda item: lost(item[1]), held=lambda: len(early) > MOST_APART
    ):
        early.update(zip((number for number, _ in these), results, strict=True))
        while due in early:
            yield early.pop(due)
            due += 1


def _after(item: tuple[int, Item], answer: Callable[[Item], Result]) -> Result:
    return answer(item[1])


def as_done(
    lists: Iterable[list[Item]],
    answer: Callable[[Item], Result],
    crew: Crew,
    *,
    lost: Callable[[Item], Result],
    held: Callable[[], bool] = lambda: False,
) -> Iterator[tuple[list[Item], list[Result]]]:
    """Each list with the answers to it, as they are done. An empty list comes back at once.

    `answer` and the items may be handed to other processes. `lost`: the answer where a worker ended over an item.
    `held`: whether to wait with the next list until one is done.
    """
    waiting: dict[Future[list[Result]], list[Item]] = {}
    for these in lists:
        if these:
            waiting[crew.submit(_each, answer, these)] = these
        else:
            yield these, []
        while waiting and (len(waiting) >= crew.ahead or held()):
            yield from _taken(waiting, answer, crew, lost)
    while waiting:
        yield from _taken(waiting, answer, crew, lost)


def _each(answer: Callable[[Item], Result], these: list[Item]) -> list[Result]:
    return [answer(each) for each in these]


def _taken(
    waiting: dict[Future[list[Result]], list[Item]],
    answer: Callable[[Item], Result],
    crew: Crew,
    lost: Callable[[Item], Result],
) -> Iterator[tuple[list[Item], list[Result]]]:
    """What is done by now. After a worker's end all the rest is waited for, so that the suspects are alone."""
    done, _ = wait(waiting, timeout=crew.patience, return_when=FIRST_COMPLETED)
    if not done:
        crew.look_round()
    suspects: list[list[Item]] = []
    while done:
        for future in done:
            these = waiting.pop(future)
            try:
                yield these, crew.result(future)
            except Ended:
                suspects.append(these)
        done = _rest(waiting, crew) if suspects else set()
    for these in suspects:
        yield these, [_alone(each, answer, crew, lost) for each in these]


def _rest(waiting: dict[Future[list[Result]], list[Item]], crew: Crew) -> set[Future[list[Result]]]:
    while waiting:
        done, _ = wait(waiting, timeout=crew.patience, return_when=FIRST_COMPLETED)
        if done:
            return done
        crew.look_round()
    return set()


def _alone(item: Item, answer: Callable[[Item], Result], crew: Crew, lost: Callable[[Item], Result]) -> Result:
    try:
        return crew.alone(answer, item)
    except Ended:
        return lost(item)
