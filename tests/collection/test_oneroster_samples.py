"""The OneRoster samples come in as a district sends them, and the same again changes nothing."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from fileroom.collection.imports.report import Report
from tests.collection.conftest import Rows
from tests.collection.samples import sample
from tests.conftest import AT


def bring(name: str, *, days: int = 0) -> Report:
    from fileroom.collection.oneroster.services import import_bundle
    from fileroom.ledger.services import Actor

    by = Actor(account=None, role="system", door="cli")
    return import_bundle(sample(name), by=by, at=AT + timedelta(days=days))


@pytest.mark.parametrize(
    ("name", "read", "aside"),
    [
        # Of two classes the title and the code have changed places.
        ("oneroster-small", 51, {"title_and_code_swapped": 2}),
        # Thirty-three enrollments stand there twice.
        ("oneroster-medium", 4833, {"repeated_row": 33}),
    ],
)
def test_the_sample_comes_in_and_the_same_again_changes_nothing(
    district: str, rows: Rows, name: str, read: int, aside: dict[str, int]
) -> None:
    report = bring(name)
    tally = report.tally
    assert report.whole and tally.read == read
    assert Counter(it.code for it in tally.problems) == aside
    assert tally.kept == read - tally.set_aside and report.written.new > 0
    again = bring(name, days=1)
    written = again.written
    assert (written.new, written.changed, written.left, written.ended, written.filed) == (0, 0, 0, 0, 0)
    assert (again.tally.kept, again.tally.set_aside) == (tally.kept, tally.set_aside)
