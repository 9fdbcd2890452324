"""The numbers: typed, sourced, and stated nowhere else."""

import ast
from pathlib import Path

import pytest

import fileroom.law
from fileroom.law.book import CHAPTERS
from fileroom.law.figures import FIGURES, Nature, Unit, read_figures

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


def test_a_figure_is_said_as_people_say_it() -> None:
    assert FIGURES["parent_inspection"].within == "5 business days"
    assert FIGURES["challenge_file_destruction"].within == "1 year"


def test_a_key_that_does_not_belong_is_named() -> None:
    with pytest.raises(ValueError, match="x: unknown key 'valeu'"):
        read_figures(f'[x]\n{ROW}surety = "memory"\nagainst = "m"\nvaleu = 3')
    assert read_figures(f'[x]\n{ROW}surety = "memory"\nagainst = "m"')["x"].within == "1 day"


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.address)
def test_no_rule_file_holds_a_bare_number(chapter: object) -> None:
    path = Path(fileroom.law.__file__).parent.joinpath(*chapter.address.split(".")).with_suffix(".py")  # type: ignore[attr-defined]
    numbers = [node.value for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.Constant)]
    assert not [number for number in numbers if type(number) in (int, float)]
