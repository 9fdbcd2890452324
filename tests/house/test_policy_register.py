"""Each sentence of the Board's policy leads, in at most three links, to what carries it out; or to a named person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fileroom.law.book import RULES
from fileroom.law.figures import EVERY_FIGURE
from fileroom.law.policy import POLICY, Sentence, register_page
from fileroom.law.theorems import THEOREMS

ROOT = Path(__file__).parents[2]
REGISTER = ROOT / "docs" / "policy-register" / "README.md"
BY_ID = {rule.id: rule for rule in RULES}
PROVED = {theorem.name: theorem for theorem in THEOREMS}
MOST_LINKS = 3
LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")
by_number = pytest.mark.parametrize("sentence", POLICY.sentences, ids=lambda it: str(it.number))


def plain(text: str) -> str:
    return " ".join(text.split())


def test_the_sentences_are_the_whole_policy_in_its_order() -> None:
    parts, heading = [POLICY.title], ""
    for sentence in POLICY.sentences:
        if sentence.heading != heading:
            heading = sentence.heading
            parts.append(heading)
        parts.append(sentence.says)
    assert plain(" ".join(parts)) == plain(POLICY.text)
    assert len(POLICY.sentences) == 22
    assert [sentence.number for sentence in POLICY.sentences] == list(range(1, 23))


@by_number
def test_a_sentence_is_one_sentence_and_something_or_somebody_carries_it(sentence: Sentence) -> None:
    assert len(re.findall(r"[a-z]\.(?=\s+[A-Z]|$)", re.sub(r"\([^)]*\)$", "", sentence.says).strip())) == 1
    assert sentence.rules or sentence.duties
    for duty in sentence.duties:
        assert duty.who and duty.what and duty.how_often


@by_number
def test_whatever_a_sentence_names_is_there(sentence: Sentence) -> None:
    assert [name for name in sentence.rules if name not in BY_ID] == []
    assert [name for name in sentence.theorems if name not in PROVED] == []
    assert [name for name in sentence.figures if name not in EVERY_FIGURE] == []


def test_the_register_on_disk_is_the_one_just_printed() -> None:
    assert REGISTER.read_text("utf-8") == register_page(), "print it again: fileroom law register"


def parts_of_the_register() -> dict[int, str]:
    """The part of the register on disk that is about each sentence."""
    found = re.split(r"(?m)^### Sentence (\d+)$", REGISTER.read_text("utf-8"))
    return {int(number): text for number, text in zip(found[1::2], found[2::2], strict=True)}


def reached(text: str, folder: Path, links: int) -> Iterator[Path]:
    """Every file of the repository that these words lead to by at most so many links."""
    if links == 0:
        return
    for target in LINK.findall(text):
        path = (folder / target).resolve()
        if "://" not in target and path.is_file():
            yield path
            if path.suffix == ".md":
                yield from reached(path.read_text("utf-8"), path.parent, links - 1)


@by_number
def test_three_links_lead_from_a_sentence_to_the_rule_its_citation_its_tests_and_its_theorem(
    sentence: Sentence,
) -> None:
    text = parts_of_the_register()[sentence.number]
    assert plain(sentence.says) in plain(text)
    files = set(reached(text, REGISTER.parent, MOST_LINKS))
    read = {path: path.read_text("utf-8") for path in files}
    for name in sentence.rules:
        rule = BY_ID[name]
        assert any(f"- Rule: `{name}`" in it and rule.cites.text in it for it in read.values()), name
        chapter = name.split(".")[1]
        assert any(path.name == f"test_{chapter}.py" and "def test_" in it for path, it in read.items()), name
    for name in sentence.theorems:
        assert any(f"`{name}`: {PROVED[name].sentence}" in it for it in read.values()), name
    for duty in sentence.duties:
        assert duty.who in text and duty.what in text


def test_a_rule_that_no_link_reaches_is_missed(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("[b](b.md)")
    (tmp_path / "b.md").write_text("[c](c.md)")
    (tmp_path / "c.md").write_text("[d](d.md)")
    (tmp_path / "d.md").write_text("the end")
    three = {path.name for path in reached((tmp_path / "a.md").read_text(), tmp_path, 2)}
    assert three == {"b.md", "c.md"}
