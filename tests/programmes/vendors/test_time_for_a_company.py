"""A company sets its own last day once, within what a demand gives; more it asks for, and its link opens so long."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.vendors.test_contracts import DAY, TODAY, company, office
from tests.programmes.vendors.test_demands import answers, letter, night, owed, signs, stage, token_in

__all__ = ["company", "office"]


def gives(demand: UUID, by: make.Staffed, days: int) -> Any:
    from fileroom.programmes.vendors.more_time import give_time

    return give_time(demand, TODAY + days * DAY, by=by.by, at=AT)


def test_a_day_beyond_what_a_demand_gives_is_asked_for_and_not_taken(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.demand_desk import demand

    made = signs(office, company)
    answers(token_in(letter(made.id, office)), "will_delete", days=31)
    shown = demand(made.id, by=office.by, at=AT)
    assert (shown.stage, shown.due_on, shown.asks_until) == ("asked", TODAY + 30 * DAY, TODAY + 31 * DAY)
    assert owed(by=office) == ["asked"]
    with pytest.raises(ValidationError, match="otherwise"):
        gives(made.id, office, 32)
    gives(made.id, office, 31)
    shown = demand(made.id, by=office.by, at=AT)
    assert (shown.stage, shown.due_on, shown.asks_until) == ("promised", TODAY + 31 * DAY, None)
    assert owed(by=office, days=2) == ["awaited"] and entries()[-1].act.value == "demand:time_given"
    with pytest.raises(ValidationError, match="otherwise"):
        gives(made.id, office, 31)


def test_a_second_promise_is_asked_for_and_who_asks_is_reminded_all_the_same(
    office: make.Staffed, company: UUID
) -> None:
    made = signs(office, company)
    token = token_in(letter(made.id, office))
    answers(token, "will_delete", days=10)
    answers(token, "will_delete", days=20)
    assert stage(made.id, office) == "asked"
    night(11)
    assert owed(by=office, days=11) == ["asked", "remind"]
    night(25)
    assert stage(made.id, office) == "escalated"


def test_the_page_gives_the_time_that_is_asked_for(town: make.Town, office: make.Staffed, company: UUID) -> None:
    from fileroom.people.answers import Missing

    made = signs(office, company)
    answers(token_in(letter(made.id, office)), "will_delete", days=40)
    with pytest.raises(Missing):
        gives(made.id, town.registrar, 40)
    desk, here = browser(office.by), f"/demands/{made.id}/"
    assert "Give it until then" in words(desk.get(here).content.decode())
    assert desk.post(f"{here}time/", form(until="soon")).status_code == 422
    until = (TODAY + 40 * DAY).isoformat()
    assert desk.post(f"{here}time/", form(until=until)).status_code == 302
    assert stage(made.id, office) == "promised"


def test_on_the_day_that_a_company_promised_its_link_still_opens(office: make.Staffed, company: UUID) -> None:
    made = signs(office, company)
    token = token_in(letter(made.id, office))
    answers(token, "will_delete", days=300)
    gives(made.id, office, 300)
    answers(token, "deleted", days=299, at=AT + 299 * DAY)
    assert stage(made.id, office) == "over"


def test_a_promise_within_the_time_given_shortens_no_link(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.answers import open_link

    made = signs(office, company)
    token = token_in(letter(made.id, office))
    answers(token, "will_delete", days=1)
    assert open_link(token, at=AT + 89 * DAY).due_on == TODAY + DAY
