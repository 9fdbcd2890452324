"""Two texts say the same where a name of the student stands in one as often as in the other, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

if TYPE_CHECKING:
    from fileroom.people.models import Student

ASKS = "Ask a grandparent where they were born."
WORDS = ("jordan", "ruiz", "a", "de", "la", "born", "-", ",", ".", " ", "  ", "\n")


def student(**also: str) -> Student:
    from fileroom.people.models import Student

    names = {"legal_given": "Jordan", "legal_middle": "A", "legal_family": "de la Ruiz"} | also
    return Student(preferred_given="", preferred_family="", **names)


def plain(text: str, **also: str) -> str:
    from fileroom.collection.quarantine.wording import names_of, plain

    return plain(text, names_of(student(**also)))


def said(text: str, **also: str) -> str:
    from fileroom.collection.quarantine.wording import names_of, said_in

    return said_in(text, names_of(student(**also)))


@pytest.mark.parametrize(
    "written",
    ["Jordan de la Ruiz", "JORDAN A. DE LA RUIZ", "de la Ruiz, Jordan", "de la Ruiz,Jordan A", "Jórdan de-la Ruiz"],
)
def test_a_whole_name_stands_for_any(installation: object, written: str) -> None:
    assert plain(f"Student: {written}\n{ASKS}") == f"Student: <name>\n{ASKS}".casefold()


@pytest.mark.parametrize(
    "written",
    [
        "Jordan de la Ruiz Jordan", "Jordan  de la Ruiz", "Jordan de la Ruiz A", "Jordan\nde la Ruiz", "Ruiz Jordan",
        "de la Ruiz", "Jordan", "A", "Jordan Ruiz", "Jordan de la Ruiz2",
    ],
)  # fmt: skip
def test_what_is_written_otherwise_is_no_whole_name_alone(installation: object, written: str) -> None:
    assert said(f"Student: {written}\n") != said("Student: Jordan de la Ruiz\n")


def test_a_short_word_is_no_name_by_itself(installation: object) -> None:
    assert plain("Pregunta a un abuelo de la familia.") == "pregunta a un abuelo de la familia."
    assert plain("May I go, Ruiz?", legal_given="May", legal_middle="I") == "may i go, ruiz?"
    assert plain("Li Na", legal_given="Li", legal_middle="", legal_family="Na") == "<name>"


def test_in_columns_it_matters_how_it_is_spaced(installation: object) -> None:
    assert said("here  abroad\n x\n") != said("here  abroad\n       x\n")
    assert said("one\r\ntwo") == said("one\ntwo")


@given(st.lists(st.sampled_from(WORDS), max_size=12).map("".join), st.sampled_from(("Jordan", "Ruiz")))
def test_a_word_of_the_name_that_is_added_is_always_seen(installation: object, text: str, word: str) -> None:
    """Whatever stands before it: also where it is the name of a country."""
    for between in ("  ", "\n", "; "):
        assert said(text + between + word) != said(text)


@given(st.text(max_size=60), st.text(min_size=1, max_size=3))
def test_nothing_that_is_added_is_lost(installation: object, text: str, more: str) -> None:
    import unicodedata

    def folded(it: str) -> str:
        return unicodedata.normalize("NFKC", it.replace("\r\n", "\n")).casefold()

    named = {"legal_given": "Zyx", "legal_middle": "", "legal_family": "Wvutsrq"}
    if folded(text + more) != folded(text):
        assert plain(text + more, **named) != plain(text, **named)
