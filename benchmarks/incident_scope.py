"""`fileroom incident scope` on millions of generated entries: by account, by address, by hour and of everything, each
equal to planted truth (students, staff, records, classes, hours); its time, its peak memory at full size beside that at
a tenth, and beside the plain way: awk over the exported log.

    python benchmarks/incident_scope.py [--entries 5000000] [--json]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any, TypeAlias

import psycopg

from benchmarks.import_rows import DISTRICT, installation

LONGEST_S, MOST_GROWTH = 600, 1.2
STUDENTS, RECORDS, ACCOUNTS = 40_000, 200_000, 300
START = datetime(2026, 9, 1, 8, tzinfo=UTC)
# Two intruders: who acts by the account of the last employee, and who comes from an address of their own.
BY_ACCOUNT, BY_ADDRESS, ADDRESS = 997, 1009, "203.0.113.77"
CLASSES = (("permanent", "transcript"), ("interim", "health"), ("permitted", "rating"), ("interim", "log"))
ITEM = f"(ARRAY{[it for _, it in CLASSES]})[n % {len(CLASSES)} + 1]"
KEPT_AS = f"(ARRAY{[it for it, _ in CLASSES]})[n % {len(CLASSES)} + 1]"


def _id(kind: str, number: str) -> str:
    return f"('00000000-0000-4000-{kind}-' || lpad(({number})::text, 12, '0'))::uuid"


STUDENT, RECORD, ACCOUNT, EMPLOYEE, LETTER = "9000", "a000", "b000", "c000", "d000"
WORLD = f"""
INSERT INTO people_student (id, legal_given, legal_middle, legal_family, preferred_given, preferred_family, search_name,
    birth_on, grade) SELECT {_id(STUDENT, "n")}, 'Given', '', 'Family' || n, '', '', 'given family' || n,
    date '2012-01-01', '9' FROM generate_series(0, {STUDENTS - 1}) n;
INSERT INTO people_employee (id, given, family, email, certificated)
    SELECT {_id(EMPLOYEE, "n")}, 'Given', 'Family' || n, '', false FROM generate_series(0, {ACCOUNTS}) n;
INSERT INTO people_account (id, password, sign_in_name, employee_id, language, is_active, turn)
    SELECT {_id(ACCOUNT, "n")}, '', 'employee' || n, {_id(EMPLOYEE, "n")}, '', true, 0
    FROM generate_series(0, {ACCOUNTS}) n;
INSERT INTO records_record (id, student_id, item, kept_as, origin, filed_at)
    SELECT {_id(RECORD, "n")}, {_id(STUDENT, f"n % {STUDENTS}")}, {ITEM}, {KEPT_AS}, 'filed', now()
    FROM generate_series(0, {RECORDS - 1}) n"""
FILL = f"""INSERT INTO ledger_event (id, act, student, record, part, account, role, door, client, purpose, outcome,
    rules, law_digest, at, sealed, salt, mac)
SELECT gen_random_uuid(), act, CASE WHEN act <> 'employee:listed' THEN {_id(STUDENT, f"n % {STUDENTS}")} END,
    CASE act WHEN 'employee:listed' THEN {_id(EMPLOYEE, f"n % {ACCOUNTS}")} WHEN 'letter:opened' THEN {_id(LETTER, "n")}
    ELSE {_id(RECORD, f"n % {RECORDS}")} END,
    'test_results/1', {_id(ACCOUNT, f"CASE WHEN n % {BY_ACCOUNT} = 0 THEN {ACCOUNTS} ELSE n % {ACCOUNTS} END")},
    'teacher', 'web', CASE WHEN n % {BY_ADDRESS} = 0 THEN '{ADDRESS}' ELSE '192.0.2.' || n % 250 END,
    'educational_interest', '', 'disclosure.educational_interest.serves_the_student', repeat('a', 64),
    timestamptz '{START.isoformat()}' + n * interval '0.5 second', false, decode(repeat('ab', 32), 'hex'),
    decode(repeat('cd', 32), 'hex')
