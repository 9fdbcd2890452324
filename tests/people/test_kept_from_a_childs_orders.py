"""Whom an order keeps from a child is told of no other order on that child, by whatever office; and what is owed of one
stands with somebody who may be told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.people.test_counsel_is_away import AGENTS, HOLD, kept_from
from tests.people.test_owing import owe, page

REVIEW = "casework.orders_reviewed.who_works_with_the_student_looks"
OTHERS = "casework.orders_received.whoever_hands_it_in"
READS = "Counsel reads a court’s order"


def against_an_uncle(town: make.Town, *, by: Any = None, **more: Any) -> UUID:
    """An order on Ana that names nobody who works here."""
    uncle = make.contact("Pablo", "Torres")
    make.relationship(town.ana, uncle)
    return files(terms(town, uncle.id, **more), by or town.registrar.by).id


def owed(order: UUID, rule: str) -> list[str]:
    """By which office."""
    from fileroom.duties.queries import about

    return [it.office for it in about("orders", [order], at=AT) if it.rule == rule]


def offices(order: UUID, rule: str) -> set[str]:
    return set(owed(order, rule))


def test_a_designee_from_whom_an_order_keeps_the_child_hears_of_none(town: make.Town) -> None:
    himself = make.staffed("himself", "administrator", None)
    another = make.staffed("another", "administrator", None)
    kept_from(town, himself)
    against_an_uncle(town)
    assert (page(himself.by).rows, page(himself.by).owing.number) == ([], 0)
    assert READS in [it["title"] for it in page(another.by).rows]


@pytest.mark.parametrize("rule", [REVIEW, OTHERS])
def test_what_custodians_owe_of_an_order_the_superintendents_office_owes_too_where_they_hear_of_none(
    town: make.Town, rule: str
) -> None:
    head = make.staffed("head", "administrator", None)
    make.custodian(head.row, None)
    assert offices(against_an_uncle(town, until=make.YEAR, names_others=True), rule) == {"custodian"}
    for who in (head, town.principal):
        kept_from(town, who)
    later = against_an_uncle(town, until=make.YEAR, names_others=True)
    assert offices(later, rule) == {"custodian", "superintendent"}
    assert str(later) not in str(page(town.principal.by).rows)


def test_so_it_is_where_their_own_order_comes_later_from_the_next_hour_on_and_once(town: make.Town) -> None:
    from fileroom.people.untold import look_round

    told = against_an_uncle(town, until=make.YEAR)
    look_round(at=AT)
    assert offices(told, REVIEW) == {"custodian"}
    kept_from(town, town.principal)
    for _ in range(2):
        look_round(at=AT)
        assert sorted(owed(told, REVIEW)) == ["custodian"] * 3 + ["superintendent"] * 3


def test_so_it_is_of_who_shares_the_family_name_alone_and_of_what_other_rooms_owe_about_the_student(
    town: make.Town,
) -> None:
    from fileroom.people.untold import look_round

    designee = make.staffed("designee", "administrator", None)
    owe(1, "casework.orders_reviewed.who_works_with_the_student_looks", "cards_noted", office="custodian",
        school=town.school.id, student=town.ana.id)  # fmt: skip
    make.change(town.principal.row, family="Torres")
    told = against_an_uncle(town, until=make.YEAR)
    assert page(town.principal.by).rows == []
    look_round(at=AT)
    assert sorted(owed(told, REVIEW)) == ["custodian"] * 3 + ["superintendent"] * 3
    assert "cards_noted" in [it.room for it in page(designee.by).owing.duties if it.office == "superintendent"]


def asks_about_her(town: make.Town, order: UUID, *keepers: make.Staffed) -> None:
    """It is asked about the principal, whose family name is Torres; and each of these says that it is not she."""
    from fileroom.collection.orders.telling_apart import of, say_who_it_is

    (asked,) = of(order, by=keepers[0].by, at=AT)
    assert asked.name.endswith("Torres")
    for it in keepers:
        assert asks_whether(it), "or nobody's screen asked for the second no"
        assert browser(town.principal.by).get(f"/orders/{order}/").status_code == 404
        say_who_it_is(order, asked.id, "no", by=it.by, at=AT)


def heads() -> tuple[make.Staffed, make.Staffed]:
    """Who keeps the records of the whole district, and another of the Superintendent's office."""
    head, other = make.staffed("head", "administrator", None), make.staffed("other", "administrator", None)
    make.custodian(head.row, None)
    return head, other


