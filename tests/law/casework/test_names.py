"""New names and genders on the record."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, missing

PARENT: dict[str, Any] = {"action": "amend", "record__kind": "legal_name", "other": {}}


@pytest.mark.parametrize("paper", ["passport", "birth_certificate", "court_order", "social_security_card", "photo_id"])
@pytest.mark.parametrize("kind", ["legal_name", "sex", "name_gender_change"])
def test_a_former_student_with_proof_is_renamed_and_gets_new_papers(paper: str, kind: str) -> None:
    decision = ask("rename", other={}, papers=[{"kind": paper}], record__kind=kind)
    assert decision.outcome is Outcome.MUST
    assert {"name_change_document", "reissue_documents"} <= duties(decision)


def test_the_document_keeps_the_type_of_proof_and_no_copy_of_it() -> None:
    document = next(duty for duty in ask("rename").duties if duty.code == "name_change_document")
    assert "no copy" in document.says


@pytest.mark.parametrize("shown", [False, None])
def test_without_proof_the_way_by_a_challenge_is_named(shown: bool | None) -> None:
    decision = ask("rename", other={"government_proof": shown})
    assert missing(decision) == ["other.government_proof"]
    assert "no proof is needed" in decision.missing[0].ask


def test_a_challenge_that_was_sustained_needs_no_proof() -> None:
    decision = ask("challenge", **{**PARENT, "other": {"challenge_decision": "sustained"}})
    assert decision.outcome is Outcome.MUST
    assert "name_change_document" in duties(decision)


def test_a_parents_own_licence_proves_nothing_about_a_childs_name() -> None:
    licence = ask("challenge", papers=[{"kind": "photo_id"}], **PARENT)
    assert licence.outcome is Outcome.NEEDS_MORE
    assert ask("challenge", papers=[{"kind": "court_order"}], **PARENT).outcome is Outcome.MUST


def test_custody_decides_who_renames_a_child() -> None:
    refused = ask("challenge", papers=[{"kind": "court_order"}], requester__legal_custody=False, **PARENT)
    assert because(refused) == ["casework.names.proof_or_a_challenge"]


def test_a_stranger_renames_nobody() -> None:
    assert ask("rename", requester={"kind": "public", "identity": "verified"}).outcome is Outcome.NO


def test_nothing_about_gender_goes_out_by_itself_while_the_student_is_here() -> None:
    proved = {**PARENT, "other": {"government_proof": True}}
    assert "counsel_review" in duties(ask("challenge", **{**proved, "record__kind": "sex"}))
    assert "counsel_review" not in duties(ask("challenge", **proved))
    assert "counsel_review" not in duties(ask("rename", record__kind="sex"))
