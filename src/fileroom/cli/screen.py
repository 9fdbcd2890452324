"""`fileroom screen`: what may not be collected, found in files, folders, or lines of JSON. No district, no database."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import partial
from itertools import chain
from pathlib import Path

from fileroom.cli import progress, sweeps
from fileroom.cli.pages import NotWritten
from fileroom.cli.screen_forms import run_forms
from fileroom.collection.answers import Answer, answer_line, given_up
from fileroom.collection.crews import OutOfReach, crew_of
from fileroom.collection.many import answered
from fileroom.collection.rulings import Scope
from fileroom.collection.sweep.journal import Another
from fileroom.collection.sweep.sweeping import Swept
from fileroom.collection.sweep.walking import files_of
from fileroom.law.days import district_day
from fileroom.law.exceptions import EXCEPTIONS, UnknownException, exception_named
from fileroom.law.takings import described
from fileroom.screening.opening import scanner

DONE, FOUND, UNEXAMINED, INVALID, MISSING = 0, 1, 2, 4, 5
LINES_AT_A_TIME = 50
SHOWN_EVERY_S = 0.2
UNKEPT = "Not kept: broken off, it begins anew. With --journal FILE it goes on from where it stopped.\n"


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `screen` to the command line."""
    parser = commands.add_parser(
        "screen",
        help="find what may not be collected, in files, folders or lines of JSON",
        description="Looks for Social Security numbers, immigration status and papers, and lists by origin, ethnicity"
        " or religion, both where they stand and where a form asks for them. Exit status: 0 nothing is held back ·"
        " 1 something found is blocked or for review · 2 nothing found, but not everything could be looked into, or no"
        " file lies there ·"
        " 4 an input is invalid · 5 a file is missing.",
    )
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help="files and folders; - is JSON lines on standard input; forms FOLDER-or-URL: a packet of blank forms"
        " (a folder of your own named forms is ./forms)",
    )
    parser.add_argument("--json", action="store_true", help="one JSON line a document")
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="processes at work at once")
    sweeps.register(parser)
    parser.add_argument("--declare", metavar="EXCEPTION", help="the lawful exception declared for all of it")
    parser.add_argument("--exceptions", action="store_true", help="list the exceptions and exactly what each covers")
    parser.set_defaults(run=run_screen)


def _jobs(given: str) -> int:
    if not given.isascii() or not given.isdigit() or not 1 <= int(given) <= 4 * (os.cpu_count() or 1):
        raise argparse.ArgumentTypeError(f"a number from 1 to {4 * (os.cpu_count() or 1)} is needed")
    return int(given)


def run_screen(args: argparse.Namespace) -> int:
    """Answer for every document. The exit status is the gravest of what was met."""
    today = district_day(datetime.now(UTC))
    if args.exceptions:
        return _list_exceptions(as_json=args.json)
    try:
        declared = exception_named(args.declare) if args.declare else None
    except UnknownException as error:
        return _unfit(f"--declare: {error}")
    try:
        scanner.use(os.environ.get(scanner.SETTING, ""))
    except ValueError as error:
        return _unfit(str(error))
    paths = args.paths or ([] if sys.stdin.isatty() else ["-"])
    if not paths:
        return _unfit("name a file or a folder, or - for JSON lines on standard input")
    if "-" in paths and len(paths) > 1:
        return _unfit("- stands alone: screen the files in a call of their own")
    scope = Scope(today, declared)
    try:
        if paths == ["-"]:
            return _told(_answers_to_lines(scope, args.jobs), as_json=True, of=0)
        if paths[0] == "forms" and len(paths) > 1:
            return run_forms(args, paths[1:], scope)
        return _swept(args, [Path(path) for path in paths], scope)
    except (Another, OutOfReach, NotWritten) as error:
        with suppress(OSError):
            sys.stdout.flush()
        return _unfit(str(error))


def _swept(args: argparse.Namespace, roots: list[Path], scope: Scope) -> int:
    of = sum(1 for _ in files_of(roots)) if sys.stderr.isatty() else 0
    with sweeps.sweeping(args, roots, scope) as (answers, note):
        if not args.journal and any(map(os.path.isdir, roots)):
            sys.stderr.write(UNKEPT)
        first = next(answers, None)
        if first is None:
            sys.stderr.write("No file lies there.\n")
            return UNEXAMINED
        return _told(chain((first,), answers), as_json=args.json, of=of, note=note)


