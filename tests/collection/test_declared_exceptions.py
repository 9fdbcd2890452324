"""A declared exception covers just that item of just that person on just that form; anything more is blocked."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.collection.rulings import Scope, decided, rulings
from fileroom.law.exceptions import EXCEPTIONS, exception_named
from fileroom.law.takings import Verdict
from tests.collection.declared_cases import CASES, Case
from tests.each import each

ON = date(2026, 10, 19)


@dataclass(frozen=True)
class Found:
    category: str
    mode: str
    start: int
    end: int
    doubted: bool = False


def found(text: str, quote: str, category: str, *, asked: bool = False) -> Found:
    at = text.index(quote)
    return Found(category, "solicit" if asked else "value", at, at + len(quote))


def verdict(case: Case, text: str | None = None, *, on: date = ON, exception: str | None = None) -> Verdict:
    text = case.text if text is None else text
    scope = Scope(on, exception_named(exception or case.exception))
    return decided(rulings([found(text, case.quote, case.category, asked=case.asked)], text, scope))


@each("case", CASES, ids=lambda case: f"{case.exception}-{case.verdict}-{case.text[-40:]}")
def test_what_is_declared_is_covered_as_far_as_its_law_goes(case: Case) -> None:
    assert verdict(case).value == case.verdict


@each("case", CASES, ids=lambda case: f"{case.exception}-{case.text[-40:]}")
def test_what_nobody_declares_is_never_allowed(case: Case) -> None:
    place = found(case.text, case.quote, case.category, asked=case.asked)
    assert decided(rulings([place], case.text, Scope(ON))) is not Verdict.ALLOW


@each("case", [case for case in CASES if case.verdict != "block"], ids=lambda case: case.text[-40:])
def test_no_other_exception_opens_it(case: Case) -> None:
    if case.category == "itin":
        return
    others = [name for name in EXCEPTIONS if name != case.exception]
    assert [name for name in others if verdict(case, exception=name) is not Verdict.BLOCK] == []


@each("case", [case for case in CASES if case.verdict != "block"], ids=lambda case: case.text[-40:])
def test_without_the_name_of_the_form_nothing_is_covered(case: Case) -> None:
    if case.category == "itin":
        return
    rest = case.text.partition("\n")[2]
    bare = rest if case.quote in rest else case.quote
    if case.exception == "staff_payroll":
        bare = bare.replace("W-4", "file")
    assert verdict(case, bare) is Verdict.BLOCK


def test_the_decision_on_a_document_is_the_worst_of_its_findings() -> None:
    text = "Meal application\nAdult signing: R. Oduya, last four 4471\nChild: Bo, last four 8820"
    both = [found(text, number, "ssn_last4") for number in ("4471", "8820")]
    ruled = rulings(both, text, Scope(ON, exception_named("nslp_last4")))
    assert [it.verdict.value for it in ruled] == ["allow", "block"]
    assert [it.exception for it in ruled] == ["nslp_last4", ""]
    assert decided(ruled) is Verdict.BLOCK
    assert decided([]) is Verdict.ALLOW


def test_the_form_that_stands_nearest_above_a_field_is_the_one_it_stands_on() -> None:
    meals = "Enrollment packet\n\nMeal application\nAdult signing: R. O., last four 4471\n\n"
    text = meals + "Chromebook agreement\nParent: R. O., last four 8820"
    both = [found(text, number, "ssn_last4") for number in ("4471", "8820")]
    ruled = rulings(both, text, Scope(ON, exception_named("nslp_last4")))
    assert [it.verdict.value for it in ruled] == ["allow", "block"]


def test_a_column_is_judged_by_its_head() -> None:
    text = "CALPADS SINF\nssid,race_code,religion\n8820417736,700,600"
    ruled = rulings(
        [found(text, "700", "protected_list"), found(text, "600", "protected_list")], text,
        Scope(ON, exception_named("calpads_race")),
    )  # fmt: skip
    assert [it.verdict.value for it in ruled] == ["allow", "block"]


def test_the_title_of_a_file_can_name_the_form_and_its_text_can_name_another() -> None:
    text = "Signature: R. O., last four 4471"
    scope = Scope(ON, exception_named("nslp_last4"))
    it = [found(text, "4471", "ssn_last4")]
    assert decided(rulings(it, text, scope, title="meal_application_2026.pdf")) is Verdict.ALLOW
    other = "Chromebook agreement\n" + text
    it = [found(other, "4471", "ssn_last4")]
    assert decided(rulings(it, other, scope, title="meal_application_2026.pdf")) is Verdict.BLOCK


def test_a_program_that_does_harm_is_blocked_whatever_is_declared() -> None:
    for name in EXCEPTIONS:
        it = [Found("malware", "value", 0, 4)]
        assert decided(rulings(it, "text", Scope(ON, exception_named(name)))) is Verdict.BLOCK


def test_of_what_is_doubted_a_person_says_what_it_is_and_no_program_that_it_may_pass() -> None:
    text = "Student: Maria Lopez, Student ID: 518-22-4471"
    it = dataclasses.replace(found(text, "518-22-4471", "ssn"), doubted=True)
    assert decided(rulings([it], text, Scope(ON))) is Verdict.REVIEW
    assert decided(rulings([it, found(text, "518-22-4471", "ssn")], text, Scope(ON))) is Verdict.BLOCK


def test_what_was_found_stands_in_no_ruling() -> None:
    for case in CASES:
        place = found(case.text, case.quote, case.category, asked=case.asked)
        (ruled,) = rulings([place], case.text, Scope(ON, exception_named(case.exception)))
        assert case.asked or case.quote not in f"{ruled.says} {ruled.rule} {ruled.citation}"


@given(st.text(max_size=300), st.sampled_from(sorted(EXCEPTIONS)), st.data())
def test_any_text_and_any_place_in_it_get_a_word_of_the_law(text: str, name: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    category = data.draw(st.sampled_from(["ssn", "ssn_last4", "itin", "immigration_status", "protected_list"]))
    (ruled,) = rulings([Found(category, "value", start, end)], text, Scope(ON, exception_named(name)))
    assert ruled.citation


def test_before_the_first_day_and_from_the_last_of_its_law_an_exception_covers_nothing() -> None:
    case = next(case for case in CASES if case.verdict == "allow")
    exception = exception_named(case.exception)
    authority = dataclasses.replace(exception.authority, effective=date(2026, 3, 1), repealed=date(2027, 3, 1))
    dated = dataclasses.replace(exception, authority=authority)
    place = [found(case.text, case.quote, case.category)]
    for day, held in ((date(2026, 2, 28), "block"), (date(2026, 3, 1), "allow"), (date(2027, 2, 28), "allow"),
                      (date(2027, 3, 1), "block")):  # fmt: skip
        assert decided(rulings(place, case.text, Scope(day, dated))).value == held, day


AGES = ("age {}", "age: {}", "aged {}", "{} years old", "{} year old", "{} yrs old", "{} años", "edad {}", "edad: {}")
GRADES = ("grade {}", "grado {}", "gr {}", "gr. {}")


def said_of_a_child(said: str) -> Verdict:
    text = f"School meals application\nParent: Ana Oduya\nBo ({said}) last four digits of SSN: 4471"
    return decided(rulings([found(text, "4471", "ssn_last4")], text, Scope(ON, exception_named("nslp_last4"))))


@pytest.mark.parametrize(("shape", "first", "last"), [*((it, 3, 17) for it in AGES), *((it, 1, 12) for it in GRADES)])
def test_an_age_or_a_grade_of_school_tells_of_a_child_and_the_next_of_none(shape: str, first: int, last: int) -> None:
    told = [it for it in range(first - 1, last + 2) if said_of_a_child(shape.format(it)) is Verdict.BLOCK]
    assert told == [*range(first, last + 1)]
