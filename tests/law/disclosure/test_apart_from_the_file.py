"""What does not travel in the file."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law import Outcome
from fileroom.law.facts import RecordKind
from fileroom.law.parties import STAYS_BEHIND
from tests.each import each
from tests.law.worlds import ask, because, duties, question

NOTICE: dict[str, Any] = {"record": {"kind": "juvenile_court_notice"}}


def test_the_courts_notice_goes_to_the_next_public_school_of_a_minor_and_under_the_stamp() -> None:
    sent = ask("transfer", student__age=17, **NOTICE)
    assert sent.outcome is Outcome.MUST
    assert "agree_confidentiality" in duties(sent)


@pytest.mark.parametrize(
    "change",
    [
        {"student__age": 18}, {"requester__kind": "private_school"}, {"requester__out_of_state": True},
        {"requester__kind": "police"},
    ],
)  # fmt: skip
def test_it_goes_no_further(change: dict[str, Any]) -> None:
    assert because(ask("transfer", **NOTICE, **change)) == ["disclosure.apart_from_the_file.no_further"]


def test_nor_does_it_go_for_anything_but_enrolment() -> None:
    assert ask("transfer", purpose="planning", **NOTICE).outcome is Outcome.NO


def test_a_notice_of_the_school_police_is_not_sent() -> None:
    assert ask("transfer", record={"kind": "school_police_notice"}).outcome is Outcome.NO


@each("foster", [False, True])
@each("kind", RecordKind)
def test_what_stays_behind_is_sent_with_no_file(kind: RecordKind, foster: bool) -> None:
    facts: dict[str, Any] = {"record": {"kind": kind.value}, "student__foster": foster, "student__disability": True}
    if STAYS_BEHIND.truth(question("transfer", **facts)):
        assert because(ask("transfer", **facts)) == ["disclosure.apart_from_the_file.stays_behind"]


def test_a_family_cannot_have_it_sent_either() -> None:
    family = {"kind": "parent", "identity": "verified", "relationship": "verified", "legal_custody": True}
    assert ask("transfer", requester=family, record={"kind": "social_media_information"}).outcome is Outcome.NO
    assert ask("transfer", requester=family, record={"kind": "transcript"}).granted
