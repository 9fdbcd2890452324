"""A sample of script/agree: the engines agree, and a missing fact never ends in a grant that a ban might stop."""

from __future__ import annotations

import pytest

from fileroom.law.book import BOOK
from tests.law.agreement import Agreement, agreement
from tests.law.random_questions import TODAY

SAMPLE, BATCHES = 400, 4
# Today most often, and days on which the law turns, from the first to the last: script/agree asks of all of them.
DAYS = (TODAY, TODAY, TODAY, *BOOK.turns[::6], BOOK.turns[-1])


@pytest.fixture(scope="module")
def found() -> Agreement:
    pytest.importorskip("cedarpy")  # script/test installs it
    made = Agreement()
    for batch in range(BATCHES):
        made.add(agreement(SAMPLE // BATCHES, seed=20261124 + batch, days=DAYS))
    return made


def test_the_compiled_rules_answer_as_the_interpreter_does(found: Agreement) -> None:
    assert found.wrong["compiled"] == []
    assert found.counts["asked"] == SAMPLE


def test_cedar_grants_what_we_grant_and_nothing_else(found: Agreement) -> None:
    assert found.wrong["cedar"] == []
    assert found.counts["beside Cedar"] > 0.75 * SAMPLE / 2


def test_a_missing_fact_that_might_forbid_never_ends_in_a_grant(found: Agreement) -> None:
    assert found.wrong["gap"] == []
    assert found.counts["with a ban in doubt"] > 0.1 * SAMPLE


def test_a_good_share_of_the_questions_is_granted_and_a_good_share_is_not(found: Agreement) -> None:
    assert 0.3 < found.counts["granted"] / SAMPLE < 0.8
