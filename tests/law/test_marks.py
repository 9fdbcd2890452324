"""What may indicate a family's status: the law's list of it, and what comes before a copy, whoever asks for it."""

from __future__ import annotations

from itertools import product

import pytest

from fileroom.law.catalogue import CATALOGUE
from fileroom.law.facts import DirectoryField, Purpose, RecordKind
from fileroom.law.kernel.decision import Outcome
from fileroom.law.lawbook import pages
from fileroom.law.marks import (
    MARKS,
    OF_ITEM,
    TELLING_KINDS,
    TOLD_IN_IT,
    Bears,
    Step,
    read_marks,
    step_before,
    tells,
    told_in,
)
from tests.each import each

GRANTS = (Outcome.MUST, Outcome.MAY)


def test_what_the_policy_and_the_tables_of_law_name_is_marked() -> None:
    assert OF_ITEM["place_of_birth"].code == "birthplace"
    assert OF_ITEM["language_training"].code == "home_language"
    assert {"home_language", "parent_departure_proof", "migratory_moves", "transcript"} <= {
        kind.value for mark in MARKS.values() for kind in mark.kinds
    }


def test_each_mark_says_why_and_by_which_law_and_how_sure_we_are() -> None:
    for mark in MARKS.values():
        assert mark.title and mark.says.endswith(".") and mark.citation.text and mark.citation.against
        assert mark.items or mark.code == TOLD_IN_IT
        assert set(mark.items) <= set(CATALOGUE)


def test_what_rests_on_memory_holds_as_the_safer_of_the_two_until_the_district_says_the_other() -> None:
    assert any(it.open_to_choice for it in MARKS.values())
    assert all(it.bears is Bears.ALWAYS for it in MARKS.values() if it.open_to_choice)
    assert not MARKS["birthplace"].open_to_choice


def test_a_mark_on_an_item_that_no_catalogue_has_is_found() -> None:
    said = ("title", "says", "cite", "key", "against")
    text = "\n".join(["[x]", 'items = ["visa"]', "kinds = []", "words = []", 'bears = "always"', 'surety = "memory"'])
    text += "".join(f'\n{it} = "X"' for it in said)
    with pytest.raises(ValueError, match="the catalogue has no visa"):
        read_marks(text)


def test_no_field_of_a_directory_list_is_of_a_kind_that_tells() -> None:
    assert {it.value for it in DirectoryField}.isdisjoint(it.value for it in TELLING_KINDS)
    assert RecordKind.HOME_LANGUAGE in TELLING_KINDS and RecordKind.TRANSCRIPT not in TELLING_KINDS


@pytest.mark.parametrize(("bears", "outcome", "own"), [*product([None, *Bears], GRANTS, [True, False])])
def test_for_enforcement_or_a_registry_nothing_marked_goes_without_a_second_person(
    bears: Bears | None, outcome: Outcome, own: bool
) -> None:
    for purpose in (Purpose.IMMIGRATION_ENFORCEMENT, Purpose.REGISTRY):
        step = step_before(bears, outcome=outcome, to_its_own_family=own, purpose=purpose)
        assert step is (Step.NONE if bears is None else Step.SECOND_LOOK), "whoever takes it away"


def test_a_must_waits_for_nobody_and_a_may_for_a_second_person_and_the_family_for_nothing() -> None:
    def step(bears: Bears | None, outcome: Outcome, *, own: bool = False) -> Step:
        return step_before(bears, outcome=outcome, to_its_own_family=own, purpose=Purpose.ENROLMENT_TRANSFER)

    assert step(Bears.ALWAYS, Outcome.MUST) is Step.REASON
    assert step(Bears.ALWAYS, Outcome.MAY) is Step.SECOND_LOOK
    assert {step(Bears.PERHAPS, it) for it in GRANTS} == {Step.READ_IT}
    assert {step(bears, it, own=True) for bears in Bears for it in GRANTS} == {Step.NONE}
    assert step(None, Outcome.MAY) is Step.NONE


def test_in_an_emergency_what_is_marked_goes_with_a_reason_and_waits_for_nobody() -> None:
    for outcome in GRANTS:
        step = step_before(
            Bears.ALWAYS, outcome=outcome, to_its_own_family=False, purpose=Purpose.HEALTH_OR_SAFETY_EMERGENCY
        )
        assert step is Step.REASON


@each("text", ["Born in Fresno, allergic to nuts", "Home language: English", "Lugar de nacimiento: Fresno"])
def test_words_that_every_form_has_mark_no_paper_that_is_about_something_else(text: str) -> None:
    assert told_in(text) is not None and not tells([text])
    assert tells([text, "Her father was deported in May."])


def test_the_law_book_prints_each_mark_and_lists_what_counsel_has_to_confirm() -> None:
    printed = pages()
    assert all(it.title in printed["marks.md"] for it in MARKS.values())
    listed = {it.code for it in MARKS.values() if f"`{it.code}`" in printed["from-memory.md"]}
    assert listed == {it.code for it in MARKS.values() if it.open_to_choice}


@each(
    ("text", "code"),
    [
        ("She was born in Oaxaca.", "birthplace"), ("Lugar de  nacimiento: Jalisco", "birthplace"),
        ("Home Language\nsurvey", "home_language"), ("A Title III tutor comes.", "programs"),
        ("His father was DEPORTED.", "told_in_it"), ("Está en educación migrante", "programs"),
        ("la deportación del padre", "told_in_it"), ("La DEPORTACION del padre", "told_in_it"),
        ("Se lo llevó inmigración.", "told_in_it"), ("She has a green card.", "told_in_it"),
        ("He is under DACA.", "told_in_it"), ("Her I-94 ran out", "told_in_it"), ("an I\u2011589", "told_in_it"),
        ("There is an ICE hold.", "told_in_it"), ("He is un\u00addocumented.", "told_in_it"),
        ("un\u200bdocumented", "told_in_it"), ("as\u2060y\ufefflum", "told_in_it"),
        ("nacio\u0301 en Puebla", "birthplace"), ("matricula consular", "birth_papers"),
        ("educacion migrante", "programs"), ("ＶＩＳＡ", "told_in_it"),
    ],
)  # fmt: skip
def test_a_text_that_tells_of_it_is_found_by_its_words(text: str, code: str) -> None:
    found = told_in(text)
    assert found is not None and found.code == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "She is visally strong",
        "Visalia High School",
        "The newborn sibling",
        "Grade 9, room 12, art, B+",
        "Good deportment",
        "Ice hockey, ICE HOCKEY",
        "A card, green",
        "room I-9",
    ],
)
def test_words_that_only_sound_like_it_are_let_be(text: str) -> None:
    assert told_in(text) is None


@each(
    "text",
    [
        "Pasaporte extranjero del padre", "Seen at the consulate", "Constancia del consulado", "A foreign ID was shown",
        "Título III", "Title 3 newcomers", "Programa de estudiantes migrantes", "Certificate of eligibility (migrant)",
        "Transcripción del extranjero", "Estudió en una escuela extranjera", "Records of a school in another country",
        "The father had to leave the country", "La madre tuvo que salir del país", "They took voluntary departure",
        "Se fue con salida voluntaria", "A letter of USCIS", "Stopped by the border patrol", "Patrulla fronteriza",
    ],
)  # fmt: skip
def test_words_by_which_a_paper_tells_of_what_the_policy_names_mark_it(text: str) -> None:
    assert tells([text])
