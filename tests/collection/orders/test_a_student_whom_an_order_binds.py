"""Whom an order binds may go to school here, on nobody's file but their own: they are signed in nowhere either, and who
bears another family's name stays where they are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fileroom.law.facts import Order
from fileroom.people.names import Words, may_be_words_of_one_name, search_key
from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.orders.filing import files, terms
from tests.collection.orders.of_a_list import bring, row

STAY_AWAY = Order.STAY_AWAY_NO_RECORDS_CLAUSE


def with_an_account(given: str, family: str) -> Any:
    row = make.student(given, family)
    make.account(f"{row.id}", student=row)
    return row


def turns(*students: Any) -> list[int]:
    """How often each was signed out."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account

    with district_transaction():
        return [Account.objects.get(student=it).turn for it in students]


def test_a_student_whom_it_binds_is_signed_in_nowhere_either_and_no_other(town: make.Town) -> None:
    ben, zoe = make.student("Zoë", "Núñez"), make.student("Zoe", "Marsh")
    his, hers = (browser(make.signed_in(make.account(f"{it.id}", student=it))) for it in (ben, zoe))
    assert his.get("/family/").status_code == hers.get("/family/").status_code == 200
    files(terms(town, None, named=("ZOE", "Nunez"), kind=Order.STAY_AWAY_NO_RECORDS_CLAUSE), town.registrar.by)
    ended = his.get("/family/")
    assert (ended.status_code, ended.headers["Location"]) == (302, "/sign-in/?next=/family/")
    assert hers.get("/family/").status_code == 200


@pytest.mark.parametrize(
    ("of_the_order", "here"),
    [
        (("Mia", "Sørensen"), ("Mia", "Sørensen")),
        (("Lukasz", "Malecki"), ("Łukasz", "Małecki")),
        (("Minh", "Đặng"), ("Minh", "Đặng")),
        (("David Kim", "III"), ("David", "Kim")),
        (("David Lee", "Jr."), ("David", "Lee")),
        (("Ana Paz", "Moreno"), ("Ana", "Paz")),
        (("Mei", "Li-Smith"), ("Mei", "Li")),
        (("Sean", "OBrien"), ("Sean", "O'Brien")),
        (("Juan", "Delacruz"), ("Juan", "de la Cruz")),
        (("Iris", "NunezDiaz"), ("Iris", "Núñez Diaz")),
        (("Juan", "de la Garza Lopez"), ("J.", "de la Garza")),
    ],
)
def test_however_their_name_is_written(town: make.Town, of_the_order: tuple[str, str], here: tuple[str, str]) -> None:
    one, other = with_an_account(*here), with_an_account(here[0], "Marsh")
    files(replace(terms(town, None, named=of_the_order, kind=STAY_AWAY), protected=None), town.registrar.by)
    assert turns(one, other) == [1, 0]


def test_by_the_name_that_they_are_called_they_are_found_too(town: make.Town) -> None:
    one = with_an_account("Minh", "Tran")
    called = {"preferred_given": "Max", "preferred_family": "Đỗ"}
    make.change(one, **called, search_name=search_key("Minh", "Tran", *called.values()))
    files(replace(terms(town, None, named=("Max", "Do"), kind=STAY_AWAY), protected=None), town.registrar.by)
    assert turns(one) == [1]


def test_nobody_is_compared_who_has_no_word_of_the_name(town: make.Town, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.people import accounts

    compared: set[str] = set()

    def compares(mine: Words, theirs: Words) -> bool:
        compared.add(" ".join(theirs))
        return may_be_words_of_one_name(mine, theirs)

    monkeypatch.setattr(accounts, "may_be_words_of_one_name", compares)
    here = (("Juan", "Lopez"), ("J.", "de la Garza"), ("Juan", "Marsh"), ("Adela", "Ruiz"), ("Juana", "Marsh"))
    people = [with_an_account(*it) for it in here]
    said = terms(town, None, named=("Juan", "de la Garza Lopez"), kind=STAY_AWAY)
    files(replace(said, protected=None), town.registrar.by)
    assert turns(*people) == [1, 1, 0, 0, 0]
    assert compared == {"juan lopez", "j de la garza", "juan marsh"}


def test_a_short_name_is_a_name_too(town: make.Town) -> None:
    one, other = with_an_account("Ana", "Ng"), with_an_account("Ana", "Marsh")
    files(replace(terms(town, None, named=("Ana", "Ng"), kind=STAY_AWAY), protected=None), town.registrar.by)
    assert turns(one, other) == [1, 0]


def test_a_short_name_of_a_family_counts_behind_a_longer_second_one(town: make.Town) -> None:
    one, other = with_an_account("Mary", "Lee"), with_an_account("Mary", "Marsh")
    files(replace(terms(town, None, named=("Mary Anne", "Lee"), kind=STAY_AWAY), protected=None), town.registrar.by)
    assert turns(one, other) == [1, 0]


def test_the_orders_own_child_who_has_his_fathers_name_is_not_whom_it_binds(town: make.Town) -> None:
    child, namesake = with_an_account("Juan", "Garcia"), with_an_account("Juan", "Garcia")
    make.enrolment(child, town.school)
    said = terms(town, None, child.id, named=("Juan", "Garcia"), kind=STAY_AWAY)
    files(replace(said, protected=None), town.registrar.by)
    assert turns(child, namesake) == [0, 1]


def test_a_list_signs_each_out_once_and_the_child_of_one_order_whom_another_binds(
    town: make.Town, tmp_path: Path
) -> None:
    child, namesake = with_an_account("Juan", "Garcia"), with_an_account("Juan", "Garcia")
    make.enrolment(child, town.school)
    make.change(town.school, orders_entered_on=None)
    bring(tmp_path, row(child, "Juan Garcia"), row(town.ben, "J Garcia Ruiz"), row(town.ana, "Pia Marsh"))
    assert turns(child, namesake) == [1, 1]
