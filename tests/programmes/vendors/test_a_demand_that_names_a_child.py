"""To be a designee for companies opens no file: a letter that names a child is for whoever works with that child."""

from __future__ import annotations

from importlib import import_module
from typing import Any
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.collection.orders.filing import HEAD
from tests.conftest import AT
from tests.programmes.vendors.test_contracts import TODAY, company, office
from tests.programmes.vendors.test_demands import letter, link, signs
from tests.programmes.vendors.test_what_a_demand_rests_on import asked_of_reading_star

__all__ = ["company", "office"]


def delegate(who: make.Staffed, by: make.Staffed) -> make.Staffed:
    from fileroom.programmes.delegations.register import Given, give

    give(uuid4(), Given(who.row.id, ("vendors",), TODAY, None), by=by.by, at=AT)
    return who


def listed(by: make.Staffed) -> set[UUID]:
    from fileroom.programmes.vendors.demand_desk import demands

    return {it.id for it in demands(by=by.by, at=AT)}


def hidden(demand: UUID, by: make.Staffed) -> list[bool]:
    """By each way to it: its page, its letter, a reminder, more time and its end."""
    from fileroom.people.answers import Missing
    from fileroom.programmes.vendors.closing import close
    from fileroom.programmes.vendors.demand_desk import demand as one
    from fileroom.programmes.vendors.demand_desk import open_letter
    from fileroom.programmes.vendors.demands import remind
    from fileroom.programmes.vendors.more_time import give_time

    said: dict[str, Any] = {"by": by.by, "at": AT}
    found = []
    for way in (
        lambda: one(demand, **said),
        lambda: open_letter(demand, **said),
        lambda: remind(demand, head=HEAD, link=link, **said),
        lambda: give_time(demand, TODAY, **said),
        lambda: close(demand, "shown", "By the counter.", **said),
    ):
        try:
            way()
        except Missing:
            found.append(True)
        else:
            found.append(False)
    return found


def test_a_delegate_finds_no_demand_that_names_a_child_they_do_not_serve_or_are_kept_from(
    office: make.Staffed, company: UUID, town: make.Town
) -> None:
    elsewhere = delegate(make.staffed("elsa", "registrar", make.school("Mesa Middle")), office)
    last = delegate(town.registrar, office)
    make.change(office.row, family="Oyelaran")  # an order against an Abara may bind any of that name
    plain, named = signs(office, company).id, signs(office, company, request=asked_of_reading_star(town, office)).id
    assert (listed(elsewhere), listed(last)) == ({plain}, {plain, named})
    assert "Ana Torres" in letter(named, last), "of the last school, which keeps the file"
    assert hidden(named, elsewhere) == [True] * 5
    make.order(town.ana, make.contact("Registrar", "Abara"))
    assert listed(last) == {plain}
    assert hidden(named, last) == [True] * 5
    assert listed(office) == {plain, named}, "another sees to it"


def test_what_is_owed_about_such_a_demand_is_owed_about_the_child_before_the_upgrade_too(
    office: make.Staffed, company: UUID, town: make.Town
) -> None:
    from django.db import connection

    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.people.owed import owed

    last = delegate(town.registrar, office)
    named = signs(last, company, request=asked_of_reading_star(town, office)).id
    step = import_module("fileroom.programmes.migrations.0028_what_is_owed_of_a_demand_says_of_whom")
    with district_transaction(), connection.cursor() as cursor:
        these = Duty.objects.filter(room="demands", of=named)
        entered = set(these.values_list("student", flat=True))
        these.update(student=None)
        cursor.execute(step.OF_DEMANDS)
        assert entered == set(these.values_list("student", flat=True)) == {town.ana.id}
    assert "demands" in {it.room for it in owed(by=last.by, at=AT)}
    make.order(town.ana, make.contact("Registrar", "Abara"))
    assert "demands" not in {it.room for it in owed(by=last.by, at=AT)}


def test_no_paper_to_a_company_that_gathers_names_a_child_to_a_delegate_who_does_not_serve_them(
    office: make.Staffed, town: make.Town
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.delegations.register import Given, give
    from fileroom.programmes.social_media.notices import open_paper
    from fileroom.programmes.social_media.vendors import LETTER, tell_vendor
    from fileroom.records.issuing import Issued
    from tests.programmes.social_media.world import behind

    told = behind(town, town.ana)["told_id"]
    make.change(town.ana, birth_on=TODAY - 19 * make.YEAR)
    made = tell_vendor(told, head=HEAD, by=office.by, at=AT)
    assert isinstance(made, Issued)
    elsewhere = make.staffed("elsa", "registrar", make.school("Mesa Middle"))
    give(uuid4(), Given(elsewhere.row.id, ("social_media",), TODAY, None), by=office.by, at=AT)
    assert open_paper(made.id, kinds=(LETTER,), by=office.by, at=AT) == made.pdf
    make.order(town.ana, make.contact("Office", "Abara"))
    for who in (elsewhere, office):
        with pytest.raises(Missing):
            open_paper(made.id, kinds=(LETTER,), by=who.by, at=AT)
