"""Sentences alike but for a word or two, of which one holds or asks for something and the other does not."""

from __future__ import annotations

import pytest

from fileroom.screening import TextKind, screen_text
from tests.screening.near_pairs import PAIRS


def found(text: str, kind: str, *, weighs: bool) -> set[str]:
    return {f"{it.category} {it.mode}" for it in screen_text(text, TextKind(kind), weighs=weighs)}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda it: f"{it['language']} {it['holds'][:40]}")
def test_of_two_sentences_alike_the_one_that_holds_it_is_found(pair: dict[str, str]) -> None:
    assert pair["finds"] in found(pair["holds"], pair["kind"], weighs=False), "by rules alone"
    assert pair["finds"] in found(pair["holds"], pair["kind"], weighs=True)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda it: f"{it['language']} {it['lacks'][:40]}")
def test_of_two_sentences_alike_the_one_that_does_not_is_let_be(pair: dict[str, str]) -> None:
    assert found(pair["lacks"], pair["kind"], weighs=False) == set()
