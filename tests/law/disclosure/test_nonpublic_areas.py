"""Entry to nonpublic areas."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, missing

WARRANT = {"kind": "judicial_warrant", "signed_by_judge": True, "names_these_records": True, "valid_on": True}
CONSENT = {"kind": "consent", "by": "parent_with_custody", "form": "written", "signed": True, "dated": True,
           "records": True, "purpose": True, "recipient": True}  # fmt: skip


@pytest.mark.parametrize("paper", [{"kind": "administrative_warrant"}, {**WARRANT, "valid_on": False}, CONSENT])
def test_nothing_but_a_judges_paper_lets_an_officer_in(paper: dict[str, object]) -> None:
    assert ask("officer", action="enter_nonpublic_area", papers=[paper]).outcome is Outcome.NO


def test_a_judges_warrant_is_obeyed_and_one_that_is_not_fully_read_is_read_first() -> None:
    assert ask("officer", action="enter_nonpublic_area", papers=[WARRANT]).outcome is Outcome.MUST
    unread = {key: value for key, value in WARRANT.items() if key != "signed_by_judge"}
    assert missing(ask("officer", action="enter_nonpublic_area", papers=[unread])) == [
        "papers.judicial_warrant.signed_by_judge"
    ]
