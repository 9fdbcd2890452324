"""Who may sign for the law."""

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing


@pytest.mark.parametrize("kind", ["administrator", "custodian_of_records"])
def test_whom_the_superintendent_has_designated_signs(kind: str) -> None:
    decision = ask("sign", requester__kind=kind)
    assert decision.outcome is Outcome.MAY
    assert because(decision) == ["casework.counsel.the_designee_or_counsel"]


@pytest.mark.parametrize("kind", ["employee", "teacher", "parent", "police", "system"])
def test_nobody_else_signs_though_somebody_should_have_called_them_designated(kind: str) -> None:
    decision = ask("sign", requester__kind=kind)
    assert decision.outcome is Outcome.NO
    assert because(decision) == ["casework.counsel.nobody_else"]


def test_an_administrator_whom_nobody_has_designated_does_not_sign() -> None:
    assert ask("sign", requester__designated=False).outcome is Outcome.NO
    assert missing(ask("sign", requester__designated=None)) == ["requester.designated"]


def test_to_be_designated_is_no_right_to_see_a_record() -> None:
    assert not ask("sign", action="inspect", record__kind="permanent_record").granted
