"""A whole OneRoster import beside a bare COPY of the rows it leaves, into equal tables (same columns and indexes).

The import checks every row twice, screens it, matches it against what is here, claims relationships, seals telephones
under keys of their own and writes the ledger. COPY does none of that: it is what no import could be faster than.
Both run in turns on one throwaway server; the figure is the median of the rounds' ratios. Goal: the same roster once
more, from which nothing is written, is no slower than the first time.

    python benchmarks/import_rows.py [--rounds 5] [--users 20000] [--enrollments 100000] [--json]
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo
from psycopg.types.string import TextLoader

from fileroom.collection.oneroster.layouts import LAYOUTS, Release
from fileroom.hosting.embedded import Urls, throwaway

DISTRICT, BARE = "bench", "bare"
AT = datetime(2026, 10, 19, 17, 30, tzinfo=UTC)
SCHOOLS, CLASSES_A_SCHOOL = 20, 60
KEPT = {"django_migrations", "django_content_type", "secret"}
Connection = psycopg.Connection[tuple[object, ...]]
Row = dict[str, str]


def write(path: Path, file: str, rows: Iterable[Row]) -> int:
    """One file of the bundle; returns its rows."""
    with (path / f"{file}.csv").open("w", newline="") as out:
        writer = csv.DictWriter(out, LAYOUTS[Release.V1_1][file].columns, restval="")
        writer.writeheader()
        number = 0
        for row in rows:
            writer.writerow(row)
            number += 1
    return number


def users(count: int) -> Iterator[Row]:
    """Nine students and ten parents to one teacher, as a roster of 1.1 says them."""
    for n in range(count):
        role = "teacher" if n % 20 == 0 else "student" if n % 20 < 10 else "parent"
        row = {"sourcedId": f"{role}-{n}", "enabledUser": "true", "orgSourcedIds": f"school-{n // 20 % SCHOOLS}"}
        row |= {"role": role, "username": f"user.{n}", "givenName": f"Given {n}", "familyName": f"Family {n // 7}"}
        if role == "student":
            row |= {"userIds": f"{{Local:{n}}}", "grades": "09", "agentSourcedIds": f"parent-{n + 9}"}
        if role == "parent":
            row |= {"phone": f"(950) 336 {n % 10000:04}", "email": f"parent.{n}@example.org"}
        yield row


def enrollments(count: int, people: int) -> Iterator[Row]:
    """Students and teachers dealt out over their own school's classes."""
    members = [n for n in range(people) if n % 20 < 10]
    for n in range(count):
        user = members[n % len(members)]
        school, turn = user // 20 % SCHOOLS, n // len(members)
        taught = f"class-{school}-{(user // 20 + turn) % CLASSES_A_SCHOOL}"
        role = "teacher" if user % 20 == 0 else "student"
        yield {
            "sourcedId": f"enrollment-{n}", "classSourcedId": taught, "schoolSourcedId": f"school-{school}",
            "userSourcedId": f"{role}-{user}", "role": role,
            "beginDate": "2026-08-12", "endDate": "2026-12-18",
        }  # fmt: skip


def bundle(path: Path, people: int, places: int) -> int:
    """A whole bundle of 1.1; returns its data rows."""
    orgs = [{"sourcedId": "district", "name": "District", "type": "district"}]
    orgs += [
        {"sourcedId": f"school-{n}", "name": f"School {n}", "type": "school", "parentSourcedId": "district"}
        for n in range(SCHOOLS)
    ]
    term = {"sourcedId": "fall", "title": "Fall", "type": "semester", "startDate": "2026-08-12"}
    classes = (
        {"sourcedId": f"class-{s}-{n}", "title": f"Class {n}", "courseSourcedId": "course", "classType": "scheduled",
         "schoolSourcedId": f"school-{s}", "termSourcedIds": "fall"}
        for s in range(SCHOOLS) for n in range(CLASSES_A_SCHOOL)
    )  # fmt: skip
    files: dict[str, Iterable[Row]] = {
        "orgs": orgs,
        "academicSessions": [{**term, "endDate": "2026-12-18", "schoolYear": "2027"}],
        "courses": [{"sourcedId": "course", "title": "Course", "orgSourcedId": "district"}],
        "classes": classes,
        "users": users(people),
        "enrollments": enrollments(places, people),
    }
    says = ["propertyName,value", "oneroster.version,1.1", *(f"file.{file},bulk" for file in files)]
    (path / "manifest.csv").write_text("\n".join(says) + "\n")
    return sum(write(path, file, rows) for file, rows in files.items())


