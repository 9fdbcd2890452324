"""Presidio as a peer: as it comes, and with rules that an integrator would write for a school office."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from presidio_analyzer import AnalyzerEngine, Pattern, PatternRecognizer
from presidio_analyzer.nlp_engine import NlpArtifacts, SpacyNlpEngine
from spacy import blank

from fileroom.screening import Category, Finding, Mode

RULES = Path(__file__).parent / "integrator.toml"
ENOUGH = 0.4  # the score from which an integrator would take a result: a weak pattern with a word of its context
ANY = 0.0
# Of what it comes with these are what the corpus asks for; a passport's number it calls by the passport.
STOCK = {
    "US_ITIN": (Category.ITIN, Mode.VALUE),
    "US_PASSPORT": (Category.IMMIGRATION_DOCUMENT, Mode.VALUE),
    "US_SSN": (Category.SSN, Mode.VALUE),
}
Kinds = Mapping[str, tuple[Category, Mode]]
Engine = Callable[[str], list[Finding]]


class Blank(SpacyNlpEngine):  # type: ignore[misc]  # no types: it is not read by the checker
    """Presidio's lightest pipeline: a tokenizer and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.english = blank("en")
        self.nlp = {"en": self.english}

    def process_text(self, text: str, language: str) -> NlpArtifacts:
        doc = self.english(text)
        return NlpArtifacts(
            entities=[],
            tokens=doc,
            tokens_indices=[it.idx for it in doc],
            lemmas=[it.text for it in doc],
            nlp_engine=self,
            language=language,
        )


def analyzer() -> AnalyzerEngine:
    """Presidio as it comes, with all it knows of English."""
    return AnalyzerEngine(nlp_engine=Blank(), supported_languages=["en"])


def stock(least: float) -> Engine:
    """Presidio as it comes, asked for what the corpus asks for. `least`: the score from which a result counts."""
    return _asked(analyzer(), STOCK, least)


def integrator() -> Engine:
    """Presidio with rules of an integrator, from the score that is enough."""
    engine = analyzer()
    read = tomllib.loads(RULES.read_text("utf-8"))
    kinds: dict[str, tuple[Category, Mode]] = {}
    for number, rule in enumerate(read["rule"]):
        name = f"{rule['category']} {rule['mode']} {number}"
        kinds[name] = Category(rule["category"]), Mode(rule["mode"])
        engine.registry.add_recognizer(_recognizer(name, rule, read["words"]))
    return _asked(engine, kinds, ENOUGH)


def _recognizer(name: str, rule: Mapping[str, Any], words: Mapping[str, str]) -> PatternRecognizer:
    patterns = []
    for number, written in enumerate(rule["patterns"]):
        # What stands before is looked at where the rule matches, not at each letter: that took twenty times as long.
        before = f"(?={written})(?<!{{denied}}[^.\\n]{{0,60}})" if rule.get("unless_denied") else ""
        expression = before + f"(?:{written})"
        for word, names in words.items():
            expression = expression.replace(f"{{{word}}}", names)
        patterns.append(Pattern(f"{name} {number}", expression, rule["score"]))
    return PatternRecognizer(name, name=name, patterns=patterns, context=rule.get("context"))


def _asked(engine: AnalyzerEngine, kinds: Kinds, least: float) -> Engine:
    def screen(text: str) -> list[Finding]:
        results = engine.analyze(text, language="en", entities=list(kinds), score_threshold=least)
        return [Finding(*kinds[it.entity_type], it.start, it.end, it.score, ()) for it in results]

    return screen
