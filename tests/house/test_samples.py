"""A check that tried none of the sample input is no check: there what is not there is a failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.collection.samples import MUST_BE_THERE, sample

CHECK = Path(__file__).parents[2] / ".ci" / "run"


def test_a_sample_that_is_not_there_is_passed_over_at_a_desk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(MUST_BE_THERE, raising=False)
    with pytest.raises(pytest.skip.Exception, match="no sample input"):
        sample("there-is-no-such-sample")


def test_a_sample_that_is_not_there_fails_the_check_of_a_change(monkeypatch: pytest.MonkeyPatch) -> None:
    assert f"export {MUST_BE_THERE}" in CHECK.read_text()
    monkeypatch.setenv(MUST_BE_THERE, "1")
    with pytest.raises(pytest.fail.Exception, match="no sample input"):
        sample("there-is-no-such-sample")
