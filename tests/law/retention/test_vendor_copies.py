"""What a vendor holds."""

from __future__ import annotations

from typing import Any

from fileroom.law import Outcome
from tests.law.worlds import ask, because, missing


def held(satisfied: bool | None) -> dict[str, Any]:
    return {"record": {"kind": "vendor_held_data", "contract_satisfied": satisfied}, "requester": {"kind": "vendor"}}


def test_the_end_of_the_contract_is_the_end_of_the_data() -> None:
    assert ask("destroy", **held(True)).outcome is Outcome.MUST
    assert ask("destroy", **held(False)).outcome is Outcome.NO
    assert missing(ask("destroy", **held(None))) == ["record.contract_satisfied"]


def test_a_vendor_keeps_nothing_after_it() -> None:
    assert because(ask("retain", **held(True))) == ["retention.vendor_copies.nothing_kept_after_the_contract"]
    assert because(ask("retain", **held(False))) == ["retention.keeping.only_as_the_regulations_say"]
