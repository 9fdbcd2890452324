"""`fileroom import oneroster PATH [--dry-run] [--json]`: a roster comes in (contracts.md, import).

Exit status: 0 the bundle was taken (rows set aside are named); 4 it has faults and nothing was written; 5 there is
nothing at PATH.
"""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fileroom.cli.progress import bar, shown
from fileroom.collection.oneroster.services import import_bundle
from fileroom.ledger.services import Actor

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from fileroom.collection.imports.progress import Progress

INVALID, MISSING = 4, 5
SHOWN_EVERY_ROWS = 5000


def register(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add `import` and its formats."""
    parser = commands.add_parser("import", help="take in a roster, through the gate")
    parser.set_defaults(run=run, needs_district=True)
    formats = parser.add_subparsers(dest="format", required=True, metavar="FORMAT")
    oneroster = formats.add_parser("oneroster", help="a OneRoster 1.1 or 1.2 bundle: a folder or a zip")
    oneroster.add_argument("path", type=Path, metavar="PATH")
    oneroster.add_argument("--dry-run", action="store_true", help="say what would change, and write nothing")
    oneroster.add_argument("--json", action="store_true", help="the report as JSON")


def run(args: Namespace) -> int:
    """Import into the district being served; returns the exit status."""
    by = Actor(account=None, role="system", door="cli")
    try:
        with shown() as show:
            report = import_bundle(
                args.path, by=by, at=datetime.now(UTC), dry_run=args.dry_run, progress=_counting(show)
            )
    except FileNotFoundError:
        print(f"There is nothing at {args.path}.", file=sys.stderr)
        return MISSING
    if args.json:
        print(json.dumps(report.to_json(), ensure_ascii=False))
    else:
        print(report.in_words())
    return 0 if report.whole else INVALID


def _counting(show: Callable[[str], None]) -> Progress:
    """Rows looked at; each row is looked at twice, once to check the files and once to keep it."""
    seen = told = 0

    def progress(rows: int) -> None:
        nonlocal seen, told
        seen += rows
        if seen - told >= SHOWN_EVERY_ROWS:
            told = seen
            show(bar(seen, 0, "rows looked at"))

    return progress
