"""A list that was wrong is taken back: whom it alone names gets no letter, and whom another names is told all the
same."""

from __future__ import annotations

from importlib import import_module
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.incidents.reporting import (
    assesses,
    blocked,
    listed,
    lives,
    notices,
    owed,
    posts,
    prints,
    reports,
)
from tests.programmes.incidents.test_told import of_a_breach, prepared


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def ids(of: UUID) -> list[UUID]:
    """The lists of an incident, the first first."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import IncidentList

    with district_transaction():
        return list(
            IncidentList.objects.filter(incident=of).order_by("imported_at", "rows").values_list("pk", flat=True)
        )


def wrong(of: UUID, list_id: UUID, office: make.Staffed) -> int:
    from fileroom.programmes.incidents.named import WrongAs, list_was_wrong

    return list_was_wrong(of, list_id, WrongAs.CORRECTED, by=office.by, at=AT)


def named(of: UUID, office: make.Staffed) -> tuple[str, ...]:
    from fileroom.programmes.incidents.people import people

    return people(of, by=office.by, at=AT).names


def of_both(town: make.Town, office: make.Staffed) -> Any:
    """A breach whose list names Ana, Ben, and a row of nobody here; of Ana a letter is written."""
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    make.related("hugo", town.ben)
    of = of_a_breach(town, office, ids=(town.ana.id, town.ben.id, "SIS-1"))
    prepared(of, office)
    assert notices(of) == [("by_hand", "address"), ("not_found", "nobody"), ("written", "")]
    return of


@pytest.mark.parametrize("corrected_first", [True, False])
def test_whom_the_corrected_list_names_no_more_gets_no_letter_and_the_others_are_told(
    town: make.Town, office: make.Staffed, corrected_first: bool
) -> None:
    of = of_both(town, office)
    (first,) = ids(of)
    corrected = f"student id\n{town.ana.id}\n"
    if corrected_first:
        listed(of, office.by, corrected)
    assert wrong(of, first, office) == (2 if corrected_first else 3)
    if not corrected_first:
        assert any("is not here yet (1)" in it for it in blocked(of, office.by)), "the company's list is awaited again"
        listed(of, office.by, corrected)
    assert named(of, office) == ("Ana Torres",)
    spared = [it for it in entries() if it.act == "incident:spared" and it.outcome == "list_was_wrong"]
    assert town.ben.id in {it.student for it in spared} and all(it.sealed for it in spared)
    if not corrected_first:
        prepared(of, office)
    assert notices(of) == [("written", "")] and "breaches.by_the_district" in owed(of)
    assert posts(of, prints(of, office.by)[0], office.by) == (1, 0)
    assert "breaches.by_the_district" not in owed(of)
    assert not [it for it in blocked(of, office.by) if "list" in it or "told" in it]


def test_whoever_was_told_stays_told_and_the_duty_is_done_with_the_last_who_waited(
    town: make.Town, office: make.Staffed
) -> None:
    of = of_both(town, office)
    assert posts(of, prints(of, office.by)[0], office.by) == (1, 0)
    assert "breaches.by_the_district" in owed(of)
    assert wrong(of, ids(of)[0], office) == 2
    assert named(of, office) == ("Ana Torres",) and notices(of) == [("told", "")]
    assert "breaches.by_the_district" not in owed(of)


def test_a_parent_who_waits_beside_one_who_was_told_is_let_go_and_told_once_another_list_names_the_child(
    town: make.Town, office: make.Staffed
) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    make.related("father", town.ana)
    of = of_a_breach(town, office)
    prepared(of, office)
    assert notices(of) == [("by_hand", "address"), ("written", "")]
    assert posts(of, prints(of, office.by)[0], office.by) == (1, 0)
    wrong(of, ids(of)[0], office)
    assert [state for state, _ in notices(of)] == ["spared", "told"]
    listed(of, office.by, f"student id\n{town.ana.id}\n")
    assert [state for state, _ in notices(of)] == ["to_write", "told"] and "breaches.by_the_district" in owed(of)


def test_whom_a_count_of_our_own_names_too_stays(town: make.Town, office: make.Staffed) -> None:
    from datetime import timedelta

    from fileroom.programmes.incidents import desk
    from fileroom.programmes.incidents.reaching import count, list_counted
    from tests.disclosure.asking import filed, looks

    looks(town.mother.by, filed(town.registrar.by, town.ana))
    of = of_a_breach(town, office, ids=(town.ana.id, town.ben.id))
    count(of, ("mother",), (), AT - timedelta(days=1), AT + timedelta(days=1), by=office.by, at=AT)
    list_counted(of, desk.page(of, by=office.by, at=AT).scopes[0].id, by=office.by, at=AT)
    assert wrong(of, ids(of)[0], office) == 1
    assert named(of, office) == ("Ana Torres",)


def test_a_list_is_taken_back_once_and_none_of_another_incident(town: make.Town, office: make.Staffed) -> None:
    from fileroom.people.answers import Missing

    of, other = of_a_breach(town, office), of_a_breach(town, office)
    with pytest.raises(ValidationError, match="Choose a list"):
        wrong(other, ids(of)[0], office)
    with pytest.raises(Missing):
        wrong(of, ids(of)[0], town.registrar)
    wrong(of, ids(of)[0], office)
    with pytest.raises(ValidationError, match="not taken back yet"):
        wrong(of, ids(of)[0], office)
    assert named(other, office) == ("Ana Torres",)


def test_what_was_wrong_is_said_on_the_page_and_nothing_happens_without(town: make.Town, office: make.Staffed) -> None:
    of = of_a_breach(town, office)
    desk, here = browser(office.by), f"/incidents/{of}/"
    assert "This list was wrong" in words(desk.get(here).content.decode())
    assert desk.post(f"{here}list/{ids(of)[0]}/wrong/", form()).status_code == 422
    assert named(of, office) == ("Ana Torres",)
    assert desk.post(f"{here}list/{ids(of)[0]}/wrong/", form(why="another_file")).status_code == 302
    page = words(desk.get(here).content.decode())
    assert "Taken back: It was another file" in page and "This list was wrong" not in page
    assert named(of, office) == ()


def test_after_the_upgrade_nobody_is_taken_off_whom_another_list_may_have_named(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import IncidentPerson

    of, alone = reports(town.teacher.by, systems=("vendor",)), reports(town.teacher.by, systems=("vendor",))
    for it in (of, alone):
        assesses(it, office.by, systems=("vendor",))
        listed(it, office.by, f"student id\n{town.ana.id}\nSIS-1\n")
    listed(of, office.by, f"student id\n{town.ana.id}\n", whose="else")
    step = import_module("fileroom.programmes.migrations.0053_a_list_that_was_wrong_is_taken_back")
    with district_transaction(), connection.cursor() as cursor:
        IncidentPerson.objects.update(named=[])
        cursor.execute(step.NAMED_BY_ANY)
    later, first = ids(of)  # the shorter is the later
    assert wrong(of, first, office) == 1, "the row of nobody is its own"
    assert named(of, office) == ("Ana Torres",), "the later may have named her too"
    assert wrong(of, later, office) == 1
    assert wrong(alone, ids(alone)[0], office) == 2
