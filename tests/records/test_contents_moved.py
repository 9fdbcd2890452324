"""What was altered, or moved to another place, does not open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest

from tests import factories as make
from tests.records.shelf import LARGE, SMALL, noted, opened, shelved

if TYPE_CHECKING:
    from fileroom.people.models import Student


@pytest.mark.parametrize("body", [SMALL, LARGE])
def test_a_ciphertext_that_was_altered_does_not_open(ana: Student, owner: psycopg.Connection, body: bytes) -> None:
    from django.conf import settings

    from fileroom.seal import Tampered

    record, version = shelved(ana, body)
    if body is SMALL:
        owner.execute(
            "UPDATE records_sealed SET ciphertext = set_byte(ciphertext, 40, (get_byte(ciphertext, 40) + 1) % 256)"
        )
    else:
        name = owner.execute("SELECT object_name FROM records_sealed").fetchone()
        assert name is not None
        path = Path(settings.OBJECTS) / name[0]
        changed = bytearray(path.read_bytes())
        changed[-1] ^= 1
        path.write_bytes(changed)
    with pytest.raises(Tampered):
        opened(record, version)
    assert noted() == 0


def test_two_ciphertexts_that_changed_places_do_not_open(ana: Student, owner: psycopg.Connection) -> None:
    from fileroom.seal import Tampered

    (first, one), (second, two) = shelved(ana, b"one"), shelved(ana, b"two")
    swap = (
        "UPDATE records_sealed s SET ciphertext = o.ciphertext FROM records_sealed o WHERE o.version_id <> s.version_id"
    )
    owner.execute(swap)
    for record, version in ((first, one), (second, two)):
        with pytest.raises(Tampered):
            opened(record, version)


def test_a_record_that_was_moved_to_another_student_does_not_open(ana: Student) -> None:
    from fileroom.seal import Tampered

    record, version = shelved(ana)
    make.change(record, student=make.student("Ben", "Ruiz"))
    with pytest.raises(Tampered):
        opened(record, version)


def test_a_record_whose_class_was_changed_in_the_table_does_not_open(ana: Student) -> None:
    from fileroom.seal import Tampered

    record, version = shelved(ana)
    make.change(record, kept_as="permitted")
    with pytest.raises(Tampered):
        opened(record, version)


def test_a_record_under_another_label_does_not_open(ana: Student) -> None:
    """The label decides who may open it."""
    from fileroom.seal import Tampered

    record, version = shelved(ana, item="health")
    make.change(record, item="test_results")
    with pytest.raises(Tampered):
        opened(record, version)


def test_a_version_that_was_hung_under_another_record_does_not_open(ana: Student) -> None:
    from fileroom.seal import Tampered

    (_, version), (other, _) = shelved(ana), shelved(ana, b"other")
    make.change(version, record=other, number=2)
    with pytest.raises(Tampered):
        opened(other, version)


def test_the_same_row_is_another_place_in_another_district(ana: Student) -> None:
    """Even with the very key in hand, what was sealed in one district does not open in the other."""
    from fileroom import seal
    from fileroom.hosting import serving
    from fileroom.records.places import place

    record, version = shelved(ana)
    key = seal.DataKey(uuid4(), bytes(32))
    closed = seal.close(SMALL, key, place(version.id, record))
    with serving("mesa_verde"), pytest.raises(seal.Tampered):
        seal.open(closed, key, place(version.id, record))
    assert seal.open(closed, key, place(version.id, record)) == SMALL
