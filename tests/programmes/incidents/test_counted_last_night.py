"""The policy's page counts incidents as they stood last night: whoever is looked into reads it too."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests import factories as make
from tests.conftest import AT
from tests.programmes.incidents.reporting import row
from tests.programmes.incidents.test_told import of_a_breach, prepared


def test_whoever_is_looked_into_learns_nothing_from_todays_count(town: make.Town) -> None:
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction
    from fileroom.programmes.incidents.evidence import register

    def counted(at: datetime) -> list[int | None]:
        with district_transaction():
            return [it.number for it in register(Asked(at, 10, 365)).parts[:2]]

    office = make.staffed("pat", "administrator", None)
    of = of_a_breach(town, office)
    prepared(of, office)
    assert (counted(AT), counted(AT + timedelta(days=1))) == ([0, 0], [1, 1])
    make.change(row(of), reported_at=AT - timedelta(days=2))
    assert counted(AT) == [1, 0], "whom its list names is told of tomorrow"
