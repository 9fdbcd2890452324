"""A duty about a student is told to nobody whom an order keeps from that student: no row, and no number."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT

if TYPE_CHECKING:
    from fileroom.people.owed import Owing
    from fileroom.people.signed_in import SignedIn

RULE = "disclosure.custodians.custodian_at_the_site"


def owes(school: UUID | None, student: UUID | None, room: str = "outgoing") -> None:
    """Something is owed by the custodian of the school, about this student."""
    from fileroom.duties.services import Owed, owe
    from fileroom.law import default_calendar

    owed = Owed(RULE, room, uuid4(), AT, "custodian", school, student=student, due_on=AT.date())
    owe([owed], calendar=default_calendar(), caused_by=uuid4())


def told(by: SignedIn) -> Owing:
    from fileroom.people.owed import owing

    return owing(("orders",), list, by=by, at=AT)


@pytest.fixture
def keeper(town: make.Town) -> make.Staffed:
    """The custodian of Ana's school; two things are owed about her, one about Ben, one about nobody."""
    for student in (town.ana.id, town.ana.id, town.ben.id, None):
        owes(town.school.id, student)
    return town.principal


def test_of_a_child_from_whom_an_order_keeps_them_nothing_is_told_and_nothing_counted(
    town: make.Town, keeper: make.Staffed
) -> None:
    from fileroom.people.owed import owed

    assert (told(keeper.by).number, len(told(keeper.by).duties)) == (4, 4)
    make.order(town.ana, make.contact("Principal", "Abara"))
    found = told(keeper.by)
    assert (found.number, len(found.duties), found.late) == (2, 2, 0)
    assert len(owed(by=keeper.by, at=AT)) == 2


def test_who_may_be_whom_the_order_names_is_told_as_little(town: make.Town, keeper: make.Staffed) -> None:
    make.order(town.ana, make.contact("Luis", "Abara"))
    assert told(keeper.by).number == 2


def test_to_everybody_else_it_stands(town: make.Town, keeper: make.Staffed) -> None:
    make.order(town.ana, make.contact("Victor", "Torres"))
    assert told(keeper.by).number == 4


def test_the_children_are_asked_about_in_as_many_statements_however_many_they_are(
    town: make.Town, keeper: make.Staffed
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def statements() -> int:
        with CaptureQueriesContext(connection) as seen:
            told(keeper.by)
        return len(seen)

    before = statements()
    for number in range(10):
        owes(town.school.id, make.student(f"Kid{number}", "Moss").id)
    assert statements() == before


def test_a_copy_that_waits_for_a_second_look_is_about_a_child_as_well(town: make.Town) -> None:
    from tests.disclosure.marks.marked import asks, born

    asks(town, born(town))
    before = told(town.principal.by).number
    assert "marked_copy" in {it.room for it in told(town.principal.by).duties}
    make.order(town.ana, make.contact("Principal", "Abara"))
    assert "marked_copy" not in {it.room for it in told(town.principal.by).duties}
    assert told(town.principal.by).number < before


def test_what_was_owed_before_without_its_student_says_it_after_the_upgrade(town: make.Town) -> None:
    from django.db import connection

    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from tests.disclosure.marks.marked import asks, born
    from tests.programmes.social_media import world

    asks(town, born(town))
    behind = world.behind(town, town.ben)
    with district_transaction():
        these = Duty.objects.filter(room="marked_copy")
        made = these.get()
        for room, of in (("social_media_vendors", behind["told_id"]), ("social_media_items", behind["item_id"])):
            Duty.objects.create(rule=made.rule, office="custodian", room=room, of=of, began_at=AT, caused_by=uuid4())
        these.update(student=None)
        step = import_module("fileroom.programmes.migrations.0019_what_is_owed_about_a_student_says_which")
        with connection.cursor() as cursor:
            for statement in step.EACH:
                cursor.execute(statement)
        rooms = ("marked_copy", "social_media_items", "social_media_vendors")
        found = dict(Duty.objects.filter(room__in=rooms).values_list("room", "student"))
    assert found == dict(zip(rooms, (town.ana.id, town.ben.id, town.ben.id), strict=True))


def test_today_of_a_barred_keeper_has_no_row_of_that_child(town: make.Town, keeper: make.Staffed) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.cards_awaited import owe_card

    with district_transaction():
        owe_card(town.ana.id, uuid4(), AT)
    title = "has a card that nobody has entered"
    assert title in words(browser(keeper.by).get("/").content.decode())
    make.order(town.ana, make.contact("Principal", "Abara"))
    assert title not in words(browser(keeper.by).get("/").content.decode())
