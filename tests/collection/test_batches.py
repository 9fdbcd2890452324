"""What an import brings is asked about like everything else: one question for each kind of record, its answer noted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries

if TYPE_CHECKING:
    from fileroom.collection.batches import Batched
    from fileroom.law import Decision
    from fileroom.law.facts import Question

REACH = {"email": "rosa@example.org", "mobile": "", "telephone": ""}


def bring(*records: Any) -> Batched:
    from fileroom.collection.batches import collect_many
    from fileroom.hosting import durable
    from fileroom.ledger.services import Actor

    with durable():
        return collect_many(records, by=Actor(account=None, role="system", door="cli"), at=AT)


def brought(who: Any, item: str = "contact_and_household", **fields: str) -> Any:
    from fileroom.collection.batches import Brought

    return Brought(who.id, item, fields or REACH)


def test_each_entry_carries_the_law_s_answer_and_its_rules(town: make.Town) -> None:
    from fileroom import law

    assert bring(brought(town.ana), brought(town.ben, "test_results", score="412")).new == 2
    noted = {event.part: event for event in entries()}
    for item, event in noted.items():
        assert event.rules and event.law_digest == law.digest(), item
        assert (event.act, event.purpose, event.actor.role) == ("record:collected", "enrolment", "system")
    outcomes = {item: event.outcome for item, event in noted.items()}
    assert outcomes == {"contact_and_household": "may", "test_results": "must"}, "leave for one, a duty for the other"


def test_the_law_is_asked_once_for_each_kind_of_record(town: make.Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom import law

    asked, decide = [], law.decide

    def spied(question: Question, *more: Any) -> Decision:
        asked.append(question)
        return decide(question, *more)

    monkeypatch.setattr(law, "decide", spied)
    bring(*[brought(who) for who in (town.ana, town.ben)], brought(town.ana, "test_results", score="1"))
    assert sorted(str(it.record.kind) for it in asked) == ["contact_and_household", "test_results"]


def test_a_kind_of_record_that_the_law_keeps_out_is_held_back_whole(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No item of the catalogue is kept out today; a rule of tomorrow may."""
    from fileroom.collection import gate
    from fileroom.law.facts import RecordKind

    decide = gate.decide_brought
    monkeypatch.setattr(
        gate,
        "decide_brought",
        lambda item, on: decide(RecordKind.CITIZENSHIP_STATUS.value if item == "test_results" else item, on=on),
    )
    tally = bring(brought(town.ana), brought(town.ben, "test_results", score="1"))
    assert (tally.new, tally.held_back) == (1, (1,))
    assert [(event.act.value, event.part, event.outcome) for event in entries()] == [
        ("record:collected", "contact_and_household", "may"),
        ("collection:refused", "test_results", "no"),
    ]


def test_a_record_that_holds_what_the_law_keeps_out_is_refused_by_the_law_and_noted(town: make.Town) -> None:
    tally = bring(brought(town.ana, email="219-09-9999"), brought(town.ben))
    assert (tally.new, tally.held_back) == (1, (0,))
    (refused,) = [event for event in entries() if event.act.value == "collection:refused"]
    assert (refused.student, refused.part, refused.outcome) == (town.ana.id, "contact_and_household", "no")
    assert refused.rules and refused.law_digest


@pytest.mark.parametrize("item", ["other", "access_log", "consent_form", "court_order"])
def test_an_item_that_nobody_sends_stops_the_import(town: make.Town, item: str) -> None:
    from fileroom.people.answers import Missing

    with pytest.raises(Missing):
        bring(brought(town.ana, item, what="ever"))
    assert entries() == []


def test_where_no_entry_can_be_written_no_key_was_made(
    town: make.Town, owner: psycopg.Connection, receipts: psycopg.Connection
) -> None:
    """Keys are committed apart from the records: what comes before the entry would stay."""
    owner.execute("REVOKE INSERT ON ledger_event FROM fileroom_app")
    try:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            bring(brought(town.ana))
    finally:
        owner.execute("GRANT INSERT ON ledger_event TO fileroom_app")
    assert receipts.execute("SELECT count(*) FROM data_key").fetchone() == (0,)
