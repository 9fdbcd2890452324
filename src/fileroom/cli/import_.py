"""`fileroom import FORMAT PATH [--dry-run] [--json]`: a roster, or an archive, comes in (contracts.md, import).

Exit status: 0 the bundle was taken (rows set aside are named); 4 it has faults and nothing was written; 5 there is
nothing at PATH.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from fileroom.cli.progress import bar, shown
from fileroom.collection.archive.services import import_documents
from fileroom.collection.edfi.services import import_edfi
from fileroom.collection.oneroster.services import import_bundle
from fileroom.collection.rosters.csv_services import import_mapped, import_sds
from fileroom.ledger.services import Actor

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
    "documents": "a folder of documents, each screened, with an index that says whose each is and what",
}


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
        if name in ROSTERS:
            says = "the sender was asked: people's ids that could be Social Security numbers are the sender's own"
            of.add_argument("--ids-are-no-ssn", action="store_true", help=says)
        of.add_argument("--dry-run", action="store_true", help="say what would change, and write nothing")
        of.add_argument("--json", action="store_true", help="the report as JSON")


def run(args: Namespace) -> int:
    """Import into the district being served; returns the exit status."""
    take: dict[str, Callable[..., Report]] = {"oneroster": import_bundle, "edfi": import_edfi, "sds": import_sds}
    if args.format == "csv":
        take["csv"] = partial(import_mapped, map_file=args.map)
    elif args.format == "documents":
        take["documents"] = partial(import_documents, index=args.index)
    if args.format in ROSTERS:
        take[args.format] = partial(take[args.format], ids_are_no_ssn=args.ids_are_no_ssn)
    by = Actor(account=None, role="system", door="cli")
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
