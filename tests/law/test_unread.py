"""Every fact, paper, word of a list and citation is read by some rule, or stands among the unread with its reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fileroom.law
from fileroom.law import citations, unsettled
from fileroom.law.book import RULES
from fileroom.law.described import vocabulary
from fileroom.law.facts import PaperKind
from fileroom.law.facts.unread import UNREAD
from fileroom.law.kernel.citation import Citation
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.term import Term
from fileroom.law.vocabulary import choices, orders, paper_terms, terms

LAW = Path(fileroom.law.__file__).parent
PARTS = ("term", "listed", "source", "beside", "doubted", "shown")
CONDITIONS = [part for rule in RULES for part in (rule.when, rule.claimed, rule.met) if part is not None]
LISTS = (orders, choices)


def _reached(thing: Any) -> Iterator[Any]:
    """An atom or a term, and all that it is read by."""
    yield thing
    for name in PARTS:
        if getattr(thing, name, None) is not None:
            yield from _reached(getattr(thing, name))


READ = [thing for condition in CONDITIONS for atom in condition.atoms() for thing in _reached(atom)]


def _facts() -> set[str]:
    return set(terms()) - {thing.path for thing in READ if isinstance(thing, Term)}


def _papers() -> set[str]:
    atoms = [thing for thing in READ if isinstance(thing, Some)]
    kinds = set(PaperKind) - {kind for atom in atoms for kind in atom.kinds}
    wanted = {quality.partition(".")[0] for atom in atoms for quality, _ in atom.wanted}
    return {f"papers.{name}" for name in (*kinds, *(set(paper_terms()) - wanted - {"kind"}))}


def _words() -> set[str]:
    """The words of the lists that nothing looks for."""
    named: dict[str, set[Any]] = {term.path: set() for term in LISTS}
    for thing in READ:
        if (term := getattr(thing, "term", None)) in LISTS:
            named[term.path] |= set(thing.values)
        if hasattr(thing, "order"):
            named["orders"].add(thing.order)
    return {f"{term.path}.{word}" for term in LISTS for word in set(term.values or ()) - named[term.path]}


def test_what_no_rule_reads_is_known_with_its_reason() -> None:
    assert _facts() | _papers() | _words() == set(UNREAD)


def test_the_vocabulary_tells_of_it() -> None:
    told = vocabulary()
    facts = {path for path, described in told["facts"].items() if "unread" in described}
    assert facts == {path for path in UNREAD if path in terms()}
    assert told["unread"] == dict(UNREAD)


def _used(module: str) -> set[str]:
    """The names that the law's own files take from this module, under whatever name it goes there."""
    used = set()
    for path in LAW.rglob("*.py"):
        tree = ast.parse(path.read_text())
        lines = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        called = {it.asname or it.name for line in lines for it in line.names if it.name == module}
        used |= {it.name for line in lines if line.module == f"fileroom.law.{module}" for it in line.names}
        used |= {
            node.attr
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in called
        }
    return used


def test_no_citation_is_kept_that_nothing_cites() -> None:
    for module in (citations, unsettled):
        kept = {name for name, value in vars(module).items() if isinstance(value, Citation)}
        assert kept - _used(module.__name__.rpartition(".")[2]) == set()


def test_what_is_unsettled_is_cited_by_a_rule_and_so_on_counsels_desk() -> None:
    kept = {value for value in vars(unsettled).values() if isinstance(value, Citation)}
    assert kept <= {rule.cites for rule in RULES}
