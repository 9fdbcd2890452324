"""A contract that is past by a misreading can be read anew, and no new reading revives one that was ended; a company
that is described anew after its certificate holds something again."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.vendor_contracts import Clause
from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.programmes.vendors.test_contracts import DAY, TODAY, company, declares, enters, held, lights, office, state
from tests.programmes.vendors.test_contracts_over_time import again, counted, night, notices, owed

__all__ = ["company", "office"]
LACKING = lights(lacks=(Clause.SECURITY,))


def ends(contract: UUID, by: make.Staffed, *, days: int = 0) -> None:
    from fileroom.programmes.vendors.ending import end_contract

    end_contract(contract, TODAY + days * DAY, "by_us", by=by.by, at=AT + days * DAY)


def certifies(contract: UUID, by: make.Staffed, *, days: int, on: int | None = None) -> None:
    """The company certifies that nothing is left, `on` a day from now, and it is noted."""
    from fileroom.programmes.vendors.returning import note_return

    day = TODAY + (days if on is None else on) * DAY
    note_return(contract, day, "P. Park, counsel", by=by.by, at=AT + days * DAY)


def describes(by: make.Staffed, company: UUID, holds: str, *, days: int, nothing: bool = False) -> None:
    from fileroom.programmes.vendors.contracts import describe

    describe(company, "Reading practice", holds, holds_nothing=nothing, by=by.by, at=AT + days * DAY)


def row(contract: UUID) -> Any:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import Contract

    with district_transaction():
        return Contract.objects.get(pk=contract)


def test_a_contract_made_void_by_misreading_is_read_anew_and_nothing_has_to_come_back(
    office: make.Staffed, company: UUID
) -> None:
    first = enters(office, company, LACKING)
    notices(first, office)
    night(31)
    assert state(company, days=31) == "void" and owed(office, days=31) == ["return_records"]
    again(office, company, lights(), first, "misread", days=31, signed_on=TODAY - 30 * DAY)
    assert [it.state for it in held(company, days=31).contracts] == ["compliant", "superseded"]
    assert owed(office, days=31) == []


def test_the_page_offers_what_is_void_over_or_ended_for_a_misreading(office: make.Staffed, company: UUID) -> None:
    ends(enters(office, company, lights(), to_on=None), office)
    page = browser(office.by).get(f"/vendors/{company}/contract/").content.decode()
    assert "Service agreement (ended: only if it was read wrongly)" in page
    whose = held(company).contracts[0].id
    with pytest.raises(ValidationError):
        again(office, company, lights(), whose, "amended")


def test_a_new_reading_of_an_ended_contract_revives_nothing(office: make.Staffed, company: UUID) -> None:
    first = enters(office, company, LACKING)
    ends(first, office)
    certifies(first, office, days=1)
    second = again(office, company, lights(), first, "misread", days=2, signed_on=TODAY - 30 * DAY)
    assert [it.state for it in held(company, days=2).contracts] == ["ended", "superseded"]
    assert (row(second).ended_on, row(second).ended_why, row(second).returned_on) == (TODAY, "by_us", TODAY + DAY)
    assert not held(company, days=2).covered and owed(office, days=2) == []


def test_one_that_holds_after_all_has_certified_nothing(office: make.Staffed, company: UUID) -> None:
    first = enters(office, company, lights(), to_on=TODAY)
    certifies(first, office, days=1)
    second = again(office, company, lights(), first, "misread", days=2, to_on=None, signed_on=TODAY - 30 * DAY)
    assert held(company, days=2).covered and row(second).returned_on is None


def test_one_that_was_entered_by_mistake_gives_no_end_to_another(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.ending import end_contract

    first = enters(office, company, lights())
    end_contract(first, TODAY, "mistake", by=office.by, at=AT)
    second = again(office, company, lights(), first, "misread", signed_on=TODAY)
    assert row(second).ended_on is None and held(company).covered


def test_a_company_described_anew_after_its_certificate_holds_something_under_no_contract(
    office: make.Staffed, company: UUID
) -> None:
    first = enters(office, company, lights())
    ends(first, office)
    certifies(first, office, days=1)
    assert not held(company, days=1).has_something and counted(1).number == 0
    describes(office, company, "", days=2, nothing=True)
    describes(office, company, "Names and pictures", days=3)
    declares(office, company)
    assert held(company, days=3).has_something and held(company, days=3).wanting
    assert owed(office, days=3) == ["nobody_else/uncovered"]
    assert (counted(4).state, counted(4).why) == (
        "attention", "1 holds data without one, or against what theirs allows",
    )  # fmt: skip
    describes(office, company, "", days=5, nothing=True)
    assert not held(company, days=5).has_something and owed(office, days=5) == []


def test_the_same_words_once_more_are_no_new_description(office: make.Staffed, company: UUID) -> None:
    first = enters(office, company, lights())
    ends(first, office)
    certifies(first, office, days=1)
    describes(office, company, held(company).holds, days=2)
    assert not held(company, days=2).has_something


@pytest.mark.parametrize(("on", "holds"), [(2, True), (3, False), (4, False)])
def test_a_certificate_tells_of_what_was_described_by_its_day(
    on: int, holds: bool, office: make.Staffed, company: UUID
) -> None:
    first, second = enters(office, company, lights()), None
    ends(first, office)
    certifies(first, office, days=1)
    describes(office, company, "Names and pictures", days=3)
    second = enters(office, company, lights())
    ends(second, office, days=3)
    certifies(second, office, days=5, on=on)
    assert held(company, days=5).has_something is holds
