"""The scope of an incident is what was truly shown: to these accounts, from these addresses, in this time."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given, settings
from hypothesis import strategies as st

from fileroom.ledger.services import Act, Actor
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import asks, filed, looks

HOUR = timedelta(hours=1)
OPERATOR = Actor(None, "operator", "cli")
BEGUN, ENDED = AT - 24 * HOUR, AT + 24 * HOUR


def scoped(*names: str, addresses: tuple[str, ...] = (), begun: datetime = BEGUN, ended: datetime = ENDED) -> Any:
    """The scope, and the students by id."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.incidents.scope import reached, scope

    asked, found = scope(names, addresses, begun, ended, by=OPERATOR, at=AT)
    with district_transaction():
        return found, {it.student: it for it in reached(asked)}


def test_what_one_account_saw_and_nothing_of_anothers(town: make.Town) -> None:
    record = filed(town.registrar.by, town.ana)
    looks(town.mother.by, record)
    asks(town.registrar.by, town.ben)
    found, students = scoped("mother")
    assert (found.students, found.records, found.shown) == (1, 1, 1)
    assert set(students) == {town.ana.id}
    assert list(found.classes.values()) == [1]
    assert set(scoped("registrar")[1]) >= {town.ben.id}


def test_a_letter_or_an_order_that_was_opened_is_no_record(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.ledger import services as ledger

    record = filed(town.registrar.by, town.ana)
    looks(town.mother.by, record)
    with district_transaction():
        who = town.mother.by.acting_as("parent")
        for act in (Act.LETTER_OPENED, Act.ORDER_PREVIEWED):
            ledger.write(ledger.event(act, by=who, student=town.ana.id, record=uuid4(), at=AT))
    found, students = scoped("mother")
    assert (found.shown, found.records, sum(found.classes.values())) == (3, 1, 1)
    assert students[town.ana.id].records == 1


def test_a_refusal_reaches_nobody_and_is_counted_apart(town: make.Town) -> None:
    stranger = make.related("stranger", None)
    asks(stranger.by, town.ana)
    found, students = scoped("stranger")
    assert (found.students, found.in_vain, students) == (0, 1, {})


def test_a_search_says_how_many_its_list_named_and_whom_it_names_is_not_kept(town: make.Town) -> None:
    from fileroom.disclosure.searching import search

    for words_ in ("Torres", "Ruiz", "Zzz"):
        search(words_, by=town.registrar.by, at=AT)
    found, students = scoped("registrar")
    assert (found.students, found.searches, found.listed, students) == (0, 3, 2, {})
    assert scoped("teacher")[0].listed == 0


def test_whom_a_list_has_named_is_counted_though_its_entry_names_nobody(town: make.Town) -> None:
    from fileroom.programmes.incidents.essentials import essential_list
    from fileroom.programmes.social_media.desk import gathered
    from tests.programmes.incidents.reporting import HEAD
    from tests.programmes.social_media.world import gathers, offices, running

    there = offices(town)
    running(there)
    gathers(town.principal.by, town.ana.id)
    before = scoped(there.designee.account.sign_in_name)[0].listed
    gathered(by=there.designee, at=AT)
    assert scoped(there.designee.account.sign_in_name)[0].listed == before + 1
    essential_list(town.school.id, "4", head=HEAD, by=town.registrar.by, at=AT)
    assert scoped("registrar")[0].listed == 2, "Ana and Ben stood on one paper"


def test_an_account_that_is_nobodys_is_named(town: make.Town) -> None:
    with pytest.raises(ValidationError, match="mallory"):
        scoped("mallory")
    with pytest.raises(ValidationError, match="ends before"):
        scoped(begun=ENDED, ended=BEGUN)


def test_that_it_was_counted_is_an_entry(town: make.Town) -> None:
    from tests.disclosure.asking import last_entry

    scoped("registrar")
    assert (last_entry().act.value, last_entry().actor.role) == ("incident:scoped", "operator")


# A small world of planted entries: who, from where, which student and record, when, and what was done. Two of what
# stands as a record there are none: a letter and an order.
ACCOUNTS, STUDENTS, RECORDS = ([uuid4() for _ in range(number)] for number in (3, 4, 6))
ADDRESSES = ("192.0.2.7", "198.51.100.9", "")
SHOWN, NOT = ("record:inspected", "file:opened", "record:copied"), ("disclosure:refused", "record:collected")
PLANTED = st.lists(
    st.tuples(
        st.sampled_from(ACCOUNTS), st.sampled_from(ADDRESSES), st.sampled_from(STUDENTS), st.sampled_from(RECORDS),
        st.integers(-30, 30), st.sampled_from(SHOWN + NOT),
    ),
    max_size=40,
)  # fmt: skip


def plant(rows: list[tuple[Any, ...]]) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.ledger import services as ledger
    from fileroom.records.models import Record

    children = [make.student(id=it) for it in STUDENTS]
    with district_transaction():
        Record.objects.bulk_create(
            Record(id=it, student=children[0], item="health", kept_as="interim", origin="filed", filed_at=AT)
            for it in RECORDS[:-2]
        )
        ledger.write_many(
            ledger.event(
                Act(act), student=student, record=record, by=Actor(account, "teacher", "web", client),
                at=AT + hours * HOUR,
            )
            for account, client, student, record, hours, act in rows
        )  # fmt: skip


@settings(max_examples=25)
@given(
    rows=PLANTED, address=st.sampled_from(["", *ADDRESSES[:2]]), begins=st.integers(-30, 0), lasts=st.integers(1, 40)
)
def test_it_equals_what_was_planted(
    superusers: list[Any], rows: list[tuple[Any, ...]], address: str, begins: int, lasts: int
) -> None:
    from fileroom.hosting import serving
    from tests.conftest import DISTRICTS, empty

    for superuser in superusers:
        empty(superuser, *DISTRICTS)
    begun, ended = AT + begins * HOUR, AT + (begins + lasts) * HOUR
    with serving("alder_creek"):
        plant(rows)
        found, students = scoped(addresses=(address,) if address else (), begun=begun, ended=ended)
    seen = [
        it for it in rows if it[5] in SHOWN and begins <= it[4] < begins + lasts and (not address or it[1] == address)
    ]
    assert found.shown == len(seen)
    assert set(students) == {it[2] for it in seen}
    assert found.records == len({it[3] for it in seen} - set(RECORDS[-2:]))
    assert found.accounts == len({it[0] for it in seen})
    assert {it.student: it.shown for it in students.values()} == {
        student: sum(it[2] == student for it in seen) for student in {it[2] for it in seen}
    }
    assert sum(it.shown for it in found.hours) == len(seen)


def test_the_command_tells_it_in_words_and_as_json(town: make.Town, capsys: pytest.CaptureFixture[str]) -> None:
    from fileroom.cli.incident import run

    record = filed(town.registrar.by, town.ana)
    looks(town.mother.by, record)
    args = make_args(account=["mother"], begun="2026-10-19", ended="2026-10-20")
    assert run(args) == 0
    assert "1 students, 1 records" in capsys.readouterr().out
    args.json = True
    assert run(args) == 0
    said = json.loads(capsys.readouterr().out)
    assert [UUID(it["student"]) for it in said["reached"]] == [town.ana.id]
    assert run(make_args(begun="yesterday", ended="2026-10-20")) == 4
    assert "2026-10-19T14:30" in capsys.readouterr().err


def make_args(**given: Any) -> Any:
    from argparse import Namespace

    return Namespace(**({"account": [], "address": [], "json": False} | given))
