"""One record is opened in the statement that notes it; a copy is an act of its own; a refusal names the record."""

from __future__ import annotations

from uuid import uuid4

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, filed, last_entry, looks


def test_what_was_filed_is_what_is_seen(town: make.Town) -> None:
    from fileroom.disclosure.services import Inspected

    record = filed(town.registrar.by, town.ana, "Reads aloud — with joy. 読む")
    seen = looks(town.teacher.by, record)
    assert isinstance(seen, Inspected)
    assert seen.contents.fields["text"] == "Reads aloud — with joy. 読む"
    assert (seen.student, seen.version, seen.record.item.code) == (town.ana.id, 1, "counsellor_or_teacher_rating")


@pytest.mark.parametrize(("copy", "act"), [(False, "record:inspected"), (True, "record:copied")])
def test_a_look_and_a_copy_are_two_acts(town: make.Town, copy: bool, act: str) -> None:
    record = filed(town.registrar.by, town.ana)
    seen = looks(town.registrar.by if not copy else town.mother.by, record, copy=copy)
    event = last_entry()
    assert seen.entry == event.id
    assert (event.act, event.record, event.student) == (act, record, town.ana.id)
    assert event.part == "counsellor_or_teacher_rating"


def test_a_refused_look_is_noted_with_the_record_and_opens_nothing(town: make.Town) -> None:
    from fileroom.disclosure.services import Refused
    from fileroom.hosting import current_district
    from fileroom.seal.store import key_store

    record = filed(town.registrar.by, town.ben)
    refused = looks(town.teacher.by, record)
    assert isinstance(refused, Refused)
    assert (last_entry().act, last_entry().record) == ("disclosure:refused", record)
    keys = {receipt.event: receipt.data_key for receipt in key_store().receipts(current_district())}
    assert keys[refused.entry] is None, "no key was given for a refusal"


def test_the_order_itself_is_opened_by_the_custodian_alone(town: make.Town) -> None:
    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.collection.services import Document
    from fileroom.disclosure.services import Inspected
    from fileroom.hosting import district_transaction
    from fileroom.law.facts import Order
    from fileroom.records.models import Record

    father = make.related("father", town.ana)
    terms = Terms(Order.RECORDS_ORDER_6323_5, father.row.id, None, (town.ana.id,), AT.date())
    file_order(terms, Document("order.txt", b"Superior Court.\n"), by=town.principal.by, at=AT)
    with district_transaction():
        record = Record.objects.get(item="court_order").id
    seen = looks(town.principal.by, record)
    assert isinstance(seen, Inspected) and seen.contents.body == b"Superior Court.\n"
    for by in (town.registrar.by, town.teacher.by, town.mother.by, father.by):
        assert not looks(by, record).decision.granted


def test_a_purpose_that_does_not_fit_the_role_opens_nothing(town: make.Town) -> None:
    from fileroom.disclosure.services import inspect
    from fileroom.law.facts import Purpose

    record = filed(town.registrar.by, town.ana)
    for purpose, outcome in (
        (Purpose.EDUCATIONAL_INTEREST, "must"),
        (Purpose.FUNDRAISING, "no"),
        (Purpose.IMMIGRATION_ENFORCEMENT, "no"),
        (Purpose.NONE_STATED, "needs_more"),
    ):
        answer = inspect(record, by=town.teacher.by, at=AT, purpose=purpose)
        assert (answer.decision.outcome, last_entry().purpose) == (outcome, purpose.value)


def test_a_record_nobody_knows_is_missing(town: make.Town) -> None:
    from fileroom.disclosure.services import Missing

    with pytest.raises(Missing):
        looks(town.registrar.by, uuid4())
    assert entries() == []


def test_a_destroyed_record_is_missing_and_what_it_said_is_gone(town: make.Town) -> None:
    from fileroom.disclosure.services import Missing
    from fileroom.hosting import durable
    from fileroom.ledger import services as ledger
    from fileroom.records import contents
    from fileroom.records.models import Version

    record = filed(town.registrar.by, town.ana)
    with durable():
        version = Version.objects.select_related("record").get(record_id=record)
        actor = town.principal.by.acting_as("custodian")
        event = ledger.event(ledger.Act.RECORD_SHREDDED, student=town.ana.id, record=record, by=actor, at=AT)
        assert version.record and contents.shred(version.record, version, event)
    with pytest.raises(Missing):
        looks(town.registrar.by, record)


def test_the_newest_version_is_the_record(town: make.Town) -> None:
    from fileroom.disclosure.services import Inspected
    from fileroom.hosting import durable
    from fileroom.records import contents
    from fileroom.records.models import Record

    record = filed(town.registrar.by, town.ana, "As it was.")
    with durable():
        row = Record.objects.get(pk=record)
        said = contents.Contents.structured({"text": "As corrected."})
        acting = town.registrar.by.acting_as("registrar")
        contents.write([contents.Filing(row, 2, said, tells=())], by=acting, purpose="", at=AT)
    seen = looks(town.registrar.by, record)
    assert isinstance(seen, Inspected)
    assert (seen.version, seen.contents.fields) == (2, {"text": "As corrected."})
