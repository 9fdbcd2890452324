"""Who declares that a form asks under a law's exception, and who approves it."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from fileroom.law.phrases import STAFF_KINDS
from tests.law.worlds import ask, because, missing


@pytest.mark.parametrize("kind", STAFF_KINDS)
def test_whoever_keeps_records_declares(kind: str) -> None:
    assert ask("declare", requester__kind=kind).outcome is Outcome.MAY
    refused = ask("declare", requester__kind=kind, requester__keeps_records=False)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.declarations.nobody_else_declares"]


@pytest.mark.parametrize("kind", ["parent", "student", "volunteer", "vendor", "police", "public"])
@pytest.mark.parametrize("base", ["declare", "approve"])
def test_nobody_outside_the_office_does_either(base: str, kind: str) -> None:
    assert ask(base, requester__kind=kind).outcome is Outcome.NO


@pytest.mark.parametrize("kind", ["administrator", "custodian_of_records"])
def test_another_of_the_district_s_office_approves(kind: str) -> None:
    decision = ask("approve", requester__kind=kind)
    assert decision.outcome is Outcome.MAY
    assert because(decision) == ["casework.declarations.another_of_the_districts_office_approves"]
    assert ask("approve", requester__kind=kind, requester__designated=False).outcome is Outcome.NO


def test_nobody_approves_their_own() -> None:
    refused = ask("approve", other__declared_by_oneself=True)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.declarations.nobody_approves_their_own"]


def test_who_declared_it_is_asked_where_nobody_knows() -> None:
    assert missing(ask("approve", other__declared_by_oneself=None)) == ["other.declared_by_oneself"]


def test_to_keep_records_is_not_enough_to_approve() -> None:
    refused = ask("approve", requester__kind="employee", requester__keeps_records=True)
    assert refused.outcome is Outcome.NO
    assert because(refused) == ["casework.declarations.nobody_else_approves"]
