"""`fileroom decide` and `fileroom law …`: the law asked, printed, listed and proved. No district, no database."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import BinaryIO

from fileroom.law import Calendar, default_calendar
from fileroom.law.clocks import KINDS, ONCE, CannotCount, Due, due, shortest
from fileroom.law.days import BadCalendar, district_day, read_calendar
from fileroom.law.described import vocabulary
from fileroom.law.figures import EVERY_FIGURE
from fileroom.law.listing import resting_on_memory, rules_listed
from fileroom.law.streaming import answers

DONE, FOUND, INVALID, MISSING = 0, 1, 4, 5


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `decide` and `law` to the command line."""
    _decide_parser(commands.add_parser("decide", help="questions in, answers with their legal basis out"))
    law = commands.add_parser("law", help="the law book, its proofs, figures and due days")
    parts = law.add_subparsers(dest="part", required=True, metavar="PART")
    book = parts.add_parser("book", help="print the law book (Markdown)")
    book.add_argument("--out", type=Path, metavar="DIR", help="write the pages there")
    book.set_defaults(run=run_book)
    register = parts.add_parser("register", help="print the policy register (Markdown)")
    register.add_argument("--out", type=Path, metavar="DIR", help="write it there, as README.md")
    register.set_defaults(run=run_register)
    prove = parts.add_parser("prove", help="prove every theorem for all combinations of facts")
    prove.add_argument("--json", action="store_true")
    prove.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="under the law of this day")
    prove.set_defaults(run=run_prove)
    listed = parts.add_parser("list", help="list the rules, or what rests on memory")
    listed.add_argument(
        "--surety", choices=("memory",), help="only what nobody has read in a text, or leaves counsel a question"
    )
    listed.add_argument("--json", action="store_true")
    listed.set_defaults(run=run_list)
    figures = parts.add_parser("figures", help="every number the law sets")
    figures.add_argument("--json", action="store_true")
    figures.set_defaults(run=run_figures)
    cases = parts.add_parser("cases", help="find the cases in which each change of law changes an answer (a minute)")
    cases.add_argument("--out", type=Path, metavar="FILE", help="write them there; for src/fileroom/law/cases.json")
    cases.set_defaults(run=run_cases)
    _diff_parser(parts.add_parser("diff", help="what changes between two days of the law, in words and cases"))
    _due_parser(parts.add_parser("due", help="when something falls due"))


def _decide_parser(decide: argparse.ArgumentParser) -> None:
    decide.add_argument("file", nargs="?", default="-", metavar="FILE", help="JSON lines; - is standard input")
    decide.add_argument("--calendar", type=Path, metavar="FILE", help="the district's calendar; replaces the default")
    decide.add_argument("--vocabulary", action="store_true", help="print every fact and its allowed values")
    decide.set_defaults(run=run_decide)


def _diff_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="before", type=date.fromisoformat, required=True, metavar="DATE")
    parser.add_argument("--to", dest="after", type=date.fromisoformat, required=True, metavar="DATE")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=run_diff)


def _due_parser(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", nargs="*", metavar="KIND", help="several kinds at once: the shortest clock governs")
    parser.add_argument("--kinds", action="store_true", help="list the kinds")
    parser.add_argument("--received", action="append", default=[], metavar="DATE", help="what starts the clock")
    parser.add_argument("--born", type=date.fromisoformat, metavar="DATE", help="where an age ends the clock")
    parser.add_argument("--before", type=date.fromisoformat, metavar="DATE", help="the day of what must be preceded")
    parser.add_argument("--calendar", type=Path, metavar="FILE")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=run_due)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _complain(line: str) -> None:
    sys.stderr.write(line + "\n")


def _calendar(path: Path | None) -> Calendar:
    """The district's calendar. BadCalendar where the file is none; OSError where it is not there."""
    return default_calendar() if path is None else read_calendar(path.read_text("utf-8"))


@contextmanager
def _lines(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
    else:
        with Path(name).open("rb") as opened:
            yield opened


def run_decide(args: argparse.Namespace) -> int:
    """Answer every line. Exit 4 where a line, the calendar or the file cannot be read, 5 where a file is not there."""
    if args.vocabulary:
        _say(json.dumps(vocabulary(), ensure_ascii=False, indent=1))
        return DONE
    try:
        calendar = _calendar(args.calendar)
        with _lines(args.file) as lines:
            return _answer_all(lines, calendar)
    except (BadCalendar, UnicodeDecodeError) as error:
        _complain(f"{args.calendar}: {error}")
    except OSError as error:
        return _no_file(error)
    return INVALID


def _no_file(error: OSError) -> int:
    """Name the file that could not be opened. Whoever stops listening to us is another matter."""
    if isinstance(error, BrokenPipeError):
        raise error
    _complain(f"{error.filename}: {error.strerror}")
    return MISSING if isinstance(error, FileNotFoundError) else INVALID


def _answer_all(lines: BinaryIO, calendar: Calendar) -> int:
    """Each answer is written before the next question is read."""
    write, well = sys.stdout.write, True
    for text, read in answers(lines, calendar):
        write(text + "\n")
        well = well and read
    sys.stdout.flush()
    return DONE if well else INVALID


def run_register(args: argparse.Namespace) -> int:
    """Print the register, or write it under a folder."""
    from fileroom.law.policy import register_page  # it names the theorems

    if args.out is None:
        _say(register_page())
        return DONE
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "README.md").write_text(register_page(), "utf-8")
    return DONE


