"""An entry may come late: its transaction was the longer one, or a clock was set back. The log is whole."""

from __future__ import annotations

from datetime import timedelta

import psycopg
import pytest

from fileroom.ledger import services as ledger
from fileroom.ledger.verifying.report import Fault
from tests.ledger.acts import ANA, BEN, LATER, act, leaves


def found() -> list[tuple[Fault, str, int | None]]:
    return [(it.fault, it.log, it.position) for it in ledger.verify(patience=0.05).findings]


@pytest.mark.parametrize("back", [1, 3600, 86_400 * 2])
@pytest.mark.parametrize("sealed", [True, False])
def test_entries_of_an_earlier_time_than_those_already_numbered_are_no_fault(
    district: str, sealed: bool, back: int
) -> None:
    for second in (100, 100 - back, 99 - back, 200):
        ledger.write(act(ANA, second, sealed=sealed))
        ledger.write(act(BEN, second))
        ledger.sequence(at=LATER + timedelta(seconds=second))
        assert found() == []


@pytest.mark.parametrize("sealed", [True, False])
def test_two_of_one_batch_that_stand_in_another_order_than_they_came_are_named(
    district: str, owner: psycopg.Connection, sealed: bool
) -> None:
    """Signed so: whoever owns the sequencer itself numbered the later one first."""
    from fileroom.ledger import sql

    earlier, later = act(ANA, 1, sealed=sealed), act(BEN, 2, sealed=sealed)
    ledger.write_many([earlier, later, act(ANA, 3)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("fileroom.ledger.sequencing.sql.PENDING", sql.PENDING.replace("e.at, e.id", "e.at DESC"))
        ledger.sequence(at=LATER)
    log = "sealed" if sealed else "open"
    place = next(position for position, event, _ in leaves(owner, log) if event == earlier.id)
    assert (Fault.REORDERED, log, place) in found()
