"""Many texts or files, answered in their order by some processes at once, holding few at a time.

A process that ends over an item takes nothing else with it: what it had is asked again, one by one.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")
AHEAD = 3  # batches a process may have waiting


def files_of(paths: Iterable[Path]) -> Iterator[Path]:
    """Every file under these paths, folders walked by name, links to folders not followed."""
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def _walk(folder: Path) -> Iterator[Path]:
    """A folder that cannot be listed stands for itself: its answer says so."""
    try:
        with os.scandir(folder) as listed:
            entries = sorted(listed, key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        path = folder / entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(path)
        else:
            yield path


def batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of at most this many."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch


def answered(
    items: Iterable[Item],
    answer: Callable[[Item], Result],
    *,
    jobs: int,
    batch: int,
    lost: Callable[[Item], Result],
) -> Iterator[Result]:
    """The answer to each item, in order. `batch`: items handed over at a time. `lost`: where a process ended over it.

    `answer` and the items are handed to other processes where there is more than one job.
    """
    if jobs == 1:
        yield from map(answer, items)
        return
    pool, waiting = _pool(jobs), deque[tuple[list[Item], Future[list[Result]]]]()
    try:
        for these in batches(items, batch):
            pool = _submitted(pool, jobs, these, answer, waiting)
            if len(waiting) >= jobs * AHEAD:
                yield from _taken(*waiting.popleft(), answer, lost)
        while waiting:
            yield from _taken(*waiting.popleft(), answer, lost)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, multiprocessing.get_context("forkserver"))


def _submitted(
    pool: ProcessPoolExecutor,
    jobs: int,
    these: list[Item],
    answer: Callable[[Item], Result],
    waiting: deque[tuple[list[Item], Future[list[Result]]]],
) -> ProcessPoolExecutor:
    """Hand a batch to the pool; to a new one, where the old is broken. Returns the pool that has it."""
    try:
        waiting.append((these, pool.submit(_each, answer, these)))
    except BrokenProcessPool:
        pool = _pool(jobs)
        waiting.append((these, pool.submit(_each, answer, these)))
    return pool


def _each(answer: Callable[[Item], Result], these: list[Item]) -> list[Result]:
    return [answer(each) for each in these]


def _taken(
    these: list[Item],
    future: Future[list[Result]],
    answer: Callable[[Item], Result],
    lost: Callable[[Item], Result],
) -> Iterator[Result]:
    try:
        yield from future.result()
    except BrokenProcessPool:
        for each in these:
            yield _alone(each, answer, lost)


def _alone(item: Item, answer: Callable[[Item], Result], lost: Callable[[Item], Result]) -> Result:
    with _pool(1) as pool:
        try:
            return pool.submit(answer, item).result()
        except BrokenProcessPool:
            return lost(item)
