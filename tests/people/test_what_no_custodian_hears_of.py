"""What a custodian owes about a student from whom an order keeps every custodian stands with the Superintendent's
office, in whatever room; and a second round changes nothing of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import asks
from tests.disclosure.directory.test_who_is_on_a_list import minded
from tests.people.test_counsel_is_away import kept_from
from tests.people.test_owing import owe, page
from tests.programmes.social_media.world import gathers, offices, running

ITEMS = "social_media_items"
ROOMS = ("cards_noted", "marked_copy", "notices", "opened_anyway", "possible_orders", "social_media_wishes")


def rounds(at: datetime = AT) -> None:
    from fileroom.people import untold
    from fileroom.programmes.social_media import rounds as social_media

    social_media.look_round(at=at)
    untold.look_round(at=at)


def rows(room: str, *, open_: bool = True) -> list[tuple[str, date | None, Any]]:
    """What is owed there, by which office, by when, and by which row."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        found = Duty.objects.filter(room=room, **({"done_at": None} if open_ else {})).order_by("office", "id")
        return [(it.office, it.due_on, it.id) for it in found]


def shut_out(town: make.Town) -> None:
    """An order keeps whoever holds the office from Ana."""
    himself = make.contact("Victor", "Quill")
    make.relationship(town.ana, himself)
    make.order(town.ana, himself)
    for it in keepers():
        make.change(it.employee, given="Victor", family="Quill")


def keepers() -> list[Any]:
    """Who holds the office, the school's first."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Custodian

    with district_transaction():
        return list(Custodian.objects.select_related("employee").order_by("school"))


@pytest.fixture
def alone(town: make.Town) -> make.Town:
    """The district's custodian is its only one, and an order keeps them from Ana; something was gathered of her."""
    running(offices(town))
    gathers(town.principal.by, town.ana.id)
    make.change(town.ana, birth_on=make.TODAY - timedelta(days=18 * 366))
    return town


def test_a_destruction_stands_with_the_superintendents_office_and_two_rounds_change_nothing(
    alone: make.Town,
) -> None:
    rounds()
    assert [it[0] for it in rows(ITEMS)] == ["custodian"], "a custodian hears of it"
    shut_out(alone)
    rounds()
    there = rows(ITEMS)
    assert [it[0] for it in there] == ["custodian", "superintendent"] and there[0][1] == there[1][1]
    for _ in range(2):
        rounds()
        assert rows(ITEMS) == there and rows(ITEMS, open_=False) == there


def test_a_designee_is_told_to_designate_another_who_destroys_it(alone: make.Town) -> None:
    shut_out(alone)
    make.change(alone.ana, birth_on=make.TODAY - timedelta(days=19 * 365 - 10))  # its last day is near
    rounds()
    designee = make.staffed("another", "administrator", None)
    (row,) = [it for it in page(by=designee.by).rows if "designate another" in str(it["text"])]
    assert row["link"] == ""
    other = make.employee("Olga", "Ortiz")
    make.change(keepers()[0], employee=other)
    by = make.signed_in(make.account("olga", employee=other))
    (row,) = [it for it in page(by=by).rows if "/items/" in it["link"]]
    assert browser(by).post(f"{row['link']}destroy/").status_code == 302
    assert rows(ITEMS) == []


def test_where_the_last_day_moves_theirs_moves_along(alone: make.Town) -> None:
    shut_out(alone)
    rounds()
    make.change(alone.ana, birth_on=make.TODAY - timedelta(days=18 * 366 + 30))
    rounds()
    ((_, one, _), (_, other, _)) = rows(ITEMS)
    assert one == other and len(rows(ITEMS, open_=False)) == 4
    make.change(alone.ana, birth_on=make.TODAY - timedelta(days=12 * 366))
    rounds()
    assert rows(ITEMS) == []


