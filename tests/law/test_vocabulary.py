"""The vocabulary is the contract's, whole, and says how each absence is read."""

import json

import pytest

from fileroom.law.book import RULES
from fileroom.law.described import vocabulary
from fileroom.law.facts import PaperKind
from fileroom.law.facts.papers import QUALITIES
from fileroom.law.vocabulary import orders, other, paper_terms, terms


def test_every_fact_says_what_it_means_its_type_and_what_absence_means() -> None:
    for path, described in vocabulary()["facts"].items():
        assert described["says"], path
        assert described["type"] in {"word", "list", "flag", "number", "day", "text or number", "list of numbers"}
        assert path == "id" or path == "action" or described["absent"]


def test_the_three_readings_of_absence_are_told_apart() -> None:
    facts = vocabulary()["facts"]
    assert facts["requester.tax_dependency"]["absent"] == "not known"
    assert facts["student.homeless"]["absent"] == "not flagged"
    assert facts["requester.restrained_from_records"]["absent"].startswith(
        "false where the orders given do not name records_order_6323_5, and no paper shown is one; where they do, true"
    )
    assert facts["record.class"]["absent"] == "follows from record.kind where it can"
    assert facts["purpose"]["absent"] == "follows from action and requester.kind where it can"
    assert facts["student.completed_grade_10"]["absent"] == "follows from student.grade where it can"


def test_every_rule_reads_the_absence_of_a_fact_as_the_vocabulary_tells_it() -> None:
    parts = [part for rule in RULES for part in (rule.when, rule.claimed, rule.met, rule.known)]
    conditions = [part for part in parts if part is not None]
    atoms = [atom for condition in conditions for atom in condition.atoms()]
    read = [getattr(atom, name) for atom in atoms for name in ("term", "listed") if hasattr(atom, name)]
    told = terms()
    assert len({term.path for term in read}) > 100
    assert [term.path for term in read if term is not told[term.path]] == []


def test_nested_and_listed_facts_are_there() -> None:
    facts = vocabulary()["facts"]
    assert facts["district.social_media.adopted"]["type"] == "flag"
    assert facts["record.fields"]["type"] == "list"
    assert len(facts["record.fields"]["values"]) == 11
    assert "yearbook" in facts["district.directory_recipients"]["values"]
    assert facts["student.age"]["type"] == "number"


def test_every_kind_of_paper_lists_its_qualities() -> None:
    papers = vocabulary()["papers"]
    assert set(papers) == {kind.value for kind in PaperKind}
    assert papers["vendor_contract"]["clauses"]["type"] == "list of numbers"
    assert "signed_by_judge" in papers["court_order"]
    assert "signed_by_judge" not in papers["consent"]
    assert set().union(*QUALITIES.values()) == set(paper_terms())


def test_the_vocabulary_is_json() -> None:
    assert json.loads(json.dumps(vocabulary()))["catalogue"]["legal_name"] == "P-A"
    assert len(terms()) > 100
    assert orders.path == "orders"


def test_a_misspelt_fact_is_refused_with_the_nearest() -> None:
    with pytest.raises(AttributeError, match="nearest allowed: counsel_cleared"):
        _ = other.counsel_clear
