"""An order that is filed while somebody looks: nothing is opened once it is in force, however the two are timed.

Real transactions in threads of their own. A superuser's lock on the table of ciphertexts holds one of them in its last
step, after its decision; which of the two must wait for the other is then up to the program.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg
import pytest

from fileroom.law.facts import Order
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import filed, looks, outcome
from tests.disclosure.releases import opened_of

if TYPE_CHECKING:
    from fileroom.people.models import Student

# The lock of one student, as people/sql/touch.sql has it.
LOCK = "hashtextextended('alder_creek student ' || {}::uuid, 0)"
# Of the one session that waits for the lock of a student: the students whose locks it has.
TAKEN = f"""
SELECT s.id FROM pg_locks waiting
JOIN pg_locks l ON l.pid = waiting.pid AND l.granted AND l.locktype = 'advisory'
JOIN people_student s ON (l.classid::bigint << 32 | l.objid::bigint) = {LOCK.format("s.id")}
WHERE NOT waiting.granted AND waiting.locktype = 'advisory'
ORDER BY s.id"""
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event = %s"


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


def files_order(town: make.Town, father: make.Related, paper: bytes = b"Superior Court.\n") -> Any:
    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.collection.services import Document

    children = (town.ben.id, town.ana.id)
    terms = Terms(Order.RECORDS_ORDER_6323_5, father.row.id, town.mother.row.id, children, AT.date())
    return file_order(terms, Document("order.txt", paper), by=town.principal.by, at=AT)


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
    from fileroom.collection.orders.services import OrderFiled
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
    from fileroom.collection.orders.services import OrderFiled

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


def test_a_look_that_has_waited_reads_what_was_changed_of_the_student_meanwhile(
    town: make.Town, installation: Any, owner: psycopg.Connection[Any], hands: ThreadPoolExecutor
) -> None:
    """The student's own row too: whoever holds the lock alone may have made the rights pass."""
    assert outcome(town.mother.by, town.ana) == "must"
    with owner.transaction():
        owner.execute(f"SELECT pg_advisory_xact_lock({LOCK.format('%s')})", [town.ana.id])
        owner.execute("UPDATE people_student SET birth_on = '2000-01-01' WHERE id = %s", [town.ana.id])
        looking: Future[Any] = hands.submit(elsewhere(lambda: outcome(town.mother.by, town.ana)))
        waits(installation, "advisory")
    assert looking.result() == "no"


def test_a_graduation_waits_for_the_look_that_was_decided_before_it(
    town: make.Town, installation: Any, owner: psycopg.Connection[Any], hands: ThreadPoolExecutor
) -> None:
    from fileroom.collection.services import Collected, collect

    def graduates() -> Any:
        return collect(town.ana.id, "graduation_date", {"graduated_on": "2026-06-04"}, by=town.registrar.by, at=AT)

    record = filed(town.registrar.by, town.ana)
    with ciphertexts_held(owner):
        looking: Future[Any] = hands.submit(elsewhere(lambda: looks(town.mother.by, record)))
        waits(installation, "relation")
        filing: Future[Any] = hands.submit(elsewhere(graduates))
        waits(installation, "advisory")
        assert owner.execute("SELECT count(*) FROM people_milestone").fetchone() == (0,)
    assert looking.result().decision.granted
    assert isinstance(filing.result(), Collected)


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


@dataclass(frozen=True)
class Roes:
    """Children whose names go the other way than their ids, and who acts on all of them."""

    kids: list[Student]
    parent: make.Related
    clerk: make.Staffed
    restrained: make.Related

    @property
    def ids(self) -> list[UUID]:
        return sorted(it.id for it in self.kids)


@pytest.fixture
def roes(town: make.Town) -> Roes:
    parent, stranger = make.related("parent", None), make.related("stranger", None)
    kids = [make.student(name, "Roe", id=UUID(int=9 - n)) for n, name in enumerate(("Abel", "Bert", "Cleo", "Dora"), 1)]
    for kid in kids:
        make.enrolment(kid, town.school)
        make.custody(make.relationship(kid, parent.row))
        make.relationship(kid, stranger.row, verified=False)
    return Roes(kids, parent, town.registrar, stranger)


def names_its_children(roes: Roes) -> list[str]:
    from fileroom.disclosure.families import my_files

    return [it.name for it in my_files(by=roes.parent.by, at=AT)]


def searches(roes: Roes) -> list[str]:
    from fileroom.disclosure.searching import search

    return [it.name for it in search("Roe", by=roes.clerk.by, at=AT).students]


def lists_those_who_wait(roes: Roes) -> list[str]:
    from fileroom.disclosure.searching import with_claims

    return [it.name for it in with_claims(by=roes.clerk.by, at=AT).students]


def files_one_order_for_all(roes: Roes) -> list[str]:
    from fileroom.collection.orders.services import OrderFiled, file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.collection.services import Document

    children = tuple(it.id for it in roes.kids)
    terms = Terms(Order.RECORDS_ORDER_6323_5, roes.restrained.row.id, None, children, AT.date())
    filed = file_order(terms, Document("order.txt", b"Superior Court.\n"), by=roes.clerk.by, at=AT)
    assert isinstance(filed, OrderFiled)
    return [f"{it.legal_given} {it.legal_family}" for it in roes.kids]


@pytest.mark.parametrize(
    "act", [names_its_children, searches, lists_those_who_wait, files_one_order_for_all], ids=lambda it: it.__name__
)
def test_an_act_on_several_students_takes_them_in_the_order_of_their_ids(
    roes: Roes, installation: Any, owner: psycopg.Connection[Any], hands: ThreadPoolExecutor, act: Any
) -> None:
    """Else two such acts could each wait for the other. Whichever student it has to wait for, it has those before and
    none after."""
    for place, held in enumerate(roes.ids):
        with owner.transaction():
            owner.execute(f"SELECT pg_advisory_xact_lock({LOCK.format('%s')})", [held])
            acting: Future[Any] = hands.submit(elsewhere(lambda: act(roes)))
            waits(installation, "advisory")
            taken = [row[0] for row in owner.execute(TAKEN).fetchall()]
        assert acting.result() == ["Abel Roe", "Bert Roe", "Cleo Roe", "Dora Roe"]
        assert taken == roes.ids[:place]


def test_two_acts_on_the_same_students_at_one_moment_both_come_to_an_end(roes: Roes, hands: ThreadPoolExecutor) -> None:
    acts = [names_its_children, files_one_order_for_all, searches] * 4
    done = [hands.submit(elsewhere(lambda act=act: act(roes))) for act in acts]  # type: ignore[misc]
    assert [len(it.result(timeout=60)) for it in done] == [4] * len(acts)
