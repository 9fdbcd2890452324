"""Since when companies hold data under no contract is said by what is owed of those companies, and of no other."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.vendors.test_contracts import DAY, TODAY, company, declares, enters, lights, office
from tests.programmes.vendors.test_contracts_over_time import LACKING, counted, night

__all__ = ["company", "office"]


def another(by: make.Staffed, name: str, days: int, holds: str = "names") -> UUID:
    from fileroom.programmes.vendors.contracts import enter_operator

    made: UUID = enter_operator(uuid4(), name, "Maps", holds, by=by.by, at=AT + days * DAY).id
    declares(by, made)
    return made


def since(days: int) -> date | None:
    found: date | None = counted(days).since
    return found


def test_a_contract_that_nears_its_last_day_is_no_company_that_is_wanting(office: make.Staffed, company: UUID) -> None:
    enters(office, company, lights(), to_on=TODAY + 20 * DAY)
    another(office, "Maps, Inc.", 5)
    assert counted(5).state == "attention" and since(5) == TODAY + 5 * DAY


def test_nor_is_one_that_holds_nothing_and_has_something_to_cure(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.contracts import describe

    describe(company, "Reading practice", "", holds_nothing=True, by=office.by, at=AT)
    enters(office, company, LACKING)
    another(office, "Maps, Inc.", 5)
    assert since(5) == TODAY + 5 * DAY


def test_what_is_owed_of_the_company_itself_or_of_its_contract_is_since_when(
    office: make.Staffed, company: UUID
) -> None:
    enters(office, company, LACKING)
    another(office, "Maps, Inc.", 5)
    assert since(5) == TODAY


def test_of_a_company_that_is_wanting_its_other_contract_s_last_day_says_nothing(
    office: make.Staffed, company: UUID
) -> None:
    enters(office, company, lights(), to_on=TODAY + 20 * DAY)
    night(21)
    assert since(21) == TODAY + 21 * DAY
