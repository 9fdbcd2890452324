"""The law is asked of a gathering company by the contract that binds today, whichever was named when it was entered."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.programmes.social_media.test_companies_that_gather import there, vendors_item
from tests.programmes.social_media.test_days_of_an_item import rounds
from tests.programmes.social_media.test_the_end_of_a_company import PASTS, takes_its_place, vendor_now
from tests.programmes.social_media.world import Offices, gathers, vendor_row

__all__ = ["there"]

TERMS = "papers.vendor_contract.social_media_terms"


def gathered_for(there: Offices, vendor: UUID) -> Any:
    return gathers(there.town.principal.by, there.town.ana.id, vendor=vendor)


@pytest.mark.parametrize("past", PASTS)
def test_a_company_whose_part_is_over_by_the_registry_gathers_nothing_more(past: str, there: Offices) -> None:
    from fileroom.people.answers import Missing

    row = vendor_row()
    make.change(row.contract, **PASTS[past])
    with pytest.raises(Missing):
        gathered_for(there, row.id)


@pytest.mark.parametrize("past", [it for it in PASTS if it != "withdrawn"])
def test_a_company_gathers_nothing_under_a_reading_in_the_place_of_its_contract_that_is_past(
    past: str, there: Offices
) -> None:
    from fileroom.people.answers import Missing

    row = vendor_row()
    takes_its_place(row.contract, "misread", **PASTS[past])
    with pytest.raises(Missing):
        gathered_for(there, row.id)


def test_a_company_gathers_under_the_reading_that_shows_its_contract_to_run_on(there: Offices) -> None:
    from fileroom.programmes.social_media.gathering import Gathered

    row = vendor_row()
    make.change(row.contract, **PASTS["over"])
    takes_its_place(row.contract, "misread")
    assert isinstance(gathered_for(there, row.id), Gathered), "the terms were read in the very same paper"


@pytest.mark.parametrize("why", ["amended", "renewed"])
def test_the_terms_of_a_changed_contract_are_read_anew_before_its_company_gathers_on(why: str, there: Offices) -> None:
    from fileroom.law.vendor_contracts import SocialMediaTerm
    from fileroom.people.answers import Refused
    from fileroom.programmes.social_media.gathering import Gathered
    from fileroom.programmes.social_media.vendors import enter_vendor

    row = vendor_row()
    second = takes_its_place(row.contract, why)
    no = gathered_for(there, row.id)
    assert isinstance(no, Refused) and TERMS in {it.fact for it in no.decision.missing}
    terms = dict.fromkeys(SocialMediaTerm, (4, "as the law asks"))
    with pytest.raises(ValidationError, match="place"):
        enter_vendor(uuid4(), row.contract_id, terms, by=there.designee, at=AT)
    entry = enter_vendor(uuid4(), second.id, terms, by=there.designee, at=AT)
    assert isinstance(entry, UUID)
    assert enter_vendor(uuid4(), second.id, terms, by=there.designee, at=AT) == entry, "pressed twice"
    assert isinstance(gathered_for(there, row.id), Gathered)
    now = vendor_now()
    assert (now.id, now.contract_id, now.ended_on) == (row.id, second.id, None), "its part goes on, and nothing ends"


def test_a_contract_that_is_to_run_later_changes_nothing_until_then(there: Offices) -> None:
    from fileroom.programmes.social_media.gathering import Gathered

    row = vendor_row()
    takes_its_place(row.contract, "renewed", from_on=make.TODAY + timedelta(days=1))
    assert isinstance(gathered_for(there, row.id), Gathered)


@pytest.mark.parametrize("why", ["amended", "renewed", "misread"])
def test_a_company_is_told_under_the_contract_that_cured_its_own(why: str, there: Offices) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaVendorNotice
    from fileroom.programmes.social_media.vendors import tell_vendor, vendor_told
    from fileroom.records.issuing import Issued
    from tests.collection.orders.filing import HEAD

    vendors_item(there)
    first = vendor_now().contract
    whole = first.clauses
    make.change(first, **PASTS["void"])
    first.clauses = whole
    takes_its_place(first, why)
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=1), left_by="office")
    assert ("notify_vendor", make.TODAY) in rounds()
    with district_transaction():
        notice = SocialMediaVendorNotice.objects.get()
    assert isinstance(tell_vendor(notice.id, head=HEAD, by=there.designee, at=AT), Issued)
    assert isinstance(vendor_told(notice.id, make.TODAY, "mail", by=there.designee, at=AT), UUID)


def test_the_page_offers_no_contract_whose_place_another_has_taken(there: Offices) -> None:
    row = vendor_row()
    pages, address = browser(there.designee), "/programmes/social-media/companies/"
    assert b"Watchful, Inc.: Agreement" in pages.get(address).content
    takes_its_place(row.contract, "renewed")
    shown = pages.get(address).content
    assert b"Watchful, Inc.: Anew" in shown and b"Watchful, Inc.: Agreement" not in shown
