"""A school is open once its own custodian has signed that what lies on paper is entered, and the counts agree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.orders.signing import noted_as_before
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry, outcome
from tests.factories import TODAY

if TYPE_CHECKING:
    from fileroom.collection.orders.opening import Signed
    from fileroom.people.answers import Refused
    from fileroom.people.models import School
    from fileroom.people.signed_in import SignedIn


@pytest.fixture
def closed(town: make.Town) -> Iterator[make.Town]:
    """Nobody has signed for the paper orders of the school."""
    make.change(town.school, orders_entered_on=None)
    yield town


def signs(by: SignedIn, school: School, **counted: int) -> Signed | Refused:
    from fileroom.collection.orders.opening import Drawer, sign_for_orders

    drawer = Drawer(**{"orders": 0, "restrictions": 0, "cards": 0} | counted)
    return sign_for_orders(school.id, drawer, by=by, at=AT)


def wrong(town: make.Town, **counted: int) -> set[str]:
    """The fields that do not agree; the try alone is noted, and nothing opens."""
    before = len(entries())
    with pytest.raises(ValidationError) as error:
        signs(town.principal.by, town.school, **counted)
    assert len(entries()) == before + 1 and last_entry().act == "orders:sign_refused"
    assert outcome(town.mother.by, town.ana) != "must"
    return set(error.value.message_dict)


def duties(by: SignedIn) -> list[Any]:
    from fileroom.people.owed import owed

    return [it for it in owed(by=by, at=AT) if it.room == "orders_drawers"]


def test_the_schools_custodian_signs_and_a_mother_sees_the_file(closed: make.Town) -> None:
    from fileroom.collection.orders.opening import Signed

    assert outcome(closed.mother.by, closed.ana) != "must"
    done = signs(closed.principal.by, closed.school)
    assert isinstance(done, Signed)
    event = last_entry()
    assert (event.id, event.act, event.record) == (done.entry, "orders:signed_for", closed.school.id)
    counted = "orders:0/restrictions:0/cards:0/military:0/colleges:0/others:0"
    assert (event.actor.role, event.part) == ("custodian", counted)
    assert "disclosure.custodians.custodian_at_the_site" in event.rules
    assert outcome(closed.mother.by, closed.ana) == "must"


def test_the_signature_ends_the_duty_and_taking_it_back_owes_it_anew(closed: make.Town) -> None:
    from fileroom.collection.orders.opening import Signed, withdraw_signature
    from fileroom.people.vacancies import look_round

    look_round(at=AT)
    assert len(duties(closed.principal.by)) == 1
    signs(closed.principal.by, closed.school)
    assert duties(closed.principal.by) == []
    assert outcome(closed.mother.by, closed.ana) == "must"
    taken_back = withdraw_signature(closed.school.id, by=closed.principal.by, at=AT)
    assert isinstance(taken_back, Signed)
    assert (last_entry().id, last_entry().act) == (taken_back.entry, "orders:sign_withdrawn")
    assert outcome(closed.mother.by, closed.ana) != "must"
    assert len(duties(closed.principal.by)) == 1


def test_an_order_in_the_drawer_that_is_not_entered_keeps_the_school_closed(closed: make.Town) -> None:
    assert wrong(closed, orders=1) == {"orders"}


def test_an_order_entered_of_which_the_drawer_has_no_paper_is_looked_for(closed: make.Town) -> None:
    make.order(closed.ana, make.contact("Victor", "Torres"))
    assert wrong(closed) == {"orders"}


def test_only_orders_that_hold_and_name_a_student_of_the_school_count_and_each_once(closed: make.Town) -> None:
    from fileroom.collection.orders.opening import Signed
    from fileroom.people.models import CourtOrderChild

    father = make.contact("Victor", "Torres")
    both = make.order(closed.ana, father)
    make.keep(CourtOrderChild(order=both, student=closed.ben))
    make.change(make.order(closed.ana, father), lifted_on=TODAY)
    make.order(make.student("Dan", "Moss"), father)
    assert isinstance(signs(closed.principal.by, closed.school, orders=1), Signed)


def test_an_order_past_its_last_day_counts_for_it_holds(closed: make.Town) -> None:
    from fileroom.collection.orders.opening import Signed

    make.order(closed.ana, make.contact("Victor", "Torres"), until=TODAY - timedelta(days=1))
    assert isinstance(signs(closed.principal.by, closed.school, orders=1), Signed)


def test_refusals_of_directory_information_are_counted_by_student(closed: make.Town) -> None:
    from fileroom.collection.orders.opening import Signed
    from fileroom.records.models import Record

    assert wrong(closed, restrictions=1) == {"restrictions"}
    filed = {"item": "directory_restriction", "kept_as": "interim", "origin": "web", "filed_at": AT}
    make.keep(*(Record(student=closed.ana, filed_by=uuid4(), **filed) for _ in range(2)))
    assert isinstance(signs(closed.principal.by, closed.school, restrictions=1), Signed)


def test_each_refusal_that_a_statute_gives_is_counted_and_one_taken_back_is_not(closed: make.Town) -> None:
    from fileroom.collection.orders.opening import Signed
    from fileroom.law.facts import Choice
    from fileroom.people.models import FamilyChoice

    assert wrong(closed, military=1, colleges=1, others=1) == {"military", "colleges", "others"}
    numbers = {
        Choice.MILITARY_REFUSED: "military", Choice.MILITARY_REFUSED_BY_ADULT_STUDENT: "military",
        Choice.COLLEGE_RECRUITER_REFUSED: "colleges", Choice.GPA_TO_CSAC_REFUSED: "others",
        Choice.IMMUNIZATION_REGISTRY_REFUSED: "others", Choice.LEFT_OUT_OF_MINUTES: "others",
        Choice.SCREENING_REFUSED: "others",
    }  # fmt: skip
    refusals = {it for it in Choice if "refused" in it.value and "directory" not in it.value}
    assert refusals <= set(numbers), "a new refusal is counted when a school is opened"
    said: dict[str, Any] = {"source": "counter", "chosen_on": TODAY, "noted_at": AT, "entry": uuid4()}
    for kind in numbers:
        make.keep(FamilyChoice(student=closed.ana, kind=kind.value, **said))
    over = {"withdrawn_on": TODAY, "withdrawn_entry": uuid4()}
    make.keep(FamilyChoice(student=closed.ben, kind="military_refused", **said, **over))
    assert wrong(closed) == {"military", "colleges", "others"}
    assert isinstance(signs(closed.principal.by, closed.school, military=1, colleges=1, others=4), Signed)


def test_a_safe_at_home_card_that_is_not_entered_keeps_the_school_closed(closed: make.Town) -> None:
    assert wrong(closed, cards=1) == {"cards"}


def test_a_contact_whom_a_file_calls_restricted_is_asked_about_first(closed: make.Town) -> None:
    from fileroom.collection.models import PossibleOrder

    contact = make.contact("Victor", "Torres")
    make.keep(PossibleOrder(student=closed.ana, contact_id=contact.id, noticed_on=TODAY, state="waiting"))
    assert wrong(closed) == {"waits"}
    assert [it.outcome for it in entries() if it.act == "orders:sign_refused"] == ["waits"]


def test_nobody_else_signs_or_takes_back_and_each_try_is_noted(closed: make.Town) -> None:
    from fileroom.collection.orders.opening import withdraw_signature
    from fileroom.people.answers import Refused

    other = make.staffed("other", "principal", None)
    make.custodian(other.row, make.school("Mesa Middle"))
    head = make.staffed("head", "administrator", None)
    make.custodian(head.row, None)
    for by in (closed.registrar.by, closed.teacher.by, other.by, head.by):
        assert isinstance(signs(by, closed.school), Refused), by.account.sign_in_name
        assert (last_entry().act, last_entry().record) == ("orders:sign_refused", closed.school.id)
        assert isinstance(withdraw_signature(closed.school.id, by=by, at=AT), Refused)
    assert outcome(closed.mother.by, closed.ana) != "must"


def test_an_account_of_whom_nobody_has_checked_the_holder_signs_nothing(closed: make.Town) -> None:
    from fileroom.people.answers import Refused

    account = closed.principal.by.account
    make.change(account, identity_verified_on=None)
    assert isinstance(signs(replace(closed.principal.by, account=account), closed.school), Refused)


def test_a_family_finds_nothing_to_sign_and_there_is_no_school_of_another_id(closed: make.Town) -> None:
    from fileroom.collection.orders.opening import Drawer, sign_for_orders
    from fileroom.people.answers import Missing

    with pytest.raises(Missing):
        signs(closed.mother.by, closed.school)
    with pytest.raises(Missing):
        sign_for_orders(uuid4(), Drawer(0, 0, 0), by=closed.principal.by, at=AT)


def test_each_try_that_does_not_agree_leaves_a_line_with_what_was_counted(closed: make.Town) -> None:
    for number in (1, 2):
        wrong(closed, orders=number)
    tries = [it for it in entries() if it.act == "orders:sign_refused"]
    assert [it.part.partition("/")[0] for it in tries] == ["orders:1", "orders:2"]
    assert {(it.outcome, it.record, it.actor.account) for it in tries} == {
        ("differs", closed.school.id, closed.principal.by.account.id)
    }


def test_an_order_that_names_the_custodian_or_may_is_counted_neither_here_nor_there(closed: make.Town) -> None:
    """Whoever counts the papers that they may see can sign, and no number tells them that there is another."""
    from fileroom.collection.orders.opening import Signed

    father = make.contact(closed.principal.row.given, closed.principal.row.family)
    make.order(closed.ana, father)
    make.order(closed.ben, make.contact("Victor", "Torres"))
    assert wrong(closed, orders=2) == {"orders"}
    assert "kept by another" in words(page(closed))
    assert isinstance(signs(closed.principal.by, closed.school, orders=1), Signed)


def page(town: make.Town) -> str:
    return browser(town.principal.by).get(f"/custodians/{town.school.id}/paper/").content.decode()


def test_a_school_signed_for_before_every_refusal_was_counted_counts_again_and_stays_open(town: make.Town) -> None:
    from fileroom.collection.orders.opening import Drawer
    from fileroom.people.vacancies import COUNTED_LATER, look_round

    assert COUNTED_LATER.issubset(it.name for it in fields(Drawer))
    address, desk = f"/custodians/{town.school.id}/paper/", browser(town.principal.by)
    noted_as_before(town.school, "orders:0/restrictions:0/cards:0")
    for _ in range(2):
        look_round(at=AT)
    (owed,) = duties(town.principal.by)
    assert owed.part == "refusals" and outcome(town.mother.by, town.ana) == "must"
    assert "Count refusals on paper" in words(desk.get("/").content.decode())
    assert "Count again" in words(desk.get(address).content.decode())
    signs(town.principal.by, town.school)
    look_round(at=AT)
    assert duties(town.principal.by) == []
    assert "Count again" not in words(desk.get(address).content.decode())


def test_a_school_that_was_signed_for_and_taken_back_owes_its_signature_alone(town: make.Town) -> None:
    from fileroom.collection.orders.opening import withdraw_signature
    from fileroom.people.vacancies import look_round

    noted_as_before(town.school, "orders:0/restrictions:0/cards:0")
    withdraw_signature(town.school.id, by=town.principal.by, at=AT)
    look_round(at=AT)
    assert [it.part for it in duties(town.principal.by)] == [""]
