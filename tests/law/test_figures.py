"""The numbers: typed, sourced, and stated nowhere else."""

import ast
import re
from datetime import date
from pathlib import Path

import pytest

import fileroom.law
from fileroom.law.book import CHAPTERS
from fileroom.law.clocks import KINDS
from fileroom.law.figures import EVERY_FIGURE, FIGURES, FIXED_DAYS, Nature, Unit, read_figures
from tests.each import each

ROW = 'table = "N1"\nwhat = "w"\nvalue = 1\nunit = "days"\nanchor = "a"\nnature = "ceiling"\ncite = "c"\nkey = "k"\n'


def test_every_figure_has_unit_anchor_nature_and_a_source() -> None:
    for figure in FIGURES.values():
        assert figure.unit in Unit
        assert figure.nature in Nature
        assert figure.anchor
        assert figure.citation.text
        assert figure.citation.against
        assert figure.to_json()["value"] == figure.value


def test_the_numbers_are_those_of_the_tables() -> None:
    told = {name: (figure.value, figure.unit.value) for name, figure in FIGURES.items()}
    assert told["parent_inspection"] == (5, "business_days")
    assert told["transfer_to_school"] == (10, "schooldays")
    assert told["foster_transfer"] == (2, "business_days")
    assert told["challenge_meeting"] == (30, "days")
    assert told["court_process_notice"] == (3, "days")
    assert told["consumer_notice"] == (10, "days")
    assert told["consumer_notice_to_custodian"] == (5, "days")
    assert told["vendor_nonenrolment_letter"] == (60, "days")
    assert told["interim_destruction"] == (3, "school_years")
    assert told["permitted_record_destruction"] == (6, "months")
    assert told["adult_student_age"] == (18, "years")
    assert told["own_access_age"] == (16, "years")
    assert told["homeless_access_age"] == (14, "years")
    assert told["consumer_minor_served"] == (12, "years")


NAMES_A_FIGURE = re.compile(r'(?P<name>[A-Z_]+) = FIGURES\["(?P<figure>\w+)"\]\.value')
NO_NUMBER = {"N12", "N22", "N26"}  # kept without end; no day count stated; immediately


def test_every_number_of_the_tables_is_here_or_has_no_number_to_state() -> None:
    told = {figure.table for figure in EVERY_FIGURE.values()}
    assert {f"N{number}" for number in range(1, 51)} - told == NO_NUMBER
    assert {"B1", "E10", "E14", "E15", "E16", "F3", "F4", "F14", "F17", "F22", "F24"} <= told


CONTRACT = (
    "parent_inspection transfer_to_school foster_transfer special_education_copies special_education_transfer"
    " foster_liaison_contact foster_liaison_send challenge_meeting challenge_appeal challenge_board_decision"
    " challenge_file_destruction closed_session_election court_process_notice emergency_parent_notice"
    " truancy_parent_notice consumer_notice civil_subpoena_mailing criminal_subpoena_mailing juvenile_notice_answer"
    " sevis_one_student vendor_nonenrolment_letter social_media_destruction social_media_vendor_destruction"
    " permitted_record_destruction"
)


@each("kind", CONTRACT.split())
def test_every_kind_of_clock_the_contract_names_is_there(kind: str) -> None:
    assert kind in KINDS


