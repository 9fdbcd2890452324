"""The report to the Board names nobody. Here the attacker has the calendar, the enrolment of every school, and the
function itself: they try every school as the place of each request, and keep those that would give the same report."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations_with_replacement, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.programmes.enforcement.board_report import (
    FEWEST,
    Given,
    Lines,
    Number,
    Reported,
    Site,
    Wait,
    half_year,
    report,
)

ASKED = Reported(None, frozenset({"student"}), frozenset({"agency"}), Given.NOTHING)
SMALL, MIDDLE, LARGE = Site("s", "Small", 14, True), Site("m", "Middle", 310, True), Site("l", "Large", 900, True)
DISTRICT = (SMALL, MIDDLE, LARGE)

requests = st.builds(
    Reported,
    st.sampled_from(["s1", "s2", "s3", "s4", None]),
    st.frozensets(st.sampled_from(["records", "student", "entry", "staff"])),
    st.frozensets(st.sampled_from(["agency", "court", "none"])),
    st.sampled_from(list(Given)),
)
sites = st.lists(
    st.builds(
        Site,
        st.sampled_from(["s1", "s2", "s3", "s4"]),
        st.text("ABC", min_size=1),
        st.integers(0, 40),
        st.booleans(),
        st.frozensets(st.sampled_from([f"e{it}" for it in range(16)])),
    ),
    max_size=4,
    unique_by=lambda it: it.id,
)


def fits(found: Lines | Wait, asked: list[Reported], of: list[Site], which: int) -> list[Site]:
    """The schools at which this request could have been, for all that the report says: in some world where every
    request was at some school that was in session, the report is the same."""
    there = [it for it in of if it.in_session and it.students > 0]
    rest = [it for place, it in enumerate(asked) if place != which]
    worlds = list(combinations_with_replacement([it.id for it in there], len(rest))) or [()]
    return [
        site for site in there
        if any(
            report([replace(asked[which], school=site.id), *map(_at, rest, world)], of) == found for world in worlds
        )
    ]  # fmt: skip


def _at(it: Reported, school: str) -> Reported:
    return replace(it, school=school)


def test_three_at_one_small_school_of_three_fit_eleven_students_in_two_schools() -> None:
    asked = [replace(ASKED, school="s")] * 3
    found = report(asked, DISTRICT)
    assert isinstance(found, Lines) and found.number is Number.ONE_OR_MORE and found.schools == ()
    for which in range(3):
        could = fits(found, asked, list(DISTRICT), which)
        assert len(could) >= 2 and sum(it.students for it in could) >= FEWEST == 11


@given(st.lists(requests, min_size=1, max_size=4), sites)
def test_whatever_was_asked_where_fits_at_least_eleven_students_in_two_schools(
    asked: list[Reported], of: list[Site]
) -> None:
    found = report(asked, of)
    schools = [it for it in of if it.students > 0]
    if isinstance(found, Wait) or len(schools) < 2 or sum(it.students for it in schools) < FEWEST:
        return  # nothing is said yet, or this district has no eleven students in two schools
    for which in range(len(asked)):
        could = fits(found, asked, of, which)
        assert len(could) >= 2 and sum(it.students for it in could) >= FEWEST


def who_work_at(those: list[Site]) -> set[str]:
    return {who for it in those for who in it.employees}


@given(st.lists(requests, min_size=1, max_size=4), sites)
def test_whoever_was_asked_about_staff_is_one_of_eleven_who_work_at_the_schools_that_fit(
    asked: list[Reported], of: list[Site]
) -> None:
    found = report(asked, of)
    if isinstance(found, Wait) or "staff" not in found.wants:
        return
    for which, it in enumerate(asked):
        if "staff" in it.wants:
            assert len(who_work_at(fits(found, asked, of, which))) >= FEWEST


def test_three_rural_schools_of_one_teacher_each_are_not_named_nor_is_staff() -> None:
    of = [Site(it, it.upper(), 6, True, frozenset({f"teacher-{it}"})) for it in "abc"]
    asked = [replace(ASKED, school=it.id, wants=frozenset({"staff"})) for it in of]
    assert report(asked, of) == Lines(Number.ONE_OR_MORE, ("else",), ("agency",), ("nothing",))
    of_a_student = report([replace(ASKED, school=it.id) for it in of], of)
    assert isinstance(of_a_student, Lines) and of_a_student.schools == ("A", "B", "C"), "six and six are enough"


def test_who_works_at_several_schools_counts_once() -> None:
    of = [Site(it, it.upper(), 20, True, frozenset(f"t{n}" for n in range(6))) for it in "abc"]
    found = report([replace(ASKED, school=it.id, wants=frozenset({"staff"})) for it in of], of)
    assert isinstance(found, Lines) and (found.wants, found.schools) == (("else",), ())


def test_where_many_work_at_all_schools_and_few_at_those_with_a_request_staff_is_said_and_no_school() -> None:
    of = [Site(it, it.upper(), 20, True, frozenset({f"t-{it}"})) for it in "abc"]
    of.append(Site("d", "D", 20, True, frozenset(f"t{n}" for n in range(12))))
    found = report([replace(ASKED, school=it, wants=frozenset({"staff"})) for it in "abc"], of)
    assert isinstance(found, Lines) and (found.wants, found.schools) == (("staff",), ())


@given(st.lists(requests, max_size=30), sites)
def test_a_named_school_is_never_one_of_fewer_than_three(asked: list[Reported], of: list[Site]) -> None:
    found = report(asked, of)
    assert isinstance(found, Wait) or len(found.schools) not in (1, 2)


@given(st.lists(requests, max_size=10), sites)
def test_whether_a_report_waits_does_not_depend_on_what_was_asked(asked: list[Reported], of: list[Site]) -> None:
    assert isinstance(report(asked, of), Wait) == isinstance(report([], of), Wait)


@given(st.lists(requests, min_size=1, max_size=10), sites)
def test_the_order_and_the_exact_number_of_requests_are_not_told(asked: list[Reported], of: list[Site]) -> None:
    assert report(asked, of) == report(asked[::-1], of)
    if 2 * len(asked) < FEWEST:
        assert report(asked, of) == report(asked * 2, of)


def test_where_one_school_alone_was_in_session_there_are_no_lines_yet() -> None:
    summer = [replace(it, in_session=it is SMALL) for it in DISTRICT]
    assert report([replace(ASKED, school="s")], summer) == report([], summer) == Wait()


def test_two_tiny_schools_wait_too() -> None:
    assert report([ASKED], [Site("a", "A", 4, True), Site("b", "B", 5, True), Site("c", "C", 80, False)]) == Wait()


@pytest.mark.parametrize("asked", range(1, 4))
def test_a_district_of_one_school_says_one_or_more_and_no_more(asked: int) -> None:
    of = [Site("a", "Only School", 600, True), Site("b", "Closed School", 0, False)]
    assert report([replace(ASKED, school="a")] * asked, of) == Lines(Number.ONE_OR_MORE)


def test_so_does_a_district_of_a_handful_of_students() -> None:
    of = [Site("a", "A", 4, True), Site("b", "B", 5, False)]
    assert report([replace(ASKED, school="a")], of) == Lines(Number.ONE_OR_MORE)


def test_none_is_reported_too() -> None:
    assert report([], DISTRICT) == report([], [LARGE]) == Lines(Number.NONE)


def test_three_schools_are_named_and_two_are_not() -> None:
    at_three = [replace(ASKED, school=it.id) for it in DISTRICT]
    named = report(at_three, DISTRICT)
    assert isinstance(named, Lines) and named.schools == ("Large", "Middle", "Small")
    unnamed = report(at_three[:2], DISTRICT)
    assert isinstance(unnamed, Lines) and unnamed.schools == ()


def test_three_are_not_named_where_whoever_knows_of_one_is_left_with_a_handful() -> None:
    of = [Site("a", "A", 3, True), Site("b", "B", 4, True), Site("c", "C", 500, True), Site("d", "D", 500, True)]
    found = report([replace(ASKED, school=it) for it in "abc"], of)
    assert isinstance(found, Lines) and found.schools == ()


def test_a_day_is_told_by_half_a_year() -> None:
    from datetime import date

    assert half_year(date(2026, 10, 19)) == half_year(date(2026, 7, 1)) == (date(2026, 7, 1), date(2026, 12, 31))
    assert half_year(date(2027, 1, 1)) == half_year(date(2027, 6, 30)) == (date(2027, 1, 1), date(2027, 6, 30))


def test_the_attacker_finds_a_report_that_names_one_school() -> None:
    """The attack bites: of a report that did name the one school, they would find it."""
    told = Lines(Number.ONE_OR_MORE, ("student",), ("agency",), ("nothing",), ("Small",))
    worlds = [
        world for world in product("sml", repeat=1)
        if replace(told, schools=tuple(it.name for it in DISTRICT if it.id in world)) == told
    ]  # fmt: skip
    assert worlds == [("s",)]
