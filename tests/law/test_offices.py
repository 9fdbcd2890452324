"""The table of offices: what a district's words for its people are to the law."""

from __future__ import annotations

import pytest

from fileroom.hosting.embedded import Urls
from fileroom.law.facts import RequesterKind
from fileroom.law.offices import OFFICES, TEXT, Serves, read_offices
from fileroom.law.phrases import STAFF_KINDS


def test_every_office_says_why_and_is_an_office_of_the_district_to_the_law() -> None:
    for office in OFFICES.offices.values():
        assert office.why.endswith(".")
        assert office.kind in STAFF_KINDS
        assert office.functions


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


def test_only_who_keeps_the_records_meets_a_file_without_a_section_a_caseload_or_a_designation() -> None:
    """Who reaches a whole site without a link keeps its records; who teaches, counsels or nurses needs the link."""
    for office in OFFICES.offices.values():
        assert office.keeps_records is (office.serves is not Serves.LINK), office.role
        assert not (office.designates and office.serves is Serves.LINK), office.role


@pytest.mark.parametrize(("role", "verifies"), [("registrar", True), ("custodian", True), ("teacher", False),
                                                ("nurse", False), ("counselor", False), ("aide", False)])  # fmt: skip
def test_who_keeps_the_records_may_say_that_a_relationship_was_verified_and_nobody_else(
    role: str, verifies: bool
) -> None:
    office = OFFICES.offices[role]
    assert office.keeps_records is verifies
    assert (office.serves is Serves.LINK) is not verifies


def test_the_roles_that_come_by_one_way_are_read_from_the_column_that_says_so() -> None:
    text = TEXT.replace('kind = "teacher"\nserves = "link"', 'kind = "teacher"\nserves = "site"')
    assert text != TEXT
    assert set(read_offices(text).that(Serves.SITE)) - set(OFFICES.that(Serves.SITE)) == {"teacher"}
    assert set(OFFICES.that(Serves.LINK)) - set(read_offices(text).that(Serves.LINK)) == {"teacher"}


@pytest.mark.parametrize(("word", "wrong"), [('"employee"', '"clerk"'), ('"site"', '"town"'), ('"health"', '"magic"')])
def test_a_word_the_law_does_not_have_is_refused_when_the_table_is_read(word: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong.strip('"')):
        read_offices(TEXT.replace(word, wrong))


def test_a_section_a_grade_or_the_student_ties_any_office_and_a_whole_school_only_whose_work_is_each_of_it() -> None:
    everybody = tuple(OFFICES.offices)
    each = {role for role, office in OFFICES.offices.items() if office.whole_school}
    assert each == {"counselor", "nurse"}
    assert set(OFFICES.of_that_student(everybody, ())) == each
    assert OFFICES.of_that_student(("aide", "nurse", "teacher"), ("aide",)) == ("aide", "nurse")
    assert OFFICES.of_that_student(("principal",), ()) == ()
    assert OFFICES.of_that_student(("principal",), ("principal",)) == ("principal",)
    assert OFFICES.of_that_student(("aide",), ("teacher",)) == (), "tied in an office that does not serve the student"


@pytest.mark.parametrize("role", ["principal", "custodian"])
def test_who_serves_every_student_where_no_school_is_named_is_tied_to_none_of_them(role: str) -> None:
    """Such an office is held over the whole district too: a caseload always names its school."""
    text = TEXT.replace(f"[office.{role}]\n", f"[office.{role}]\nwhole_school = true\n")
    assert text != TEXT
    with pytest.raises(ValueError, match=role):
        read_offices(text)