@each(
    ("name", "value", "unit"),
    [
        ("cyberattack_report_threshold", 500, "people"),
        ("breach_notice_by_a_business", 30, "days"),
        ("breach_sample_copy_threshold", 500, "people"),
        ("breach_sample_copy_by_a_business", 15, "days"),
        ("breach_substitute_notice_cost", 250_000, "dollars"),
        ("breach_substitute_notice_people", 500_000, "people"),
        ("breach_mitigation_offer", 12, "months"),
        ("annual_notice_on_enrolment", 0, "days"),
        ("free_transcripts", 2, "copies"),
        ("free_verifications", 2, "copies"),
        ("home_language_share", 15, "percent"),
        ("teacher_warning_look_back", 3, "school_years"),
        ("police_report_after_drug_suspension", 1, "schooldays"),
        ("smallest_count_shown", 11, "people"),
        ("federal_inspection", 45, "days"),
        ("sevis_one_student", 3, "business_days"),
        ("sevis_class", 10, "business_days"),
        ("sevis_in_custody", 0, "days"),
        ("coppa_age", 13, "years"),
        ("counselling_confidence_age", 12, "years"),
        ("caregiver_age", 18, "years"),
        ("order_without_an_end_date", 3, "years"),
        ("order_review_first", 90, "days"),
        ("order_review_second", 30, "days"),
        ("order_review_last", 7, "days"),
    ],
)
def test_a_number_is_that_of_the_tables(name: str, value: int, unit: str) -> None:
    assert (FIGURES[name].value, FIGURES[name].unit.value) == (value, unit)


def test_a_figure_is_said_as_people_say_it() -> None:
    assert FIGURES["parent_inspection"].within == "5 business days"
    assert FIGURES["challenge_file_destruction"].within == "1 year"
    assert FIGURES["directory_misuse_fine"].within == "$2,500"
    assert FIGURES["breach_substitute_notice_people"].within == "500,000 people"
    assert FIGURES["home_language_share"].within == "15 percent"


def test_a_day_the_law_names_is_said_and_comes_round() -> None:
    yearly, once = FIXED_DAYS["home_languages_told_by_the_state"], FIXED_DAYS["cyberattack_law_ends"]
    of_a_grade = FIXED_DAYS["grade_averages_sent"]
    assert (yearly.within, once.within) == ("1 August each year", "1 January 2027")
    assert of_a_grade.within == "1 October each year"
    assert yearly.comes_from(date(2026, 8, 1)) == date(2026, 8, 1)
    assert yearly.comes_from(date(2026, 8, 2)) == date(2027, 8, 1)
    assert of_a_grade.comes_from(date(2026, 10, 2)) == date(2026, 10, 1)
    assert once.comes_from(date(2030, 1, 1)) == date(2027, 1, 1)
    assert (yearly.to_json()["value"], once.to_json()["value"]) == ("08-01", "2027-01-01")
    assert of_a_grade.to_json()["value"] == "10-01"
    assert yearly.to_json().keys() == FIGURES["parent_inspection"].to_json().keys()


def test_the_cyberattack_threshold_ends_with_its_article() -> None:
    assert FIGURES["cyberattack_report_threshold"].citation.repealed == FIXED_DAYS["cyberattack_law_ends"].day
    assert FIGURES["breach_notice_by_a_business"].citation.effective == date(2026, 1, 1)


def test_a_key_that_does_not_belong_is_named() -> None:
    with pytest.raises(ValueError, match="x: unknown key 'valeu'"):
        read_figures(f'[x]\n{ROW}surety = "memory"\nagainst = "m"\nvaleu = 3')
    assert read_figures(f'[x]\n{ROW}surety = "memory"\nagainst = "m"')[0]["x"].within == "1 day"


@each("chapter", CHAPTERS, ids=lambda chapter: chapter.address)
def test_no_rule_file_holds_a_bare_number(chapter: object) -> None:
    path = Path(fileroom.law.__file__).parent.joinpath(*chapter.address.split(".")).with_suffix(".py")  # type: ignore[attr-defined]
    numbers = [node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)]
    assert not [number for number in numbers if type(number) in (int, float)]


def test_a_number_that_has_a_name_is_given_it_in_one_place() -> None:
    given: dict[tuple[str, str], list[str]] = {}
    for path in sorted(Path(fileroom.law.__file__).parent.rglob("*.py")):
        for line in path.read_text("utf-8").splitlines():
            if named := NAMES_A_FIGURE.fullmatch(line):
                given.setdefault((named["name"], named["figure"]), []).append(path.name)
    assert ("THIRD", "interim_destruction") in given
    assert {name: places for name, places in given.items() if len(places) > 1} == {}
