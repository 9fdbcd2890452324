"""A night's essential list of one large school: whom to call for each student by the law's word, each number sealed.

The first night opens every number; the next takes over what was not filed anew. The figure is how long the next night
takes beside the first; every number must be there, and the second night may open none.

    python benchmarks/essential_list.py [--students 6000] [--json]
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any
from uuid import UUID

import psycopg

from benchmarks.import_rows import DISTRICT, installation

FIRST_S = 600.0  # seconds for 6,000 students, on two cores
SCHOOL = UUID("00000000-0000-4000-a000-000000000000")
STUDENT = "('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid"
CONTACT = "('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid"
NAMED = "legal_given, legal_middle, legal_family, preferred_given, preferred_family, search_name"
FILL = f"""
INSERT INTO people_school (id, name, orders_entered_on) VALUES ('{SCHOOL}', 'Bench High', date '2024-01-01');
INSERT INTO people_student (id, {NAMED}, birth_on, grade)
    SELECT {STUDENT}, 'Given' || n % 997, '', 'Family' || n, '', '', 'given family' || n,
        date '2012-01-01' + n % 1400, (9 + n % 4)::text FROM generate_series(1, {{students}}) n;
INSERT INTO people_enrolment (id, student_id, school_id, entered_on)
    SELECT gen_random_uuid(), {STUDENT}, '{SCHOOL}', date '2026-08-12' FROM generate_series(1, {{students}}) n;
INSERT INTO people_contact (id, given, middle, family, search_name)
    SELECT {CONTACT}, 'Parent' || n, '', 'Family' || n, 'parent family' || n FROM generate_series(1, {{students}}) n;
INSERT INTO people_relationship (id, student_id, contact_id, kind, standing, verified_how, verified_on, verified_by)
    SELECT {CONTACT}, {STUDENT}, {CONTACT}, 'parent', 'verified', 'birth_certificate', date '2026-08-12',
        gen_random_uuid() FROM generate_series(1, {{students}}) n;
INSERT INTO people_custody (id, relationship_id, legal_custody, rights_terminated, paper)
    SELECT gen_random_uuid(), {CONTACT}, true, false, '' FROM generate_series(1, {{students}}) n"""


def file_cards(at: datetime) -> None:
    """An emergency card of each student's parent, sealed."""
    from fileroom.hosting import durable
    from fileroom.ledger.services import Actor
    from fileroom.people.models import Relationship
    from fileroom.records import contents as shelf
    from fileroom.records.models import Record

    with durable():
        rows = [
            Record(student_id=it.student_id, item="contact_and_household", kept_as="permitted", about=it.contact_id,
                   origin="filed", filed_at=at)
            for it in Relationship.objects.all()
        ]  # fmt: skip
        Record.objects.bulk_create(rows, batch_size=2000)
        said = [shelf.Contents.structured({"mobile": f"(559) 555-{n % 10000:04}"}) for n in range(len(rows))]
        filings = [shelf.Filing(it, 1, says, tells=()) for it, says in zip(rows, said, strict=True)]
        shelf.write(filings, by=Actor(None, "registrar", "cli"), purpose="", at=at)


def night(at: datetime) -> tuple[float, Any]:
    """Seconds of a night, and its list."""
    from fileroom.programmes.incidents.nightly import make

    begin = perf_counter()
    row = make(SCHOOL, at=at)
    return perf_counter() - begin, row


def numbers_opened(url: str) -> int:
    """How many numbers were opened so far, by the ledger."""
    with psycopg.connect(url) as connection:
        connection.execute(f"SET search_path TO {DISTRICT}")
        found = connection.execute(
            "SELECT count(*) FROM ledger_event WHERE act = 'essentials:made' AND student IS NOT NULL"
        ).fetchone()
        return int(found[0]) if found else 0


def main() -> int:
    """Measure and print; exit status 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=6000)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    with tempfile.TemporaryDirectory() as folder, installation(Path(folder), fsync=False) as urls:
        from fileroom.hosting import serving

        with psycopg.connect(urls.owner, autocommit=True) as owner:
            owner.execute(f"SET search_path TO {DISTRICT}")
            owner.execute(FILL.format(students=args.students))
            owner.execute("ANALYZE")
        with serving(DISTRICT):
            file_cards(at)
            first, row = night(at)
            opened = numbers_opened(urls.owner)
            second, _ = night(at + timedelta(days=1))
            again = numbers_opened(urls.owner) - opened
    figures = {
        "students": args.students, "first_s": first, "next_s": second, "ratio": second / first, "opened": opened,
        "opened_again": again, "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }  # fmt: skip
    whole = opened == row.students == args.students and again == 0
    good = whole and first <= FIRST_S * max(args.students, 600) / 6000
    words = (
        f"{args.students:,} students: the first night {first:.1f} s with {opened:,} numbers opened, the next"
        f" {second:.1f} s with {again:,}, {figures['memory_mb']:.0f} MiB: {'met' if good else 'missed'}"
    )
    print(json.dumps(figures) if args.json else words)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
