"""An act is noted in the transaction it belongs to, leaves its receipt when that commits, and holds codes only."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from uuid import UUID

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom import law
from fileroom.hosting import current_district, district_transaction, durable
from fileroom.ledger import events, queries
from fileroom.ledger import services as ledger
from fileroom.seal.store import key_store
from tests.ledger.acts import ANA, AT, BEN, LATER, TEACHER, act, acts, sequenced


@dataclass(frozen=True)
class Because:
    rule: str


@dataclass(frozen=True)
class Decision:
    because: tuple[Because, ...]
    outcome: str
    sealed: bool


class ItWentWrong(Exception):
    """What goes wrong in a transaction."""


def noted() -> dict[UUID, bool]:
    return {receipt.event: receipt.cancelled for receipt in key_store().receipts(current_district())}


def test_an_act_is_read_back_as_it_was_written(district: str) -> None:
    event = replace(act(), part="page:2", rules=("disclosure.teachers.own_students", "disclosure.default.no"))
    assert ledger.write(event) == event.id
    assert queries.entries_of(ANA) == [queries.Noted(event, None, None)]


def test_every_entry_has_its_receipt_once_its_transaction_commits(district: str) -> None:
    single, many = act(), acts(5)
    with durable():
        ledger.write(single)
        ledger.write_many(many)
        assert noted() == {}
    assert noted() == dict.fromkeys([single.id, *(event.id for event in many)], False)


def test_a_transaction_that_fails_leaves_neither_entry_nor_receipt(district: str) -> None:
    with pytest.raises(ItWentWrong), durable():
        ledger.write(act())
        ledger.write_many(acts(3))
        raise ItWentWrong
    assert noted() == {}
    assert queries.entries_of(ANA) == []


def test_entries_outlive_a_key_store_that_cannot_take_their_receipts(
    district: str, receipts: psycopg.Connection, caplog: pytest.LogCaptureFixture
) -> None:
    event = act()
    receipts.execute("ALTER TABLE release RENAME TO away")
    try:
        ledger.write(event)
    finally:
        receipts.execute("ALTER TABLE away RENAME TO release")
    assert [entry.event for entry in queries.entries_of(ANA)] == [event]
    assert "1 ledger entries" in caplog.text
    assert "UndefinedTable at " in caplog.text
    assert "COPY" not in caplog.text and "INSERT" not in caplog.text and '"' not in caplog.text
    assert noted() == {}
    ledger.sequence(at=LATER)
    assert noted() == {event.id: False}
    assert ledger.verify().ok
    until_it_takes_receipts()


def until_it_takes_receipts() -> None:
    """Another entry, as soon as one is let be written again."""
    for _ in range(30):
        try:
            ledger.write(act(BEN))
        except ledger.NoReceipts:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("nothing is written again")


def test_after_a_receipt_that_could_not_be_left_nothing_is_done_until_one_can_be(
    district: str, receipts: psycopg.Connection
) -> None:
    lost, late = act(), act(second=1)
    receipts.execute("ALTER TABLE release RENAME TO away")
    try:
        ledger.write(lost)
        for _ in range(2):  # tried, and then not even tried
            with pytest.raises(ledger.NoReceipts):
                ledger.write(late)
        with pytest.raises(ledger.NoReceipts):
            ledger.write_many([late])
        with pytest.raises(ledger.NoReceipts):
            ledger.insert_sql(late)
    finally:
        receipts.execute("ALTER TABLE away RENAME TO release")
    assert [entry.event for entry in queries.entries_of(ANA)] == [lost]
    until_it_takes_receipts()
    assert noted()[lost.id] is False, "left before any other"
    ledger.write(late)
    assert ledger.verify(patience=0.05).ok


def test_one_districts_key_store_keeps_no_other_from_acting(district: str, receipts: psycopg.Connection) -> None:
    from fileroom.hosting import serving

    receipts.execute("ALTER TABLE release RENAME TO away")
    try:
        ledger.write(act())
        with serving("mesa_verde"):
            ledger.write(act())
        with pytest.raises(ledger.NoReceipts):
            ledger.write(act())
    finally:
        receipts.execute("ALTER TABLE away RENAME TO release")
    until_it_takes_receipts()


def test_a_receipt_the_sequencer_left_first_is_left_as_it_is(district: str, caplog: pytest.LogCaptureFixture) -> None:
    first, *rest = acts(3)
    key_store().confirm(district, [first.id], AT)
    ledger.write_many([first, *rest])
    assert noted() == dict.fromkeys([event.id for event in (first, *rest)], False)
    assert caplog.text == ""


def test_nothing_is_numbered_while_its_receipt_cannot_be_left(district: str, receipts: psycopg.Connection) -> None:
    event = act()
    ledger.write(event)
    receipts.execute("ALTER TABLE release RENAME TO away")
    try:
        with pytest.raises(psycopg.errors.UndefinedTable):
            ledger.sequence(at=LATER)
    finally:
        receipts.execute("ALTER TABLE away RENAME TO release")
    assert queries.entries_of(ANA)[0].number is None
    assert ledger.sequence(at=LATER) == 1


def test_the_insert_can_be_part_of_a_statement_that_reads(district: str) -> None:
    from django.db import connection

    event = act()
    statement, params = ledger.insert_sql(event)
    with district_transaction(), connection.cursor() as cursor:
        cursor.execute(f"WITH event AS ({statement}) SELECT event.id, 'contents' FROM event", params)
        assert cursor.fetchall() == [(event.id, "contents")]


def test_a_decision_lends_its_rules_its_outcome_and_its_seal(district: str) -> None:
    decision = Decision((Because("a.rule"), Because("b.rule"), Because("a.rule")), "may", True)
    event = ledger.event(ledger.Act.FILE_OPENED, student=ANA, by=TEACHER, decision=decision, at=AT)
    assert (event.rules, event.outcome, event.sealed) == (("a.rule", "b.rule"), "may", True)
    assert event.law_digest == law.digest()


def test_the_same_instant_in_another_zone_is_the_same_entry() -> None:
    pacific = AT.astimezone(timezone(timedelta(hours=-7)))
    assert replace(act(), id=ANA, record=BEN, at=pacific) == replace(act(), id=ANA, record=BEN, at=AT)


@pytest.mark.parametrize(
    "change",
    [
        {"part": "Ana Torres"},
        {"purpose": "because her mother\nasked"},
        {"outcome": "añadido"},
        {"rules": ("a,b",)},
        {"rules": ("a\\b",)},
        {"law_digest": "12"},
        {"at": datetime(2026, 10, 19, 17, 30)},  # noqa: DTZ001  # the very thing that must be refused
    ],
)
def test_free_text_and_half_times_are_refused_and_not_repeated(change: dict[str, object]) -> None:
    with pytest.raises(ledger.Uncodable) as refused:
        replace(act(), **change)  # type: ignore[arg-type]  # wrong values on purpose
    assert "Torres" not in str(refused.value)


@pytest.mark.parametrize("change", [{"role": "the teacher"}, {"door": "web\t"}, {"client": "10.0.0.1, 10.0.0.2"}])
def test_an_actor_is_described_by_codes_and_an_address(change: dict[str, str]) -> None:
    with pytest.raises(ledger.Uncodable):
        replace(TEACHER, **change)  # type: ignore[arg-type]  # the keys are field names


def test_acts_are_noun_and_verb_in_alphabetical_order() -> None:
    values = [kind.value for kind in ledger.Act]
    assert values == sorted(values)
    assert all(noun and verb for noun, _, verb in (value.partition(":") for value in values))


CODES = st.from_regex(events.CODE, fullmatch=True).filter(lambda text: text.isascii())


@given(CODES, CODES, CODES, st.binary(min_size=32, max_size=32))
def test_the_canonical_text_hides_the_client_and_tells_apart_every_other_field(
    part: str, purpose: str, outcome: str, salt: bytes
) -> None:
    event = replace(act(), part=part, purpose=purpose, outcome=outcome)
    values = events.as_values(event)
    text = events.canonical(values, salt)
    assert b"192.0.2.7" not in text
    for at, name in enumerate(events.FIELDS):
        assert events.canonical([*values[:at], values[at] + b"x", *values[at + 1 :]], salt) != text, name


def test_without_the_closed_half_of_the_salt_a_client_cannot_be_tried_out() -> None:
    salt, other = bytes(32), bytes(16) + bytes([1] * 16)
    assert events.hidden_client(b"192.0.2.7", salt) != events.hidden_client(b"192.0.2.7", other)


def test_what_the_table_gives_back_is_what_was_hashed(district: str, owner: psycopg.Connection) -> None:
    from fileroom.ledger import sql

    for event in sequenced(40, sealed_each=5):
        found = owner.execute(f"SELECT {sql.ROW} FROM ledger_event e WHERE e.id = %s", [event.id]).fetchone()
        assert found is not None
        assert found[0].encode().split(b"\x1f") == events.as_values(event)


def test_times_are_written_to_the_microsecond() -> None:
    assert events.instant_of(datetime(2026, 1, 2, 3, 4, 5, 6, UTC)) == "2026-01-02T03:04:05.000006Z"
