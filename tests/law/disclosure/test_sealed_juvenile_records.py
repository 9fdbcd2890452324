"""Sealed records."""

from __future__ import annotations

import pytest

from fileroom.law import Outcome
from tests.law.worlds import ask

SEALED = {"record": {"kind": "sealed_juvenile_record"}}


@pytest.mark.parametrize("base", ["parent", "student", "teacher", "consent", "court"])
@pytest.mark.parametrize("cleared", [False, None])
def test_nobody_inspects_what_is_sealed(base: str, cleared: bool | None) -> None:
    decision = ask(base, other__counsel_cleared=cleared, **SEALED)
    assert not decision.granted
    assert decision.silent


def test_a_judges_paper_opens_it_once_counsel_has_read_it() -> None:
    assert ask("court", other__counsel_cleared=True, **SEALED).outcome is Outcome.MUST
    assert ask("parent", other__counsel_cleared=True, **SEALED).outcome is Outcome.NO
