"""Who holds which right on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fileroom.law.rights_holders import ALL_RIGHTS, Child, Right, Tie, TieKind, rights_holders, tie_of

ON = date(2026, 10, 19)
CHILD = Child("student", born=date(2017, 3, 1))
MOTHER = Tie("mother", TieKind.PARENT, verified=True, legal_custody=True)
FATHER = Tie("father", TieKind.PARENT, verified=True, legal_custody=False)


def held(*ties: Tie, child: Child = CHILD, on: date = ON) -> dict[object, set[Right]]:
    found: dict[object, set[Right]] = {}
    for holding in rights_holders(ties, child, on):
        found.setdefault(holding.person, set()).add(holding.right)
        assert holding.citation.text
    return found


def test_only_a_parents_and_an_appointed_persons_tie_carry_rights() -> None:
    assert tie_of("parent") is TieKind.PARENT
    assert tie_of("educational_rights_holder") is TieKind.EDUCATIONAL_RIGHTS_HOLDER
    assert {tie_of(kind) for kind in ("stepparent", "relative", "public", "teacher")} == {TieKind.OTHER}


def test_parents_together_hold_every_right_and_the_child_none() -> None:
    assert held(MOTHER, replace(MOTHER, person="second")) == {"mother": set(ALL_RIGHTS), "second": set(ALL_RIGHTS)}


def test_a_parent_without_legal_custody_sees_reads_the_log_and_may_ask_that_nothing_go_out() -> None:
    """The limit of that choice is not stated: the more private one holds (california.md, section 3)."""
    assert held(FATHER) == {"father": {Right.SEE, Right.READ_LOG, Right.DIRECTORY_CHOICE}}


def test_whose_custody_nobody_has_stated_is_asked_for_a_challenge_alone() -> None:
    assert held(replace(MOTHER, legal_custody=None)) == {"mother": set(ALL_RIGHTS) - {Right.CHALLENGE}}


def test_a_claim_a_restraint_or_an_end_of_rights_leaves_nothing() -> None:
    for change in ({"verified": False}, {"restrained": True}, {"restrained": None}, {"rights_terminated": True}):
        assert held(replace(MOTHER, **change)) == {}


@pytest.mark.parametrize("contact_only", [True, None])
def test_an_order_to_stay_away_closes_no_record_and_leaves_to_counsel_what_brings_near(
    contact_only: bool | None,
) -> None:
    kept_away = replace(MOTHER, contact_only=contact_only)
    assert held(kept_away) == {"mother": {Right.SEE, Right.DIRECTORY_CHOICE}}


def test_limited_education_rights_leave_the_choice_of_what_goes_out_until_counsel_has_looked() -> None:
    assert held(replace(MOTHER, rights_limited=True)) == {"mother": {Right.DIRECTORY_CHOICE}}


def test_an_educational_rights_holder_acts_as_a_parent_until_the_student_is_adult() -> None:
    appointed = Tie("appointed", TieKind.EDUCATIONAL_RIGHTS_HOLDER, verified=True)
    assert held(appointed) == {"appointed": set(ALL_RIGHTS)}
    assert "appointed" not in held(appointed, child=Child("student", born=date(2008, 10, 19)))
    assert held(Tie("aunt", TieKind.OTHER, verified=True)) == {}


def test_on_the_eighteenth_birthday_the_rights_pass_to_the_student() -> None:
    assert held(MOTHER, child=Child("student", born=date(2008, 10, 20))) == {
        "mother": set(ALL_RIGHTS),
        "student": {Right.SEE_RELEVANT, Right.READ_LOG},
    }
    assert held(MOTHER, child=Child("student", born=date(2008, 10, 19))) == {"student": set(ALL_RIGHTS)}


def test_one_born_on_29_february_is_consented_for_by_nobody_on_the_28th() -> None:
    leap = Child("student", born=date(2008, 2, 29))
    assert held(MOTHER, child=leap, on=date(2026, 2, 27))["mother"] == set(ALL_RIGHTS)
    assert held(MOTHER, child=leap, on=date(2026, 2, 28))["mother"] == set(ALL_RIGHTS) - {Right.CONSENT}
    assert held(MOTHER, child=leap, on=date(2026, 3, 1)) == {"student": set(ALL_RIGHTS)}


def test_the_parent_of_an_adult_dependent_sees_what_is_relevant() -> None:
    adult = Child("student", born=date(2007, 1, 1))
    assert held(replace(MOTHER, tax_dependency_proved=True), child=adult)["mother"] == {Right.SEE_RELEVANT}


def test_the_rights_stay_with_the_parent_of_an_incompetent_adult() -> None:
    adult = Child("student", born=date(2007, 1, 1), adjudged_incompetent=True)
    own = {Right.SEE_RELEVANT, Right.READ_LOG}  # a student of 16 has these, whoever holds the others
    assert held(MOTHER, child=adult) == {"mother": set(ALL_RIGHTS), "student": own}
    dependent = replace(MOTHER, tax_dependency_proved=True)
    assert held(dependent, child=adult) == held(MOTHER, child=adult)


def test_sixteen_or_grade_ten_or_homeless_and_alone_at_fourteen_gives_a_student_a_view() -> None:
    assert held(child=Child("student", born=date(2010, 10, 19))) == {"student": {Right.SEE_RELEVANT, Right.READ_LOG}}
    assert held(child=Child("student", born=date(2010, 10, 20))) == {}
    younger = Child("student", born=date(2011, 10, 20), completed_grade_10=True)
    assert held(child=younger) == {"student": {Right.SEE_RELEVANT, Right.READ_LOG}}
    alone = Child("student", born=date(2012, 10, 19), homeless=True, unaccompanied=True)
    assert held(child=alone) == {"student": {Right.SEE_RELEVANT}}
    assert held(child=replace(alone, born=date(2012, 10, 20))) == {}
    assert held(child=replace(alone, unaccompanied=False)) == {}


def test_of_an_emancipated_minor_no_right_is_a_parents_before_counsel_has_said_so() -> None:
    child = replace(CHILD, emancipated=True)
    assert held(MOTHER, child=child) == {}
    assert held(MOTHER, child=Child("student", born=date(2008, 10, 19), emancipated=True)) == {
        "student": set(ALL_RIGHTS)
    }


def test_what_counsel_has_found_passes_every_right_to_the_student() -> None:
    child = replace(CHILD, rights_passed=True)
    assert held(MOTHER, child=child) == {"student": set(ALL_RIGHTS)}
    assert held(MOTHER, child=replace(child, adjudged_incompetent=True)) == {"mother": set(ALL_RIGHTS)}
