"""The office enters who has custody, from a paper it has seen; what an order in force says of it prevails."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, last_entry, outcome
from tests.factories import TODAY

if TYPE_CHECKING:
    from fileroom.people.facts import RequesterFacts

SOLE = "sole_legal_custody_other_parent"
YESTERDAY, LAST_YEAR = TODAY - timedelta(days=1), TODAY - timedelta(days=365)


@pytest.fixture
def father(town: make.Town) -> make.Related:
    """Beside the mother; of neither has anybody said who has custody."""
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Custody

    with district_transaction():
        Custody.objects.all().delete()
    return make.related("father", town.ana)


moments = count(1)


def enters(town: make.Town, of: make.Related, paper: str, *, since: date = YESTERDAY, by: Any = None) -> Any:
    from fileroom.people.custody import enter_custody

    assert of.relation
    return enter_custody(
        of.relation.id, paper=paper, from_on=since, by=by or town.registrar.by, at=AT + timedelta(seconds=next(moments))
    )


def facts(town: make.Town, of: make.Related, on: date = TODAY) -> RequesterFacts:
    from fileroom.hosting import district_transaction
    from fileroom.people.facts import contact_facts, student_facts

    with district_transaction():
        student = student_facts(town.ana.id, on)
        assert student
        return contact_facts(of.row.id, student, "verified", on)


def challenges(town: make.Town, of: make.Related) -> str:
    """The law's answer to a challenge of a grade by this person, in all else as it should be."""
    from tests.law.worlds import ask

    who = facts(town, of)
    assert who.orders is not None
    return ask("challenge", requester__legal_custody=who.legal_custody, orders=list(who.orders)).outcome.value


def test_what_a_paper_shows_of_custody_is_entered_under_seal_and_counts_from_its_day(
    town: make.Town, father: make.Related
) -> None:
    assert facts(town, father).legal_custody is None
    done = enters(town, father, "court_gives_custody")
    event = last_entry()
    assert (event.id, event.act, event.part, event.sealed) == (
        done.entry,
        "custody:entered",
        "court_gives_custody",
        True,
    )
    assert (event.student, event.record) == (town.ana.id, father.relation and father.relation.id)
    assert [facts(town, father, day).legal_custody for day in (TODAY, LAST_YEAR)] == [True, None]
    assert challenges(town, father) == "must"


def test_of_two_entries_the_later_holds_whatever_day_it_speaks_of_and_leaves_alone_what_it_says_nothing_of(
    town: make.Town, father: make.Related
) -> None:
    enters(town, father, "court_gives_education_rights")
    enters(town, father, "court_gives_custody")
    enters(town, father, "court_gives_another_custody", since=LAST_YEAR)
    who = facts(town, father)
    assert (who.legal_custody, who.holds_education_rights) == (False, True)
    assert challenges(town, father) == "no"
    enters(town, father, "nothing_shown")
    who = facts(town, father)
    assert (who.legal_custody, who.holds_education_rights) == (None, None)


def test_the_same_once_more_is_the_same_entry(town: make.Town, father: make.Related) -> None:
    first, second = (enters(town, father, "no_court_has_decided") for _ in "12")
    assert first == second
    assert [it.act.value for it in entries()].count("custody:entered") == 1


@pytest.mark.parametrize(
    ("paper", "since", "says"),
    [
        ("library_card", YESTERDAY, "Choose what was shown"),
        ("letters_of_guardianship", YESTERDAY, "not about a person of this relation"),
        ("court_gives_custody", TODAY + timedelta(days=1), "cannot be right"),
    ],
)
def test_what_cannot_be_is_not_entered(
    town: make.Town, father: make.Related, paper: str, since: date, says: str
) -> None:
    with pytest.raises(ValidationError, match=says):
        enters(town, father, paper, since=since)
    assert facts(town, father).legal_custody is None


