"""Contents open only with their entry and their own key; what is destroyed stays destroyed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest

from tests import factories as make
from tests.conftest import AT
from tests.records.shelf import LARGE, SMALL, acting, event, noted, opened, shelved, shredded

if TYPE_CHECKING:
    from fileroom.people.models import Student


@pytest.mark.parametrize("body", [b"", b"x", SMALL, LARGE, bytes(range(256)) * 300])
def test_what_is_written_is_what_is_read(ana: Student, body: bytes) -> None:
    record, version = shelved(ana, body)
    assert opened(record, version).body == body
    assert noted() == 1


def test_a_long_ciphertext_lies_in_the_object_store_and_a_short_one_in_the_table(
    ana: Student, owner: psycopg.Connection
) -> None:
    from django.conf import settings

    shelved(ana, SMALL), shelved(ana, LARGE)
    rows = owner.execute(
        "SELECT ciphertext, object_name FROM records_sealed ORDER BY object_name NULLS FIRST"
    ).fetchall()
    assert [(short is not None, name is not None) for short, name in rows] == [(True, False), (False, True)]
    assert LARGE not in (Path(settings.OBJECTS) / rows[1][1]).read_bytes()
    assert SMALL not in rows[0][0]


def test_the_same_words_twice_are_two_ciphertexts_and_two_keys(ana: Student, owner: psycopg.Connection) -> None:
    (_, one), (_, two) = shelved(ana), shelved(ana)
    found = owner.execute("SELECT count(DISTINCT ciphertext), count(*) FROM records_sealed").fetchone()
    assert found == (2, 2)
    assert one.data_key != two.data_key


def test_a_fingerprint_tells_sameness_within_one_place_only(ana: Student) -> None:
    ben = make.student("Ben", "Ruiz")
    prints = [bytes(shelved(who, body, item=item)[1].fingerprint) for who, body, item in (
        (ana, SMALL, "test_results"), (ana, SMALL, "test_results"), (ana, LARGE, "test_results"),
        (ben, SMALL, "test_results"), (ana, SMALL, "discipline"),
    )]  # fmt: skip
    assert prints[0] == prints[1]
    assert len(set(prints)) == 4


def test_an_opening_that_does_not_commit_takes_its_entry_back_and_marks_its_receipt(ana: Student) -> None:
    from fileroom.hosting import current_district, durable
    from fileroom.records import contents
    from fileroom.seal.store import key_store

    record, version = shelved(ana)
    look = event(record)
    with pytest.raises(KeyboardInterrupt), durable():
        assert contents.open_logged(record, version, look).body == SMALL
        raise KeyboardInterrupt
    assert noted() == 0
    receipt = next(it for it in key_store().receipts(current_district()) if it.event == look.id)
    assert receipt.cancelled, "a key was read against it: the receipt stays, and says so"


def test_an_entry_opens_one_record_once(ana: Student) -> None:
    from django.db import IntegrityError

    from fileroom.hosting import durable
    from fileroom.records import contents

    record, version = shelved(ana)
    look = event(record)
    with durable():
        contents.open_logged(record, version, look)
    with pytest.raises(IntegrityError), durable():
        contents.open_logged(record, version, look)


@pytest.mark.parametrize("body", [SMALL, LARGE])
def test_what_is_shredded_is_gone_even_where_its_bytes_were_kept(
    ana: Student, owner: psycopg.Connection, body: bytes
) -> None:
    from fileroom.records.contents import Gone

    record, version = shelved(ana, body)
    owner.execute("CREATE TABLE copy_of_tests AS SELECT * FROM records_sealed")
    try:
        assert shredded(record, version)
        owner.execute(
            "UPDATE records_sealed s SET ciphertext = c.ciphertext FROM copy_of_tests c"
            " WHERE c.version_id = s.version_id"
        )
        with pytest.raises(Gone):
            opened(record, version)
    finally:
        owner.execute("DROP TABLE copy_of_tests")
    assert noted() == 1, "the entry of the destruction, and none of a look"


@pytest.mark.parametrize("whole", [True, False], ids=["over the student", "over the record"])
def test_a_hold_stops_the_shredder_until_it_is_lifted(ana: Student, whole: bool) -> None:
    from fileroom.records.models import Hold

    record, version = shelved(ana)
    hold = Hold(student=ana, record=None if whole else record, reason="open request", placed_at=AT)
    make.keep(hold)
    assert not shredded(record, version)
    assert (opened(record, version).body, noted()) == (SMALL, 1)
    make.change(hold, lifted_at=AT)
    assert shredded(record, version)


def test_what_a_destroyed_version_had_corrected_is_not_the_record_again(ana: Student) -> None:
    from fileroom.hosting import district_transaction, durable
    from fileroom.records import contents
    from fileroom.records.queries import shelved as on_shelf

    record, first = shelved(ana, b"wrong")
    with durable():
        corrected = contents.Filing(record, 2, contents.Contents.document(b"right", "text/plain"), tells=())
        (second,) = contents.write([corrected], by=acting(), purpose="", at=AT)
    assert shredded(record, second)
    with district_transaction():
        assert on_shelf(record.id) is None
    assert opened(record, first).body == b"wrong", "its bytes are there until they are destroyed too"


def test_what_was_corrected_may_go_and_the_record_stays(ana: Student) -> None:
    from fileroom.hosting import district_transaction, durable
    from fileroom.records import contents
    from fileroom.records.queries import shelved as on_shelf

    record, first = shelved(ana, b"wrong")
    with durable():
        corrected = contents.Filing(record, 2, contents.Contents.document(b"right", "text/plain"), tells=())
        (second,) = contents.write([corrected], by=acting(), purpose="", at=AT)
    assert shredded(record, first)
    with district_transaction():
        found = on_shelf(record.id)
    assert found is not None and found[1].id == second.id


def test_a_hold_over_another_record_or_student_stops_nothing(ana: Student) -> None:
    from fileroom.records.models import Hold

    record, version = shelved(ana)
    other, _ = shelved(ana, b"other")
    make.keep(
        Hold(student=ana, record=other, reason="open request", placed_at=AT),
        Hold(student=make.student("Ben", "Ruiz"), reason="open request", placed_at=AT),
    )
    assert shredded(record, version)


def test_a_shelf_that_does_not_commit_leaves_no_object_behind(ana: Student) -> None:
    from django.conf import settings

    from fileroom.hosting import durable
    from fileroom.records import contents
    from fileroom.records.models import Record

    def objects() -> set[Path]:
        return {path for path in Path(settings.OBJECTS).rglob("*") if path.is_file()}

    before = objects()
    record = Record(student=ana, item="test_results", kept_as="interim", origin="test", filed_at=AT)
    with pytest.raises(KeyboardInterrupt), durable():
        record.save(force_insert=True)
        again = contents.Filing(record, 1, contents.Contents.document(LARGE, "text/plain"), tells=())
        contents.write([again], by=acting(), purpose="", at=AT)
        assert len(objects()) == len(before) + 1
        raise KeyboardInterrupt
    assert objects() == before


def test_contents_that_never_were_are_gone(ana: Student) -> None:
    from fileroom.records.contents import Gone
    from fileroom.records.models import Version

    record, version = shelved(ana)
    with pytest.raises(Gone):
        opened(record, Version(id=uuid4(), record=record, data_key=version.data_key))


def test_a_document_has_no_fields(ana: Student) -> None:
    from fileroom.records.contents import Contents

    with pytest.raises(ValueError, match="no fields"):
        _ = Contents.document(b"x", "text/plain").fields
    assert Contents.structured({"b": 1, "a": "é"}).body == '{"a":"é","b":1}'.encode()
