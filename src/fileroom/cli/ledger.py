"""`fileroom ledger …`: verify, explain, checkpoint, proof, consistency, export, vectors (docs/ledger-formats.md).

Exit status: 0 good; 1 the ledger or a vector is bad; 3 the law refuses; 4 an argument, file or password is invalid;
5 there is no such thing.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.cli.progress import bar, shown
from fileroom.disclosure import ledger_desk, log
from fileroom.law import Purpose
from fileroom.ledger import services as ledger
from fileroom.people.answers import Refused
from fileroom.people.passwords import signed_in

if TYPE_CHECKING:
    from argparse import _SubParsersAction

BAD, REFUSED, INVALID, MISSING = 1, 3, 4, 5
SECOND = "A key was given out, so a second signature is awaited: another custodian's, or an administrator's."

# Whoever has the machine asks no law and has no account here: the ledger says so (docs/decisions/0031).
OPERATOR = ledger.Actor(None, "operator", "cli")
LONGEST_NOTE = 64 * 1024  # bytes; a signed checkpoint has a few hundred


def register(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add `ledger` and its subcommands. `vectors` sets needs_district=False: it touches no database."""
    parser = commands.add_parser("ledger", help="verify the log of every act, and prove what it holds")
    parser.set_defaults(run=run, needs_district=True)
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    verify = actions.add_parser("verify", help="walk the whole ledger and name the first bad entry")
    verify.add_argument("--checkpoint", type=Path, metavar="FILE", help="a checkpoint kept outside this installation")
    verify.add_argument("--json", action="store_true", help="the report as JSON")
    explain = actions.add_parser("explain", help="sign for entries that a stopped server or a restored backup lost")
    explain.add_argument("entries", nargs="+", metavar="ENTRY", help="the missing entry's id, as verify names it")
    explain.add_argument("--reason", required=True, choices=ledger_desk.reasons(), help="why it is missing")
    explain.add_argument("--by", required=True, metavar="SIGN_IN_NAME", help="who signs; the password is asked for")
    actions.add_parser("checkpoint", help="print the signed state of the log (a C2SP note)")
    proof = actions.add_parser("proof", help="prove that one entry is in the log")
    proof.add_argument("entry", metavar="ENTRY", help="the entry's id")
    consistency = actions.add_parser("consistency", help="prove that the log only grew between two sizes")
    consistency.add_argument("old", type=int, metavar="FROM")
    consistency.add_argument("new", type=int, metavar="TO")
    export = actions.add_parser("export", help="a student's bundle, for fileroom-verify")
    export.add_argument("--student", required=True, metavar="ID")
    purposes = [it.value for it in Purpose]
    export.add_argument("--purpose", choices=purposes, default=Purpose.NONE_STATED.value, help="what for; it is noted")
    export.add_argument("--since", type=int, metavar="SIZE", help="prove that the log continues the one of this size")
    vectors = actions.add_parser("vectors", help="run RFC 6962 test vectors")
    vectors.add_argument("file", type=Path, metavar="FILE")
    vectors.set_defaults(needs_district=False)


def run(args: Namespace) -> int:
    """Carry out one subcommand inside the district being served; returns the exit status."""
    try:
        return ACTIONS[args.action](args)
    except ledger.Inconsistent as error:
        return _failed(error, BAD)
    except ledger.Missing as error:
        return _failed(error, MISSING)
    except FileNotFoundError as error:
        return _failed(f"There is no file at {error.filename}.", MISSING)
    except ValidationError as error:
        return _failed(" ".join(error.messages), INVALID)
    except (ledger.BadNote, ledger.BadVectors, UnicodeDecodeError, IsADirectoryError) as error:
        return _failed(error, INVALID)


class _NotAnId(ledger.BadNote):
    """The argument is not an id."""


def _failed(says: object, status: int) -> int:
    print(says, file=sys.stderr)
    return status


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise _NotAnId(f"{text!r} is not an id (32 hex digits).") from None


def _brought_up_to_date() -> datetime:
    """Number what is waiting (the server does so every second; without one, this command does); the time."""
    at = datetime.now(UTC)
    ledger.sequence(at=at)
    return at


def _print_json(value: object) -> int:
    print(json.dumps(value, indent=1))
    return 0


def _note(path: Path) -> str:
    """A checkpoint kept in a file; of a longer one the beginning, which is none."""
    with path.open("rb") as file:
        return file.read(LONGEST_NOTE).decode()


