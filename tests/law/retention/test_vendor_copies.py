"""What a vendor holds."""

from __future__ import annotations

from typing import Any

from fileroom.law import Outcome
from tests.each import each
from tests.law.worlds import ask, because, missing


def held(satisfied: bool | None) -> dict[str, Any]:
    return {"record": {"kind": "vendor_held_data", "contract_satisfied": satisfied}, "requester": {"kind": "vendor"}}


def test_the_end_of_the_contract_is_the_end_of_the_data() -> None:
    assert ask("destroy", **held(True)).outcome is Outcome.MUST
    assert ask("destroy", **held(False)).outcome is Outcome.NO
    assert missing(ask("destroy", **held(None))) == ["record.contract_satisfied"]


def test_a_vendor_keeps_nothing_after_it() -> None:
    assert because(ask("retain", **held(True))) == ["retention.vendor_copies.nothing_kept_after_the_contract"]
    assert because(ask("retain", **held(False))) == ["retention.vendor_copies.while_the_contract_runs"]


@each("who", ["vendor", "contractor", "nonprofit", "for_profit"])
@each("kind", ["marks_and_credits", "health", "access_log", "consent_form", "discipline"])
def test_a_vendor_keeps_no_record_of_any_kind_after_it_and_destroys_no_permanent_one(who: str, kind: str) -> None:
    by: dict[str, Any] = {"requester": {"kind": who}, "student": {"age": 9, "enrolled": True}}
    after = ask("retain", record={"kind": kind, "contract_satisfied": True}, **by)
    assert because(after) == ["retention.vendor_copies.nothing_kept_after_the_contract"]
    assert ask("retain", record={"kind": kind, "contract_satisfied": False}, **by).outcome is Outcome.MAY
    assert missing(ask("retain", record={"kind": kind}, **by)) == ["record.contract_satisfied"]
    refused = ask("destroy", record={"kind": kind, "contract_satisfied": True}, **by)
    assert refused.outcome is Outcome.NO
    assert "destroys the copy it holds, named as that" in refused.says
