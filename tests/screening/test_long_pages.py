"""Minutes, rules, notices and news, a sentence of each in a long page or alone, and what asks or tells beside them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from fileroom.screening import TextKind, screen_text

PAGES = tomllib.loads(Path(__file__).with_name("long_pages.toml").read_text("utf-8"))
KINDS = (TextKind.LETTER, TextKind.NOTE, TextKind.EMAIL)


def _of(part: str) -> Iterator[tuple[str, str]]:
    for language, sentences in PAGES[part].items():
        for it in sentences:
            yield language, it


def _found(language: str, sentence: str) -> list[tuple[TextKind, set[str]]]:
    page = PAGES["page"][language]
    text = f"{page}\n\n{sentence}\n\n{page}"
    return [(kind, {f"{it.category} {it.mode}" for it in screen_text(text, kind)}) for kind in KINDS]


@pytest.mark.parametrize("language", list(PAGES["page"]))
def test_of_the_page_itself_nothing_is_found(language: str) -> None:
    assert all(not found for _, found in _found(language, ""))


@pytest.mark.parametrize(("language", "sentence"), list(_of("clean")))
def test_a_long_page_that_speaks_of_a_thing_is_let_be(language: str, sentence: str) -> None:
    assert [it for it in _found(language, sentence) if it[1]] == []


@pytest.mark.parametrize(("language", "sentence"), list(_of("holds")))
def test_in_a_long_page_what_asks_or_tells_is_found(language: str, sentence: str) -> None:
    assert [it for it in _found(language, sentence) if not it[1]] == []


@pytest.mark.parametrize(("language", "text"), list(_of("short_clean")))
def test_a_notice_or_a_story_by_itself_is_let_be(language: str, text: str) -> None:
    assert [kind for kind in KINDS if screen_text(text, kind)] == [], language


@pytest.mark.parametrize(("language", "text"), list(_of("short_holds")))
def test_what_asks_in_the_words_of_a_notice_is_found(language: str, text: str) -> None:
    assert [kind for kind in KINDS if not screen_text(text, kind)] == [], language
