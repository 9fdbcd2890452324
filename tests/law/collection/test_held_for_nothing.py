"""What was held for nothing is filed by its custodian; what its own words name, only through counsel."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.catalogue import NEVER_ASKED_FOR
from fileroom.law.facts import RecordKind
from fileroom.law.phrases import STAFF_KINDS
from tests.each import each
from tests.law.worlds import ask, because, duties, missing

RULE = "collection.held_for_nothing."
BASE = "file_as_something_else"


@each("kind", sorted(NEVER_ASKED_FOR))
def test_what_its_own_words_name_waits_for_counsel(kind: RecordKind) -> None:
    waits = ask(BASE, record={"kind": kind.value})
    assert (waits.outcome, because(waits)) == (Outcome.NEEDS_MORE, [f"{RULE}through_counsel"])
    assert missing(waits) == ["other.counsel_cleared"] and "counsel_review" in duties(waits)
    cleared = ask(BASE, record={"kind": kind.value}, other__counsel_cleared=True)
    assert (cleared.outcome, because(cleared)) == (Outcome.MAY, [f"{RULE}through_counsel"])
    refused = ask(BASE, record={"kind": kind.value}, other__counsel_cleared=False)
    assert (refused.outcome, because(refused)) == (Outcome.NO, [f"{RULE}not_against_counsel"])


@each("kind", sorted(NEVER_ASKED_FOR))
@pytest.mark.parametrize("cleared", [None, True, False])
def test_what_is_in_doubt_its_custodian_files_whatever_counsel_says(kind: RecordKind, cleared: bool | None) -> None:
    decision = ask(BASE, record={"kind": kind.value, "in_doubt": True}, other__counsel_cleared=cleared)
    assert (decision.outcome, because(decision)) == (Outcome.MAY, [f"{RULE}what_is_in_doubt"])
    assert duties(decision) == {"keep_under_seal"} and decision.sealed


@pytest.mark.parametrize("kind", sorted({*STAFF_KINDS, "parent", "police", "system"} - {"custodian_of_records"}))
@pytest.mark.parametrize("in_doubt", [True, False])
def test_nobody_but_the_custodian_says_so(kind: str, in_doubt: bool) -> None:
    record = {"kind": "ssn", "in_doubt": in_doubt}
    refused = ask(BASE, requester__kind=kind, record=record, other__counsel_cleared=True)
    assert (refused.outcome, because(refused)) == (Outcome.NO, [f"{RULE}nobody_else"])


def test_nor_does_the_custodian_of_another_school_or_for_a_purpose_that_is_none_of_the_schools() -> None:
    for facts in ({"requester__has_student": False}, {"purpose": "marketing"}):
        refused = ask(BASE, record={"kind": "ssn", "in_doubt": True}, **facts)
        assert (refused.outcome, because(refused)) == (Outcome.NO, [f"{RULE}nobody_else"])


def test_it_opens_no_other_road_in() -> None:
    """A number that is one is taken in by no word of counsel: the act is of what is something else alone."""
    for action in ("collect", "solicit"):
        facts = {"record": {"kind": "ssn", "in_doubt": True}, "other__counsel_cleared": True}
        assert ask(BASE, action=action, **facts).outcome is Outcome.NO
