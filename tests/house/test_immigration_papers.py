"""An Ed-Fi bundle full of immigration papers comes in; nothing of them is anywhere afterwards, and they are counted.

Everything the import may have touched is searched: the database's own files with their write-ahead log, dumps of both
databases, the object folder, the statement log, the program's log, the report, a student's bundle of the ledger as
`fileroom ledger export` gives it, and a backup: its folder, and the tables in it once its seal is opened.
"""

from __future__ import annotations

import json
import logging
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest

from fileroom.hosting.embedded import EmbeddedServer, Urls
from tests.collection import edfi_bundles as edfi
from tests.collection.samples import sample
from tests.conftest import AT, empty
from tests.house.test_canaries import spellings, still_there
from tests.house.traces import Written, dumped

# Of the papers and statuses themselves; and of the free text that may speak of an order.
KEPT_OUT = ("K7731904", "Non-resident alien", "F1 - Foreign Student Visa", "Not to pick up", "Oaxaca", edfi.SSN)
# The sample's own words for its contacts' papers.
OF_THE_SAMPLE = ("Immigration document/visa", "Baptismal or church certificate", "PersonalInformationVerification")


def found_in(*bodies: bytes) -> set[str]:
    """What of the papers is in any of these bytes, however spelled."""
    words = (*KEPT_OUT, *OF_THE_SAMPLE)
    return {word for word in words for it in spellings(word) if any(it in body for body in bodies)}


@dataclass(frozen=True)
class Traces:
    """Where the import left anything."""

    logs: bytes
    dumps: bytes
    report: str
    given: str
    export: str
    backup: Path
    unsealed: bytes
    folders: tuple[Path, ...]


@pytest.fixture(scope="module")
def traces(
    installation: Urls,
    superusers: list[psycopg.Connection],
    server: tuple[EmbeddedServer, Urls],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Traces]:
    """Bring the hand-made bundle, as XML and as JSON, and the sample; once for all tests below."""
    from django.conf import settings

    from fileroom.collection.edfi.services import import_edfi
    from fileroom.hosting import serving
    from fileroom.ledger import services as ledger
    from fileroom.ledger.services import Actor
    from fileroom.safekeeping.services import take

    postgres, urls = server
    for superuser in superusers:
        empty(superuser, "alder_creek")
    begin = postgres.log_path.stat().st_size
    written, loggers = Written(), [logging.getLogger(name) for name in ("", "fileroom")]
    for logger in loggers:
        logger.addHandler(written)
    folder = tmp_path_factory.mktemp("edfi")
    bundles = [edfi.folder(folder / "xml", edfi.district()), edfi.folder(folder / "json", edfi.as_json())]
    bundles.append(Path(shutil.copytree(sample("edfi-grand-bend"), folder / "sample")))
    try:
        with serving("alder_creek"):
            reports = [import_edfi(path, by=Actor(None, "system", "cli"), at=AT) for path in bundles]
            ledger.sequence(at=AT)
            export = of_a_student_in_all_bundles()
            backup = tmp_path_factory.mktemp("backup") / "taken"
            take(backup, by=Actor(None, "system", "cli"), at=AT)
            unsealed = tables_of(backup, postgres)
    finally:
        for logger in loggers:
            logger.removeHandler(written)
    with psycopg.connect(urls.superuser, autocommit=True) as superuser:
        superuser.execute("CHECKPOINT")
    with postgres.log_path.open("rb") as log:
        log.seek(begin)
        statements = log.read()
    said = "\n".join(json.dumps(it.to_json(), ensure_ascii=False) + it.in_words() for it in reports)
    given = "\n".join(path.read_text(encoding="utf-8") for it in bundles for path in it.iterdir())
    folders = (postgres.home.data, Path(settings.OBJECTS))
    logs = "\n".join(written.lines).encode() + statements
    yield Traces(logs, dumped(postgres, urls), said, given, export, backup, unsealed, folders)


def of_a_student_in_all_bundles() -> str:
    """What `fileroom ledger export --student` prints of the child whose papers came in."""
    from fileroom.disclosure import log
    from fileroom.hosting import district_transaction
    from fileroom.law.facts import Purpose
    from fileroom.ledger.services import Actor
    from fileroom.people.models import Student

    with district_transaction():
        child = Student.objects.get(legal_family="Okafor").id
    by = Actor(None, "system", "cli")
    return log.bundle_for_operator(child, since=None, by=by, purpose=Purpose.NONE_STATED, at=AT)


def tables_of(backup: Path, server: EmbeddedServer) -> bytes:
    """What whoever has the backup and its keys would read in it."""
    from fileroom.safekeeping.folder import BackupFolder, opened_records
    from fileroom.seal.store import key_store

    place = BackupFolder(backup)
    key = key_store().archive_key("alder_creek", "records")
    _, dump = opened_records(place.records("alder_creek"), key, place.about())
    return subprocess.run(
        [server.bin("pg_restore"), "--file=-"], input=b"".join(dump), check=True, capture_output=True, timeout=120
    ).stdout


@pytest.mark.parametrize("word", [*KEPT_OUT, *OF_THE_SAMPLE])
def test_the_bundles_hold_what_is_searched_for(traces: Traces, word: str) -> None:
    assert word in traces.given


def test_nothing_of_a_paper_is_in_the_databases_files(traces: Traces) -> None:
    files = [path for folder in traces.folders for path in folder.rglob("*") if path.is_file()]
    read = [body for path in files if (body := still_there(path)) is not None]
    assert len(read) > 500
    assert any(b"Okafor" in body for body in read), "what is kept is found by the same search"
    assert {
        word for word in (*KEPT_OUT, *OF_THE_SAMPLE) for it in spellings(word) if any(it in body for body in read)
    } == set()


def test_nothing_of_a_paper_is_in_a_dump_or_a_log(traces: Traces) -> None:
    assert b"Okafor" in traces.dumps
    for where in (traces.dumps, traces.logs):
        assert found_in(where) == set()


def test_nothing_of_a_paper_is_in_an_export_or_a_backup(traces: Traces) -> None:
    assert json.loads(traces.export)["entries"], "the child has a history"
    assert found_in(traces.export.encode()) == set()
    taken = [path for path in traces.backup.rglob("*") if path.is_file()]
    assert len(taken) > 2
    assert found_in(*(path.read_bytes() for path in taken)) == set()
    assert b"Okafor" in traces.unsealed, "what is kept is found by the same search"
    assert found_in(traces.unsealed) == set()


def test_the_report_counts_the_papers_by_their_law_and_repeats_nothing_of_them(traces: Traces) -> None:
    assert {word for word in (*KEPT_OUT, *OF_THE_SAMPLE[:2]) if word in traces.report} == set()
    counted = '"column": "Name/PersonalIdentificationDocument[immigration]", "rows": 5, "citation": "Ed. Code 234.7(a)"'
    assert counted in traces.report
