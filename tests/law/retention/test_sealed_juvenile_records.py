"""What a juvenile court has sealed."""

from __future__ import annotations

from fileroom.law import Outcome
from tests.law.worlds import ask, duties, missing

SEALED = {"kind": "sealed_juvenile_record"}


def test_it_lies_under_seal_until_counsel_has_read_the_courts_order() -> None:
    assert ask("retain", record=SEALED).outcome is Outcome.MAY
    assert ask("retain", record=SEALED, requester__kind="teacher").outcome is Outcome.NO
    waits = ask("destroy", record=SEALED)
    assert missing(waits) == ["other.counsel_cleared"]
    assert "counsel_review" in duties(waits)


def test_it_goes_when_the_order_says_so_and_not_otherwise() -> None:
    gone = ask("destroy", record=SEALED, other__counsel_cleared=True)
    assert gone.outcome is Outcome.MAY
    assert "counsel_review" not in duties(gone)
    assert ask("destroy", record=SEALED, other__counsel_cleared=False).outcome is Outcome.NO
    held = ask("destroy", record={**SEALED, "on_hold": True}, other__counsel_cleared=True)
    assert held.outcome is Outcome.NO
