"""Marked contents, notes, addresses, telephones and a court's paper go in and come out; nothing of them stays in clear.

One journey is walked once, then everything it may have touched is searched: the database's own files with their
write-ahead log, dumps of both databases, the object folder, the statement log and the program's log.
"""

from __future__ import annotations

import base64
import json
import logging
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
import pytest

from fileroom.hosting.embedded import EmbeddedServer, Urls
from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection import edfi_bundles as edfi
from tests.collection.oneroster_bundles import Roster
from tests.collection.quarantine.holding import held
from tests.conftest import AT, empty
from tests.house.statements import bound_values, unlogged_reads
from tests.house.traces import Written, dumped, waiting_rows_reach_the_disk

NOTE, STREET, MOBILE, PAPER, SMALL, LARGE, PHONE, MAIL, HELD = MARKED = tuple(
    f"canary-{word}-in-no-clear-place"
    for word in ("note", "street", "mobile", "paper", "small", "large", "phone", "mail", "held")
)
# What the law keeps out of a roster, where a person's id should be.
AS_ID, AS_AGENT, AS_STUDENT = NUMBERS = ("318-55-7261", "318-55-7262", "318-55-7263")
CANARIES = (*MARKED, *NUMBERS)
RECEIVER = "Dana Roe"
EVENT_NAMES = {"record:inspected", "record:copied", "record:released"}


@dataclass(frozen=True)
class Walked:
    """Where the journey left its traces."""

    program_log: str
    statement_log: str
    folders: tuple[Path, ...]
    dumps: bytes
    shown: dict[str, list[bytes]]
    entries: list[tuple[str, UUID | None]]
    records: dict[str, UUID]


def collected(town: make.Town) -> dict[str, UUID]:
    """File one record of each shape; returns them by canary."""
    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.collection.services import Collected, Document, collect
    from fileroom.law.catalogue import MAY_TELL_OF_OTHERS, Others
    from fileroom.law.facts import Order
    from fileroom.records.models import Record

    by, father = town.registrar.by, make.related("father", town.ana)
    rating = {"observed_on": "2026-10-01", "text": NOTE, "signed_by": "T. Abara, teacher"}
    address = {"name": "Rosa Torres", "street": STREET, "city": "Alder Creek", "postal_code": "93600"}
    small = Document("rating.txt", f"{SMALL}\n".encode())
    large = Document("scan.txt", f"{LARGE}\n".encode() + b"x" * 100_000)
    filed = {}
    for canary, item, given in (
        (NOTE, "counsellor_or_teacher_rating", rating),
        (STREET, "parent_name_and_address", address),
        (MOBILE, "contact_and_household", {"mobile": MOBILE}),
        (SMALL, "test_results", small),
        (LARGE, "test_results", large),
    ):
        others = Others.NOBODY if item in MAY_TELL_OF_OTHERS else None
        done = collect(town.ana.id, item, given, by=by, at=AT, others=others)
        assert isinstance(done, Collected), done.decision.says
        filed[canary] = done.record
    terms = Terms(Order.RECORDS_ORDER_6323_5, father.row.id, town.mother.row.id, (town.ana.id,), AT.date())
    file_order(terms, Document("order.txt", f"Superior Court. {PAPER}\n".encode()), by=town.principal.by, at=AT)
    from fileroom.hosting import district_transaction

    with district_transaction():
        filed[PAPER] = Record.objects.get(item="court_order").id
    return filed


def imported(folder: Path) -> None:
    """Bring rosters whose telephones, family addresses and ids are marked."""
    from fileroom.collection.edfi.services import import_edfi
    from fileroom.collection.oneroster.services import import_bundle
    from fileroom.ledger.services import Actor

    roster = Roster()
    roster.row("users", "u1")["phone"] = PHONE
    roster.row("users", "p1")["email"] = f"{MAIL}@example.org"
    student, parent = roster.row("users", "u2"), roster.row("users", "p1")
    roster.files["users"] += [student | {"sourcedId": AS_ID}, parent | {"sourcedId": AS_AGENT}]
    student["agentSourcedIds"] = AS_AGENT
    by = Actor(None, "system", "cli")
    report = import_bundle(roster.folder(folder / "oneroster"), by=by, at=AT)
    assert report.whole and report.tally.refused_by_law.total() == 3
    files = edfi.as_json()
    for name in ("students.json", "studentContactAssociations.json"):
        (row,) = json.loads(files[name])
        owner = row if name == "students.json" else row["studentReference"]
        owner["studentUniqueId"] = AS_STUDENT
        files[name] = json.dumps([*json.loads(files[name]), row])
    report = import_edfi(edfi.folder(folder / "edfi", files), by=by, at=AT)
    assert report.whole and report.tally.refused_by_law.total() == 2


