"""Reading a ciphertext and writing its event in one statement, beside a bare single-row insert.

Both commit each time and wait for the disk. The insert puts one event's row into an equal table; the statement puts
the same row and reads a 2 KiB ciphertext. In turns, on one throwaway server; the figure is the median of the ratios.

    python benchmarks/read_and_log.py [--rounds 9] [--each 300] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from os import urandom
from pathlib import Path
from statistics import median
from time import perf_counter
from uuid import uuid4

import psycopg

from benchmarks.import_rows import DISTRICT, installation

GOAL = 0.65
AT = datetime(2026, 10, 19, 17, 30, tzinfo=UTC)


def statements() -> tuple[Callable[[], tuple[str, list[object]]], str]:
    """A maker of the ledger's INSERT with fresh values, and the table's name in it."""
    from fileroom.hosting import serving
    from fileroom.ledger import services as ledger
    from fileroom.ledger.tables import EVENT

    def make() -> tuple[str, list[object]]:
        by = ledger.Actor(account=None, role="system", door="cli")
        with serving(DISTRICT):
            return ledger.insert_sql(ledger.event(ledger.Act.RECORD_INSPECTED, student=uuid4(), by=by, at=AT))

    return make, EVENT


def rate(connection: psycopg.Connection, prepared: list[tuple[str, list[object]]]) -> float:
    """Statements a second, each committed by itself."""
    begin = perf_counter()
    for statement, values in prepared:
        connection.execute(statement.encode(), values)
    return len(prepared) / (perf_counter() - begin)


def main() -> int:
    """Measure and print; exit status 1 if the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--each", type=int, default=300)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    both: list[float] = []
    bare: list[float] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        installation(Path(folder), fsync=True) as urls,
        psycopg.connect(urls.owner, autocommit=True) as connection,
    ):
        make, table = statements()
        connection.execute(f"SET search_path TO {DISTRICT}")
        connection.execute(f"CREATE TABLE bare_event (LIKE {table} INCLUDING ALL)")
        connection.execute("CREATE TABLE bare_sealed (version_id uuid PRIMARY KEY, ciphertext bytea)")
        version = uuid4()
        connection.execute("INSERT INTO bare_sealed VALUES (%s, %s)", [version, urandom(2048)])
        for _ in range(args.rounds):
            inserts = [make() for _ in range(args.each)]
            reads = [
                (f"WITH event AS ({sql}) SELECT s.ciphertext FROM event, bare_sealed s WHERE s.version_id = %s",
                 [*values, version])
                for sql, values in (make() for _ in range(args.each))
            ]  # fmt: skip
            bare.append(rate(connection, [(sql.replace(table, "bare_event"), values) for sql, values in inserts]))
            both.append(rate(connection, reads))
    ratio = median(one / other for one, other in zip(both, bare, strict=True))
    met = ratio >= GOAL
    if args.json:
        print(json.dumps({"read_and_log": median(both), "insert": median(bare), "ratio": ratio, "goal": GOAL}))
        return 0 if met else 1
    word = "met" if met else "missed"
    print(f"read and log {median(both):,.0f} a second, a bare insert {median(bare):,.0f}")
    print(f"ratio {ratio:.2f} (median of {args.rounds}); goal at least {GOAL}: {word}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
