"""The policy's page counts incidents as they stood last night: whoever is looked into reads it too."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

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


def test_everybody_of_one_list_is_counted_and_who_is_asked_about_again_waits_and_is_not_listed_only(
    town: make.Town,
) -> None:
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction
    from fileroom.programmes.incidents.evidence import register
    from fileroom.programmes.models import Incident, IncidentNotice, IncidentPerson

    long_ago, entry = AT - timedelta(days=40), uuid4()
    incident = Incident(
        reported_at=long_ago, reported_by=uuid4(), reported_entry=uuid4(), noticed_at=long_ago, systems=["files"],
        going_on="no", assessed_at=long_ago,
    )  # fmt: skip
    listed = [IncidentPerson(incident=incident, student=make.student(f"Child {it}"), entry=entry) for it in range(3)]
    make.keep(incident, *listed, IncidentNotice(person=listed[0], state="to_write"))
    with district_transaction():
        why = register(Asked(AT, 10, 365)).why
    assert "1 person waits for a notice" in why and "2 people are on a list" in why
