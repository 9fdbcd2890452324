"""A letter is set from data alone, reads the same in each language it is there in, and can be checked byte for byte."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pikepdf
import pypdfium2
import pytest

from fileroom.letters import KINDS, Letter, Letterhead, Part, Unfit, compose
from fileroom.letters.kinds import places
from fileroom.letters.setting import FOOT, spoken_day, spoken_instant
from tests.each import each

AT = datetime(2026, 10, 19, 17, 30, tzinfo=UTC)
HEAD = Letterhead("Alder Creek Unified", "(559) 555-0134", "https://alder-creek.example/check/")
IN_EVERY_KIND = [(name, language) for name, kind in KINDS.items() for language in kind.words]


def letter(name: str = "order_receipt", language: str = "en", **facts: str) -> Letter:
    said = {fact: f"<{fact}>" for fact in KINDS[name].facts} | facts
    return Letter(name, language, HEAD, AT, "K7QF-2M9X-HT4D", said)


def text_of(pdf: bytes) -> str:
    pages = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pages)


@each(("name", "language"), IN_EVERY_KIND)
def test_each_letter_says_its_title_its_facts_and_its_code(name: str, language: str) -> None:
    said = text_of(compose(letter(name, language)))
    assert KINDS[name].words[language].title in said
    assert "K7QF-2M9X-HT4D" in said and HEAD.district in said
    assert [fact for fact in KINDS[name].facts if f"<{fact}>" not in said] == []


@each(("name", "language"), IN_EVERY_KIND)
def test_the_words_have_a_place_for_each_fact_and_for_no_other(name: str, language: str) -> None:
    assert places(KINDS[name].words[language]) == KINDS[name].facts


# What goes to a company, and to no family, is in English.
TO_COMPANIES = {"ai_question": {"en"}, "cure_notice": {"en"}, "deletion_demand": {"en"}}


@pytest.mark.parametrize("name", [name for name, kind in KINDS.items() if kind.layout == "letter"])
def test_each_letter_is_there_in_english_and_in_spanish(name: str) -> None:
    assert set(KINDS[name].words) == (TO_COMPANIES.get(name) or {"en", "es"})
    assert set(FOOT) == {"en", "es"}


@pytest.mark.parametrize("name", KINDS)
def test_both_languages_have_as_many_paragraphs_and_lines(name: str) -> None:
    shapes = {(len(it.says), len(it.lines), len(it.after)) for it in KINDS[name].words.values()}
    assert len(shapes) == 1


def test_a_report_has_its_parts_in_their_order_and_a_letter_has_no_place_for_any() -> None:
    first = Part("On one thing", "1", "It shall be so.", "Running", ("3 of 4 are", "#read it"))
    parts = [first, Part("", "2", "So.", "Attention", ())]
    facts = {fact: f"<{fact}>" for fact in KINDS["policy_report"].facts}
    report = Letter("policy_report", "en", HEAD, AT, "K7QF-2M9X-HT4D", facts, parts=tuple(parts))
    said = text_of(compose(report))
    places = [said.index(it) for it in ("On one thing", "It shall be so.", "Running 3 of 4 are", "#read it", "2. So.")]
    assert places == sorted(places)
    with pytest.raises(Unfit):
        compose(replace(letter(), parts=tuple(parts)))


def test_the_same_letter_is_the_same_bytes_and_another_is_not() -> None:
    assert compose(letter()) == compose(letter())
    assert compose(letter(pages="4")) != compose(letter(pages="5"))


@pytest.mark.parametrize("hostile", ['#read("/etc/passwd")', "$ x $", "*bold* _it_ `raw` @ref <label>", "\\ # [ ] { }"])
def test_what_a_person_wrote_stays_text(hostile: str) -> None:
    assert "".join(hostile.split()) in "".join(text_of(compose(letter(received_by=hostile))).split())


@pytest.mark.parametrize("name", ["Nguyễn Thị Ánh", "Иван Петров", "Zoë Ğ Łukasz", "ʻOkina Ānanda"])
def test_names_in_these_letters_are_printed_as_they_are(name: str) -> None:
    assert name in text_of(compose(letter(received_by=name)))


@pytest.mark.parametrize("name", ["李小明", "김민수", "ਗੁਰਪ੍ਰੀਤ", "Zoë 😀"])
def test_a_name_that_cannot_be_printed_leaves_no_gap_on_a_paper_and_is_not_repeated(name: str) -> None:
    with pytest.raises(Unfit) as told:
        compose(letter(received_by=name))
    assert name not in str(told.value) and not told.value.__cause__


@pytest.mark.parametrize("sign", ["\u202e", "\u202a", "\u2066", "\u2069"])
def test_a_name_with_a_sign_that_turns_writing_round_goes_on_no_paper(sign: str) -> None:
    with pytest.raises(Unfit, match="direction of writing"):
        compose(letter(office=f"Ana{sign}serroT"))


def test_a_screen_reader_is_told_the_language_the_title_and_the_structure() -> None:
    import io

    with pikepdf.open(io.BytesIO(compose(letter(language="es")))) as pdf:
        assert str(pdf.Root.Lang).startswith("es")
        assert bool(pdf.Root.MarkInfo.Marked) and "/StructTreeRoot" in pdf.Root
        assert str(pdf.docinfo["/Title"]) == KINDS["order_receipt"].words["es"].title


def test_facts_that_are_lacking_or_not_wanted_are_refused() -> None:
    whole = dict.fromkeys(KINDS["order_receipt"].facts, "x")
    for facts in (whole | {"child": "Ana"}, {"pages": "4"}):
        with pytest.raises(Unfit):
            compose(Letter("order_receipt", "en", HEAD, AT, "code", facts))
    with pytest.raises(Unfit):
        compose(Letter("order_receipt", "vi", HEAD, AT, "code", whole))


def test_days_are_said_in_pacific_time_and_in_the_letters_language() -> None:
    late = datetime(2026, 10, 20, 5, 4, tzinfo=UTC)
    assert spoken_day(late, "en") == "October 19, 2026"
    assert spoken_instant(late, "es") == "19 de octubre de 2026, 10:04 p.m."
