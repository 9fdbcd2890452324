"""What the law says of a thing that nobody has declared."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.law import Question, decide
from fileroom.law.alternatives import ALTERNATIVES, instead_of
from fileroom.law.facts import RecordKind as Kind
from fileroom.law.takings import Verdict, one_paper_ruling, ruling, worst

ON = date(2026, 10, 19)


@pytest.mark.parametrize(
    ("kind", "citation"),
    [
        (Kind.SSN, "Ed. Code 49076.7"),
        (Kind.SSN_LAST4, "Ed. Code 49076.7"),
        (Kind.CITIZENSHIP_STATUS, "Ed. Code 234.7(a)"),
        (Kind.IMMIGRATION_DOCUMENT, "Ed. Code 234.7(a)"),
    ],
)
@pytest.mark.parametrize("asked", [True, False])
def test_what_is_banned_is_blocked_by_its_own_law(kind: Kind, citation: str, asked: bool) -> None:
    ruled = ruling(kind, on=ON, asked=asked)
    assert (ruled.verdict, ruled.citation, ruled.exception) == (Verdict.BLOCK, citation, "")


@pytest.mark.parametrize("kind", [Kind.RELIGION, Kind.ETHNICITY, Kind.NATIONAL_ORIGIN, Kind.TRIBAL_ENROLMENT])
def test_a_list_of_persons_by_a_trait_is_blocked(kind: Kind) -> None:
    ruled = ruling(kind, on=ON, listed=True)
    assert (ruled.verdict, ruled.citation) == (Verdict.BLOCK, "Gov. Code 8310.3")


def test_a_taxpayer_number_is_for_review() -> None:
    assert ruling(Kind.ITIN, on=ON).verdict is Verdict.REVIEW


def test_each_day_has_its_own_law() -> None:
    assert ruling(Kind.SSN, on=date(2016, 1, 1)).citation == "Ed. Code 49076.7"
    assert ruling(Kind.CITIZENSHIP_STATUS, on=date(2025, 9, 20)).citation == "Ed. Code 234.7(a)"
    before = ruling(Kind.CITIZENSHIP_STATUS, on=date(2025, 9, 19))
    assert (before.verdict, before.citation) == (Verdict.BLOCK, "5 CCR 432(b)")


def test_a_district_asks_by_what_it_has_signed_for() -> None:
    heard: list[Question] = []

    def counsel_first(question: Question) -> object:
        heard.append(question)
        return decide(question)

    ruling(Kind.SSN, on=ON, ask=counsel_first)  # type: ignore[arg-type]
    one_paper_ruling(Kind.PROOF_OF_AGE, on=ON, ask=counsel_first)  # type: ignore[arg-type]
    assert [question.record.kind for question in heard] == [Kind.SSN, Kind.PROOF_OF_AGE]


@pytest.mark.parametrize(
    ("kind", "chapter", "citation"),
    [
        (Kind.PROOF_OF_AGE, "proofs_of_age", "Ed. Code 48002"),
        (Kind.PROOF_OF_RESIDENCY, "enrolment_conditions", "Ed. Code 48204.1"),
    ],
)
def test_one_particular_paper_is_demanded_of_nobody_by_the_law_of_its_own_proof(
    kind: Kind, chapter: str, citation: str
) -> None:
    ruled = one_paper_ruling(kind, on=ON)
    assert (ruled.verdict, ruled.rule) == (Verdict.BLOCK, f"collection.{chapter}.no_particular_paper")
    assert ruled.citation == citation


def test_the_worst_of_several_stands() -> None:
    assert worst([]) is Verdict.ALLOW
    assert worst([Verdict.ALLOW, Verdict.REVIEW]) is Verdict.REVIEW
    assert worst([Verdict.BLOCK, Verdict.ALLOW, Verdict.REVIEW]) is Verdict.BLOCK


def test_for_each_banned_kind_there_is_something_to_ask_instead() -> None:
    assert instead_of(Kind.SSN).name == "no_number"
    assert instead_of(Kind.IMMIGRATION_DOCUMENT).name == "no_status"
    proof = instead_of(Kind.IMMIGRATION_DOCUMENT, proves=Kind.PROOF_OF_AGE)
    assert proof is ALTERNATIVES["proof_of_age"]
    assert len(proof.any_of) >= 5
    assert all(it.says.endswith(".") and it.citation.text for it in ALTERNATIVES.values())
