"""The sweep behind `fileroom screen`: its options, its crew, its journal, its report."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from fileroom.collection.crews import Crew, OutOfReach, crew_of
from fileroom.collection.rulings import Scope
from fileroom.collection.sweep.journal import Journal
from fileroom.collection.sweep.sweeping import Sweep, Swept, named

PAPERS = ("tls_ca", "tls_cert", "tls_key")


class NotWritten(Exception):
    """A file of the sweep's own cannot be written. `str()` says which, and what to do."""


def register(parser: argparse.ArgumentParser) -> None:
    """Add a sweep's options to `screen`."""
    sweep = parser.add_argument_group("a sweep of an archive")
    sweep.add_argument("--journal", type=Path, metavar="FILE", help="remember what is answered, and go on from it")
    sweep.add_argument("--scheduler", metavar="tls://HOST:PORT", help="have the workers of this Dask scheduler do it")
    says = ("the authority of all its certificates", "our certificate", "our certificate's key")
    for name, of in zip(PAPERS, says, strict=True):
        given = os.environ.get(f"FILEROOM_SWEEP_{name.upper()}")
        default = Path(given) if given else None
        option = f"--{name.replace('_', '-')}"
        sweep.add_argument(option, type=Path, default=default, metavar="PEM", help=f"{of} (FILEROOM_SWEEP_{name.upper()})")


def answers(args: argparse.Namespace, roots: list[Path], scope: Scope) -> Iterator[Swept]:
    """Every file's answer. Raises OutOfReach, Another, NotWritten."""
    crew = _crew(args, roots)
    try:
        with closing(crew), Journal(args.journal, named(roots, scope)) as journal:
            # A sweep that is gone on with asks the law of the day on which it began.
            begun = replace(scope, on=date.fromisoformat(journal.of["on"]))
            yield from Sweep(roots, begun, journal).answers(crew)
    except OSError as error:
        where = args.journal or "the folder for temporary files"
        raise NotWritten(f"{where}: the journal cannot be written or read ({error.strerror or error}).") from None


def _crew(args: argparse.Namespace, roots: list[Path]) -> Crew:
    if not args.scheduler:
        return crew_of(args.jobs)
    # Two seconds that nobody else has to wait for.
    from fileroom.collection.scheduler import Papers, Workers

    given = [getattr(args, name) for name in PAPERS]
    if any(given) and not all(given):
        raise OutOfReach("--tls-ca, --tls-cert and --tls-key are needed together.")
    return Workers(args.scheduler, Papers(*given) if all(given) else None, roots)


@contextmanager
def report(args: argparse.Namespace, roots: list[Path], scope: Scope) -> Iterator[Callable[[Swept], None]]:
    """What hears of every answer, for the report that is written at the end."""
    yield lambda swept: None