FROM (SELECT n, CASE WHEN n % 7 = 0 THEN 'record:collected' WHEN n % 11 = 0 THEN 'employee:listed'
    WHEN n % 13 = 0 THEN 'disclosure:refused' WHEN n % 17 = 0 THEN 'letter:opened' ELSE 'record:inspected' END AS act
    FROM generate_series({{first}}::bigint, {{last}}::bigint) n) said"""
LOG = """SELECT act, coalesce(student::text, ''), record, account, client, extract(epoch FROM at) FROM ledger_event"""
# The plain way: of an exported log and a list of records, count what these accounts and addresses have seen.
AWK = """FNR == NR {class[$1] = $2; next}
$6 < t0 || $6 >= t1 || (account != "" && $4 != account) || (client != "" && $5 != client) {next}
{used[$4]}
$1 == "employee:listed" {shown[$3]; next}
$1 != "record:inspected" && $1 != "letter:opened" {next}
{n++; s[$2]++; h[int($6 / 3600)]++; if ($3 in class && !($3 in r)) {r[$3]; c[class[$3]]++}}
END {for (it in s) students++; for (it in r) records++; for (it in c) classes++; for (it in h) hours++
    print n + 0, students + 0, records + 0, classes + 0, hours + 0}"""
Asked: TypeAlias = dict[str, str]


def _name(kind: str, number: int) -> str:
    return f"00000000-0000-4000-{kind}-{number:012}"


@dataclass
class Seen:
    """What was seen: by student, by employee (shown, used), records and their classes, by hour; accounts, addresses."""

    students: Counter[str] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)
    records: set[int] = field(default_factory=set)
    hours: Counter[datetime] = field(default_factory=Counter)
    accounts: set[int] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)

    def add(self, n: int) -> None:
        """The entry of this number, as the generator has made it."""
        account = ACCOUNTS if n % BY_ACCOUNT == 0 else n % ACCOUNTS
        self.used[_name(EMPLOYEE, account)] += 1
        if n % 7 == 0:
            return
        if n % 11 == 0:
            self.shown[_name(EMPLOYEE, n % ACCOUNTS)] += 1
        elif n % 13:
            self.students[_name(STUDENT, n % STUDENTS)] += 1
            if n % 17:  # a letter is no record
                self.records.add(n % RECORDS)
            self.hours[(START + timedelta(seconds=n / 2)).replace(minute=0, second=0, microsecond=0)] += 1
            self.accounts.add(account)
            self.addresses.add(ADDRESS if n % BY_ADDRESS == 0 else f"192.0.2.{n % 250}")

    def told(self) -> dict[str, Any]:
        """In the shape of `told`."""
        kinds = Counter(CLASSES[it % len(CLASSES)] for it in self.records)
        staff = {it: (self.shown[it], self.used[it]) for it in self.shown.keys() | self.used.keys()}
        return {
            "students": dict(self.students), "staff": staff, "records": len(self.records), "classes": dict(kinds),
            "hours": dict(self.hours), "accounts": len(self.accounts), "addresses": len(self.addresses),
        }  # fmt: skip


def told(said: dict[str, Any]) -> dict[str, Any]:
    """What the command has said, to be laid beside the truth."""
    return {
        "students": {it["student"]: it["shown"] for it in said["reached"]},
        "staff": {it["employee"]: (it["shown"], it["used"]) for it in said["staff_reached"]},
        "records": said["records"],
        "classes": {(it["class"], it["item"]): it["records"] for it in said["classes"]},
        "hours": {datetime.fromisoformat(it["at"]): it["shown"] for it in said["hours"]},
        "accounts": said["accounts"],
        "addresses": said["addresses"],
    }


QUESTIONS: dict[str, Asked] = {
    "account": {"--account": f"employee{ACCOUNTS}"},
    "address": {"--address": ADDRESS},
    "hour": {"--to": (START + timedelta(hours=1)).isoformat()},
    "everything": {},
}


def entries(asked: str, size: int) -> Iterable[int]:
    """The numbers of the entries that a question is about."""
    every = {"account": BY_ACCOUNT, "address": BY_ADDRESS}.get(asked, 1)
    return range(every, min(size, 7199) + 1) if asked == "hour" else range(every, size + 1, every)


def scoped(asked: Asked) -> tuple[dict[str, Any], float, int]:
    """The command in a process of its own: what it says, seconds, peak memory in KiB."""
    whole = {"--from": "2026-01-01", "--to": "2027-12-31"} | asked
    command = [sys.executable, "-m", "fileroom.cli", "--district", DISTRICT, "incident", "scope", "--json"]
    command += [it for pair in whole.items() for it in pair]
    with tempfile.TemporaryFile() as said:
        begin = perf_counter()
        running = subprocess.Popen(command, stdout=said, env=os.environ)
        _, status, usage = os.wait4(running.pid, 0)
        seconds = perf_counter() - begin
        running.returncode = os.waitstatus_to_exitcode(status)
        if running.returncode:
            raise subprocess.CalledProcessError(running.returncode, command)
        said.seek(0)
        return json.load(said), seconds, usage.ru_maxrss


def exported(url: str, folder: Path) -> float:
    """The log and the list of records as files, as somebody would have them from a database; seconds."""
    begin = perf_counter()
    kinds = "SELECT id, kept_as || '/' || item FROM records_record"
    with psycopg.connect(url) as connection:
        connection.execute(f"SET search_path TO {DISTRICT}")
        for name, rows in (("log.csv", LOG), ("records.csv", kinds)):
            with (
                (folder / name).open("wb") as out,
                connection.cursor().copy(f"COPY ({rows}) TO STDOUT (FORMAT csv)") as copy,
            ):
                for some in copy:
                    out.write(some)
    return perf_counter() - begin


def plainly(name: str, folder: Path) -> tuple[list[int], float]:
    """The same question put to the exported log: its numbers, seconds."""
    account = _name(ACCOUNT, ACCOUNTS) if name == "account" else ""
    until = START.timestamp() + (3600 if name == "hour" else 10**9)
    client = ADDRESS if name == "address" else ""
    given = {"account": account, "client": client, "t0": "0", "t1": f"{until:.0f}"}
    command = ["awk", "-F,", *(it for pair in given.items() for it in ("-v", "=".join(pair))), AWK]
    begin = perf_counter()
    said = subprocess.run([*command, folder / "records.csv", folder / "log.csv"], check=True, capture_output=True)
    return [int(it) for it in said.stdout.split()], perf_counter() - begin


def measured(size: int, url: str, folder: Path) -> Iterator[dict[str, Any]]:
    """Each question at this size. Raises AssertionError where an answer is not what was planted."""
    out_s = exported(url, folder)
    for name, asked in QUESTIONS.items():
        truth = Seen()
        for n in entries(name, size):
            truth.add(n)
        said, seconds, peak = scoped(asked)
        found, planted = told(said), truth.told()
        wrong = [it for it in planted if found[it] != planted[it]]
        assert not wrong, f"missed: by {name}, of {size:,} entries, {wrong} are not what was planted"
        numbers, plain_s = plainly(name, folder)
        shown = sum(truth.students.values())
        right = [shown, len(truth.students), len(truth.records), len(planted["classes"]), len(truth.hours)]
        assert numbers == right, f"the plain way says {numbers} by {name}, and {right} was planted"
        yield {
            "asked": name, "seconds": seconds, "peak": peak, "plain_s": plain_s, "export_s": out_s,
            "students": len(truth.students), "staff": len(planted["staff"]), "records": len(truth.records),
        }  # fmt: skip


def main() -> int:
    """Measure and print; exit status 1 if a goal is missed or the scope is not what was planted."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--entries", type=int, default=5_000_000)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, installation(Path(folder), fsync=False) as urls:
        runs = []
        with psycopg.connect(urls.owner, autocommit=True) as owner:
            owner.execute(f"SET search_path TO {DISTRICT}")
            owner.execute(WORLD)
            begun = 0
            for size in (args.entries // 10, args.entries):
                owner.execute(FILL.format(first=begun + 1, last=size))
                owner.execute("ANALYZE")
                begun = size
                try:
                    runs.append(list(measured(size, urls.owner, Path(folder))))
                except AssertionError as error:
                    print(error)
                    return 1
    return said_of(args.entries, runs, as_json=args.json)


def said_of(entries_: int, runs: list[list[dict[str, Any]]], *, as_json: bool) -> int:
    tenth, full = runs
    growth = max(it["peak"] for it in full) / max(it["peak"] for it in tenth)
    good = max(it["seconds"] for it in full) <= LONGEST_S and growth <= MOST_GROWTH
    if as_json:
        print(json.dumps({"entries": entries_, "growth": growth, "asked": full}))
        return 0 if good else 1
    for it in full:
        print(
            f"by {it['asked']}: {it['students']:,} students, {it['staff']:,} of the staff, {it['records']:,} records:"
            f" {it['seconds']:.1f} s; awk over the exported log, without staff, {it['plain_s']:.1f} s"
        )
    print(
        f"{entries_:,} entries: each equal to what was planted; the export alone {full[0]['export_s']:.1f} s; peak"
        f" memory {growth:.2f} times that at a tenth: {'met' if good else 'missed'}"
    )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
