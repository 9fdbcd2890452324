"""`fileroom incident scope` on millions of generated entries: equal to planted truth, its time, its peak memory at full
size beside that at a tenth, and beside a bare GROUP BY of the same rows.

    python benchmarks/incident_scope.py [--entries 5000000] [--json]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

import psycopg

from benchmarks.import_rows import DISTRICT, installation

LONGEST_S, MOST_GROWTH = 600, 1.2
STUDENTS, ACCOUNTS = 40_000, 300
# One account, from one address, reads in the last hour of the first day: every thousandth entry, a student each.
PLANTED, EVERY = "00000000-0000-4000-8000-000000000001", 1000
FILL = f"""INSERT INTO ledger_event (id, act, student, record, part, account, role, door, client, purpose, outcome,
    rules, law_digest, at, sealed, salt, mac)
SELECT gen_random_uuid(), CASE WHEN n %% 7 = 0 THEN 'record:collected' ELSE 'record:inspected' END,
    ('00000000-0000-4000-9000-' || lpad((n %% {STUDENTS})::text, 12, '0'))::uuid,
    ('00000000-0000-4000-a000-' || lpad((n %% ({STUDENTS} * 5))::text, 12, '0'))::uuid, 'test_results/1',
    ('00000000-0000-4000-b000-' || lpad((n %% {ACCOUNTS})::text, 12, '0'))::uuid, 'teacher', 'web',
    '192.0.2.' || n %% 250, 'educational_interest', '', 'disclosure.educational_interest.serves_the_student',
    repeat('a', 64), timestamptz '2026-09-01 08:00+00' + n * interval '0.5 second', false,
    decode(repeat('ab', 32), 'hex'), decode(repeat('cd', 32), 'hex')
FROM generate_series(%s::bigint, %s::bigint) n"""
PLANT = f"""UPDATE ledger_event SET account = '{PLANTED}', client = '203.0.113.77', act = 'record:inspected'
    WHERE arrival % {EVERY} = 0"""
TRUTH = """SELECT student, count(*), count(DISTINCT record), min(at), max(at) FROM ledger_event
    WHERE client = '203.0.113.77' AND act = 'record:inspected' GROUP BY student ORDER BY student"""


def scoped() -> tuple[dict[str, int], float, int]:
    """The command in a process of its own: entries by student, seconds, peak memory in KiB."""
    command = [sys.executable, "-m", "fileroom.cli", "--district", DISTRICT, "incident", "scope", "--json"]
    command += ["--address", "203.0.113.77", "--from", "2026-01-01", "--to", "2027-12-31"]
    with tempfile.TemporaryFile() as said:
        begin = perf_counter()
        subprocess.run(command, stdout=said, check=True, env=os.environ)
        seconds = perf_counter() - begin
        said.seek(0)
        found = json.load(said)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return {it["student"]: it["shown"] for it in found["reached"]}, seconds, peak


def bare(url: str) -> tuple[dict[str, int], float]:
    """The same rows by one statement, and nothing else."""
    begin = perf_counter()
    with psycopg.connect(url) as connection:
        connection.execute(f"SET search_path TO {DISTRICT}")
        rows = connection.execute(TRUTH).fetchall()
    return {str(student): shown for student, shown, *_ in rows}, perf_counter() - begin


def main() -> int:
    """Measure and print; exit status 1 if a goal is missed or the scope is not what was planted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=5_000_000)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, installation(Path(folder), fsync=False) as urls:
        figures = {"entries": args.entries}
        peaks = []
        begun = 0
        for size in (args.entries // 10, args.entries):
            with psycopg.connect(urls.owner, autocommit=True) as owner:
                owner.execute(f"SET search_path TO {DISTRICT}")
                owner.execute(FILL, [begun + 1, size])
                planted = owner.execute(PLANT).rowcount
                owner.execute("ANALYZE ledger_event")
            begun = size
            found, seconds, peak = scoped()
            truth, alone = bare(urls.owner)
            peaks.append(peak)
            figures |= {"equal": found == truth, "students": len(found), "seconds": seconds, "ratio": seconds / alone}
            if found != truth or sum(found.values()) != planted:
                print(f"missed: the scope of {size:,} entries is not what was planted")
                return 1
        figures["growth"] = peaks[1] / peaks[0]
    return told(figures, as_json=args.json)


def told(figures: dict[str, float], *, as_json: bool) -> int:
    good = figures["seconds"] <= LONGEST_S and figures["growth"] <= MOST_GROWTH
    if as_json:
        print(json.dumps(figures))
    else:
        print(
            f"{figures['entries']:,} entries, {figures['students']:,} students reached: equal to what was planted,"
            f" {figures['seconds']:.1f} s, {figures['ratio']:.1f} times a bare GROUP BY; peak memory"
            f" {figures['growth']:.2f} times that at a tenth: {'met' if good else 'missed'}"
        )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
