"""The table of offices: what a district's words for its people are to the law."""

from __future__ import annotations

import pytest

from fileroom.hosting.embedded import Urls
from fileroom.law.facts import RequesterKind
from fileroom.law.offices import OFFICES, TEXT, Function, Serves, read_offices
from fileroom.law.phrases import STAFF_KINDS


def test_every_office_says_why_and_is_an_office_of_the_district_to_the_law() -> None:
    for office in OFFICES.offices.values():
        assert office.why.endswith(".")
        assert office.kind in STAFF_KINDS
        assert office.functions
        assert office.keeps_records is (Function.RECORDS in office.functions)


def test_the_table_has_each_role_that_can_be_assigned_and_no_other_but_the_custodian(installation: Urls) -> None:
    from fileroom.people.models import Assignment

    assert set(OFFICES.offices) == set(Assignment.Role.values) | {"custodian"}


def test_every_relation_that_can_be_entered_is_somebody_to_the_law(installation: Urls) -> None:
    from fileroom.people.models import Relationship

    kinds = {word: OFFICES.relation(word) for word in Relationship.Kind.values}
    assert kinds["guardian"] is RequesterKind.PARENT
    assert kinds["other"] is RequesterKind.PUBLIC
    assert kinds["stepparent"] is RequesterKind.STEPPARENT
    with pytest.raises(ValueError, match="godparent"):
        OFFICES.relation("godparent")


def test_whoever_holds_several_offices_acts_in_the_one_the_table_has_first_however_they_are_named() -> None:
    for roles in (["teacher", "registrar", "custodian"], ["custodian", "teacher", "registrar"]):
        assert [it.role for it in OFFICES.best(roles)] == ["custodian", "registrar", "teacher"]


def test_a_word_that_is_not_in_the_table_is_no_office() -> None:
    assert OFFICES.best(["chief_wizard", "Registrar", ""]) == ()


def test_those_who_serve_a_whole_site_are_those_who_keep_or_direct_it() -> None:
    assert set(OFFICES.that(Serves.SITE)) == {"principal", "administrator", "registrar"}
    assert {it.role for it in OFFICES.offices.values() if it.designates} == {"custodian", "administrator"}


@pytest.mark.parametrize(("word", "wrong"), [('"employee"', '"clerk"'), ('"site"', '"town"'), ('"health"', '"magic"')])
def test_a_word_the_law_does_not_have_is_refused_when_the_table_is_read(word: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong.strip('"')):
        read_offices(TEXT.replace(word, wrong))
