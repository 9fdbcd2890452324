"""`fileroom deidentify FILE`: a text or a table without the people in it, by the district's own roster.

Exit status: 0 written; 3 somebody could still be found, and nothing was written; 4 the file cannot be read as what it
is said to be, or what it would be written to is there already; 5 there is no such file. What was found is never shown.
"""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from fileroom.cli import progress
from fileroom.cli.failing import failed
from fileroom.ledger.services import Actor
from fileroom.programmes.tools.answers import Why
from fileroom.programmes.tools.writing import Form, Unreadable, Written, write

if TYPE_CHECKING:
    from argparse import _SubParsersAction

REFUSED, INVALID, MISSING = 3, 4, 5
OPERATOR = Actor(None, "operator", "cli")
SHOWN_LINES = 12
SAYS = {
    Why.FEW: "what is left fits fewer students than a table may show",
    Why.NAMED: "a name, a number or an address is left",
    Why.RARE: "it tells of what happens to few: take that out first",
    Why.STATUS: "it tells what may indicate a family's status: take that out first",
}


def register(commands: _SubParsersAction[ArgumentParser]) -> None:
    """Add `deidentify`."""
    it = commands.add_parser(
        "deidentify",
        help="a text or a CSV file without the people in it",
        description="Names of the roster become labels, numbers and addresses go, days become years; of a table no row"
        " is left that too few students share. What is written is read again. Exit status: 0 written · 3 somebody could"
        " still be found, nothing was written · 4 the file cannot be read, or OUT is there already · 5 no such file.",
    )
    it.add_argument("file", type=Path, metavar="FILE", help="a text in UTF-8")
    it.add_argument("--csv", action="store_true", help="it is a table whose first row names its columns")
    it.add_argument("--out", type=Path, metavar="OUT", help="where it is written; FILE.deidentified.… unless given")
    it.add_argument("--json", action="store_true", help="the answer as JSON")
    it.set_defaults(run=run, needs_district=True)


def run(args: Namespace) -> int:
    """Write it, and say what was taken out."""
    source: Path = args.file
    form = Form.TABLE if args.csv else Form.TEXT
    out: Path = args.out or source.with_name(f"{source.stem}.deidentified{source.suffix}")
    if not source.is_file():
        return failed(f"There is no file {source}.", MISSING)
    if out.exists():
        return failed(f"{out} is there already. Nothing was written.", INVALID)
    try:
        with progress.shown() as show:
            told = write(source, out, form, by=OPERATOR, at=datetime.now(UTC), progress=_counter(show, form, source))
    except (Unreadable, OSError) as error:
        says = error.strerror if isinstance(error, OSError) else str(error)
        return failed(f"{source}: {says} Nothing was written.", INVALID)
    print(json.dumps(_as_json(told, out)) if args.json else _in_words(told, out))
    return REFUSED if told.reasons else 0


def _counter(show: Callable[[str], None], form: Form, source: Path) -> Callable[[int], None]:
    """Shows how far it is: a text is read twice, a table three times."""
    size = 2 * source.stat().st_size if form is Form.TEXT else 0
    done = 0

    def count(more: int) -> None:
        nonlocal done
        done += more
        show(progress.bar(done, size, "characters read" if form is Form.TEXT else "rows read"))

    return count


def _as_json(told: Written, out: Path) -> dict[str, object]:
    return {
        "written": "" if told.reasons else str(out), "reasons": list(told.reasons), "rows": told.rows,
        "found": {kind.value: number for kind, number in sorted(told.found.items())}, "withheld": told.withheld,
        "perhaps": list(told.perhaps),
    }  # fmt: skip


def _in_words(told: Written, out: Path) -> str:
    """What was done, in lines; of what was found the kind and the number alone."""
    found = ", ".join(f"{number:,} {kind.value}" for kind, number in sorted(told.found.items())) or "nothing"
    if told.reasons:
        lines = ["Not de-identified: somebody could still be found. Nothing was written."]
        lines += [f"  {SAYS[it]}" for it in told.reasons]
    else:
        lines = [f"Written to {out}."]
    lines.append(f"Taken out: {found}.")
    if told.rows or told.withheld:
        lines.append(f"{told.rows:,} rows; {told.withheld:,} withheld, whose traits too few students share.")
    if told.perhaps:
        some = ", ".join(f"{it:,}" for it in told.perhaps[:SHOWN_LINES])
        more = f" and {len(told.perhaps) - SHOWN_LINES:,} more" if len(told.perhaps) > SHOWN_LINES else ""
        lines.append(f"Read these lines before it goes anywhere: words there look like names. Lines {some}{more}.")
    return "\n".join(lines)
