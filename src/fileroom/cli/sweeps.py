"""The sweep behind `fileroom screen`: its options, its crew, its journal, its report."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from fileroom.cli.pages import LANGUAGES, NotWritten, speaker, written
from fileroom.cli.sweep_page import sweep_page
from fileroom.collection.crews import Crew, OutOfReach, Processes
from fileroom.collection.rulings import Scope
from fileroom.collection.sweep.journal import Journal, Unkept
from fileroom.collection.sweep.sweeping import Sweep, Swept, named
from fileroom.collection.sweep.tally import Tally

Hear = Callable[[Swept], None]
PAPERS = ("tls_ca", "tls_cert", "tls_key")


def register(parser: argparse.ArgumentParser) -> None:
    """Add a sweep's options to `screen`."""
    sweep = parser.add_argument_group("a sweep of an archive")
    sweep.add_argument("--journal", type=Path, metavar="FILE", help="remember what is answered, and go on from it")
    sweep.add_argument("--report", type=Path, metavar="FILE.html", help="write a page of what was found, and where")
    sweep.add_argument("--language", choices=LANGUAGES, default="en", help="of that page")
    sweep.add_argument("--scheduler", metavar="tls://HOST:PORT", help="have the workers of this Dask scheduler do it")
    says = ("the authority of all its certificates", "our certificate", "our certificate's key")
    for name, of in zip(PAPERS, says, strict=True):
        given = os.environ.get(f"FILEROOM_SWEEP_{name.upper()}")
        default = Path(given) if given else None
        option = f"--{name.replace('_', '-')}"
        sweep.add_argument(
            option, type=Path, default=default, metavar="PEM", help=f"{of} (FILEROOM_SWEEP_{name.upper()})"
        )


@contextmanager
def sweeping(args: argparse.Namespace, roots: list[Path], scope: Scope) -> Iterator[tuple[Iterator[Swept], Hear]]:
    """Every file's answer, and what is to hear each; then the report is written.

    Raises OutOfReach, Another, NotWritten. A sweep that is gone on with asks the law of the day on which it began.
    """
    hear = _Report(args, roots)
    crew = _crew(args, roots)
    try:
        with closing(crew), Journal(args.journal, named(roots, scope)) as journal:
            begun = replace(scope, on=date.fromisoformat(journal.of["on"]))
            with closing(Sweep(roots, begun, journal).answers(crew)) as answers:
                yield answers, hear
            hear.written(begun)
    except Unkept as error:
        raise NotWritten(str(error)) from None


def _crew(args: argparse.Namespace, roots: list[Path]) -> Crew:
    if not args.scheduler:
        return Processes(args.jobs)
    # Two seconds that nobody else has to wait for.
    from fileroom.collection.scheduler import Papers, Workers

    given = [getattr(args, name) for name in PAPERS]
    if any(given) and not all(given):
        raise OutOfReach("--tls-ca, --tls-cert and --tls-key are needed together.")
    return Workers(args.scheduler, Papers(*given) if all(given) else None, roots)


class _Report:
    """What hears of every answer, and writes the page when all of them were heard; where none is asked for, nothing."""

    def __init__(self, args: argparse.Namespace, roots: list[Path]) -> None:
        self._path, self._language = args.report, args.language
        self._say, self._tally = speaker(args.language), Tally(roots)

    def __call__(self, swept: Swept) -> None:
        if self._path:
            self._tally.add(swept)

    def written(self, scope: Scope) -> None:
        """Write the page. Raises NotWritten."""
        if self._path:
            written(self._path, sweep_page(self._tally, scope.on, self._say, self._language))
