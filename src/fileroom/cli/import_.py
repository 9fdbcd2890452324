"""`fileroom import FORMAT PATH [--dry-run] [--json]`: a roster, or an archive, comes in (contracts.md, import).

Exit status: 0 the bundle was taken (rows set aside are named); 4 it has faults, or nobody who is known brings it, and
nothing was written; 5 there is nothing at PATH.
"""

from __future__ import annotations

import json
import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from fileroom.cli.progress import bar, shown
from fileroom.collection.archive.services import import_documents
from fileroom.collection.cards.imports import import_cards
from fileroom.collection.choices.imports import import_choices
from fileroom.collection.edfi.services import import_edfi
from fileroom.collection.oneroster.services import import_bundle
from fileroom.collection.orders.imports import import_orders
from fileroom.collection.rosters.csv_services import import_mapped, import_sds
from fileroom.collection.schools.services import import_schools
from fileroom.collection.transcripts.services import import_transcripts
from fileroom.collection.transfers.services import import_transfer
from fileroom.law.days import district_day
from fileroom.ledger.services import Actor
from fileroom.people.passwords import signed_in
from fileroom.programmes.calendar.bringing import import_calendar
from fileroom.programmes.training.courses import Rhythm
from fileroom.programmes.training.imports import import_completions

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from fileroom.collection.imports.progress import Progress
    from fileroom.collection.imports.report import Report

INVALID, MISSING = 4, 5
SHOWN_EVERY_ROWS = 5000
ROSTERS = ("oneroster", "edfi", "sds", "csv")
HELP = {
    "oneroster": "a OneRoster 1.1 or 1.2 bundle: a folder or a zip",
    "edfi": "an Ed-Fi bundle of Data Standard 2 to 6, XML or JSON: a folder or a zip",
    "sds": "a School Data Sync bundle, v1 to v2.1, or a Clever-like folder of CSV: a folder or a zip",
    "csv": "a student information system's own CSV, by a map that says what each column is: a folder or a zip",
    "schools": "the state's list of public schools: of the district's own rows, codes and schools not here yet",
    "calendar": "a school year's breaks and closed days: a CSV with from, to, what, name",
    "training": "completed courses of another system: a CSV with employee_id or email, course, completed_on",
    "cards": "which children have a Safe at Home card: a CSV with student_id or ssid, and card (yes or no)",
    "choices": "what families have refused, from another system: a CSV with student_id or ssid, choice, chosen_on",
    "orders": "court orders that a list names: a CSV with student_id or ssid, restrained or contact_id, terms, paper",
    "transcripts": "marks, subjects and tests of students who are here, as another system sends them: JSON",
    "transfer": "a packet of another school: documents with an index.csv, in a folder, a zip or a bag (BagIt)",
    "documents": "a folder of documents, each screened, with an index that says whose each is and what",
}
AGREED_TO = ("choices", "orders")  # lists that one person brings, and another counts