def run_book(args: argparse.Namespace) -> int:
    """Print the book, or write its pages under a folder."""
    from fileroom.law.lawbook import pages  # it names the theorems, and with them the solver

    for name, page in sorted(pages().items()):
        if args.out is None:
            _say(page)
            continue
        path = args.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, "utf-8")
    return DONE


def run_prove(args: argparse.Namespace) -> int:
    """Prove every theorem. Exit 1 where one fails."""
    from fileroom.law.cases import told
    from fileroom.law.theorems import prove  # the solver takes a second to load: only where it is asked for

    proofs = prove(args.on or district_day(datetime.now(UTC)))
    if args.json:
        _say(json.dumps([proof.to_json() for proof in proofs], ensure_ascii=False, indent=1))
    else:
        for proof in proofs:
            _say(f"{'proved' if proof.holds else 'FAILS '}  {proof.name}: {proof.sentence}")
            for line in proof.counterexample or ():
                _say(f"          {told(line)}")
    return DONE if all(proof.holds for proof in proofs) else FOUND


def run_diff(args: argparse.Namespace) -> int:
    """What the law of one day says otherwise than that of another."""
    from fileroom.law.changes import changes_of_the_law  # with it comes the solver

    found = list(changes_of_the_law(args.before, args.after))
    if args.json:
        _say(json.dumps([change.to_json() for change in found], ensure_ascii=False, indent=1))
    else:
        _say("\n".join(line for change in found for line in change.words()) or "Nothing begins or ends between them.")
    return DONE


def run_cases(args: argparse.Namespace) -> int:
    """Find the cases of each day on which the law changes, and print them or write them to a file."""
    from fileroom.law import cases  # with it comes the solver

    found = []
    for day in cases.days():
        _complain(day.isoformat())
        found += list(cases.of_day(day))
    text = json.dumps({"digest": cases.digest(), "changes": found}, ensure_ascii=False, indent=1)
    if args.out is None:
        _say(text)
    else:
        args.out.write_text(text + "\n", "utf-8")
    return DONE


def run_list(args: argparse.Namespace) -> int:
    """List rules, or everything that rests on memory."""
    if args.surety:
        rows = [{"kind": kind, "name": name, **cite.to_json()} for kind, name, cite in resting_on_memory()]
    else:
        rows = rules_listed()
    if args.json:
        _say(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for row in rows:
            _say(f"{row['kind']:<8} {row['name']}  {row['text']}  ({row['surety']}: {row['against']})")
    return DONE


def run_figures(args: argparse.Namespace) -> int:
    """Every number, with its unit, anchor, nature and source."""
    if args.json:
        _say(json.dumps([figure.to_json() for figure in EVERY_FIGURE.values()], ensure_ascii=False, indent=1))
    else:
        for figure in EVERY_FIGURE.values():
            _say(f"{figure.name}: {figure.within}, {figure.nature}, from {figure.anchor} ({figure.citation.text})")
    return DONE


def _received(text: str) -> date | datetime:
    try:
        return datetime.fromisoformat(text) if "T" in text or " " in text else date.fromisoformat(text)
    except ValueError as error:
        raise CannotCount(f"--received {text}: no day or local time like 2026-10-19T14:30 ({error})") from None


def _found(args: argparse.Namespace) -> Due:
    """The due day asked for, or the first of several. CannotCount where nothing starts a clock."""
    if not args.kind or not (args.received or args.before or args.born or set(args.kind) <= set(ONCE)):
        raise CannotCount("a kind and --received DATE are needed; --kinds lists the kinds")
    received, calendar = [_received(text) for text in args.received], _calendar(args.calendar)
    if len(args.kind) > 1:
        return shortest(args.kind, received, calendar, born=args.born, before=args.before)
    return due(args.kind[0], received, calendar, born=args.born, before=args.before)


def run_due(args: argparse.Namespace) -> int:
    """The due day of one kind. Exit 4 where it cannot be counted, 5 where the calendar is not there."""
    if args.kinds:
        _say(json.dumps(list(KINDS)) if args.json else "\n".join(KINDS))
        return DONE
    try:
        found = _found(args)
    except OSError as error:
        return _no_file(error)
    except (ValueError, OverflowError) as error:
        _complain(str(error))
        return INVALID
    if args.json:
        _say(json.dumps(found.to_json(), ensure_ascii=False))
    else:
        aim = (
            []
            if found.early_safe_on == found.on
            else [f"aim at {found.early_safe_on.isoformat()}, safe by any reading"]
        )
        _say("\n".join([*found.steps, *aim, f"due {found.on.isoformat()} ({found.citation})"]))
    return DONE
