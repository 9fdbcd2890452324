"""A list that is cut up is one list: what an account takes within a day counts together, and nobody sends twice."""

from __future__ import annotations

from datetime import timedelta
from time import sleep
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.disclosure.exports.taking import agrees, names, prepares, takes
from tests.programmes.at_once import at_once

DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)


@pytest.fixture(autouse=True)
def four(town: make.Town) -> None:
    for number in range(4):
        make.enrolment(make.student(f"Kid{number}", "Lopez"), town.school)


def asked(town: make.Town, words: str, *, at: Any = AT) -> Any:
    return prepares(town.registrar.by, words=words, above=2, at=at)


def taken(town: make.Town, made: Any, *, at: Any = AT) -> list[str]:
    return names(takes(town.registrar.by, made, above=2, at=at))


def test_of_many_short_lists_the_one_that_makes_them_long_waits_for_a_second_person(town: make.Town) -> None:
    for words in ("kid0", "kid1"):
        assert len(taken(town, asked(town, words))) == 1
    third = asked(town, "kid2")
    assert third.waits
    agrees(town.principal.by, third)
    assert taken(town, third) == ["Kid2 Lopez"]


def test_the_same_student_twice_counts_once_and_what_a_second_person_saw_not_at_all(town: make.Town) -> None:
    long = asked(town, "lopez")
    assert long.waits
    agrees(town.principal.by, long)
    assert len(taken(town, long)) == 4
    for _ in range(3):
        assert taken(town, asked(town, "kid0")) == ["Kid0 Lopez"]
    assert not asked(town, "kid1").waits


def test_a_day_later_and_for_another_account_it_begins_anew(town: make.Town) -> None:
    for words in ("kid0", "kid1"):
        taken(town, asked(town, words))
    assert not prepares(town.principal.by, words="kid2", above=2).waits
    assert asked(town, "kid2", at=AT + DAY - MINUTE).waits
    assert not asked(town, "kid2", at=AT + DAY + MINUTE).waits


def test_lists_that_were_all_prepared_before_the_first_was_taken_do_not_all_go(town: make.Town) -> None:
    first, *others = [asked(town, f"kid{number}") for number in range(4)]
    assert not any(it.waits for it in (first, *others))
    taken(town, first)
    taken(town, others[0])
    before = len(entries())
    for made in others[1:]:
        with pytest.raises(ValidationError, match="anew"):
            taken(town, made)
    assert len(entries()) == before
    assert asked(town, "kid3").waits


def test_two_lists_that_are_taken_at_the_same_moment_are_counted_together(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.disclosure.exports import limits, lists

    def slowly(*args: Any, **more: Any) -> int:
        number = limits.in_all(*args, **more)
        sleep(1)  # long enough for the other to have counted too
        return number

    made = [prepares(town.registrar.by, words=words, above=1) for words in ("kid0", "kid1")]
    monkeypatch.setattr(lists, "in_all", slowly)
    left = iter(made)
    came = at_once(lambda: takes(town.registrar.by, next(left), above=1))
    assert sorted(type(it).__name__ for it in came) == ["HandedOver", "ValidationError"]


def test_a_form_that_is_pressed_twice_at_the_same_moment_is_one_list(town: make.Town) -> None:
    once = uuid4()
    first, second = at_once(lambda: prepares(town.registrar.by, once=once))
    assert first == second
    assert [it.act.value for it in entries()].count("list:prepared") == 1
