"""All copies of a form are decided at once: returned, destroyed, redacted and kept, or kept under a law."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import psycopg
import pytest

from tests import factories as make
from tests.collection.conftest import Rows
from tests.collection.quarantine.holding import (
    ITEM,
    NUMBER,
    OTHER_NUMBER,
    districts_custodian,
    filled,
    held,
    settled,
    state_of,
)
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.records.test_destructions import LATER

if TYPE_CHECKING:
    from fileroom.people.answers import Refused

MEALS = b"Household application for free and reduced price school meals\nAdult household member who signs:\n"
MEALS += b"Last four digits of Social Security Number (SSN) of adult signer: XXX-XX-4471\nSignature of adult:\n"


@pytest.fixture
def two(town: make.Town) -> tuple[make.Town, UUID, UUID]:
    """Two copies of one form, of two students of the school."""
    return town, held(town.registrar.by, town.ana), held(town.registrar.by, town.ben, filled("Ben Ruiz", OTHER_NUMBER))


def refused(answer: object) -> Refused:
    from fileroom.people.answers import Refused

    assert isinstance(answer, Refused), answer
    return answer


def keys_left(receipts: psycopg.Connection) -> int:
    return len(receipts.execute("SELECT FROM data_key").fetchall())


def test_what_goes_back_to_the_sender_is_gone_with_every_copy_of_it(
    two: tuple[make.Town, UUID, UUID], receipts: psycopg.Connection, rows: Rows
) -> None:
    from fileroom.collection.quarantine.deciding import return_to_sender
    from fileroom.ledger import services as ledger

    town, one, other = two
    before = keys_left(receipts)
    done = settled(return_to_sender(one, by=town.principal.by, at=AT))
    assert (done.number, done.left) == (2, 0)
    assert [state_of(it) for it in (one, other)] == ["returned", "returned"]
    assert keys_left(receipts) == before - 2
    assert rows("SELECT count(*) FROM records_sealed WHERE ciphertext IS NOT NULL") == [(0,)]
    told = [(it.act, it.student, it.outcome) for it in entries()[2:]]
    assert told[0] == ("quarantine:returned", None, "copies:2")
    assert sorted(told[1:], key=str) == sorted(
        [("record:shredded", town.ana.id, ""), ("record:shredded", town.ben.id, "")], key=str
    )
    ledger.sequence(at=AT)
    assert ledger.verify(patience=0).ok, "each key that went has its leaf"


def test_nothing_is_destroyed_before_district_counsel_has_looked(two: tuple[make.Town, UUID, UUID]) -> None:
    from fileroom.collection.quarantine.deciding import destroy

    town, one, other = two
    answer = refused(destroy(one, cleared=False, by=town.principal.by, at=AT))
    assert [it.fact for it in answer.decision.missing] == ["other.counsel_cleared"]
    assert (state_of(one), entries()[-1].act) == ("held", "quarantine:refused")
    done = settled(destroy(one, cleared=True, by=town.principal.by, at=AT))
    assert (done.number, state_of(other)) == (2, "destroyed")
    noted = next(it for it in entries() if it.act == "quarantine:destroyed")
    assert noted.rules == ("retention.never_taken_in.destroyed_through_counsel",)


def test_what_nobody_could_read_is_destroyed_only_as_a_record_of_its_kind_would_be(town: make.Town) -> None:
    from fileroom.collection.quarantine.deciding import destroy, return_to_sender
    from tests.collection.quarantine.test_quarantine_held import LOCKED

    id_ = held(town.registrar.by, town.ana, LOCKED, name="scan.pdf")
    refused(destroy(id_, cleared=True, by=town.principal.by, at=AT))
    assert state_of(id_) == "held"
    assert settled(return_to_sender(id_, by=town.principal.by, at=AT)).number == 1


def test_what_was_found_is_taken_out_for_good_and_the_rest_is_filed(
    two: tuple[make.Town, UUID, UUID], rows: Rows
) -> None:
    from fileroom.collection.quarantine.without import redact_and_keep
    from fileroom.disclosure.services import Inspected
    from tests.disclosure.asking import looks

    town, one, other = two
    done = settled(redact_and_keep(one, by=town.principal.by, at=AT))
    assert (done.number, state_of(one), state_of(other)) == (2, "redacted", "redacted")
    for who, name, number in ((town.ana, b"Ana Torres", NUMBER), (town.ben, b"Ben Ruiz", OTHER_NUMBER)):
        ((record, origin, filer),) = rows(
            "SELECT id, origin, filed_by FROM records_record WHERE student_id = %s", who.id
        )
        assert (origin, filer) == ("web", town.principal.by.account.id)
        seen = looks(town.principal.by, record)
        assert isinstance(seen, Inspected)
        body = seen.contents.body
        assert name in body and b"At grade level." in body and number.encode() not in body
    assert rows("SELECT count(*) FROM records_sealed WHERE ciphertext IS NOT NULL") == [(2,)], "what was held is gone"
    acts = [it.act for it in entries()[2:] if it.act != "record:inspected"]
    assert sorted(acts) == sorted(
        ["quarantine:read_again"] * 2 + ["quarantine:redacted"] + ["record:collected"] * 2 + ["record:shredded"] * 2
    )


def test_a_picture_is_not_redacted_for_nobody_can_take_a_number_out_of_it(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.quarantine.lists import template
    from fileroom.collection.quarantine.without import redact_and_keep
    from tests.collection.quarantine.test_quarantine_held import SCAN

    id_ = held(town.registrar.by, town.ana, SCAN, name="scan.png")
    assert not template(id_, by=town.principal.by, at=AT, days=10).may.redactable
    with pytest.raises(ValidationError):
        redact_and_keep(id_, by=town.principal.by, at=AT)
    assert state_of(id_) == "held"


def test_each_record_is_filed_by_the_laws_answer_for_its_own_student(
    two: tuple[make.Town, UUID, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection import gate
    from fileroom.collection.quarantine.without import redact_and_keep

    town, one, _ = two
    asked: list[UUID] = []
    decide = gate.decide

    def answers(*given: Any, **facts: Any) -> Any:
        asked.append(facts["student"].id)
        return replace(decide(*given, **facts), sealed=facts["student"].id == town.ben.id)

    monkeypatch.setattr(gate, "decide", answers)
    settled(redact_and_keep(one, by=town.principal.by, at=AT))
    filed = {it.student: it.sealed for it in entries() if it.act == "record:collected"}
    assert filed == {town.ana.id: False, town.ben.id: True}
    assert sorted(asked) == sorted((town.ana.id, town.ben.id)), "asked once of each"


MIME = b"From: Ana <a@example.org>\nTo: office@example.org\nSubject: reading\nMIME-Version: 1.0\n"
MIME += b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
MIME += base64.b64encode(f"Social Security number: {NUMBER}\nAt grade level.\n".encode())


@pytest.mark.parametrize(
    "body",
    [
        MIME,
        b"<html><p>At grade level.</p><p>Social Security number: 318-<b>44</b>-72&#54;5</p></html>",
        b'{"note": "Social Security number: 318-44-\\u0037265"}',
        b"<?xml version='1.0'?><r><SocialSecurityNumber>318<x/>44<x/>7265</SocialSecurityNumber></r>",
        b"name,grade,last 4 of ssn\nAna Torres,4,7265\nBen Ruiz,5,6613\nCy Low,4,1182\n",
        b"name,grade,ssn\nAna Torres,4,318447265\nBen Ruiz,5,401226613\nCy Low,4,536904271\n",
        b"Passport No. X1234567 issued by Honduras. Visa B2.\n",
        b"Ana is undocumented. A-number A087654321.\n",
    ],
)
def test_of_what_is_read_otherwise_than_it_stands_and_of_more_than_numbers_nothing_is_taken_out(
    town: make.Town, rows: Rows, body: bytes
) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.quarantine.without import redact_and_keep

    id_ = held(town.registrar.by, town.ana, body)
    for offered in (False, True):  # also where an older sieve had offered it
        owned = rows("UPDATE records_quarantined SET redactable = redactable OR %s RETURNING redactable", offered)
        assert owned == [(offered,)]
        with pytest.raises(ValidationError):
            redact_and_keep(id_, by=town.principal.by, at=AT)
    assert (state_of(id_), rows("SELECT count(*) FROM records_record")) == ("held", [(0,)])


def test_the_custodian_of_one_school_decides_about_the_copies_of_that_school(town: make.Town) -> None:
    from fileroom.collection.quarantine.deciding import return_to_sender

    elsewhere = make.school("Mesa Middle")
    dan, registrar = make.student("Dan", "Moss"), make.staffed("registrar2", "registrar", elsewhere)
    make.enrolment(dan, elsewhere)
    one, other = held(town.registrar.by, town.ana), held(registrar.by, dan, filled("Dan Moss", OTHER_NUMBER))
    assert settled(return_to_sender(one, by=town.principal.by, at=AT)).number == 1
    assert (state_of(one), state_of(other)) == ("returned", "held")
    assert settled(return_to_sender(other, by=districts_custodian().by, at=AT)).number == 1


def test_what_was_decided_is_decided_once(two: tuple[make.Town, UUID, UUID]) -> None:
    from fileroom.collection.quarantine.deciding import return_to_sender
    from fileroom.people.answers import Missing

    town, one, _ = two
    settled(return_to_sender(one, by=town.principal.by, at=AT))
    before = len(entries())
    with pytest.raises(Missing):
        return_to_sender(one, by=town.principal.by, at=LATER)
    assert len(entries()) == before


def test_the_clock_runs_in_days_of_the_district_and_today_says_what_is_overdue(town: make.Town) -> None:

    from fileroom.collection.quarantine.lists import coming_in, waiting

    held(town.registrar.by, town.ana)
    by = town.principal.by
    ((row,), more) = coming_in(by=by, at=AT, days=10)
    assert not more
    assert (row.copies, row.item, (row.due_on - row.oldest_on).days) == (1, ITEM, 10)
    assert waiting(by=by, at=AT + timedelta(days=10), days=10) == (1, 0, False)
    assert waiting(by=by, at=AT + timedelta(days=11), days=10) == (1, 1, False)
    assert waiting(by=town.registrar.by, at=AT, days=10) == (0, 0, False)
