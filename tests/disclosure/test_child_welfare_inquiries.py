"""A child-welfare worker looks or asks: the family's page, names and bundle are what they were before."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from fileroom.disclosure.shown import Recipient, Shown
from fileroom.law.facts import Purpose, RequesterKind
from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import entries, filed
from tests.disclosure.releases import DANA, ORDER, hands_over, opened_of, proposes

WORKER = Recipient("Wanda Fox", RequesterKind.CHILD_WELFARE_WORKER, "Child Protective Services", identity_checked=True)
INQUIRY = Purpose.CHILD_WELFARE_INVESTIGATION


@pytest.mark.parametrize(("to", "purpose"), [(WORKER, INQUIRY), (WORKER, Purpose.COURT_PROCESS), (DANA, INQUIRY)])
@pytest.mark.parametrize(
    ("shown", "granted"), [(None, False), (replace(ORDER, signed_by_judge=None), False), (ORDER, True)]
)
def test_the_mothers_page_and_bundle_say_nothing_of_it(
    town: make.Town, to: Recipient, purpose: Purpose, shown: Shown | None, granted: bool
) -> None:
    from fileroom.disclosure.log import Proof, proof_for_family
    from fileroom.ledger import services as ledger

    record = filed(town.registrar.by, town.ana)
    mother = browser(town.mother.by)
    ours = f"/family/{town.ana.id}/looked/"
    mother.get(ours)
    before = len(entries())
    for answer in (
        proposes(town.registrar.by, record, shown, to=to, purpose=purpose),
        hands_over(town.registrar.by, record, shown, to=to, purpose=purpose),
    ):
        assert answer.decision.granted is granted
    noted = entries()[before:]
    assert [it.sealed for it in noted] == [True] * (3 if granted else 2)  # with what the releasing person confirmed
    assert len(opened_of(record)) == granted
    ledger.sequence(at=AT)
    seen = re.sub(r"<[^>]+>", " ", mother.get(ours).content.decode())
    proof = proof_for_family(town.ana.id, by=town.mother.by, at=AT)
    assert isinstance(proof, Proof)
    for told in (*(str(it.id) for it in noted), "Wanda", "Protective", "child_welfare", "hild-welfare", "Dana"):
        assert told not in seen
        assert told not in proof.bundle
    assert "omebody" not in seen
    open_ = [it for it in entries() if it.student == town.ana.id and not it.sealed]
    assert len(json.loads(proof.bundle)["entries"]) == len(open_)
