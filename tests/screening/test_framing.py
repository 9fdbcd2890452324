"""A long text is judged piece by piece: what its head says of the whole, whose words are given, whom it asks."""

from __future__ import annotations

import pytest

from fileroom.screening import Category, Mode, TextKind, screen_text

FILLER = "The bell rings at eight and the bus comes at three, unless it rains, when it comes at four. " * 9
TOLD = "His dad was picked up by immigration on Tuesday."
STATUS = (Category.IMMIGRATION_STATUS, Mode.VALUE)


def found(text: str, kind: TextKind = TextKind.NOTE) -> set[tuple[Category, Mode]]:
    return {(it.category, it.mode) for it in screen_text(text, kind)}


def long(head: str, piece: str) -> str:
    return f"{head}\n\n{FILLER}\n\n{piece}\n\n{FILLER}"


@pytest.mark.parametrize(
    "head",
    [
        "Lesson plan, Grade 11 History, day 4", "Short story by Period 2 Creative Writing", "Reader's theater script",
        "BOARD POLICY 6162.8, with staff comments", "Plan de clase, nivel 3", "八年级历史教案 第三课",
        "창작 수업 단편: 번호표 (11학년)", "Gabay sa pagtuturo, ikawalong baitang", "Giáo án lịch sử lớp 11",
    ],
)  # fmt: skip
def test_a_long_lesson_story_or_policy_tells_of_nobody_here(head: str) -> None:
    assert found(long(head, TOLD)) == set()


@pytest.mark.parametrize(
    "head", ["Minutes of the site council, March", "Home visits, week 9", "The Oriole, newsletter"]
)
def test_what_is_told_in_the_middle_of_long_minutes_is_found(head: str) -> None:
    assert STATUS in found(long(head, TOLD))


def test_words_that_anybody_might_say_are_nobody_s() -> None:
    said = 'Children say things. "My uncle has no papers." Write none of it down.'
    assert found(long("Notes for the front desk", said)) == set()


def test_words_of_somebody_named_are_his() -> None:
    said = 'The mother of Kevin Chuc wrote to me: "My husband has no papers, sorry."'
    assert STATUS in found(long("Notes for the front desk", said))