@pytest.mark.parametrize("room", ROOMS)
def test_so_it_is_in_every_room(town: make.Town, room: str) -> None:
    owe(1, "casework.orders_reviewed.who_works_with_the_student_looks", room, office="custodian",
        school=town.school.id, student=town.ana.id)  # fmt: skip
    kept_from(town, town.principal)
    rounds()
    there = rows(room)
    rounds()
    assert [it[0] for it in there] == ["custodian", "superintendent"] and rows(room) == there


def test_whoever_sees_to_it_is_told_to_ask_no_custodian(town: make.Town) -> None:
    """A designee who finds it late would call the school's custodian: whom an order may name."""
    owe(2, "casework.orders_reviewed.who_works_with_the_student_looks", "cards_noted", office="custodian",
        school=town.school.id, student=town.ana.id)  # fmt: skip
    owe(1, "casework.orders_reviewed.who_works_with_the_student_looks", "cards_noted", office="superintendent",
        student=town.ben.id)  # fmt: skip
    kept_from(town, town.principal)
    rounds()
    designee = make.staffed("another", "administrator", None)
    told = [str(it["text"]) for it in page(by=designee.by).rows if "works with the student" in str(it["text"])]
    assert sorted("tell no one why" in it for it in told) == [False, True, True]


def test_of_what_both_owe_from_the_beginning_a_designee_is_told_nothing_against_the_custodian(town: make.Town) -> None:
    """Somebody asks about a child whom the police miss: both offices are to tell them."""
    minded(town.ana, "missing_child_flag")
    designee = make.staffed("another", "administrator", None)
    asks(town.mother.by, town.ana)
    rounds()
    assert [it[0] for it in rows("missing_children")] == ["custodian", "superintendent"]
    (text,) = [str(it["text"]) for it in page(by=designee.by).rows if it["action"] == "Tell them"]
    assert "not to be told" not in text


def test_and_where_no_custodian_may_be_told_of_it_they_are_warned_all_the_same(town: make.Town) -> None:
    """Who alerts the police would call the principal: whom an order keeps from the child."""
    minded(town.ana, "missing_child_flag")
    kept_from(town, town.principal)
    designee = make.staffed("another", "administrator", None)
    asks(town.mother.by, town.ana)
    rounds()
    (text,) = [str(it["text"]) for it in page(by=designee.by).rows if it["action"] == "Tell them"]
    assert "not to be told" in text


@pytest.mark.parametrize("opened", [False, True])
def test_a_custodian_who_cannot_sign_in_hears_of_nothing(town: make.Town, opened: bool) -> None:
    """The office is held, so that it is not vacant; and its holder has no account, or chose no password yet."""
    from fileroom.people.accounts import NOT_CHOSEN

    owe(1, "casework.orders_reviewed.who_works_with_the_student_looks", "cards_noted", office="custodian",
        school=town.school.id, student=town.ana.id)  # fmt: skip
    make.order(town.ana, make.contact("Victor", "Quill"))
    if not opened:
        make.change(town.principal.by.account, password=NOT_CHOSEN)
    rounds()
    assert [it[0] for it in rows("cards_noted")] == ["custodian", *([] if opened else ["superintendent"])]


def test_what_names_one_child_of_a_card_is_heard_of_by_whoever_may_know_of_that_child(town: make.Town) -> None:
    """A custodian serves both children of a card, and an order keeps them from the one whom the duty names."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.people.models import AddressCard, AddressCardChild

    owe(1, "casework.orders_reviewed.who_works_with_the_student_looks", "cards", office="custodian",
        school=town.school.id, student=town.ana.id)  # fmt: skip
    with district_transaction():
        ((card,),) = Duty.objects.filter(room="cards").values_list("of")
        AddressCard(id=card, from_on=AT.date(), to_on=AT.date() + make.YEAR, entered_at=AT, entry=uuid4()).save()
    make.keep(*(AddressCardChild(card_id=card, student=it) for it in (town.ana, town.ben)))
    kept_from(town, town.principal)
    rounds()
    assert [it[0] for it in rows("cards")] == ["custodian", "superintendent"]
