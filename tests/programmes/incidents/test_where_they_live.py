"""Where a letter goes: to a student who is of age at home, unless an address of their own is filed; in which state."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.programmes.incidents.reporting import lives, notices
from tests.programmes.incidents.test_told import letters, of_a_breach, prepared


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def at_home(town: make.Town) -> None:
    """Ana is of age and lives with her mother, whose address is the only one on file."""
    make.change(town.ana, birth_on=make.TODAY - 19 * make.YEAR)
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)


def other_parent(town: make.Town, *, terminated: bool = False) -> Any:
    other = make.related("father", town.ana)
    assert other.relation
    make.change(make.custody(other.relation), rights_terminated=terminated)
    return other


def test_an_adult_student_who_lives_at_home_is_written_to_there_and_the_parents_are_not(
    town: make.Town, office: make.Staffed
) -> None:
    at_home(town)
    of = of_a_breach(town, office)
    prepared(of, office)
    assert notices(of) == [("written", "")]
    said = letters(of, office)
    assert "Ana Torres 12 Invented Lane" in said and "Mother Torres" not in said


def test_one_with_an_address_of_their_own_is_written_to_there(town: make.Town, office: make.Staffed) -> None:
    from fileroom.collection.services import Collected, collect

    at_home(town)
    fields = {"street": "4 Dormitory Way", "city": "Davis", "postal_code": "95616"}
    assert isinstance(collect(town.ana.id, "student_address", fields, by=town.registrar.by, at=AT), Collected)
    of = of_a_breach(town, office)
    prepared(of, office)
    said = letters(of, office)
    assert "4 Dormitory Way" in said and "Invented" not in said


@pytest.mark.parametrize(
    ("of_the_file", "why"),
    [
        ("two_homes", "address"),
        ("one_home_unknown", "address"),
        ("emancipated", "address"),
        ("shared", "shared"),
        ("order", "order"),
        ("safe_at_home", "substitute_address"),
        ("not_signed_for", "not_signed_for"),
    ],
)
def test_where_nobody_knows_which_home_is_theirs_or_a_bar_stands_nothing_is_mailed_to_an_adult(
    town: make.Town, office: make.Staffed, of_the_file: str, why: str
) -> None:
    from uuid import uuid4

    from fileroom.people.models import Circumstance

    at_home(town)
    noted: dict[str, Any] = {"from_on": make.TODAY, "noted_by": uuid4(), "entry": uuid4()}
    if of_the_file == "two_homes":
        lives(town.ana, other_parent(town).row, "13 Invented Lane", town.registrar.by)
    if of_the_file == "one_home_unknown":
        other_parent(town)
    if of_the_file == "emancipated":
        make.milestone(town.ana, "emancipated")
    if of_the_file == "shared":
        lives(town.ana, other_parent(town, terminated=True).row, "12 Invented Lane", town.registrar.by)
    if of_the_file == "order":
        make.order(town.ana, make.contact("Luis", "Torres"))
    if of_the_file == "safe_at_home":
        make.keep(Circumstance(student=town.ana, kind="safe_at_home", **noted))
    if of_the_file == "not_signed_for":
        make.change(town.school, orders_entered_on=None)
    of = of_a_breach(town, office)
    prepared(of, office)
    assert notices(of) == [("by_hand", why)]


def test_a_letter_to_the_home_of_before_is_not_posted_to_an_adult(town: make.Town, office: make.Staffed) -> None:
    at_home(town)
    of = of_a_breach(town, office)
    prepared(of, office)
    lives(town.ana, town.mother.row, "3 Another Street", town.registrar.by, at=AT + timedelta(minutes=1))
    assert letters(of, office) == ""
    assert notices(of) == [("by_hand", "moved")]


@pytest.mark.parametrize(
    ("city", "code", "line"),
    [
        ("Reno", "89501", "Reno 89501"), ("Alturas", "96101-1234", "Alturas, California 96101-1234"),
        ("Los Angeles", "90001", "Los Angeles, California 90001"), ("Honolulu", "96801", "Honolulu 96801"),
    ],
)  # fmt: skip
def test_a_letter_says_that_they_live_in_california_where_their_code_does(
    town: make.Town, office: make.Staffed, city: str, code: str, line: str
) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by, city=city, code=code)
    of = of_a_breach(town, office)
    prepared(of, office)
    assert f"12 Invented Lane {line} " in letters(of, office)
