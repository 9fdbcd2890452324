"""Roads that ARCHITECTURE says are not built: the gate that each of them is to call is there, and looks."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

import pytest

from fileroom.hosting.embedded import Urls

ARCHITECTURE = Path(__file__).parents[2] / "ARCHITECTURE.md"
NUMBER = "536-90-4271"


def named() -> list[str]:
    """The functions that the page names for roads that are not built, as `room.module.function`."""
    (said,) = re.findall(r"^\*\*Roads in that are not built\.\*\* .*$", ARCHITECTURE.read_text(), re.M)
    return re.findall(r"`(collection(?:\.\w+)+)`", said)


def test_each_gate_the_page_names_is_there(installation: Urls) -> None:
    assert named() == ["collection.looking.look_at_text", "collection.opened.read"]
    for name in named():
        module, _, function = name.rpartition(".")
        assert callable(getattr(import_module(f"fileroom.{module}"), function)), name


@pytest.mark.parametrize(
    ("answer", "category"),
    [
        (f"Parent's number for the form: {NUMBER}", "ssn"),
        ("Immigration status: undocumented", "immigration_status"),
        ("Alien registration number: A 219 604 837", "a_number"),
    ],
)
def test_an_answer_to_a_form_that_holds_what_the_law_keeps_out_is_seen_as_one(
    installation: Urls, answer: str, category: str
) -> None:
    from fileroom.collection.looking import look_at_text

    seen = look_at_text(answer, "form_answers", "Enrollment form").seen
    assert [(it.category, it.mode) for it in seen] == [(category, "value")]


def test_an_answer_that_holds_nothing_of_it_is_clean(installation: Urls) -> None:
    from fileroom.collection.looking import look_at_text

    looked = look_at_text("Language spoken at home: Tagalog", "form_answers", "Home language survey")
    assert (looked.outcome, looked.seen) == ("clean", ())


def test_a_value_that_another_program_sends_is_seen_under_its_field(installation: Urls) -> None:
    from fileroom.collection.gate import findings

    assert [it.category.value for it in findings({"note": f"His number is {NUMBER}."})] == ["ssn"]
    assert [it.mode.value for it in findings({"citizenship_status": ""})] == ["solicit"]


def test_what_comes_with_a_letter_is_opened_before_it_is_kept(installation: Urls) -> None:
    from fileroom.collection.opened import findings, read

    opened = read("letter.txt", f"Parent's Social Security number: {NUMBER}".encode())
    assert opened and [it.category.value for it in findings("letter.txt", opened.screened)] == ["ssn"]
