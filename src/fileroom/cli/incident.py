"""`fileroom incident scope`: whom and what an account, an address or an hour has reached, from the ledger; and
`fileroom incident essentials`: a school's sealed essential list as papers, when no page opens it.

Exit status: 0 done; 4 an argument is invalid; 5 no such list. The operator is asked no law; each act is an entry.
"""

from __future__ import annotations

import json
import os
import re
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from django.core.exceptions import ValidationError

from fileroom.cli.failing import failed
from fileroom.hosting import current_district, district_transaction
from fileroom.law.days import PACIFIC
from fileroom.ledger import services as ledger
from fileroom.letters import Letterhead
from fileroom.people.answers import Missing
from fileroom.programmes.incidents.scope import Asked, Exposed, Reached, Scope, exposed, reached, scope
from fileroom.programmes.incidents.tonight import open_at_the_server
from fileroom.programmes.tasks import site_of

if TYPE_CHECKING:
    from argparse import _SubParsersAction

INVALID, MISSING = 4, 5
NO_FILE_NAME = re.compile("[^0-9A-Za-z-]")
OPERATOR = ledger.Actor(None, "operator", "cli")


def register(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add `incident` and its subcommands."""
    parser = commands.add_parser("incident", help="after a breach: whom and what was reached")
    parser.set_defaults(needs_district=True)
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    it = actions.add_parser("scope", help="students, staff, records and classes that an account or an address has seen")
    it.add_argument("--account", action="append", default=[], metavar="NAME", help="a sign-in name; may be repeated")
    it.add_argument("--address", action="append", default=[], metavar="IP", help="a network address; may be repeated")
    when = "a day or a local time, like 2026-10-19 or 2026-10-19T14:30"
    it.add_argument("--from", dest="begun", required=True, metavar="TIME", help=when)
    it.add_argument("--to", dest="ended", required=True, metavar="TIME", help="until before it")
    it.add_argument("--json", action="store_true", help="with the id of each student and of each of the staff")
    it.set_defaults(run=run)
    it = actions.add_parser("essentials", help="last night's essential list of a school, to print")
    it.add_argument("--school", required=True, metavar="NAME", help="the school, as it is called here")
    it.add_argument("--to", required=True, type=Path, metavar="FOLDER", help="an empty folder for the papers")
    it.set_defaults(run=run_essentials)


def run(args: Namespace) -> int:
    """Count, and tell."""
    try:
        begun, ended = _instant(args.begun), _instant(args.ended)
        by = OPERATOR
        asked, found = scope(tuple(args.account), tuple(args.address), begun, ended, by=by, at=datetime.now(UTC))
    except ValueError:
        return failed("Write --from and --to as a day or a local time, like 2026-10-19 or 2026-10-19T14:30.", INVALID)
    except ValidationError as error:
        return failed(" ".join(error.messages), INVALID)
    if args.json:
        _print_json(asked, found, sys.stdout)
    else:
        print(_told(found))
    return 0


def run_essentials(args: Namespace) -> int:
    """Open the list, and write a paper for each grade, which nobody but the operator can read."""
    folder: Path = args.to
    if not folder.is_dir() or any(folder.iterdir()):
        return failed("Name an empty folder that is there with --to.", INVALID)
    name = current_district()
    site = site_of(name)
    head = Letterhead(site.district, site.telephone, f"{site.address}/check/")
    try:
        papers = open_at_the_server(args.school, head=head, by=OPERATOR, at=datetime.now(UTC))
    except Missing:
        return failed("No school of this name has a sealed list.", MISSING)
    files = [("00-orders-holds-clocks.pdf", papers.sheet)] if papers.sheet else []
    files += [
        (f"{number:02}-grade-{NO_FILE_NAME.sub('_', grade)}.pdf", pdf)
        for number, (grade, pdf) in enumerate(papers.grades, start=1)
    ]
    for file, pdf in files:
        with os.fdopen(os.open(folder / file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            out.write(pdf)
    print(f"{len(files)} papers. Print them, lock them away, and destroy the files.")
    if papers.amiss:
        print(f"fileroom: The sheet of orders, holds and clocks is not among them: {papers.amiss}", file=sys.stderr)
    return 0


def _instant(said: str) -> datetime:
    at = datetime.fromisoformat(said)
    return at if at.tzinfo else at.replace(tzinfo=PACIFIC)


def _print_json(asked: Asked, found: Scope, out: TextIO) -> None:
    """One object, written as it is read: the students are the last of it, and may be many."""
    head = json.dumps(_said(asked, found))
    out.write(f'{head[:-1]}, "staff_reached": [')
    with district_transaction():
        _write_rows(
            (
                {"employee": str(it.employee), "shown": it.shown, "used": it.used} | _when(it)
                for it in exposed(asked)
            ),
            out,
        )  # fmt: skip
        out.write('], "reached": [')
        _write_rows(
            (
                {"student": str(it.student), "shown": it.shown, "records": it.records} | _when(it)
                for it in reached(asked)
            ),
            out,
        )  # fmt: skip
    out.write("]}\n")


def _write_rows(rows: Iterable[dict[str, Any]], out: TextIO) -> None:
    for number, row in enumerate(rows):
        out.write(f"{',' if number else ''}\n{json.dumps(row)}")


def _when(it: Reached | Exposed) -> dict[str, str]:
    return {"first_at": it.first_at.isoformat(), "last_at": it.last_at.isoformat()}


def _said(asked: Asked, found: Scope) -> dict[str, Any]:
    return {
        "from": asked.begun_at.isoformat(), "to": asked.ended_at.isoformat(), "shown": found.shown,
        "students": found.students, "staff": found.staff, "records": found.records, "accounts": found.accounts,
        "addresses": found.addresses, "in_vain": found.in_vain, "searches": found.searches,
        "listed": found.listed,
        "classes": [{"class": of, "item": item, "records": number} for (of, item), number in found.classes.items()],
        "hours": [{"at": it.at.isoformat(), "shown": it.shown, "students": it.students} for it in found.hours],
    }  # fmt: skip


def _told(found: Scope) -> str:
    lines = [
        f"{found.students:,} students, {found.records:,} records, shown by {found.shown:,} entries.",
        f"{found.staff:,} of the staff: their own row was shown, or their account was used.",
        f"By {found.accounts:,} accounts, from {found.addresses:,} addresses. {found.in_vain:,} refusals and"
        f" {found.searches:,} searches beside. Somebody whom no entry keeps was named {found.listed:,} times, by"
        " searches, by lists and in words.",
    ]
    lines += [f"  {of}: {item}: {number:,} records" for (of, item), number in found.classes.items()]
    lines += [f"  {it.at:%Y-%m-%d %H}:00 UTC: {it.shown:,} entries, {it.students:,} students" for it in found.hours]
    return "\n".join(lines)
