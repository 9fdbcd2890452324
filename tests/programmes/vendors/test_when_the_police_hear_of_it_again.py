"""The police hear first of each time that a child is missed, and of who is found they are owed nothing."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.programmes.vendors.test_counsels_word_on_a_letter import round_goes
from tests.programmes.vendors.test_enrolment_end_letters import asks, issues, leaves, mother, office
from tests.programmes.vendors.test_letters_decided_again import owed_now, stands
from tests.programmes.vendors.test_police_before_a_letter import missing, tells

__all__ = ["mother", "office"]


def test_a_child_who_is_missed_a_second_time_is_told_of_again(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Circumstance

    leaves(town.spell)
    missing(town)
    taken = asks(town, office, mother)
    tells(taken.id, office)
    later, kind = AT + timedelta(days=3), "missing_child_flag"
    with district_transaction():
        found = Circumstance.objects.get(student=town.ana, kind=kind)
    make.change(found, over_on=later.date(), ended_by=uuid4(), ended_entry=uuid4())
    again = {"from_on": later.date(), "noted_by": uuid4(), "entry": uuid4()}
    make.keep(Circumstance(student=town.ana, kind=kind, **again))
    with pytest.raises(ValidationError, match="police"):
        issues(taken.id, office, at=later)
    round_goes(later)
    assert owed_now() == ["alert_police_first", "issue_letter"], "where nobody looks, the round finds it"


def comes_home(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Circumstance

    with district_transaction():
        flag = Circumstance.objects.get(student=town.ana, kind="missing_child_flag", over_on=None)
    make.change(flag, over_on=AT.date(), ended_by=uuid4(), ended_entry=uuid4())


def test_of_a_child_who_is_found_before_anybody_told_the_police_nobody_owes_it(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell)
    missing(town)
    taken = asks(town, office, mother)
    comes_home(town)
    issues(taken.id, office)
    assert owed_now() == []
    missing(town)
    stands(taken.id, office)
    assert owed_now() == ["alert_police_first"]
    comes_home(town)
    round_goes(AT)
    assert owed_now() == [], "of a letter that was issued too"


def test_the_round_lets_it_go_while_the_letter_waits(town: make.Town, office: make.Staffed, mother: UUID) -> None:
    leaves(town.spell)
    missing(town)
    asks(town, office, mother)
    comes_home(town)
    round_goes(AT)
    assert owed_now() == ["issue_letter"]