def test_only_the_office_that_keeps_the_file_enters_it_and_only_of_whom_it_has_verified(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.people.answers import Missing, Refused

    assert isinstance(enters(town, father, "court_gives_custody", by=town.teacher.by), Refused)
    assert (last_entry().act, last_entry().sealed) == ("custody:refused", True)
    claimed = make.related("claimed", town.ana, verified=False)
    for of, by in ((father, town.mother.by), (claimed, town.registrar.by)):
        with pytest.raises(Missing):
            enters(town, of, "court_gives_custody", by=by)
    assert facts(town, father).legal_custody is None


def test_an_order_of_sole_custody_gives_it_to_whom_it_protects_and_takes_it_from_all_others(
    town: make.Town, father: make.Related
) -> None:
    make.change(make.order(town.ana, father.row, kind=SOLE), protected=town.mother.row)
    enters(town, father, "court_gives_custody")
    assert [facts(town, it).legal_custody for it in (town.mother, father)] == [True, False]
    assert [challenges(town, it) for it in (town.mother, father)] == ["must", "no"]
    another = make.related("another", town.ana)
    assert (facts(town, another).legal_custody, challenges(town, another)) == (False, "no")


def test_where_the_order_names_nobody_with_custody_the_office_says_who_it_is(
    town: make.Town, father: make.Related
) -> None:
    make.order(town.ana, father.row, kind=SOLE)
    assert challenges(town, town.mother) == "no"
    enters(town, town.mother, "court_gives_custody")
    assert [challenges(town, it) for it in (town.mother, father)] == ["must", "no"]


def test_a_list_that_nobody_has_agreed_to_gives_custody_to_nobody(town: make.Town, father: make.Related) -> None:
    make.change(make.order(town.ana, father.row, kind=SOLE), protected=town.mother.row, claimed=True)
    assert facts(town, town.mother).legal_custody is None


def test_whoever_a_court_left_without_custody_gives_no_consent(town: make.Town, father: make.Related) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.law.consents import given_by
    from fileroom.people.facts import student_facts
    from fileroom.people.rights import child_of, tie_to

    make.change(make.order(town.ana, father.row, kind=SOLE), protected=town.mother.row)
    with district_transaction():
        student = student_facts(town.ana.id, TODAY)
    assert student
    child = child_of(student)
    assert child
    by = [given_by(tie_to(it.row.id, facts(town, it)), child, TODAY) for it in (town.mother, father)]
    assert by == ["rights_holder", "parent_without_custody"]


def test_beside_an_order_that_says_who_alone_has_custody_no_entry_gives_it_to_anybody_else(
    town: make.Town, father: make.Related
) -> None:
    order = make.order(town.ana, father.row, kind=SOLE)
    make.change(order, restrained=None, protected=town.mother.row)
    enters(town, father, "court_gives_custody")
    assert [facts(town, it).legal_custody for it in (town.mother, father)] == [True, False]
    assert (challenges(town, father), facts(town, father).may_not_collect) == ("no", None)


def test_the_end_of_an_order_gives_custody_back_by_no_entry_of_before(town: make.Town, father: make.Related) -> None:
    enters(town, father, "no_court_has_decided", since=LAST_YEAR)
    make.change(make.order(town.ana, father.row, kind=SOLE), protected=town.mother.row, to_on=YESTERDAY)
    assert (facts(town, father).legal_custody, facts(town, father).may_not_collect) == (False, None)
    enters(town, father, "court_gives_custody", since=TODAY)
    assert (facts(town, father).legal_custody, facts(town, father).may_not_collect) == (True, False)


def test_a_second_row_of_whom_the_order_names_gets_no_custody_by_an_entry(
    town: make.Town, father: make.Related
) -> None:
    make.order(town.ana, father.row, kind=SOLE)
    twin = make.related("twin", town.ana)
    make.change(twin.row, given=father.row.given, family=father.row.family)
    enters(town, twin, "court_gives_custody")
    assert (facts(town, twin).legal_custody, facts(town, twin).may_not_collect) == (False, None)
    assert challenges(town, twin) == "no"


def test_an_order_that_limits_the_education_rights_of_a_parent_no_entry_undoes(
    town: make.Town, father: make.Related
) -> None:
    make.order(town.ana, father.row, kind="education_rights_limited")
    enters(town, father, "court_gives_education_rights")
    assert not facts(town, father).holds_education_rights
    assert outcome(father.by, town.ana) == "needs_more"


def test_an_entry_prolongs_nothing_that_it_says_nothing_of(town: make.Town, father: make.Related) -> None:
    assert father.relation
    make.change(make.custody(father.relation, since=YESTERDAY), to_on=TODAY)
    enters(town, father, "court_gives_education_rights", since=LAST_YEAR)
    days = (LAST_YEAR, TODAY, TODAY + timedelta(days=1))
    assert [facts(town, father, day).legal_custody for day in days] == [None, True, None]
