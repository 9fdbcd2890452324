"""The yearly notice names the recipients of directory information."""

from __future__ import annotations

from fileroom.law import Outcome
from tests.law.programmes.test_annual_notices import ITEMS
from tests.law.worlds import ask, because


def test_without_the_recipients_no_notice_of_rights_goes() -> None:
    refused = ask("annual_notice", notice__items=[it for it in ITEMS if it != "directory_recipients"])
    assert (refused.outcome, because(refused)) == (
        Outcome.NO, ["programmes.annual_notice_directory.without_the_recipients"],
    )  # fmt: skip
    assert ask("annual_notice", notice__items=ITEMS).outcome is Outcome.MUST
