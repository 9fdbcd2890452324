"""What is not known of a company, or not cured yet, is owed by somebody until a day, and the policy's page says so."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.vendor_contracts import Clause
from tests import factories as make
from tests.conftest import AT
from tests.programmes.vendors.test_contracts import DAY, TODAY, company, enters, held, lights, office, state
from tests.programmes.vendors.test_contracts_over_time import again, counted, night, notices

__all__ = ["company", "office"]
LACKING = lights(lacks=(Clause.SECURITY,))
OLD = date(2014, 5, 1)


def owed(by: make.Staffed, *, days: int = 0) -> list[tuple[str, Any]]:
    """The part of each duty about companies, and its day."""
    from fileroom.people.owed import owed as on_today

    found = on_today(by=by.by, at=AT + days * DAY)
    return sorted(
        (it.part or it.rule.rpartition(".")[2], it.due) for it in found if it.room in ("companies", "contracts")
    )


def describes(by: make.Staffed, company: UUID, holds: str, *, nothing: bool = False) -> None:
    from fileroom.programmes.vendors.contracts import describe

    describe(company, "Reading practice", holds, holds_nothing=nothing, by=by.by, at=AT)


def test_until_the_day_to_cure_somebody_owes_the_cure_and_then_the_records_come_back(
    office: make.Staffed, company: UUID
) -> None:
    first = enters(office, company, LACKING)
    notices(first, office)
    assert owed(office) == [("cured", TODAY + 30 * DAY)]
    night(30)
    assert owed(office, days=30) == [("cured", TODAY + 30 * DAY)]
    night(31)
    assert owed(office, days=31) == [("return_records", None)]


def test_what_is_cured_is_owed_no_more(office: make.Staffed, company: UUID) -> None:
    first = enters(office, company, LACKING)
    notices(first, office)
    again(office, company, lights(), first, "amended", days=10)
    assert owed(office, days=10) == []


def test_an_old_contract_of_which_nobody_knows_whether_it_was_changed_is_to_be_found_out(
    office: make.Staffed, company: UUID
) -> None:
    first = enters(office, company, LACKING, signed_on=OLD)
    assert state(company) == "not_known"
    assert owed(office) == [("not_known", TODAY + 30 * DAY)]
    again(office, company, LACKING, first, "misread", signed_on=OLD, changed_since_2015=False)
    assert state(company) == "compliant" and owed(office) == []


def test_a_company_of_which_nobody_has_said_what_it_holds_runs_not(office: make.Staffed, company: UUID) -> None:
    enters(office, company, lights())
    assert counted().state == "running"
    describes(office, company, "")
    found = counted()
    assert (found.state, found.why) == ("attention", "Of 1 nobody has said what it holds")
    assert owed(office) == [("what_it_holds", TODAY + 30 * DAY)]
    with pytest.raises(ValidationError):
        describes(office, company, "names", nothing=True)
    describes(office, company, "", nothing=True)
    assert counted().state == "running" and owed(office) == []
    assert not held(company).wanting
