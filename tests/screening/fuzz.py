"""Each parser of documents given changed files for some minutes: does one raise, crash, hang, or eat memory?

Twice: in a process without walls, where nothing catches what a parser raises and a crash is the process's; and in the
worker behind its walls, as documents are opened. What is found lies under var/fuzz by parser, kind and number, and
`--again` gives one number once more. Exit status 1 where anything was found.

    script/fuzz [--minutes 1] [--parser NAME]… [--from NUMBER] [--again NUMBER]
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from unittest.mock import patch

from fileroom.screening.opening import extract, ocr
from fileroom.screening.opening.apart import Apart
from fileroom.screening.opening.extract import _open
from fileroom.screening.opening.opened import Opening
from fileroom.screening.parts import Limits, Outcome
from tests.screening.mutating import PARSERS, mutant

LIMITS = Limits(seconds=5, unpacked=32 << 20, characters=8_000_000, pixels=8_000_000, ocr_pages=0, memory=512 << 20)
HANGS_AFTER_S = 60.0  # of a clock that others use too; the reading itself is told to end after LIMITS.seconds
MOST_SECONDS_OF_WORK = 3 * LIMITS.seconds
MOST_KIB = 768 << 10  # above what the process had before
FAILED, BROKE = "failed (", "broke on it"  # as the reading, and the worker, say it of what should not have happened
FOUND = Path("var/fuzz")


@dataclass
class Heard:
    """What a parser came to: inputs by what became of them, and the numbers of those in which something is wrong."""

    inputs: int = 0
    wrong: list[tuple[str, int, str]] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)


def bare(parser: str, first: int, told: Connection) -> None:
    """In a process of its own: open one input after another, and tell of each before and after."""
    with patch.object(ocr, "engine", lambda: None):
        number = first
        while True:
            body = mutant(parser, number)
            told.send(number)
            Path("/proc/self/clear_refs").write_text("5")
            before, began = _peak_kib(), time.process_time()
            extracted = extract(body, "", LIMITS)
            wrong = ""
            if extracted.outcome is Outcome.QUARANTINE and FAILED in extracted.says:
                wrong = f"raised: {extracted.says}"
            elif time.process_time() - began > MOST_SECONDS_OF_WORK:
                wrong = f"slow: {time.process_time() - began:.0f} s"
            elif _peak_kib() - before > MOST_KIB:
                wrong = f"memory: {(_peak_kib() - before) >> 10} MiB"
            told.send((wrong, str(extracted.outcome)))
            number += 1


def _peak_kib() -> int:
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


def without_walls(parser: str, seconds: float, first: int) -> Heard:
    """Open inputs without walls until the time is up; after a crash or a hang go on with the next."""
    heard, until = Heard(), time.monotonic() + seconds
    while time.monotonic() < until:
        first = _some(parser, first, until, heard)
    return heard


def _some(parser: str, first: int, until: float, heard: Heard) -> int:
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=bare, args=(parser, first, theirs), daemon=True)
    process.start()
    theirs.close()
    number = first
    try:
        while time.monotonic() < until:
            if not ours.poll(HANGS_AFTER_S):
                heard.wrong.append(("hang", number, f"no answer in {HANGS_AFTER_S:.0f} s"))
                return number + 1
            said = ours.recv()
            if isinstance(said, int):
                number = said
                continue
            wrong, outcome = said
            heard.inputs += 1
            heard.outcomes[outcome] += 1
            if wrong:
                heard.wrong.append((wrong.partition(":")[0], number, wrong))
    except EOFError:
        process.join()
        heard.wrong.append(("crash", number, f"the process ended with {process.exitcode}"))
    finally:
        process.kill()
        process.join()
    return number + 1


def behind_walls(parser: str, seconds: float, first: int) -> Heard:
    """Open inputs as documents are opened, until the time is up."""
    heard, until = Heard(), time.monotonic() + seconds
    with Apart() as apart:
        while time.monotonic() < until:
            number = first + heard.inputs
            extracted = apart.extract(mutant(parser, number), "", LIMITS)
            heard.inputs += 1
            heard.outcomes[str(extracted.outcome)] += 1
            if extracted.outcome is Outcome.QUARANTINE and (BROKE in extracted.says or FAILED in extracted.says):
                heard.wrong.append(("walls", number, extracted.says))
    return heard


def said(parser: str, where: str, heard: Heard) -> Iterator[str]:
    """What to tell of it; each input in which something is wrong is kept."""
    outcomes = dict(heard.outcomes.most_common())
    yield f"{parser:9} {where:13} {heard.inputs:7,} inputs, {len(heard.wrong)} wrong; {outcomes}"
    for kind, number, words in heard.wrong:
        FOUND.mkdir(parents=True, exist_ok=True)
        (FOUND / f"{parser}-{kind}-{number}").write_bytes(mutant(parser, number))
        yield f"    {parser} {number}: {words}"


def main() -> int:
    """Fuzz, and say what was found."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=1.0, help="for each parser, half of them behind the walls")
    options.add_argument("--parser", choices=PARSERS, action="append")
    options.add_argument("--from", dest="first", type=int, default=0, metavar="NUMBER")
    options.add_argument("--again", type=int, metavar="NUMBER", help="one input, here, and let it raise")
    chosen = options.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if chosen.again is not None:
        return _again(chosen.parser[0], chosen.again)
    wrong = 0
    for parser in chosen.parser or PARSERS:
        for where, fuzz in (("without walls", without_walls), ("behind walls", behind_walls)):
            heard = fuzz(parser, chosen.minutes * 30, chosen.first)
            wrong += len(heard.wrong)
            print("\n".join(said(parser, where, heard)), flush=True)
    return int(wrong > 0)


def _again(parser: str, number: int) -> int:
    with patch.object(ocr, "engine", lambda: None):
        opened = Opening(LIMITS)
        _open(mutant(parser, number), "", opened)
        print(opened.extracted().outcome)
    return 0


if __name__ == "__main__":
    sys.exit(main())
