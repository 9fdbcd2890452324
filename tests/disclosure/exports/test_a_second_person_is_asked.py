"""A list that waits is owed by each who may agree to it, and by nobody else; late by a day of work, and no hour."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.days import PACIFIC
from tests import factories as make
from tests.conftest import AT
from tests.disclosure import listing
from tests.disclosure.asking import entries
from tests.disclosure.exports.taking import agrees, prepares, takes
from tests.disclosure.listing import wanted

FRIDAY = datetime(2026, 10, 23, 16, 0, tzinfo=PACIFIC)
MONDAY, TUESDAY = date(2026, 10, 26), date(2026, 10, 27)


@pytest.fixture
def here(district: str) -> listing.Listed:
    return listing.district()


def owed(of: Any) -> list[Any]:
    """The duties about this list that are open."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        return list(Duty.objects.filter(of=of.id, done_at=None))


def ended(of: Any) -> Any:
    """How it is over: done or moot, by whose account, by which act."""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        (row,) = Duty.objects.filter(of=of.id).exclude(done_at=None)
    (entry,) = [it for it in entries() if it.id == row.evidence]
    return row.moot, row.done_by, entry.act.value, entry.outcome


def told(who: make.Staffed, at: datetime = AT) -> list[str]:
    """What their first screen says of lists."""
    from fileroom.web import owed as rows

    found = rows.page(by=who.by, at=at).rows
    return [f"{it['title']}: {it['text']}" for it in found if "list waits" in it["title"]]


def test_whoever_may_agree_is_told_and_neither_the_first_nor_anybody_else(here: listing.Listed) -> None:
    town = here.town
    made = listing.prepares(town.principal.by, wanted(town.school), above=1)
    may = {it.row.id for it in (town.registrar, here.district, here.superintendent)}
    assert {it.employee for it in owed(made)} == may, "the records of this school are theirs to keep"
    assert told(town.principal) == told(town.teacher) == []
    (says,) = told(town.registrar)
    assert says.startswith("A long list waits for a second person: ") and "own word" in says
    assert not any(it in says for it in ("Ana", "Ben", "Torres", "PTA", "Alder"))


def test_of_a_list_that_custodians_alone_may_know_of_nobody_else_is_told(here: listing.Listed) -> None:
    town = here.town
    for it in (town.ana, town.ben):
        make.order(it, make.contact("Al", "Quill"))
    made = prepares(town.principal.by, "orders", "", above=1)
    assert made.waits and {it.employee for it in owed(made)} == {here.district.row.id}
    assert told(town.registrar) == told(here.superintendent) == [], "neither is a custodian of records"


def test_where_nobody_else_may_agree_the_superintendents_office_hears_of_it(town: make.Town) -> None:
    head = make.staffed("office", "administrator", None)
    for it in (town.ana, town.ben):
        make.order(it, make.contact("Al", "Quill"))
    (it,) = owed(prepares(town.principal.by, "orders", "", above=1))
    assert (it.room, it.office, it.employee) == ("lists_alone", "superintendent", None)
    assert told(head)[0].startswith("A long list waits, and nobody else may agree to it: ")
    assert told(town.registrar) == told(town.principal) == []


def test_one_agrees_and_nobody_owes_it_any_more(here: listing.Listed) -> None:
    from fileroom.disclosure.directory.lists import approve

    town = here.town
    first = listing.prepares(town.principal.by, wanted(town.school), above=1)
    approve(first.id, by=here.district.by, at=AT)
    second = prepares(town.principal.by, above=0)
    agrees(town.registrar.by, second)
    assert owed(first) == owed(second) == [] and told(town.registrar) == []


@pytest.mark.parametrize("by", ["principal", "registrar"])
def test_what_is_not_wanted_any_more_is_owed_by_nobody(town: make.Town, by: str) -> None:
    from fileroom.disclosure.exports.lists import stop
    from fileroom.programmes.office_lists import SOURCES

    made, who = prepares(town.principal.by, above=0), getattr(town, by)
    stop(made.id, SOURCES["students"], by=who.by, at=AT)
    assert ended(made) == (True, who.by.account.id, "list:stopped", "")


def test_nobody_is_late_over_the_weekend_and_the_list_lives_until_they_have_been_late_for_a_day(
    town: make.Town,
) -> None:
    from fileroom.disclosure.exports.second_person import lapse

    made = prepares(town.principal.by, above=0, at=FRIDAY)
    (it,) = owed(made)
    assert it.due_on == MONDAY
    last = datetime.combine(TUESDAY, time(23, 59), PACIFIC)
    assert lapse(at=last - timedelta(seconds=1)) == 0 and len(owed(made)) == 1
    assert lapse(at=last) == 1
    assert ended(made) == (True, None, "list:stopped", "lapsed")
    assert lapse(at=last + timedelta(days=1)) == 0, "it lapses once"


def test_what_is_agreed_to_on_the_last_evening_can_still_be_taken_on_the_day_after(here: listing.Listed) -> None:
    from fileroom.disclosure.exports.second_person import lapse

    town, evening = here.town, datetime.combine(TUESDAY, time(21), PACIFIC)
    made = prepares(town.principal.by, above=0, at=FRIDAY)
    agrees(here.district.by, made, at=evening)
    assert lapse(at=evening + timedelta(hours=12)) == 0
    takes(town.principal.by, made, at=evening + timedelta(hours=23))
    late = prepares(town.principal.by, above=0, at=FRIDAY)
    agrees(here.district.by, late, at=evening)
    with pytest.raises(ValidationError, match="cannot be handed over"):
        takes(town.principal.by, late, at=evening + timedelta(hours=24))


def test_a_district_gives_its_second_person_more_days(town: make.Town) -> None:
    from uuid import uuid4

    from fileroom.disclosure.exports.lists import prepare
    from tests.disclosure.exports.taking import asks

    asked = asks("students", "torres")
    made = prepare(uuid4(), asked, second_above=0, within=3, by=town.principal.by, at=FRIDAY)
    assert [it.due_on for it in owed(made)] == [date(2026, 10, 28)]


def test_a_short_list_is_owed_by_nobody(town: make.Town) -> None:
    assert owed(prepares(town.principal.by)) == []


@pytest.mark.parametrize("of", ["directory", "exports"])
def test_the_policys_page_asks_for_attention_when_somebody_is_late_and_not_before(
    here: listing.Listed, of: str
) -> None:
    town = here.town
    if of == "directory":
        listing.prepares(town.principal.by, wanted(town.school), above=1, at=FRIDAY)
    else:
        prepares(town.principal.by, above=0, at=FRIDAY)
    for days, state in ((0.2, "running"), (2.5, "running"), (3.9, "attention")):
        found = {it: evidence(it, FRIDAY + timedelta(days=days)) for it in ("directory", "exports")}
        assert found[of].state == state, days
        other = "exports" if of == "directory" else "directory"
        assert found[other].state == "running", "each list is counted where it belongs"
    assert evidence(of, FRIDAY + timedelta(days=3.9)).since == MONDAY


def evidence(of: str, at: datetime) -> Any:
    """How the policy's page says that lists stand."""
    from fileroom.disclosure.directory.evidence import lists
    from fileroom.disclosure.exports.evidence import taken
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction

    with district_transaction():
        return {"directory": lists, "exports": taken}[of](Asked(at, 10, 365))
