"""A hold that is placed while something is destroyed: whichever comes first is whole before the other looks.

Real transactions in threads of their own.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from tests.attacks.test_an_order_and_a_look_at_one_moment import elsewhere, waits
from tests.conftest import AT
from tests.records.shelf import event, noted, opened, shelved, shredded

if TYPE_CHECKING:
    from fileroom.people.models import Student
    from fileroom.records.models import Record


@pytest.fixture
def hands() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as pool:
        yield pool


def held(student: Student, record: Record | None = None) -> Any:
    from fileroom.records import services as shelves

    return shelves.hold(student.id, record_id=record.id if record else None, reason="litigation", by=None, at=AT)


@pytest.mark.parametrize("whole", [True, False], ids=["over the student", "over the record"])
def test_a_hold_waits_for_the_destruction_that_came_before_it(
    ana: Student, installation: Any, hands: ThreadPoolExecutor, whole: bool
) -> None:
    from fileroom.hosting import durable
    from fileroom.records import contents

    record, version = shelved(ana)
    with durable():
        assert contents.shred(record, version, event(record, "record:shredded"))
        holding = hands.submit(elsewhere(lambda: held(ana, None if whole else record)))
        waits(installation, "advisory")
        assert not holding.done()
    assert holding.result(10)


@pytest.mark.parametrize("whole", [True, False], ids=["over the student", "over the record"])
def test_a_destruction_waits_for_the_hold_that_came_before_it(
    ana: Student, installation: Any, hands: ThreadPoolExecutor, whole: bool
) -> None:
    from fileroom.hosting import durable

    record, version = shelved(ana)
    with durable():
        held(ana, None if whole else record)
        destroying = hands.submit(elsewhere(lambda: shredded(record, version)))
        waits(installation, "advisory")
    assert destroying.result(10) is False
    opened(record, version)


def test_what_was_destroyed_is_not_destroyed_again(ana: Student) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.contents import Gone
    from fileroom.records.models import Version

    record, version = shelved(ana)
    assert shredded(record, version)
    with district_transaction():
        before = Version.objects.values_list("destruction", "shredded_at").get(pk=version.pk)
    with pytest.raises(Gone):
        shredded(record, version)
    with district_transaction():
        assert Version.objects.values_list("destruction", "shredded_at").get(pk=version.pk) == before
    assert noted() == 1
