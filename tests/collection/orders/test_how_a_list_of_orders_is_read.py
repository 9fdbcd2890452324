"""How a list of court orders is read: row by row, nothing guessed, nothing twice, and dry before it is wet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, outcome

if TYPE_CHECKING:
    pass
from tests.collection.orders.of_a_list import agree, bring, orders, row


def test_a_row_that_cannot_be_taken_is_named_by_column_and_a_person_asks(town: make.Town, tmp_path: Path) -> None:
    from fileroom.collection.models import PossibleOrder
    from fileroom.hosting import district_transaction

    report = bring(
        tmp_path,
        row(town.ana, name=""), row(town.ana, name="Victor"), row(town.ana, said="everything"),
        row(town.ana, paper="perhaps"), row(town.ana, to="2020-13-01"), row(town.ana, contact="nobody"),
        row(town.ana, **{"from": "2031-01-01"}),
    )  # fmt: skip
    assert [(it.row, it.column) for it in report.tally.problems] == [
        (2, "restrained"), (3, "restrained"), (4, "terms"), (5, "paper"), (6, "to"), (7, "contact_id"), (8, "from"),
    ]  # fmt: skip
    assert orders() == []
    with district_transaction():
        waiting = PossibleOrder.objects.get()
        assert (waiting.student_id, waiting.contact_id, waiting.state) == (town.ana.id, None, "waiting")


def test_what_somebody_has_settled_is_asked_again_for_a_new_row_alone_and_with_its_line(
    town: make.Town, tmp_path: Path
) -> None:
    from fileroom.collection.models import PossibleOrder
    from fileroom.collection.possible_orders import Found, look_into
    from fileroom.hosting import district_transaction

    def stands() -> tuple[UUID, str]:
        with district_transaction():
            one = PossibleOrder.objects.get()
        return one.id, one.state

    def lines() -> list[tuple[object, bool]]:
        return [(it.record, it.sealed) for it in entries() if it.act == "collection:refused"]

    faulty = row(town.ana, said="everything")
    bring(tmp_path, faulty)
    first, _ = stands()
    look_into(first, Found.NONE, by=town.registrar.by, at=AT)
    bring(tmp_path, faulty)
    assert stands() == (first, "settled") and lines() == [(first, True)]
    bring(tmp_path, faulty, row(town.ana, paper="perhaps"))
    anew, state = stands()
    assert state == "waiting" and anew != first, "whoever has the old page open settles nothing"
    assert lines() == [(first, True), (anew, True)]


def test_the_same_list_once_more_says_nothing_new_even_after_it_was_agreed_to(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    rows = row(town.ana), row(town.ana, name="Zed Unknown", said="stay_away")
    bring(tmp_path, *rows)
    agree(keeper.by, counted=2)
    before = len(orders())
    again = bring(tmp_path, *rows)
    assert (again.written.new, again.written.unchanged, len(orders())) == (0, 2, before)


def test_a_dry_run_writes_nothing_and_says_the_same(town: make.Town, father: make.Related, tmp_path: Path) -> None:
    before = len(entries())
    tried = bring(tmp_path, row(town.ana), row(town.ana, said="nonsense"), dry_run=True)
    assert (len(entries()), orders(), outcome(father.by, town.ana)) == (before, [], "must")
    done = bring(tmp_path, row(town.ana), row(town.ana, said="nonsense"))
    assert tried.to_json() | {"dry_run": False} == done.to_json() | {
        "remarks": tried.to_json().get("remarks", done.to_json().get("remarks")), "dry_run": False
    }  # fmt: skip


def test_rows_of_one_case_are_one_order_that_names_each_child(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrderChild

    make.relationship(town.ben, father.row)
    rows = [row(it, case="23FL-118") for it in (town.ana, town.ben)]
    bring(tmp_path, *rows, row(town.ana, said="records;education_rights", case="24FL-9"))
    agree(keeper.by, counted=3)
    with district_transaction():
        named = [CourtOrderChild.objects.filter(order=it).count() for it in orders()]
    assert sorted(named) == [1, 1, 2]
