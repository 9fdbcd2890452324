"""`fileroom incident scope`: whom and what an account, an address or an hour has reached, from the ledger.

Exit status: 0 counted; 4 an argument is invalid. The operator is asked no law; that it was counted is an entry.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, TextIO

from django.core.exceptions import ValidationError

from fileroom.hosting import district_transaction
from fileroom.law.days import PACIFIC
from fileroom.ledger import services as ledger
from fileroom.programmes.incidents.scope import Asked, Scope, reached, scope

if TYPE_CHECKING:
    from argparse import _SubParsersAction

INVALID = 4
OPERATOR = ledger.Actor(None, "operator", "cli")


def register(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add `incident` and its subcommand."""
    parser = commands.add_parser("incident", help="after a breach: whom and what was reached")
    parser.set_defaults(run=run, needs_district=True)
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    it = actions.add_parser("scope", help="students, records and classes that an account or an address has seen")
    it.add_argument("--account", action="append", default=[], metavar="NAME", help="a sign-in name; may be repeated")
    it.add_argument("--address", action="append", default=[], metavar="IP", help="a network address; may be repeated")
    when = "a day or a local time, like 2026-10-19 or 2026-10-19T14:30"
    it.add_argument("--from", dest="begun", required=True, metavar="TIME", help=when)
    it.add_argument("--to", dest="ended", required=True, metavar="TIME", help="until before it")
    it.add_argument("--json", action="store_true", help="with each student's id")


def run(args: Namespace) -> int:
    """Count, and tell."""
    try:
        begun, ended = _instant(args.begun), _instant(args.ended)
        by = OPERATOR
        asked, found = scope(tuple(args.account), tuple(args.address), begun, ended, by=by, at=datetime.now(UTC))
    except ValueError:
        return _invalid("Write --from and --to as a day or a local time, like 2026-10-19 or 2026-10-19T14:30.")
    except ValidationError as error:
        return _invalid(" ".join(error.messages))
    if args.json:
        _print_json(asked, found, sys.stdout)
    else:
        print(_told(found))
    return 0


def _invalid(says: str) -> int:
    print(f"fileroom: {says}", file=sys.stderr)
    return INVALID


def _instant(said: str) -> datetime:
    at = datetime.fromisoformat(said)
    return at if at.tzinfo else at.replace(tzinfo=PACIFIC)


def _print_json(asked: Asked, found: Scope, out: TextIO) -> None:
    """One object, written as it is read: the students are the last of it, and may be many."""
    head = json.dumps(_said(asked, found))
    out.write(f'{head[:-1]}, "reached": [')
    with district_transaction():
        for number, it in enumerate(reached(asked)):
            row = {
                "student": str(it.student), "shown": it.shown, "records": it.records,
                "first_at": it.first_at.isoformat(), "last_at": it.last_at.isoformat(),
            }  # fmt: skip
            out.write(f"{',' if number else ''}\n{json.dumps(row)}")
    out.write("]}\n")


def _said(asked: Asked, found: Scope) -> dict[str, Any]:
    return {
        "from": asked.begun_at.isoformat(), "to": asked.ended_at.isoformat(), "shown": found.shown,
        "students": found.students, "records": found.records, "accounts": found.accounts,
        "addresses": found.addresses, "in_vain": found.in_vain, "searches": found.searches,
        "listed": found.listed,
        "classes": [{"class": of, "item": item, "records": number} for (of, item), number in found.classes.items()],
        "hours": [{"at": it.at.isoformat(), "shown": it.shown, "students": it.students} for it in found.hours],
    }  # fmt: skip


def _told(found: Scope) -> str:
    lines = [
        f"{found.students:,} students, {found.records:,} records, shown by {found.shown:,} entries.",
        f"By {found.accounts:,} accounts, from {found.addresses:,} addresses. {found.in_vain:,} refusals and"
        f" {found.searches:,} searches beside. Somebody whom no entry keeps was named {found.listed:,} times, by"
        " searches, by lists and in words.",
    ]
    lines += [f"  {of}: {item}: {number:,} records" for (of, item), number in found.classes.items()]
    lines += [f"  {it.at:%Y-%m-%d %H}:00 UTC: {it.shown:,} entries, {it.students:,} students" for it in found.hours]
    return "\n".join(lines)