@contextmanager
def installation(folder: Path, *, fsync: bool = False) -> Iterator[Urls]:
    """One district on a throwaway server, set up as any other."""
    (folder / "root.key").write_bytes(os.urandom(32))
    (folder / "root.key").chmod(0o600)
    with throwaway(fsync=fsync) as (_, urls):
        os.environ |= {
            "FILEROOM_DATABASE_URL": urls.records, "FILEROOM_OWNER_URL": urls.owner, "FILEROOM_KEYS_URL": urls.keys,
            "FILEROOM_ROOT_KEY_FILE": str(folder / "root.key"), "FILEROOM_OBJECTS": str(folder / "objects"),
            "DJANGO_SETTINGS_MODULE": "fileroom.config.settings",
        }  # fmt: skip
        import django

        django.setup()
        from django.db import connections

        from fileroom.hosting import districts
        from fileroom.seal.store import key_store

        districts.add(DISTRICT, "bench.test")
        key_store().found(DISTRICT)
        try:
            yield urls
        finally:
            connections.close_all()
            key_store().close()


def tables(superuser: Connection, schema: str) -> list[str]:
    """Tables of a schema that hold what an import leaves."""
    found = superuser.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", [schema]).fetchall()
    return sorted(str(name) for (name,) in found if name not in KEPT)


def empty(superuser: Connection, schema: str) -> None:
    """Take every row out of a schema."""
    names = [sql.Identifier(schema, name) for name in tables(superuser, schema)]
    superuser.execute(sql.SQL("TRUNCATE {} RESTART IDENTITY CASCADE").format(sql.SQL(", ").join(names)))


def imported(path: Path, *, again: bool = False) -> float:
    """Seconds of one import, as the command runs it."""
    from fileroom.collection.oneroster.services import import_bundle
    from fileroom.hosting import serving
    from fileroom.ledger.services import Actor

    with serving(DISTRICT):
        before = perf_counter()
        by = Actor(account=None, role="system", door="cli")
        report = import_bundle(path, by=by, at=AT + timedelta(days=again))
        took = perf_counter() - before
    assert report.whole and not report.tally.problems
    assert (report.written.unchanged if again else report.written.new) == report.tally.read
    return took


class BareCopy:
    """Tables with the district's columns and indexes, and nothing in front of them."""

    def __init__(self, superuser: Connection) -> None:
        self.superuser = superuser
        superuser.adapters.register_loader("jsonb", TextLoader)  # as it is sent back: a list of JSON is no array
        superuser.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(BARE)))
        for name in tables(superuser, DISTRICT):
            superuser.execute(
                sql.SQL("CREATE TABLE {} (LIKE {} INCLUDING ALL)").format(
                    sql.Identifier(BARE, name), sql.Identifier(DISTRICT, name)
                )
            )

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        """What the import left, table by table, ready in memory."""
        return {
            name: self.superuser.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(DISTRICT, name))).fetchall()
            for name in tables(self.superuser, DISTRICT)
        }

    def seconds(self, held: dict[str, list[tuple[object, ...]]]) -> float:
        """Seconds to COPY these rows, in one transaction."""
        empty(self.superuser, BARE)
        before = perf_counter()
        with self.superuser.transaction(), self.superuser.cursor() as cursor:
            for name, rows in held.items():
                if rows:
                    with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(BARE, name))) as copy:
                        for row in rows:
                            copy.write_row(row)
        return perf_counter() - before


def main() -> int:
    """Print rows a second and the ratio: medians over rounds that take turns; exit status 1 if the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--users", type=int, default=20_000)
    parser.add_argument("--enrollments", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as place, installation(Path(place)) as urls:
        path = Path(place) / "bundle"
        path.mkdir()
        rows = bundle(path, args.users, args.enrollments)
        with psycopg.connect(make_conninfo(urls.superuser, dbname="fileroom"), autocommit=True) as superuser:
            found = measured(superuser, path, args.rounds)
    said = {name: rows / median(each[name] for each in found) for name in ("import", "again", "copy")}
    ratio = median(each["copy"] / each["import"] for each in found)
    met = said["again"] >= said["import"]
    if args.json:
        print(json.dumps({"rows": rows, "rows_per_second": said, "ratio": ratio, "rounds": args.rounds, "met": met}))
        return 0 if met else 1
    print(f"{rows:,} rows of a bundle, {args.rounds} rounds")
    print(f"import       {said['import']:10,.0f} rows/s\nthe same again {said['again']:8,.0f} rows/s", end="   ")
    print(f"goal no slower: {'met' if met else 'missed'}")
    print(f"bare COPY    {said['copy']:10,.0f} rows/s\nimport to COPY, ratio {ratio:.3f}")
    return 0 if met else 1


def measured(superuser: Connection, path: Path, rounds: int) -> list[dict[str, float]]:
    """Seconds of each way, round by round; a first round warms up and is not counted."""
    bare = BareCopy(superuser)
    found = []
    for _ in range(rounds + 1):
        empty(superuser, DISTRICT)
        first = imported(path)
        held = bare.rows()
        copied = bare.seconds(held)
        found.append({"import": first, "copy": copied, "again": imported(path, again=True)})
    return found[1:]


if __name__ == "__main__":
    sys.exit(main())
