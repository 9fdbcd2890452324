"""A court's order comes in between two requests of one token: the next obeys, and nothing anywhere hints."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest

from fileroom.law.facts import Order
from tests import factories as make
from tests.api.programs import Program, program, said
from tests.collection.orders.filing import files, terms
from tests.disclosure.asking import entries, filed

SOON_S = 5.0


def contacts(asks: Program, who: Any) -> Any:
    answer = asks.work(f"/students/{who.id}/contacts")
    assert answer.status_code == 200, answer.content
    return answer


def father_of(who: Any) -> make.Related:
    father = make.related("father", who)
    assert father.relation is not None
    make.custody(father.relation)
    return father


def everything(asks: Program, who: Any) -> dict[str, Any]:
    """All that the door tells of a student, but for the lines of these very looks."""
    return {
        "contacts": said(contacts(asks, who)),
        "file": said(asks.work(f"/students/{who.id}")),
        "found": said(asks.work("/students", q="torres")),
    }


def test_after_an_order_the_next_request_answers_as_if_the_father_had_never_been_there(town: make.Town) -> None:
    asks = program(town.registrar)
    never = everything(asks, town.ana)
    father = father_of(town.ana)
    before = contacts(asks, town.ana)
    assert [it["name"] for it in before.json()["contacts"]] == ["Father Torres", "Mother Torres"]
    files(terms(town, father.row.id), town.principal.by)
    begun = time.monotonic()
    after = everything(asks, town.ana)
    assert time.monotonic() - begun < SOON_S
    assert after == never
    (headers, ours) = (dict(it.headers) for it in (before, contacts(asks, town.ana)))
    assert {**headers, "Content-Length": ""} == {**ours, "Content-Length": ""}


def test_an_order_that_names_nobody_of_the_file_changes_no_answer_but_by_law(town: make.Town) -> None:
    asks = program(town.registrar)
    father_of(town.ana)
    before = said(contacts(asks, town.ana))
    files(terms(town, make.contact("Luis", "Ortiz").id, kind=Order.RECORDS_ORDER_6323_5), town.principal.by)
    assert said(contacts(asks, town.ana)) == before


def test_the_line_of_the_request_is_open_and_tells_nothing_of_the_order(town: make.Town) -> None:
    asks, father = program(town.registrar), father_of(town.ana)
    contacts(asks, town.ana)
    files(terms(town, father.row.id), town.principal.by)
    contacts(asks, town.ana)
    first, second = (it for it in entries() if it.act == "contacts:listed")
    told = [(it.part, it.outcome, it.rules, it.sealed, it.purpose, it.actor) for it in (first, second)]
    assert told[0] == told[1] and not first.sealed


@pytest.mark.parametrize("how", ["claimed", "no_custody", "terminated"])
def test_whom_the_law_lets_see_nothing_is_not_written_to(town: make.Town, how: str) -> None:
    asks = program(town.registrar)
    before = said(contacts(asks, town.ana))
    if how == "claimed":
        make.related("claims", town.ana, verified=False)
    if how == "no_custody":
        other = make.contact("Pat", "Quill")
        make.relationship(town.ana, other, kind="relative")
    if how == "terminated":
        gone = father_of(town.ana)
        make.order(town.ana, gone.row, kind="rights_terminated")
    assert said(contacts(asks, town.ana)) == before


def test_nothing_in_it_says_that_a_family_is_in_safe_at_home(town: make.Town) -> None:
    from tests.disclosure.directory.test_who_is_on_a_list import minded

    asks = program(town.registrar)
    before = said(contacts(asks, town.ana))
    minded(town.ana, "safe_at_home")
    assert said(contacts(asks, town.ana)) == before


def test_at_eighteen_the_student_is_written_to_and_the_mother_is_not(town: make.Town) -> None:
    make.change(town.ana, birth_on=make.TODAY - timedelta(days=366 * 19))
    answer = contacts(program(town.registrar), town.ana).json()
    assert answer["contacts"] == [{"contact": None, "name": "Ana Torres", "kind": "student"}]


def test_the_restrained_fathers_record_of_a_telephone_is_no_way_around(town: make.Town) -> None:
    asks, father = program(town.registrar), father_of(town.ana)
    filed(town.registrar.by, town.ana)
    files(terms(town, father.row.id), town.principal.by)
    assert "Father" not in str(everything(asks, town.ana))
