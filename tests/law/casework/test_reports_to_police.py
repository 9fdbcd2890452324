"""What police are told of discipline."""

from __future__ import annotations

import pytest

from tests.law.worlds import ask, duties

REPORT = "report_to_police"


@pytest.mark.parametrize("kind", ["discipline", "disciplinary_notice", "expulsion_file"])
def test_a_suspension_for_drugs_or_alcohol_is_told_within_a_schoolday(kind: str) -> None:
    noted = ask("add", record={"kind": kind}, other={"drugs_or_alcohol": True})
    assert "within 1 schoolday of" in next(duty.says for duty in noted.duties if duty.code == REPORT)
    assert REPORT not in duties(ask("add", record={"kind": kind}))


def test_what_is_not_noted_is_not_told() -> None:
    refused = ask("add", requester={"kind": "public"}, record={"kind": "discipline"}, other={"drugs_or_alcohol": True})
    assert REPORT not in duties(refused)
    assert REPORT not in duties(ask("add", other={"drugs_or_alcohol": True}))
