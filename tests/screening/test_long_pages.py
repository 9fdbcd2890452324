"""One sentence in a long page: minutes, rules and news that speak of a thing are let be; what asks or tells is found."""

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
