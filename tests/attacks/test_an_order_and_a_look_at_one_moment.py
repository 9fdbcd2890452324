"""An order that is filed while somebody looks: nothing is opened once it is in force, however the two are timed.

Real transactions in threads of their own. A superuser's lock on the table of ciphertexts holds one of them in its last
step, after its decision; which of the two must wait for the other is then up to the program.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg
import pytest

from fileroom.law.facts import Order
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import filed, looks, outcome
from tests.disclosure.releases import opened_of

ID = re.compile(r"'([0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12})'")
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event = %s"


@pytest.fixture
def town(district: str) -> make.Town:
    return make.town()


@pytest.fixture
def father(town: make.Town) -> make.Related:
    return make.related("father", town.ana)


@pytest.fixture
def hands() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(3) as pool:
        yield pool


@contextmanager
def ciphertexts_held(owner: psycopg.Connection[Any]) -> Iterator[None]:
    """Nobody reads or shelves a ciphertext meanwhile."""
    with owner.transaction():
        owner.execute("LOCK TABLE records_sealed IN ACCESS EXCLUSIVE MODE")
        yield


def elsewhere(act: Callable[[], Any]) -> Callable[[], Any]:
    """The act, in another thread: with the district, and a connection of its own."""

    def acted() -> Any:
        from django.db import connections

        from fileroom.hosting import serving

        with serving("alder_creek"):
            try:
                return act()
            finally:
                connections.close_all()

    return acted


def waits(installation: Any, what: str) -> None:
    """Until one session waits for a lock of this sort, or five seconds have passed."""
    with psycopg.connect(installation.superuser, autocommit=True) as watcher:
        for _ in range(100):
            if watcher.execute(WAITING, [what]).fetchone() == (1,):
                return
            time.sleep(0.05)
    raise AssertionError(f"nobody waits for a lock of the sort {what}")


def files_order(town: make.Town, father: make.Related, paper: bytes | None = None) -> Any:
    from fileroom.collection.orders import Terms, file_order
    from fileroom.collection.services import Document

    children = (town.ben.id, town.ana.id)
    terms = Terms(Order.RECORDS_ORDER_6323_5, father.row.id, town.mother.row.id, children, AT.date())
    shown = Document("order.txt", paper) if paper else None
    return file_order(terms, shown, by=town.principal.by, at=AT)


def orders(owner: psycopg.Connection[Any]) -> int:
    found = owner.execute("SELECT count(*) FROM people_courtorder").fetchone()
    assert found is not None
    return int(found[0])


LOOKS: dict[str, Callable[[make.Town, make.Related, UUID], Any]] = {
    "record": lambda town, father, record: looks(father.by, record),
    "copy": lambda town, father, record: looks(father.by, record, copy=True),
}


@pytest.mark.parametrize("look", LOOKS)
def test_an_order_waits_for_the_look_that_was_decided_before_it(
    town: make.Town,
    father: make.Related,
    installation: Any,
    owner: psycopg.Connection[Any],
    hands: ThreadPoolExecutor,
    look: str,
) -> None:
    from fileroom.collection.orders import OrderFiled
    from fileroom.disclosure.services import Inspected

    record = filed(town.registrar.by, town.ana)
    with ciphertexts_held(owner):
        looking: Future[Any] = hands.submit(elsewhere(lambda: LOOKS[look](town, father, record)))
        waits(installation, "relation")
        filing: Future[Any] = hands.submit(elsewhere(lambda: files_order(town, father)))
        waits(installation, "advisory")
        assert (orders(owner), filing.done(), looking.done()) == (0, False, False)
    assert isinstance(looking.result(), Inspected)
    assert isinstance(filing.result(), OrderFiled)
    assert outcome(father.by, town.ana) == "no"


@pytest.mark.parametrize("look", LOOKS)
def test_a_look_waits_for_the_order_that_is_being_filed_and_then_is_refused(
    town: make.Town,
    father: make.Related,
    installation: Any,
    owner: psycopg.Connection[Any],
    hands: ThreadPoolExecutor,
    look: str,
) -> None:
    from fileroom.collection.orders import OrderFiled

    record = filed(town.registrar.by, town.ana)
    with ciphertexts_held(owner):
        filing: Future[Any] = hands.submit(elsewhere(lambda: files_order(town, father, b"Superior Court.\n")))
        waits(installation, "relation")
        looking: Future[Any] = hands.submit(elsewhere(lambda: LOOKS[look](town, father, record)))
        waits(installation, "advisory")
    assert isinstance(filing.result(), OrderFiled)
    refused = looking.result()
    assert (refused.decision.outcome, refused.decision.silent) == ("no", True)
    assert opened_of(record) == []


def test_those_who_only_look_do_not_wait_for_each_other(
    town: make.Town, installation: Any, owner: psycopg.Connection[Any], hands: ThreadPoolExecutor
) -> None:
    record = filed(town.registrar.by, town.ana)
    with ciphertexts_held(owner):
        looking: Future[Any] = hands.submit(elsewhere(lambda: looks(town.mother.by, record)))
        waits(installation, "relation")
        assert outcome(town.teacher.by, town.ana) == "must"
        assert not looking.done()
    assert looking.result().decision.granted


def test_a_roster_that_changes_a_student_keeps_nobody_from_the_file_and_waits_for_nobody(
    town: make.Town, owner: psycopg.Connection[Any], hands: ThreadPoolExecutor
) -> None:
    """An import's transaction lasts minutes: a lock on the student's row would shut the file for as long."""
    with owner.transaction():
        owner.execute("UPDATE people_student SET grade = '5'")
        assert hands.submit(elsewhere(lambda: outcome(town.mother.by, town.ana))).result(timeout=10) == "must"


def test_an_act_on_several_students_takes_them_in_the_order_of_their_ids(
    town: make.Town, father: make.Related, server: Any
) -> None:
    """Else a family's page and an order on two of its children could each wait for the other."""
    from fileroom.disclosure.families import my_files
    from fileroom.disclosure.searching import search

    postgres, _ = server
    kids = [make.student(given, "Roe") for given in ("Cleo", "Abel", "Bert", "Dora")]
    for kid in kids:
        make.enrolment(kid, town.school)
        make.relationship(kid, father.row)
    wanted = sorted([*(it.id for it in kids), town.ana.id])
    begin = postgres.log_path.stat().st_size
    assert [it.name for it in my_files(by=father.by, at=AT)] == [
        "Abel Roe", "Ana Torres", "Bert Roe", "Cleo Roe", "Dora Roe",
    ]  # fmt: skip
    assert touched(postgres, begin, wanted) == wanted
    begin = postgres.log_path.stat().st_size
    assert [it.name for it in search("Roe", by=town.registrar.by, at=AT).students] == [
        "Abel Roe", "Bert Roe", "Cleo Roe", "Dora Roe",
    ]  # fmt: skip
    assert touched(postgres, begin, wanted) == sorted(it.id for it in kids)
    begin = postgres.log_path.stat().st_size
    files_order(town, father)
    assert touched(postgres, begin, [town.ana.id, town.ben.id]) == sorted([town.ana.id, town.ben.id])


def touched(postgres: Any, begin: int, among: list[UUID]) -> list[UUID]:
    """The students whom statements since then locked, in order: of each lock's statement, the id it asks for."""
    with postgres.log_path.open("rb") as log:
        log.seek(begin)
        locks = log.read().decode().split("pg_advisory_xact_lock_shared(")[1:]
    ids = [[UUID(it) for it in ID.findall(lock)] for lock in locks]
    return [next(it for it in named if it in among) for named in ids if set(named) & set(among)]
