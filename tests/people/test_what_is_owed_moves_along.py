"""What a school's custodian owes about a student goes to another school with the student."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.cards.carded import shows_a_card
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.factories import TODAY

if TYPE_CHECKING:
    from fileroom.people.models import School
    from fileroom.people.signed_in import SignedIn

LATER = AT + timedelta(days=3)


def goes_round() -> None:
    from threading import Event

    from fileroom.people import tasks

    stopped = Event()
    stopped.set()
    tasks.run_rounds(stopped)


def owed_at(school: School) -> list[tuple[Any, ...]]:
    """What its custodian owes about a student: by which rule, about what, since when and by when."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        rows = Duty.objects.filter(office="custodian", school=school.id, done_at=None).exclude(room="orders_drawers")
        return sorted(rows.values_list("room", "rule", "of", "part", "began_at", "due_on", "caused_by"), key=str)


def told(by: SignedIn) -> set[UUID]:
    from fileroom.collection.orders.owed_about import MayKnow
    from fileroom.people.owed import owing

    at = AT + timedelta(days=70)
    return {it.of for it in owing(("orders",), MayKnow(by, at), by=by, at=at).duties}


@pytest.fixture
def middle(town: make.Town) -> School:
    return make.school("Tule Fog Middle")


def goes_to(town: make.Town, school: School) -> None:
    make.change(town.spell, left_on=TODAY - timedelta(days=2), left_by="office")
    make.enrolment(town.ana, school, since=TODAY - timedelta(days=1))


def owe_about_ana(town: make.Town) -> tuple[UUID, UUID, UUID]:
    """An order that ends in 95 days, a card of a year, and a mail that did not go."""
    from fileroom.duties.services import Owed, owe
    from fileroom.law import default_calendar

    father, mail = make.related("father", town.ana), uuid4()
    order = files(terms(town, father.row.id, until=timedelta(days=95)), town.registrar.by).id
    card = shows_a_card(town, town.ana)
    kept = Owed(
        "programmes.notices.to_nobody_else", "outgoing", mail, AT, "custodian", town.school.id, student=town.ana.id,
        part="kept",
    )  # fmt: skip
    owe([kept], calendar=default_calendar(), caused_by=uuid4())
    return order, card, mail


def test_a_custodian_owes_what_was_owed_at_the_school_that_a_student_comes_from(
    town: make.Town, middle: School
) -> None:
    keeper = make.staffed("keeper", "principal", middle)
    make.custodian(keeper.row, middle)
    order, card, mail = owe_about_ana(town)
    owed = owed_at(town.school)
    assert {it[0] for it in owed} == {"orders", "cards", "outgoing"} and len(owed) == 7
    goes_to(town, middle)
    goes_round()
    assert (owed_at(town.school), owed_at(middle)) == ([], owed), "by the same day"
    assert {order, mail} <= told(keeper.by) and not {order, card, mail} & told(town.principal.by)
    assert browser(keeper.by).get(f"/orders/{order}/").status_code == 200
    moved = [it for it in entries() if it.act == "duty:moved"]
    assert {it.record for it in moved} == {order, card, mail}
    assert {(it.student, it.sealed) for it in moved} == {(town.ana.id, True)}
    goes_round()
    assert owed_at(middle) == owed and [it for it in entries() if it.act == "duty:moved"] == moved


def test_the_school_of_a_brother_owes_it_too_and_the_last_school_while_there_is_none(
    town: make.Town, middle: School
) -> None:
    father = make.related("father", town.ana)
    files(terms(town, father.row.id, town.ana.id, town.ben.id, until=timedelta(days=20)), town.registrar.by)
    owed = owed_at(town.school)
    make.change(town.spell, left_on=TODAY - timedelta(days=2), left_by="office")
    goes_round()
    assert owed and (owed_at(town.school), owed_at(middle)) == (owed, []), "it keeps the file meanwhile"
    make.enrolment(town.ana, middle, since=TODAY - timedelta(days=1))
    goes_round()
    assert owed_at(town.school) == owed_at(middle) == owed


@pytest.mark.parametrize("room", ["opened_anyway", "marked_copy"])
def test_a_second_persons_look_stays_with_whom_the_law_chose(town: make.Town, middle: School, room: str) -> None:
    from fileroom.duties.services import Owed, owe
    from fileroom.law import default_calendar

    rule = "disclosure.custodians.custodian_at_the_site"
    owed = Owed(rule, room, uuid4(), AT, "custodian", town.school.id, student=town.ana.id, due_on=TODAY)
    owe([owed], calendar=default_calendar(), caused_by=uuid4())
    goes_to(town, middle)
    goes_round()
    assert [it[0] for it in owed_at(town.school)] == [room] and owed_at(middle) == []
