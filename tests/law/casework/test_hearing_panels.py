"""The hearing panel sees a record only with the parent's written consent."""

from __future__ import annotations

from typing import Any

from fileroom.law import Outcome
from tests.law.worlds import ask, because, duties, question

MEMBER: dict[str, Any] = {"kind": "administrator", "panel_member": True, "has_student": True,
                          "interest": "stated_and_fits"}  # fmt: skip


def test_a_member_of_the_panel_sees_nothing_without_consent_whatever_else_would_let_them() -> None:
    refused = ask("teacher", purpose="correction", requester=MEMBER)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.hearing_panels.only_with_written_consent"]
    assert ask("teacher", requester=MEMBER).outcome is Outcome.MUST


def test_with_written_consent_the_panel_sees_and_keeps_it_to_itself() -> None:
    decision = ask("consent", purpose="correction", requester=MEMBER)
    assert decision.granted
    assert {"agree_confidentiality", "compose_panel"} <= duties(decision)


def test_spoken_consent_does_not_do() -> None:
    papers = [dict(paper, form="oral") for paper in question("consent").to_json()["papers"]]
    assert not ask("consent", purpose="correction", requester=MEMBER, papers=papers).granted


def test_the_family_itself_is_never_taken_for_the_panel() -> None:
    assert ask("parent", purpose="correction", requester__panel_member=True).outcome is Outcome.MUST
