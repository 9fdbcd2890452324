"""Where counsel has no account, what counsel owes stands on the first screen of the Superintendent's office, which is
told so; and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.utils import translation

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.people.test_owing import owe, page

READS = "casework.orders_received.counsel_review"
HOLD = "retention.holds.counsel_review"
AGENTS = "disclosure.immigration_enforcement.counsel_review"
AWAY = "District counsel has no account here"


@pytest.fixture
def designee(town: make.Town) -> make.Staffed:
    return make.staffed("designee", "administrator", None)


def an_order(town: make.Town, given: str = "Victor", family: str = "Torres") -> UUID:
    """An order that counsel reads the same day."""
    father = make.contact(given, family)
    make.relationship(town.ana, father)
    return files(terms(town, father.id), town.registrar.by).id


def titles(by: Any) -> list[str]:
    return [row["title"] for row in page(by).rows]


def test_what_counsel_owes_stands_with_the_designee_while_counsel_has_no_account(
    town: make.Town, designee: make.Staffed
) -> None:
    an_order(town)
    (row,) = [it for it in page(designee.by).rows if it["title"] == "Counsel reads a court’s order"]
    assert AWAY in str(row["text"]) and "custodian of records" in str(row["text"]) and row["link"] == ""
    said = words(browser(designee.by).get("/").content.decode())
    assert AWAY in said and "Torres" not in said
    assert AWAY in words(browser(designee.by).get("/owed/").content.decode())


def test_a_designee_who_keeps_the_records_opens_the_order_and_notes_that_counsel_has_read_it(
    town: make.Town,
) -> None:
    from fileroom.duties.queries import about

    keeper = make.staffed("keeper", "administrator", None)
    make.custodian(keeper.row, None)
    order = an_order(town)
    (row,) = [it for it in page(keeper.by).rows if it["title"] == "Counsel reads a court’s order"]
    assert row["link"] == f"/orders/{order}/" and "note what they say" in str(row["text"])
    shown = [it.id for it in about("orders", [order], at=AT) if it.rule.endswith("counsel_review")]
    assert browser(keeper.by).post(f"/orders/{order}/counsel/", {"seen": shown}).status_code == 302
    assert "Counsel reads a court’s order" not in titles(keeper.by)


def test_once_counsel_has_an_account_it_is_counsels_alone(town: make.Town, designee: make.Staffed) -> None:
    an_order(town)
    lawyer = make.staffed("lawyer", "counsel", None)
    assert "Counsel reads a court’s order" in titles(lawyer.by)
    assert "Counsel reads a court’s order" not in titles(designee.by)
    (row,) = [it for it in page(lawyer.by).rows if it["title"] == "Counsel reads a court’s order"]
    assert AWAY not in row["text"] and "Ask the custodian of records for the paper." in row["text"]


@pytest.mark.parametrize("how", ["no_account", "closed", "left"])
def test_counsel_who_cannot_sign_in_is_as_good_as_away(town: make.Town, designee: make.Staffed, how: str) -> None:
    an_order(town)
    if how == "no_account":
        make.assignment(make.employee("Lou", "Lawyer"), "counsel", None)
    else:
        lawyer = make.staffed("lawyer", "counsel", None)
        if how == "closed":
            make.change(lawyer.by.account, is_active=False)
        else:
            make.change(lawyer.row, left_on=make.TODAY - make.YEAR)
    assert "Counsel reads a court’s order" in titles(designee.by)


def test_a_clerk_and_a_principal_are_told_nothing_of_it(town: make.Town, designee: make.Staffed) -> None:
    an_order(town)
    clerk = make.staffed("clerk", "registrar", town.school)
    for who in (clerk, make.staffed("other", "principal", make.school("Mesa Middle"))):
        assert "Counsel reads a court’s order" not in titles(who.by)


def test_a_designee_whom_the_order_binds_is_not_told_that_there_is_one(town: make.Town) -> None:
    bound = make.staffed("victor", "administrator", None)
    make.change(bound.row, given="Victor", family="Torres")
    an_order(town)
    other = make.staffed("other", "administrator", None)
    assert page(bound.by).rows == [] and page(bound.by).owing.number == 0
    assert "Counsel reads a court’s order" in titles(other.by)
    lawyer = make.staffed("lawyer", "counsel", None)
    make.change(lawyer.row, given="Victor", family="Torres")
    assert page(lawyer.by).rows == []


def test_what_an_officer_brought_and_a_hold_stand_there_too(designee: make.Staffed) -> None:
    owe(1, AGENTS, "enforcement", office="counsel")
    owe(1, HOLD, "social_media_items", office="counsel")
    rows = page(designee.by).rows
    assert all(AWAY in str(row["text"]) for row in rows)
    assert [row["link"] != "" for row in sorted(rows, key=lambda it: it["title"])] == [False, True]


def test_a_delegate_of_a_programme_sees_what_counsel_owes_in_its_rooms_alone(town: make.Town) -> None:
    owe(1, "programmes.operators_orders.counsel_review", "deletions", office="counsel")
    owe(1, AGENTS, "enforcement", office="counsel")
    clerk = make.staffed("clerk", "registrar", None)
    (row,) = page(clerk.by, rooms=("deletions",)).rows
    assert row["title"] == "Counsel says whether a letter may be given" and not row["link"].endswith("/counsel/")


def test_it_is_said_in_spanish_too(town: make.Town, designee: make.Staffed) -> None:
    an_order(town)
    (row,) = [it for it in page(designee.by).rows if it["title"] == "Counsel reads a court’s order"]
    with translation.override("es"):
        assert "El abogado del distrito no tiene cuenta aquí" in str(row["text"])


def test_of_an_order_that_names_the_only_counsel_the_superintendents_office_sees_to_it(
    town: make.Town, designee: make.Staffed
) -> None:
    lawyer = make.staffed("lawyer", "counsel", None)
    make.change(lawyer.row, given="Victor", family="Torres")
    an_order(town)
    assert page(lawyer.by).rows == [] and page(lawyer.by).owing.number == 0
    (row,) = [it for it in page(designee.by).rows if it["title"] == "Counsel reads a court’s order"]
    assert "District counsel is not to be told of it" in str(row["text"]) and AWAY not in str(row["text"])
    assert row["link"] == ""
    with translation.override("es"):
        assert "El abogado del distrito no debe enterarse" in str(row["text"])


def test_where_another_counsel_may_be_told_it_is_that_counsels_alone(town: make.Town, designee: make.Staffed) -> None:
    himself, lawyer = make.staffed("himself", "counsel", None), make.staffed("lawyer", "counsel", None)
    make.change(himself.row, given="Victor", family="Torres")
    an_order(town)
    title = "Counsel reads a court’s order"
    assert [title in titles(it.by) for it in (himself, lawyer, designee)] == [False, True, False]


def kept_from(town: make.Town, who: make.Staffed, **order: Any) -> None:
    """An order keeps somebody of this name from Ana."""
    make.change(who.row, given="Victor", family="Quill")
    himself = make.contact("Victor", "Quill")
    make.relationship(town.ana, himself)
    make.order(town.ana, himself, **order)


@pytest.mark.parametrize("kind", ["records_order_6323_5", "stay_away_no_records_clause"])
def test_of_a_student_from_whom_an_order_keeps_the_only_counsel_the_superintendents_office_sees_to_it(
    town: make.Town, designee: make.Staffed, kind: str
) -> None:
    lawyer = make.staffed("lawyer", "counsel", None)
    owe(1, HOLD, "social_media_items", office="counsel", student=town.ana.id)
    assert page(designee.by).rows == [] and len(page(lawyer.by).rows) == 1
    kept_from(town, lawyer, kind=kind)
    assert page(lawyer.by).rows == [] and page(lawyer.by).owing.number == 0
    (row,) = page(designee.by).rows
    assert "District counsel is not to be told of it" in str(row["text"]) and row["link"] == ""
    said = words(browser(designee.by).get("/").content.decode())
    assert "District counsel is not to be told of it" in said


def test_of_one_student_counsel_is_untold_and_of_another_not(town: make.Town, designee: make.Staffed) -> None:
    lawyer = make.staffed("lawyer", "counsel", None)
    for child in (town.ana, town.ben):
        owe(1, HOLD, "social_media_items", office="counsel", student=child.id)
    kept_from(town, lawyer)
    assert [page(it.by).owing.number for it in (lawyer, designee)] == [1, 1]
    assert "not to be told" not in str(page(lawyer.by).rows[0]["text"])


def test_where_another_counsel_may_be_told_of_the_student_it_is_that_counsels_alone(
    town: make.Town, designee: make.Staffed
) -> None:
    himself, lawyer = make.staffed("himself", "counsel", None), make.staffed("lawyer", "counsel", None)
    owe(1, HOLD, "social_media_items", office="counsel", student=town.ana.id)
    kept_from(town, himself)
    assert [page(it.by).owing.number for it in (himself, lawyer, designee)] == [0, 1, 0]


@pytest.mark.parametrize("kind", ["records_order_6323_5", "stay_away_no_records_clause"])
def test_of_an_order_on_a_student_from_whom_another_keeps_the_only_counsel_the_superintendents_office_sees_to_it(
    town: make.Town, designee: make.Staffed, kind: str
) -> None:
    lawyer, title = make.staffed("lawyer", "counsel", None), "Counsel reads a court’s order"
    order = an_order(town)
    assert [title in titles(it.by) for it in (lawyer, designee)] == [True, False]
    kept_from(town, lawyer, kind=kind)
    assert page(lawyer.by).rows == [] and page(lawyer.by).owing.number == 0
    (row,) = [it for it in page(designee.by).rows if it["title"] == title]
    assert "District counsel is not to be told of it" in str(row["text"])
    assert browser(lawyer.by).get(f"/orders/{order}/for-counsel/").status_code == 404


def test_an_order_on_two_students_goes_past_counsel_for_either_and_one_on_another_does_not(
    town: make.Town, designee: make.Staffed
) -> None:
    himself, lawyer = make.staffed("himself", "counsel", None), make.staffed("lawyer", "counsel", None)
    father = make.contact("Pablo", "Torres")
    for child in (town.ana, town.ben):
        make.relationship(child, father)
    files(replace(terms(town, father.id), children=(town.ana.id, town.ben.id)), town.registrar.by)
    files(replace(terms(town, father.id), children=(town.ben.id,)), town.registrar.by)
    kept_from(town, himself)
    title = "Counsel reads a court’s order"
    assert [titles(it.by).count(title) for it in (himself, lawyer, designee)] == [1, 2, 0]