def shown(town: make.Town, records: dict[str, UUID]) -> dict[str, list[bytes]]:
    """Open every record on the pages of those who may; returns the bodies of the answers by canary."""
    office, custodian, family = (browser(it.by) for it in (town.registrar, town.principal, town.mother))
    bodies: dict[str, list[bytes]] = {}
    for canary, record in records.items():
        if canary == PAPER:
            bodies[canary] = [custodian.get(f"/records/{record}/document/").content]
            continue
        end = "document/" if canary in (SMALL, LARGE) else ""
        pages = [office.get(f"/records/{record}/{end}"), family.get(f"/family/records/{record}/{end}")]
        bodies[canary] = [page.content for page in pages]
    waits = held(town.registrar.by, town.ana, f"{HELD}\nSocial Security number: 318-44-7265\n".encode())
    assert HELD.encode() in custodian.post(f"/coming-in/{waits}/look/").content
    bodies[NOTE].append(office.post(f"/records/{records[NOTE]}/release/", consented(town)).content)
    return bodies


def consented(town: make.Town) -> dict[str, str]:
    """The mother's consent that her child's rating goes to an attorney, as the form hands it over."""
    return {
        "to": "attorney", "to_name": RECEIVER, "identity_checked": "on", "purpose": "litigation", "shown": "consent",
        "consent_by": f"on-{town.mother.row.id}", "consent_form": "written", "consent_signed": "on",
        "consent_signed_on": "2026-10-01", "consent_records": "counsellor_or_teacher_rating",
        "consent_purpose": "litigation", "consent_recipient": RECEIVER, "step": "hand_over", "once": str(uuid4()),
    }  # fmt: skip


@pytest.fixture(scope="module")
def walked(
    installation: Urls,
    superusers: list[psycopg.Connection],
    server: tuple[EmbeddedServer, Urls],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Walked]:
    """The whole journey, once for all tests below."""
    from django.conf import settings

    from fileroom.hosting import serving
    from fileroom.ledger import services as ledger
    from tests.disclosure.asking import entries

    postgres, urls = server
    for superuser in superusers:
        empty(superuser, "alder_creek")
    begin = postgres.log_path.stat().st_size
    written, loggers = Written(), [logging.getLogger(name) for name in ("", "fileroom", "django.request")]
    for logger in loggers:
        logger.addHandler(written)
    try:
        with serving("alder_creek"), waiting_rows_reach_the_disk(installation.superuser):
            town = make.town()
            records = collected(town)
            imported(tmp_path_factory.mktemp("bundle"))
            bodies = shown(town, records)
            ledger.sequence(at=AT)
            noted = [(event.act.value, event.record) for event in entries()]
    finally:
        for logger in loggers:
            logger.removeHandler(written)
    with psycopg.connect(urls.superuser, autocommit=True) as superuser:
        superuser.execute("CHECKPOINT")
    with postgres.log_path.open("rb") as log:
        log.seek(begin)
        statements = log.read().decode()
    folders = (postgres.home.data, Path(settings.OBJECTS))
    yield Walked("\n".join(written.lines), statements, folders, dumped(postgres, urls), bodies, noted, records)


