"""The sieve knows no law and cites it all the same: what it says is what the law refuses the thing by."""

from __future__ import annotations

import pytest

from fileroom.law import citations
from fileroom.law.kernel.citation import Citation
from fileroom.screening.findings import CITATIONS
from tests.conftest import AT


@pytest.mark.usefixtures("district")
def test_what_a_finding_cites_is_what_the_law_refuses_it_by() -> None:
    from fileroom.collection import gate
    from fileroom.hosting import district_transaction

    with district_transaction():
        decided = {category: gate.decide_brought(gate.KINDS[category].value, on=AT.date()) for category in CITATIONS}
    for category, decision in decided.items():
        assert not decision.granted, category
        assert CITATIONS[category] in [reason.citation for reason in decision.because], category


@pytest.mark.usefixtures("installation")
def test_a_dropped_column_cites_a_source_of_the_law_book() -> None:
    from fileroom.collection.oneroster.fates import DROPS

    known = {it.text for it in vars(citations).values() if isinstance(it, Citation)}
    cited = {drop.citation for drop in DROPS.values()} - {""}
    assert cited and cited | set(CITATIONS.values()) <= known