def _verify(args: Namespace) -> int:
    outside = _note(args.checkpoint) if args.checkpoint else None
    with shown() as show:
        report = ledger_desk.walk(
            checkpoint=outside, progress=lambda walked, of: show(bar(walked, of, "entries walked"))
        )
    if args.json:
        _print_json(report.to_json())
    else:
        _say(report)
    event = ledger.event(
        ledger.Act.LEDGER_CHECKED, by=OPERATOR, outcome=ledger_desk.found_in(report), at=datetime.now(UTC)
    )
    ledger.write(event)
    return 0 if report.ok else BAD


def _say(report: ledger.Report) -> None:
    if report.ok:
        print(f"The ledger is whole: {report.entries} entries, {report.checkpoints} checkpoints, all signed.")
    else:
        print("The ledger is NOT whole.")
    for found in report.findings:
        where = " ".join(filter(None, (found.log, "" if found.position is None else f"position {found.position}")))
        entry = f"entry {found.entry}" if found.entry else ""
        print(f"  {found.fault}: {', '.join(filter(None, (where, entry)))}: {found.says}")
    if report.unlisted:
        print(f"  … and {report.unlisted} more of the same kinds.")
    if report.explained:
        print(f"{len(report.explained)} entries are missing and explained:")
    for it in report.explained:
        both = f"accounts {it.account} and {it.second_account}" if it.second_account else f"account {it.account}"
        print(f"  entry {it.gap.entry}: {it.reason}, signed for by {both} on {it.at:%Y-%m-%d}.")
    if report.cancelled_with_key:
        print(f"{report.cancelled_with_key} receipts gave a key out and were cancelled when the act failed.")
    print(f"{report.pending} entries wait for their number; {report.receipts} receipts compared.")


def _explain(args: Namespace) -> int:
    """Each entry by itself: one that is no gap stops the rest, and what was signed for before it stays so."""
    gaps, at = [_id(entry) for entry in args.entries], datetime.now(UTC)
    by = signed_in(args.by, getpass(f"Password of {args.by}: "), door="cli", at=at)
    if by is None:
        return _failed("This name and this password open no account.", INVALID)
    for gap in gaps:
        answer = ledger_desk.explain(gap, reason=args.reason, by=by, at=at)
        if isinstance(answer, Refused):
            return _failed(f"{answer.decision.says} ({answer.decision.because[0].citation})", REFUSED)
        if answer.awaits_second:
            print(f"You have signed for entry {gap}: {args.reason}. Your signature is entry {answer.entry}. {SECOND}")
        else:
            print(f"Entry {gap} is explained: {args.reason}. The explanation is entry {answer.entry}.")
    return 0


def _checkpoint(args: Namespace) -> int:
    _brought_up_to_date()
    print(ledger.checkpoint(), end="")
    return 0


def _proof(args: Namespace) -> int:
    """The proof of one entry, first noted in the log that holds it: of a sealed one nothing open tells."""
    entry = _id(args.entry)
    at = _brought_up_to_date()
    found = ledger.proof(entry)
    exported, sealed = ledger.Act.LOG_EXPORTED, found["log"] != "open"
    ledger.write(ledger.event(exported, record=entry, part="proof", by=OPERATOR, at=at, sealed=sealed))
    return _print_json(found)


def _consistency(args: Namespace) -> int:
    if not 0 < args.old <= args.new:
        return _failed("Say two sizes from 1 on, the smaller first.", INVALID)
    return _print_json(ledger.consistency(args.old, args.new))


def _export(args: Namespace) -> int:
    """The bundle up to now; that it was made, and what for, is an entry of its own, which the next bundle shows."""
    student, purpose = _id(args.student), Purpose(args.purpose)
    at = _brought_up_to_date()
    print(log.bundle_for_operator(student, since=args.since, by=OPERATOR, purpose=purpose, at=at))
    return 0


def _vectors(args: Namespace) -> int:
    report = ledger.vectors(args.file)
    print(f"{report.passed} passed, {len(report.failed)} failed")
    for name in report.failed:
        print(f"  {name}")
    return BAD if report.failed else 0


ACTIONS: dict[str, Callable[[Namespace], int]] = {
    "checkpoint": _checkpoint,
    "consistency": _consistency,
    "explain": _explain,
    "export": _export,
    "proof": _proof,
    "vectors": _vectors,
    "verify": _verify,
}
