"""Every kind of order, for the parent it names and for the other one: in force, ended, lifted."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests import factories as make
from tests.disclosure.asking import asks, outcome
from tests.factories import TODAY, change

STAY_AWAY = "stay_away_no_records_clause"
BINDING = ("records_order_6323_5", STAY_AWAY, "rights_terminated", "education_rights_limited")
YESTERDAY = TODAY - timedelta(days=1)


def answers(town: make.Town, father: make.Related) -> tuple[str, str]:
    """(mother's outcome, father's outcome): may each see the child's file today?"""
    return outcome(town.mother.by, town.ana), outcome(father.by, town.ana)


def test_a_stay_away_order_leaves_the_parent_the_file_without_where_the_child_is(town: make.Town) -> None:
    father = make.related("father", town.ana)
    make.order(town.ana, father.row, kind=STAY_AWAY)
    assert answers(town, father) == ("must", "must")
    withheld = [asks(by, town.ana).decision.limits for by in (town.mother.by, father.by)]
    assert ["address_and_schedule_withheld" in limits for limits in withheld] == [False, True]


@pytest.mark.parametrize("kind", [kind for kind in BINDING if kind != STAY_AWAY])
def test_an_order_in_force_closes_the_file_to_the_one_it_names_and_to_no_other(town: make.Town, kind: str) -> None:
    father = make.related("father", town.ana)
    assert answers(town, father) == ("must", "must")
    make.order(town.ana, father.row, kind=kind)
    mothers, fathers = answers(town, father)
    assert mothers == "must"
    assert fathers in ("no", "needs_more")


@pytest.mark.parametrize("kind", BINDING)
def test_an_end_that_passed_gives_nothing_back_by_itself(town: make.Town, kind: str) -> None:
    father = make.related("father", town.ana)
    make.order(town.ana, father.row, kind=kind, until=YESTERDAY)
    assert answers(town, father) == ("must", "needs_more")


@pytest.mark.parametrize("kind", BINDING)
def test_an_order_that_was_lifted_binds_nobody(town: make.Town, kind: str) -> None:
    father = make.related("father", town.ana)
    change(make.order(town.ana, father.row, kind=kind), lifted_on=YESTERDAY)
    assert answers(town, father) == ("must", "must")


@pytest.mark.parametrize("kind", BINDING)
def test_an_order_that_names_nobody_is_in_doubt_for_all_but_the_one_it_protects(town: make.Town, kind: str) -> None:
    father = make.related("father", town.ana)
    change(make.order(town.ana, father.row, kind=kind), restrained=None, protected=town.mother.row)
    assert answers(town, father) == ("must", "needs_more")


def test_a_termination_outlives_a_later_custody_row(town: make.Town) -> None:
    father = make.related("father", town.ana)
    assert father.relation is not None
    change(make.custody(father.relation), rights_terminated=True)
    make.custody(father.relation, since=YESTERDAY)
    assert outcome(father.by, town.ana) == "no"


def test_the_protected_parents_answer_is_not_silent(town: make.Town) -> None:
    father = make.related("father", town.ana)
    make.order(town.ana, father.row, kind="stay_away_no_records_clause")
    assert not asks(town.mother.by, town.ana).decision.silent
