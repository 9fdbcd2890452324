"""A family is told that nothing was removed only where that was computed, and its proof holds its own request."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from uuid import UUID

import psycopg
import pytest

from fileroom.hosting.embedded import Urls
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import filed, looks

SAID = "Nothing has been removed from this list"


@pytest.fixture
def town(district: str) -> make.Town:
    """The mother's file with a look of the teacher's, numbered."""
    from fileroom.ledger import services as ledger

    town = make.town()
    looks(town.teacher.by, filed(town.registrar.by, town.ana))
    ledger.sequence(at=AT)
    return town


def complete(town: make.Town) -> bool:
    from fileroom.disclosure.log import Looked, who_has_looked

    seen = who_has_looked(town.ana.id, by=town.mother.by, at=AT)
    assert isinstance(seen, Looked)
    return seen.complete


def test_a_whole_list_is_said_to_be_whole(town: make.Town) -> None:
    assert complete(town)


@pytest.mark.parametrize("order", ["DESC", "ASC"], ids=["the newest entry", "the oldest entry"])
def test_a_list_that_lost_an_entry_is_not_said_to_be_whole(
    town: make.Town, owner: psycopg.Connection, order: str
) -> None:
    newest = "DESC" if order == "DESC" else "ASC"
    owner.execute(
        "DELETE FROM ledger_event WHERE id = (SELECT event FROM ledger_leaf WHERE label IS NOT NULL AND log = 'open'"
        f" ORDER BY number {newest} LIMIT 1)"
    )
    assert not complete(town)


@pytest.fixture
def busy(installation: Urls) -> Iterator[psycopg.Connection]:
    """Another process numbers just now: it holds the district's lock until its transaction ends."""
    with psycopg.connect(installation.records) as connection:
        number = sha256(b"fileroom ledger sequencer\nalder_creek").digest()[:8]
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [int.from_bytes(number, "big", signed=True)])
        yield connection


def test_a_proof_waits_for_its_own_request_while_another_process_numbers(
    town: make.Town, busy: psycopg.Connection
) -> None:
    from fileroom.disclosure.log import Proof, proof_for_family

    threading.Timer(0.6, busy.rollback).start()
    proof = proof_for_family(town.ana.id, by=town.mother.by, at=AT)
    assert isinstance(proof, Proof)
    assert str(proof.entry) in proof.bundle


def test_a_proof_that_gets_no_number_in_good_time_says_so(
    town: make.Town, busy: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.disclosure import log
    from tests.attacks.browsing import browser

    monkeypatch.setattr(log, "PATIENCE", 0.2)
    answer = browser(town.mother.by).get(f"/family/{town.ana.id}/proof/")
    assert answer.status_code == 503
    assert b"try again in a minute" in answer.content


@pytest.mark.parametrize("kind", ["records_order_6323_5", "stay_away_no_records_clause"])
def test_an_order_entered_while_a_proof_waits_for_its_number_keeps_the_log_from_being_handed_over(
    town: make.Town, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    from fileroom.disclosure import log
    from fileroom.ledger import queries
    from fileroom.people.answers import Refused

    father = make.related("father", town.ana)
    may_read = isinstance(log.who_has_looked(town.ana.id, by=father.by, at=AT), log.Looked)
    is_numbered = queries.is_numbered

    def meanwhile(entry: UUID) -> bool:
        make.order(town.ana, father.row, kind=kind)
        return is_numbered(entry)

    monkeypatch.setattr(queries, "is_numbered", meanwhile)
    answer = log.proof_for_family(town.ana.id, by=father.by, at=AT)
    assert may_read and isinstance(answer, Refused)
    assert not answer.decision.granted


def test_no_order_comes_between_the_last_answer_of_the_law_and_the_bundle(
    town: make.Town, owner: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.disclosure import log
    from fileroom.ledger import services as ledger

    held: list[bool] = []
    export = ledger.export

    def exports(student: UUID, **more: Any) -> str:
        free = owner.execute(
            "SELECT pg_try_advisory_xact_lock(hashtextextended('alder_creek student ' || %s::uuid, 0))", [student]
        ).fetchone()
        held.append(free == (False,))
        return export(student, **more)

    monkeypatch.setattr(ledger, "export", exports)
    assert isinstance(log.proof_for_family(town.ana.id, by=town.mother.by, at=AT), log.Proof)
    assert held == [True]
