"""A company is to destroy its copy of what a hold keeps here, or of what may find a missed child: counsel hears of it
until it has, and the family's own log shows nothing of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.disclosure.directory.test_who_is_on_a_list import minded
from tests.programmes.social_media.test_days_of_an_item import rounds
from tests.programmes.social_media.test_the_companys_copy import by_company, on_hold
from tests.programmes.social_media.test_what_counsel_lets_go import lawyer, shown, there
from tests.programmes.social_media.test_wishes_at_the_counter import found
from tests.programmes.social_media.world import Offices

__all__ = ["lawyer", "there"]
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _a_child(there: Offices) -> None:
    make.change(there.town.ana, birth_on=make.TODAY - timedelta(days=12 * 365))


def leaves(there: Offices) -> None:
    make.change(there.town.spell, left_on=make.TODAY - DAY, left_by="office")


def is_kept(there: Offices, item: Any, why: str) -> Any:
    """A hold is placed on it, or the child is missed."""
    return on_hold(there, item.record) if why == "hold" else minded(there.town.ana, "missing_child_flag")


@pytest.mark.parametrize("why", ["hold", "missed"])
def test_the_familys_own_log_shows_neither_that_it_was_held_nor_that_it_is_no_more(there: Offices, why: str) -> None:
    from fileroom.disclosure.log import Looked, Proof, proof_for_family, who_has_looked

    mother, item = there.town.mother.by, by_company(there)
    hold = is_kept(there, item, why)
    leaves(there)
    rounds()
    assert len(shown(item.id)) == 1
    if why == "hold":
        make.change(hold, lifted_at=AT)
    else:
        found(there)
    rounds()
    assert shown(item.id) == []
    owed = {it.part: it.sealed for it in entries() if it.act == "social_media:owed"}
    assert owed == {"destruction": False, "vendor": False, "held_copy": True, "nothing_for_counsel": True}
    looked = who_has_looked(there.town.ana.id, by=mother, at=AT)
    assert isinstance(looked, Looked)
    seen = {it.event.part for it in looked.entries}
    proof = proof_for_family(there.town.ana.id, by=mother, at=AT)
    assert isinstance(proof, Proof)
    assert "vendor" in seen and '"vendor"' in proof.bundle, "the family reads what is owed"
    for part in ("held_copy", "nothing_for_counsel"):
        assert part not in seen and part not in proof.bundle