def test_that_a_custodian_of_the_family_name_is_somebody_else_two_others_say_and_the_order_is_theirs_again(
    town: make.Town,
) -> None:
    keepers = heads()
    make.change(town.principal.row, family="Torres")
    told = against_an_uncle(town)
    assert page(town.principal.by).rows == []
    assert not asks_whether(keepers[1])
    asks_about_her(town, told, *keepers)
    assert browser(town.principal.by).get(f"/orders/{told}/").status_code == 200


def asks_whether(who: make.Staffed) -> bool:
    return "Is this the person whom a court’s order names?" in [it["title"] for it in page(who.by).rows]


def test_so_it_is_asked_of_the_custodian_of_a_school_to_which_the_child_goes_later(town: make.Town) -> None:
    """At first the child is at none: an order comes in summer."""
    from fileroom.collection.orders.nightly import look_round

    keepers = heads()
    make.change(town.principal.row, family="Torres")
    place = enrolled(town)
    make.change(place, left_on=make.TODAY - timedelta(days=1))
    told = against_an_uncle(town, by=keepers[0].by)
    make.change(place, left_on=None)
    assert browser(town.principal.by).get(f"/orders/{told}/").status_code == 404
    look_round(at=AT)
    asks_about_her(town, told, *keepers)
    assert browser(town.principal.by).get(f"/orders/{told}/").status_code == 200


def enrolled(town: make.Town) -> Any:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Enrolment

    with district_transaction():
        return Enrolment.objects.get(student=town.ana, left_on=None)


def test_of_an_order_at_two_schools_what_one_custodian_is_told_does_not_hide_what_the_other_is_not(
    town: make.Town,
) -> None:
    from fileroom.people.untold import look_round

    mesa, carla = make.school("Mesa Middle"), make.student("Carla", "Ruiz")
    make.enrolment(carla, mesa)
    make.custodian(make.staffed("mesa", "principal", mesa).row, mesa)
    uncle = make.contact("Pablo", "Torres")
    for child in (town.ana, carla):
        make.relationship(child, uncle)
    head = make.staffed("head", "registrar", None)
    told = files(terms(town, uncle.id, town.ana.id, carla.id, until=make.YEAR), head.by).id
    before = len(owed(told, REVIEW))
    kept_from(town, town.principal)
    look_round(at=AT)
    assert owed(told, REVIEW).count("superintendent") == 3 and len(owed(told, REVIEW)) == before + 3


def test_a_counsel_of_the_same_family_name_alone_is_told_on_a_page_that_names_nobody(town: make.Town) -> None:
    lawyer, designee = make.staffed("lawyer", "counsel", None), make.staffed("designee", "administrator", None)
    make.change(lawyer.row, given="Maria", family="Torres")
    order = against_an_uncle(town)
    assert READS in [it["title"] for it in page(lawyer.by).rows]
    assert READS not in [it["title"] for it in page(designee.by).rows]
    assert browser(lawyer.by).get(f"/orders/{order}/for-counsel/").status_code == 200


def test_what_is_due_later_than_today_shows_nobody_has_to_be_asked_about(town: make.Town) -> None:
    designee = make.staffed("designee", "administrator", None)
    make.staffed("lawyer", "counsel", None)
    against_an_uncle(town, until=make.YEAR)
    assert len(page(designee.by).owing.of_counsel.told) == 1, "what its last day asks is not among them"


def test_counsel_kept_from_one_child_is_told_of_what_is_about_no_child(town: make.Town) -> None:
    lawyer = make.staffed("lawyer", "counsel", None)
    owe(1, AGENTS, "enforcement", office="counsel")
    owe(1, HOLD, "social_media_items", office="counsel", student=town.ana.id)
    kept_from(town, lawyer)
    assert page(lawyer.by).owing.number == len(page(lawyer.by).rows) == 1


def test_who_alone_holds_every_office_and_shares_the_family_name_is_told_by_the_superintendents(
    town: make.Town,
) -> None:
    make.change(town.principal.row, family="Quill")
    head = make.staffed("head", "administrator", None)
    make.custodian(head.row, None)
    make.change(head.row, given="Maria", family="Torres")
    against_an_uncle(town)
    assert READS in [it["title"] for it in page(head.by).rows], "or it stood on nobody's screen"