def _unfit(says: str) -> int:
    sys.stderr.write(f"fileroom screen: {says}\n")
    return INVALID


def _answers_to_lines(scope: Scope, jobs: int) -> Iterator[Swept]:
    numbered = ((number, line) for number, line in enumerate(sys.stdin.buffer, 1) if line.strip())
    answer = partial(_answer_numbered, scope=scope)
    with closing(crew_of(jobs)) as crew:
        yield from map(Swept, answered(numbered, answer, crew, batch=LINES_AT_A_TIME, lost=_lost_line))


def _answer_numbered(item: tuple[int, bytes], scope: Scope) -> Answer:
    return answer_line(*item, scope)


def _lost_line(item: tuple[int, bytes]) -> Answer:
    return given_up(f"line {item[0]}")


def _told(
    answers: Iterator[Swept], *, as_json: bool, of: int, note: Callable[[Swept], None] = lambda swept: None
) -> int:
    """Write each answer as it comes, and say at the end how many there were of what. `note`: who else hears of it."""
    met: set[int] = set()
    began = shown = time.monotonic()
    held = number = before = 0
    with progress.shown() as show:
        for number, swept in enumerate(answers, 1):
            answer = swept.answer
            met.add(_status(answer))
            held += answer.found or answer.unexamined
            before += swept.before
            note(swept)
            _say(answer.text + "\n" if as_json else _in_words(answer))
            if time.monotonic() - shown > SHOWN_EVERY_S:
                _say()
                shown = time.monotonic()
                show(progress.bar(number, of, f"screened{_left(shown - began, number - before, of - before)}"))
    _say()
    if not as_json:
        sys.stderr.write(f"{number:,} screened, {held:,} held back.\n")
    return next(status for status in (INVALID, MISSING, FOUND, UNEXAMINED, DONE) if status in met | {DONE})


def _say(words: str = "") -> None:
    """Write some of the answers; without words, what waits. Raises NotWritten."""
    try:
        sys.stdout.write(words) if words else sys.stdout.flush()
    except BrokenPipeError:
        raise  # whoever reads the answers has heard enough
    except OSError as error:
        raise NotWritten(f"the answers cannot be written ({error.strerror}).") from None


def _left(spent_s: float, done: int, of: int) -> str:
    if done >= of or not done:
        return ""
    minutes = spent_s / done * (of - done) / 60
    return ", under a minute left" if minutes < 1 else f", about {minutes:,.0f} min left"


def _status(answer: Answer) -> int:
    if answer.error:
        return INVALID
    if answer.missing:
        return MISSING
    if answer.found:
        return FOUND
    return UNEXAMINED if answer.unexamined else DONE


def _in_words(answer: Answer) -> str:
    """A line for the document, and one for each thing found: what, where, by which law. Never the thing."""
    line = answer.line
    head = f"{line['decision']:<7} {line['outcome']:<10} {_printable(line['path'])}\n"
    says = f"        {_printable(line['says'])}\n" if line.get("says") else ""
    return head + says + "".join(_finding(it) for it in line["findings"])


def _finding(it: dict[str, object]) -> str:
    page = f"page {it['page']}" if it["page"] else ""
    place = ", ".join(filter(None, (page, str(it["where"] or "")))) or "text"
    does = "asked for" if it["mode"] == "solicit" else "present"
    what = f"{it['decision']}: {str(it['category']).replace('_', ' ')}, {does}"
    return f"        {what}; {_printable(place)}, characters {it['start']} to {it['end']}. {it['citation']}\n"


def _printable(text: str) -> str:
    """A name as it can stand on a terminal."""
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def _list_exceptions(*, as_json: bool) -> int:
    on = district_day(datetime.now(UTC))
    for each in EXCEPTIONS.values():
        row = described(each, on=on)
        if as_json:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
            continue
        sys.stdout.write(f"{row['exception']}  {row['form']}\n    {row['authority']}. {row['says']}\n")
        for cover in row["covers"]:
            digits = f", at most {cover['digits']} digits" if cover["digits"] else ""
            of = ", ".join(cover["whose"])
            sys.stdout.write(f"    {cover['decision']}: {cover['field']}{digits}; of: {of}\n")
    return DONE
