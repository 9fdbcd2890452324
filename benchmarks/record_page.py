"""Opening a record's page beside a bare Django view: the price of the law.

The bare view has the same session, middleware, template and bytes, reads them with one SELECT, and asks and writes
nothing. Both are fetched in turns through Django's own client, with a database that waits for its disk; the figure is
the median of the pairs' ratios.

The page commits twice, its entry and its receipt, and the bare view never: on a slow or busy disk that is most of the
difference. So what one commit waits is measured between the pages, and the ratio without both waits is printed too.

    python benchmarks/record_page.py [--pages 200] [--json]
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg

from benchmarks.import_rows import DISTRICT, installation

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse
    from django.test import Client

HOST = "bench.test"
GOAL = 1.5
CONTEXTS: dict[UUID, dict[str, Any]] = {}


def bare(request: HttpRequest, record_id: UUID) -> HttpResponse:
    """One SELECT and the same template: what the page would cost without law, ledger or seal."""
    from django.db import connection
    from django.shortcuts import render

    from fileroom.hosting import district_transaction

    assert request.user.is_authenticated
    with district_transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT body FROM bare_record WHERE id = %s", [record_id])
        (body,) = cursor.fetchone()
    said = json.loads(bytes(body))
    context = CONTEXTS[record_id] | {"contents": [(name, value) for name, value in said.items()]}
    return render(request, "records/record.html", context)


def prepared(owner_url: str) -> tuple[Client, UUID]:
    """A district with its demonstration, a signed-in registrar, and one record in both forms."""
    from django.test import Client

    from fileroom.collection.services import Collected, collect
    from fileroom.hosting import serving
    from fileroom.law import Purpose
    from fileroom.people import founding
    from fileroom.people.signed_in import SignedIn

    at = datetime.now(UTC)
    with serving(DISTRICT):
        people = founding.demonstration("a password for one benchmark", at=at)
        founding.open_accounts()
        fields = {"method": "certified_birth_record", "seen_on": "2026-10-01", "note": "Seen at the counter"}
        by = SignedIn(people.registrar, "web", stated=Purpose.EDUCATIONAL_INTEREST)
        filed = collect(people.ana, "birth_date_verification", fields, by=by, at=at)
        assert isinstance(filed, Collected)
    with psycopg.connect(owner_url, autocommit=True) as owner:
        owner.execute(f"CREATE TABLE {DISTRICT}.bare_record (id uuid PRIMARY KEY, body bytea NOT NULL)")
        owner.execute(f"GRANT SELECT ON {DISTRICT}.bare_record TO fileroom_app")
        owner.execute(
            f"INSERT INTO {DISTRICT}.bare_record VALUES (%s, %s)", [filed.record, json.dumps(fields).encode()]
        )
    client = Client(HTTP_HOST=HOST)
    client.post("/sign-in/", {"login": "registrar", "password": "a password for one benchmark"})
    return client, filed.record


def fetch(client: Client, address: str) -> tuple[float, Any]:
    """Seconds of one page, and the page."""
    begin = perf_counter()
    answer = client.get(address)
    took = perf_counter() - begin
    assert answer.status_code == 200, (address, answer.status_code)
    return took, answer


def context_of_page(client: Client, record: UUID) -> dict[str, Any]:
    """What the page gives its template, listened to once."""
    from django.test.utils import setup_test_environment, teardown_test_environment

    setup_test_environment()
    _, page = fetch(client, f"/records/{record}/")
    teardown_test_environment()
    return {name: page.context[name] for name in ("student", "record", "purpose", "card", "marked")}


def disk_wait(connection: psycopg.Connection) -> float:
    """Seconds that a commit of one small row takes longer when it waits for the disk than when it does not."""
    took = []
    for wait in ("off", "on"):
        connection.execute(f"SET synchronous_commit = {wait}".encode())
        begin = perf_counter()
        connection.execute("UPDATE bare_record SET body = body")
        took.append(perf_counter() - begin)
    return took[1] - took[0]


def measure(client: Client, record: UUID, pages: int, connection: psycopg.Connection) -> dict[str, float]:
    """Pages in turns; medians of both, of the pairs' ratios, of the disk, and of the ratios without it."""
    CONTEXTS[record] = context_of_page(client, record)
    fetch(client, f"/bare/{record}/")
    law, plain, disk = [], [], []
    for _ in range(pages):
        law.append(fetch(client, f"/records/{record}/")[0])
        plain.append(fetch(client, f"/bare/{record}/")[0])
        disk.append(disk_wait(connection))
    waits = 2 * median(disk)
    pairs = list(zip(law, plain, strict=True))
    return {
        "page_ms": 1000 * median(law), "bare_ms": 1000 * median(plain), "disk_wait_ms": 1000 * median(disk),
        "ratio": median(one / other for one, other in pairs), "goal": GOAL,
        "ratio_without_disk": median((one - waits) / other for one, other in pairs),
    }  # fmt: skip


def main() -> int:
    """Measure and print; exit status 1 if the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, installation(Path(folder), fsync=True) as urls:
        from django.conf import settings
        from django.urls import path

        from fileroom.config import urls as pages

        settings.ALLOWED_HOSTS = [HOST]
        pages.urlpatterns.append(path("bare/<uuid:record_id>/", bare))
        client, record = prepared(urls.owner)
        with psycopg.connect(urls.owner, autocommit=True, options=f"-c search_path={DISTRICT}") as connection:
            figures = measure(client, record, args.pages, connection)
    met = figures["ratio"] <= GOAL
    if args.json:
        print(json.dumps(figures))
        return 0 if met else 1
    word = "met" if met else "missed"
    print(f"a record's page {figures['page_ms']:.1f} ms, the bare view {figures['bare_ms']:.1f} ms")
    print(f"ratio {figures['ratio']:.2f} (median of {args.pages} pairs); goal at most {GOAL}: {word}")
    print(f"one commit waits {figures['disk_wait_ms']:.1f} ms for the disk; without its two the ratio were", end=" ")
    print(f"{figures['ratio_without_disk']:.2f}")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
