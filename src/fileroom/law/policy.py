"""The policy register (`policy.toml`): each sentence of Board Policy 5125, and what carries it out."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from fileroom.law.book import BY_ID
from fileroom.law.figures import EVERY_FIGURE
from fileroom.law.theorems import THEOREMS


@dataclass(frozen=True)
class HumanDuty:
    """What a person does for it, and no program can."""

    who: str
    what: str
    how_often: str


@dataclass(frozen=True)
class Sentence:
    """One sentence, under its heading, with the ids of what carries it."""

    number: int
    heading: str
    says: str
    rules: tuple[str, ...]
    theorems: tuple[str, ...]
    figures: tuple[str, ...]
    duties: tuple[HumanDuty, ...]


@dataclass(frozen=True)
class Policy:
    """The policy as adopted, and its sentences in order."""

    title: str
    text: str
    sentences: tuple[Sentence, ...]


def read_policy(text: str) -> Policy:
    """The register of a TOML text."""
    given = tomllib.loads(text)
    sentences = tuple(_sentence(number, row) for number, row in enumerate(given["sentence"], 1))
    return Policy(given["title"], given["text"], sentences)


def _sentence(number: int, row: dict[str, Any]) -> Sentence:
    rules, theorems, figures = (tuple(row.get(kind, ())) for kind in ("rules", "theorems", "figures"))
    duties = tuple(HumanDuty(**it) for it in row.get("duties", ()))
    return Sentence(number, row["heading"], row["says"], rules, theorems, figures, duties)


POLICY = read_policy(files("fileroom.law").joinpath("policy.toml").read_text("utf-8"))


def register_page() -> str:
    """The register in Markdown, for docs/policy-register: each sentence links to its rules, their tests and proofs."""
    lines = [f"# The policy register: {POLICY.title}\n", "Printed by `fileroom law register`; never edited by hand.\n"]
    heading = ""
    for sentence in POLICY.sentences:
        if sentence.heading != heading:
            heading = sentence.heading
            lines.append(f"## {heading}\n")
        lines += [f"### Sentence {sentence.number}\n", f"> {sentence.says}\n", *_carried(sentence), ""]
    return "\n".join(lines)


def _carried(sentence: Sentence) -> Iterator[str]:
    for name in sentence.rules:
        room, chapter, _ = name.split(".")
        tests = f"../../tests/law/{room}/test_{chapter}.py"
        says = BY_ID[name].says
        yield f"- Rule [`{name}`](../lawbook/{room}/{chapter}.md): {says} ([tests]({tests}))"
    sentences = {it.name: it.sentence for it in THEOREMS}
    for name in sentence.theorems:
        yield f"- Proved: [`{name}`](../lawbook/theorems.md): {sentences[name]}"
    for name in sentence.figures:
        yield f"- Number: [`{name}`](../lawbook/figures.md): {EVERY_FIGURE[name].within}"
    for duty in sentence.duties:
        yield f"- A person's duty: {duty.who} {duty.what}, {duty.how_often}."