def spellings(canary: str) -> list[bytes]:
    """The canary in clear, in hexadecimal, and in base64 at each of its three places.

    Of base64, every sign that the canary alone decides and no other: fewer would turn up by chance in what is sealed.
    """
    text = canary.encode()
    places = [(math.ceil(8 * shift / 6), 8 * (shift + len(text)) // 6) for shift in range(3)]
    codes = [base64.b64encode(b"-" * shift + text)[slice(*place)] for shift, place in enumerate(places)]
    return [text, text.hex().encode(), *codes]


def test_no_spelling_is_so_short_that_chance_writes_it() -> None:
    assert min(len(spelling) for canary in (*CANARIES, "Oaxaca") for spelling in spellings(canary)) >= 6


def found_in(body: bytes) -> set[str]:
    """The canaries in these bytes, however spelled."""
    return {canary for canary in CANARIES if any(spelling in body for spelling in spellings(canary))}


def test_the_search_finds_a_canary_however_it_is_spelled() -> None:
    for text in (
        NOTE.encode(),
        NOTE.encode().hex().encode(),
        *(base64.b64encode(b"ab"[:n] + NOTE.encode() + b"!") for n in range(3)),
    ):
        assert found_in(b"before " + text + b" after") == {NOTE}


def test_every_record_was_shown_to_those_who_may_see_it(walked: Walked) -> None:
    for canary, bodies in walked.shown.items():
        assert all(canary.encode() in body for body in bodies), canary


def test_every_showing_has_its_entry(walked: Walked) -> None:
    for canary, record in walked.records.items():
        looks = [act for act, of in walked.entries if of == record and act in EVENT_NAMES]
        assert len(looks) == len(walked.shown[canary]), canary


def test_nothing_lies_in_clear_on_disk(walked: Walked) -> None:
    files = [path for folder in walked.folders for path in folder.rglob("*") if path.is_file()]
    read = {path: found_in(content) for path in files if (content := still_there(path)) is not None}
    assert len(read) > 500
    assert any("objects" in path.parts for path in read), "the large document lies in the object folder"
    assert {path.name: found for path, found in read.items() if found} == {}


def still_there(path: Path) -> bytes | None:
    """The running server removes and renames files of its own meanwhile."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def test_no_dump_holds_anything_in_clear(walked: Walked) -> None:
    assert b"INSERT INTO alder_creek.records_sealed" in walked.dumps
    assert found_in(walked.dumps) == set()


def test_no_statement_carried_anything_in_clear(walked: Walked) -> None:
    assert "records_sealed" in walked.statement_log
    assert found_in(walked.statement_log.encode()) == set()


def test_values_bound_apart_from_their_statements_were_searched_with_them(walked: Walked) -> None:
    """A plan that is kept is asked with its values apart: the search would be blind where the log left them out."""
    bound = bound_values(walked.statement_log)
    assert found_in("\n".join(bound).encode()) == set()
    for record in walked.records.values():
        assert any(f"'{record}'" in values for values in bound), record


def test_the_programs_log_holds_none_of_it(walked: Walked) -> None:
    assert found_in(walked.program_log.encode()) == set()
    assert "Torres" not in walked.program_log
    assert RECEIVER not in walked.program_log


def test_no_statement_reads_a_ciphertext_without_its_entry(walked: Walked) -> None:
    assert unlogged_reads(walked.statement_log) == []


def test_a_read_without_an_entry_would_be_found() -> None:
    prefix = "2026-10-19 10:00:00.000 UTC [12] fileroom_app LOG:  "
    good = (
        f"{prefix}statement: WITH event AS (INSERT INTO ledger_event (id) VALUES ('x')\n"
        "\tRETURNING id) SELECT s.ciphertext FROM event, records_sealed s\n"
    )
    kept = good.replace("statement:", "execute _pg3_7:") + f"{prefix.replace('LOG', 'DETAIL')}Parameters: $1 = 'x'\n"
    put = f'{prefix}statement: INSERT INTO "records_sealed" ("ciphertext") VALUES (\'\\x01\')\n'
    assert unlogged_reads(good + kept + put) == []
    for bad in (
        "SELECT ciphertext FROM records_sealed",
        "SELECT s.*\n\tFROM records_sealed s",
        "COPY records_sealed (ciphertext) TO STDOUT",
        "UPDATE records_sealed SET object_name = NULL RETURNING ciphertext",
        "DELETE FROM records_sealed WHERE version_id = 'x' RETURNING *",
        "INSERT INTO elsewhere (body) SELECT ciphertext FROM records_sealed",
        "DECLARE some CURSOR FOR SELECT ciphertext FROM records_sealed",
    ):
        for said in ("statement", "execute <unnamed>", "execute _pg3_7"):
            assert unlogged_reads(f"{good}{kept}{prefix}{said}: {bad}\n") == [f"{bad}\n"]
