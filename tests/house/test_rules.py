"""Every rule in force has a sentence, a citation that says how sure we are, and tests at the same address."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from fileroom.law.book import CHAPTERS, RULES
from fileroom.law.facts import Action
from fileroom.law.kernel.atoms import Is
from fileroom.law.kernel.rule import GRANTS, Chapter, Rule
from tests.each import each

TESTS = Path(__file__).parents[1] / "law"
LAW = Path(__file__).parents[2] / "src" / "fileroom" / "law"
IN_FORCE = [rule for rule in RULES if rule.binds(date(2026, 10, 19))]
ROOMS = ("casework", "collection", "disclosure", "retention", "programmes")
NO_CHAPTER = {"__init__", "columns"}


@each("rule", IN_FORCE, ids=lambda rule: rule.id)
def test_a_rule_in_force_has_a_sentence_and_a_citation_with_its_surety(rule: Rule) -> None:
    assert rule.says[0].isupper() and rule.says.endswith(".")
    assert rule.cites.text
    assert rule.cites.surety in ("verified", "memory")
    assert rule.cites.against, "against which text, or how well remembered"


@each("chapter", CHAPTERS, ids=lambda chapter: chapter.address)
def test_a_chapter_has_tests_at_its_own_address(chapter: Chapter) -> None:
    folder, _, name = chapter.address.rpartition(".")
    tests = TESTS / folder.replace(".", "/") / f"test_{name}.py"
    assert tests.exists()
    assert "def test_" in tests.read_text()


def test_every_file_that_states_law_is_in_the_book() -> None:
    files = {
        f"{room}.{path.stem}" for room in ROOMS for path in (LAW / room).glob("*.py") if path.stem not in NO_CHAPTER
    }
    assert files == {chapter.address for chapter in CHAPTERS}


def test_every_act_has_a_grant_of_its_own() -> None:
    atoms = [atom for rule in RULES if rule.effect in GRANTS for atom in rule.when.atoms()]
    granted = {value for atom in atoms if isinstance(atom, Is) and atom.term.path == "action" for value in atom.values}
    assert set(Action) - granted == set()


def test_no_two_rules_share_an_address() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids)) > 50