def register(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add `import` and its formats."""
    parser = commands.add_parser("import", help="take in a roster or an archive, through the gate")
    parser.set_defaults(run=run, needs_district=True)
    formats = parser.add_subparsers(dest="format", required=True, metavar="FORMAT")
    for name, says in HELP.items():
        of = formats.add_parser(name, help=says)
        of.add_argument("path", type=Path, metavar="PATH")
        if name == "csv":
            of.add_argument("--map", type=Path, required=True, metavar="MAP.toml", help="which column is which fact")
        if name == "documents":
            of.add_argument("--index", type=Path, required=True, metavar="INDEX.csv", help="student, item, file, date")
        if name == "schools":
            says = "county and district code, 7 digits; unless given, that of the schools here. May be repeated"
            of.add_argument(
                "--district-code", action="append", type=_district_code, default=[], metavar="CODE", help=says
            )
        if name == "transfer":
            says = "the day on which this school asked for it (Ed. Code 49068)"
            of.add_argument("--requested", type=_day, metavar="DATE", help=says)
        if name in AGREED_TO:
            says = "your sign-in name, whose password is asked for: somebody else counts the list and agrees to it"
            of.add_argument("--by", metavar="NAME", default="", help=says)
        if name in ROSTERS:
            says = "the sender was asked: people's ids that could be Social Security numbers are the sender's own"
            of.add_argument("--ids-are-no-ssn", action="store_true", help=says)
        of.add_argument("--dry-run", action="store_true", help="say what would change, and write nothing")
        of.add_argument("--json", action="store_true", help="the report as JSON")


def run(args: Namespace) -> int:
    """Import into the district being served; returns the exit status."""
    take: dict[str, Callable[..., Report]] = {"oneroster": import_bundle, "edfi": import_edfi, "sds": import_sds}
    take |= {
        "transcripts": import_transcripts,
        "choices": import_choices,
        "orders": import_orders,
        "cards": import_cards,
        "calendar": import_calendar,
    }
    if args.format == "csv":
        take["csv"] = partial(import_mapped, map_file=args.map)
    elif args.format == "schools":
        take["schools"] = partial(import_schools, districts=args.district_code)
    elif args.format == "training":
        rhythm = Rhythm(settings.TRAINING_DAYS, settings.TRAINING_MONTHS)
        take["training"] = partial(import_completions, rhythm=rhythm)
    elif args.format == "transfer":
        take["transfer"] = partial(import_transfer, requested_on=args.requested)
    elif args.format == "documents":
        take["documents"] = partial(import_documents, index=args.index)
    if args.format in ROSTERS:
        take[args.format] = partial(take[args.format], ids_are_no_ssn=args.ids_are_no_ssn)
    by: Actor | None = Actor(account=None, role="system", door="cli")
    if args.format in AGREED_TO and not args.dry_run:
        by = _whoever_brings(args.by)
    if by is None:
        return INVALID
    try:
        with shown() as show:
            report = take[args.format](
                args.path, by=by, at=datetime.now(UTC), dry_run=args.dry_run, progress=_counting(show)
            )
    except FileNotFoundError as error:
        print(
            f"There is nothing at {error.args[0] if isinstance(error.args[0], Path) else args.path}.", file=sys.stderr
        )
        return MISSING
    if args.json:
        print(json.dumps(report.to_json(), ensure_ascii=False))
    else:
        print(report.in_words())
    return 0 if report.whole else INVALID


def _whoever_brings(name: str) -> Actor | None:
    """Whoever brings a list that another agrees to: an employee, who signs in here. None: it was nobody."""
    if not name:
        print("Say who brings it: --by, with your sign-in name. Somebody else agrees to the list.", file=sys.stderr)
        return None
    by = signed_in(name, getpass(f"Password of {name}: "), door="cli", at=datetime.now(UTC))
    if by is None or by.account.employee_id is None:
        print("This name and this password open no account of an employee.", file=sys.stderr)
        return None
    return by.acting_as("employee")


def _district_code(given: str) -> str:
    if not re.fullmatch(r"[0-9]{7}", given):
        raise ArgumentTypeError("county and district code are 7 digits, leading zeros and all")
    return given


def _day(given: str) -> date:
    try:
        found = date.fromisoformat(given)
    except ValueError:
        raise ArgumentTypeError("a day is written YYYY-MM-DD") from None
    if found > district_day(datetime.now(UTC)):
        raise ArgumentTypeError("the day is still to come")
    return found


def _counting(show: Callable[[str], None]) -> Progress:
    """Rows looked at; each row is looked at more than once, to check the files and to keep it."""
    seen = told = 0

    def progress(rows: int) -> None:
        nonlocal seen, told
        seen += rows
        if seen - told >= SHOWN_EVERY_ROWS:
            told = seen
            show(bar(seen, 0, "rows looked at"))

    return progress
