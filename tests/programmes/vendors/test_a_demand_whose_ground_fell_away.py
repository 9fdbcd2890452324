"""A demand says of a contract that it is void, or over: where that is so no more, no reminder says it again, nobody
holds its company to an answer, and the Superintendent is told to take it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.programmes.vendors.test_contracts import DAY, TODAY, company, enters, lights, office
from tests.programmes.vendors.test_contracts_over_time import LACKING, again, notices
from tests.programmes.vendors.test_demands import night, owed, signs, stage
from tests.programmes.vendors.test_what_a_demand_rests_on import reminds

__all__ = ["company", "office"]


@pytest.fixture
def void(office: make.Staffed, company: UUID) -> UUID:
    """A contract that is void after 31 days."""
    contract = enters(office, company, LACKING)
    notices(contract, office)
    night(31)
    return contract


def demands_back(office: make.Staffed, company: UUID, days: int = 31, **more: Any) -> UUID:
    made: UUID = signs(office, company, at=AT + days * DAY, **{"ground": "contract_void"} | more).id
    return made


def read_as_whole(office: make.Staffed, company: UUID, void: UUID) -> UUID:
    return again(office, company, lights(), void, "misread", days=32, signed_on=TODAY - 30 * DAY)


def test_no_reminder_says_that_a_contract_is_void_which_was_read_wrongly(
    office: make.Staffed, company: UUID, void: UUID
) -> None:
    demand = demands_back(office, company)
    read_as_whole(office, company, void)
    with pytest.raises(ValidationError, match="No contract with this company is void"):
        reminds(demand, office, 60)
    assert stage(demand, office) == "sent"


def test_the_superintendent_is_told_at_once_to_take_it_back_and_it_escalates_no_more(
    office: make.Staffed, company: UUID, void: UUID
) -> None:
    demand = demands_back(office, company)
    assert owed(by=office, days=32) == ["awaited"]
    read_as_whole(office, company, void)
    assert owed(by=office, days=32) == ["unfounded"]
    night(150)
    assert owed(by=office, days=150) == ["unfounded"] and stage(demand, office) == "sent"


def test_by_the_day_on_which_a_new_contract_begins_nothing_falls_away(
    office: make.Staffed, company: UUID, void: UUID
) -> None:
    demands_back(office, company)
    enters(office, company, lights())
    night(33)
    assert owed(by=office, days=33) == ["awaited"], "the void one is void beside it"


def test_where_it_is_so_again_what_was_owed_is_owed(office: make.Staffed, company: UUID, void: UUID) -> None:
    from fileroom.programmes.vendors.ending import end_contract

    demands_back(office, company)
    wrong = read_as_whole(office, company, void)
    end_contract(wrong, TODAY + 33 * DAY, "mistake", by=office.by, at=AT + 33 * DAY)
    assert owed(by=office, days=33) == ["awaited"]


def test_what_rests_on_a_contract_that_is_over_falls_with_it_too(office: make.Staffed, company: UUID) -> None:
    contract = enters(office, company, lights(), to_on=TODAY)
    demand = demands_back(office, company, days=1, ground="contract_over")
    again(office, company, lights(), contract, "misread", days=2, to_on=None, signed_on=TODAY - 30 * DAY)
    assert owed(by=office, days=2) == ["unfounded"]
    with pytest.raises(ValidationError, match="No contract with this company is over"):
        reminds(demand, office, 20)


def test_the_page_says_it_offers_no_reminder_and_leads_to_the_close(
    office: make.Staffed, company: UUID, void: UUID
) -> None:
    demand = demands_back(office, company)
    read_as_whole(office, company, void)
    desk = browser(office.by)
    page = words(desk.get(f"/demands/{demand}/").content.decode())
    assert "The letter says what is so no more" in page and "Remind the company" not in page
    assert desk.post(f"/demands/{demand}/remind/", form()).status_code == 422
    sent = form(how="taken_back", words="The contract was read wrongly.")
    assert desk.post(f"/demands/{demand}/close/", sent).status_code == 302
    assert owed(by=office) == []
