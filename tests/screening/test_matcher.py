"""The matcher: a long text is searched for ends first, and nothing that a whole search finds is lost by it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.screening import engine
from fileroom.screening.engine import LONGEST, SHORT, damaged, languages_of, surroundings, triggers
from fileroom.screening.folding import fold
from tests.screening.scoring import OPEN, items

TEXTS = [it.text for it in items(sorted(OPEN.glob("*.jsonl")))]
FILLER = "The bus will stop at the corner of 9th and Juniper until the water main is mended. "


def whole(text: str, monkeypatch: pytest.MonkeyPatch) -> list[engine.Hit]:
    """What is found where the text is searched whole for starts."""
    with monkeypatch.context() as patched:
        patched.setattr(engine, "SHORT", len(text.encode()))
        return triggers().find(text)


def test_of_long_texts_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    for start in range(0, len(TEXTS), 40):
        text = fold("\n".join(TEXTS[start : start + 30])).text
        assert set(triggers().find(text)) >= set(whole(text, monkeypatch))


@given(st.integers(0, 30), st.integers(0, 30), st.sampled_from(TEXTS))
def test_wherever_in_a_long_text_a_thing_stands_it_is_found(before: int, after: int, middle: str) -> None:
    alone = {(hit.tag, hit.end - hit.start) for hit in triggers().find(fold(f" {middle} ").text)}
    text = fold(FILLER * (before + 14) + f" {middle} " + FILLER * after).text
    assert {(hit.tag, hit.end - hit.start) for hit in triggers().find(text)} >= alone


def test_no_phrase_is_longer_than_a_search_for_its_start_reaches() -> None:
    for text in TEXTS:
        for matcher in (triggers(), damaged()):
            for hit in matcher.find(fold(text).text[:SHORT]):
                assert len(fold(text).text[hit.start : hit.end].encode()) < LONGEST // 2


def test_what_is_nothing_by_itself_is_not_searched_for_in_a_long_text_that_has_nothing_else() -> None:
    idle, text = frozenset({"ssn.nine"}), (FILLER * 20 + "invoice 618220471").lower()
    assert triggers().find(text, idle) == []
    assert {hit.tag for hit in triggers().find(text)} == {"ssn.nine"}
    assert {hit.tag for hit in triggers().find(text + " ssn", idle)} >= {"ssn.nine", "ssn.name"}


def test_a_short_english_word_is_not_read_into_another_language() -> None:
    assert languages_of("nguoi lon ky ten cua hoc sinh") == ("others", "vi")
    assert {hit.tag for hit in surroundings("").find("nguoi lon ky ten")} >= {"other_number"}
    assert "other_number" not in {hit.tag for hit in surroundings("others").find("nguoi lon ky ten")}
    assert languages_of("the number of the student")[0] == ""
