"""Aides of an attendance review board: adults, investigated, trained."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because

AIDE = {
    "kind": "sarb_aide", "has_student": True, "interest": "stated_and_fits", "age": 18, "investigated": True,
    "trained": True,
}  # fmt: skip


@pytest.mark.parametrize("lack", [{"age": 17}, {"investigated": False}, {"trained": False}])
def test_an_aide_who_lacks_one_of_the_three_hears_what_is_lacking(lack: dict[str, object]) -> None:
    decision = ask("teacher", requester={**AIDE, **lack})
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["disclosure.attendance_aides.untrained_or_too_young"]


def test_an_aide_with_all_three_sees_the_students_served_and_no_others() -> None:
    assert ask("teacher", requester=AIDE).outcome is Outcome.MUST
    assert ask("teacher", requester={**AIDE, "has_student": False}).outcome is Outcome.NO
    assert ask("teacher", requester={**AIDE, "age": 17, "kind": "volunteer"}).outcome is Outcome.NO
