"""Of one letter, or of one student's letters, nobody asks what orders there are on all others who have a letter."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.collection.orders.filing import HEAD
from tests.conftest import AT
from tests.programmes.vendors.test_enrolment_end_letters import asks, issues, leaves

LATER = AT + timedelta(days=1)


def test_for_one_letter_or_one_student_the_orders_of_that_student_alone_are_asked_about(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.casework import whose
    from fileroom.casework.issued import Asking, Wanted, of_student, open_again, page
    from fileroom.programmes.issued import KINDS

    office = make.staffed("office", "administrator", None)
    leaves(town.spell)
    ana = issues(asks(town, office, town.mother.row.id).id, office).id
    there = make.student("Cleo", "Vega")
    _letter(ana, there)
    for child in (town.ana, there):
        make.order(child, make.contact("Abelardo", "Quiroz"))
    asked: list[set[UUID]] = []
    before = whose.open_to

    def open_to(students: Any, **more: Any) -> set[UUID]:
        asked.append(set(students))
        return before(students, **more)

    monkeypatch.setattr(whose, "open_to", open_to)
    page(KINDS, Wanted(), by=office.by, at=LATER)
    assert asked.pop() == {town.ana.id, there.id}
    assert [it.id for it in of_student(town.ana.id, KINDS, by=office.by, at=LATER)] == [ana]
    open_again(ana, KINDS, Asking(office.by, LATER, HEAD))
    assert asked == [{town.ana.id}] * 2


def _letter(like: UUID, of: Any) -> None:
    """A copy of the letter, about another student."""
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Letter

    with district_transaction():
        row = Letter.objects.get(pk=like)
        row.pk, row.code, row.student = uuid4(), "BBBB-BBBB-BBBB", of
        row.save(force_insert=True)
