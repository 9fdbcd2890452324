"""Sentences alike but for a word or two, of which one holds or asks for something and the other does not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from fileroom.screening import TextKind, screen_text

PAIRS = tomllib.loads(Path(__file__).with_name("near_pairs.toml").read_text("utf-8"))["pair"]
MORE = (
    "near_pairs_of_campuses.toml",
    "near_pairs_of_forms.toml",
    "near_pairs_of_frames.toml",
    "near_pairs_of_holes.toml",
    "near_pairs_of_nobody.toml",
    "near_pairs_of_numbers.toml",
    "near_pairs_of_papers.toml",
    "near_pairs_of_persons.toml",
    "near_pairs_of_questions.toml",
    "near_pairs_of_requests.toml",
    "near_pairs_of_school_life.toml",
    "near_pairs_of_statements.toml",
    "near_pairs_of_the_mountains.toml",
    "near_pairs_of_things.toml",
)
PAIRS += [
    {"language": subject, "kind": kind, "finds": finds, "holds": holds, "lacks": lacks}
    for file in MORE
    for subject, pairs in tomllib.loads(Path(__file__).with_name(file).read_text("utf-8")).items()
    for kind, finds, holds, lacks in pairs
]


def found(text: str, kind: str) -> set[str]:
    return {f"{it.category} {it.mode}" for it in screen_text(text, TextKind(kind))}


@pytest.mark.parametrize("pair", PAIRS, ids=lambda it: f"{it['language']} {it['holds'][:40]}")
def test_of_two_sentences_alike_the_one_that_holds_it_is_found(pair: dict[str, str]) -> None:
    assert pair["finds"] in found(pair["holds"], pair["kind"])


@pytest.mark.parametrize("pair", PAIRS, ids=lambda it: f"{it['language']} {it['lacks'][:40]}")
def test_of_two_sentences_alike_the_one_that_does_not_is_let_be(pair: dict[str, str]) -> None:
    assert found(pair["lacks"], pair["kind"]) == set()
