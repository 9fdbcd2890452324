"""What the words about a finding weigh: what rules find is less sure where such words held none before, and no more."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.screening import TextKind, learned, screen_text
from fileroom.screening.gate import banned_field, strictly
from tests.screening.near_pairs import PAIRS
from tests.screening.scoring import items

FRESH = Path(__file__).parent / "corpus" / "fresh"
WORDS = sorted({word for pair in PAIRS for word in pair["lacks"].split()})


@given(before=st.lists(st.sampled_from(WORDS), max_size=12), behind=st.lists(st.sampled_from(WORDS), max_size=12))
def test_a_number_that_its_own_label_names_is_never_let_be(before: list[str], behind: list[str]) -> None:
    text = f"{' '.join(before)}\nParent SSN: 531-24-8806\n{' '.join(behind)}"
    by_rules = [it for it in screen_text(text, TextKind.NOTE, weighs=False) if it.confidence >= learned.CERTAIN]
    kept = {(it.start, it.category) for it in screen_text(text, TextKind.NOTE)}
    assert {(it.start, it.category) for it in by_rules if it.category in learned.NUMBERS and it.mode == "value"} <= kept


@given(words=st.lists(st.sampled_from(WORDS), max_size=40))
def test_nothing_is_found_that_no_rule_found(words: list[str]) -> None:
    text = " ".join(words)
    by_rules = {(it.category, it.mode, it.start) for it in screen_text(text, TextKind.NOTE, weighs=False, least=0.02)}
    assert {(it.category, it.mode, it.start) for it in screen_text(text, TextKind.NOTE)} <= by_rules


def test_clean_texts_in_which_rules_find_something_are_let_be_and_it_is_said_why() -> None:
    clean = [it for name in ("rr", "ss") for it in items([FRESH / f"texts_{name}.jsonl"])]
    alarming = [it for it in clean if screen_text(it.text, it.kind, weighs=False)]
    let_be = [it for it in alarming if not screen_text(it.text, it.kind)]
    assert len(let_be) > len(alarming) / 2
    for it in let_be:
        weighed = [found for found in screen_text(it.text, it.kind, least=0.0) if learned.WHY in found.why]
        assert weighed
        assert all(found.confidence < learned.OF_WORDS for found in weighed)


def test_at_a_gate_nothing_is_weighed() -> None:
    values = [it for it in PAIRS if it["finds"].endswith("value")]
    for pair in values[:200]:
        by_rules = screen_text(pair["holds"], TextKind(pair["kind"]), weighs=False)
        at_the_gate = {(it.category, it.start) for it in strictly(pair["holds"], TextKind(pair["kind"]), title="")}
        assert {(it.category, it.start) for it in by_rules if it.mode == "value" and it.citation} <= at_the_gate
    assert banned_field("Citizenship / immigration status") is not None


def test_weights_that_are_not_whole_are_taken_for_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    torn = tmp_path / "weights.bin"
    torn.write_bytes(learned.WEIGHTS.read_bytes()[:-1])
    monkeypatch.setattr(learned, "WEIGHTS", torn)
    learned._weights.cache_clear()
    try:
        with pytest.raises(RuntimeError, match="script/learn"):
            learned._weights()
    finally:
        learned._weights.cache_clear()
