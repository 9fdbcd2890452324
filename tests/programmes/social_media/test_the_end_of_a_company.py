"""A gathering company's part ends with its contract in the registry; one that has destroyed all is told of nobody, and
each student of whom it gathered has the line."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.programmes.social_media.test_companies_that_gather import there, vendors_item, vendors_item_of
from tests.programmes.social_media.test_days_of_an_item import rounds
from tests.programmes.social_media.world import Offices

__all__ = ["there"]


def vendor_now() -> Any:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaVendor

    with district_transaction():
        return SocialMediaVendor.objects.select_related("contract").get()


def whose_logs() -> list[UUID | None]:
    """Of whom an entry says that the company has destroyed."""
    from tests.disclosure.asking import entries

    return [it.student for it in entries() if it.act.value == "social_media:vendor_destroyed" and it.student]


def test_a_company_that_has_destroyed_all_is_told_of_nobody_and_each_student_has_the_line(there: Offices) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.answers import Missing
    from fileroom.programmes.models import SocialMediaVendorNotice
    from fileroom.programmes.social_media.vendors import all_destroyed, end_vendor, tell_vendor
    from tests.collection.orders.filing import HEAD

    vendors_item(there)
    ben = make.student("Ben", "Okafor")
    make.enrolment(ben, there.town.school)
    vendors_item_of(there, vendor_now().id, ben.id)
    make.change(there.town.spell, left_on=make.TODAY - timedelta(days=1), left_by="office")
    assert ("notify_vendor", make.TODAY) in rounds()
    end_vendor(vendor_now().id, by=there.designee, at=AT)
    all_destroyed(vendor_now().id, make.TODAY, by=there.designee, at=AT)
    assert [it[0] for it in rounds()] == ["destroy_when_done"], "the district's own copy has its day, and no company"
    assert untold(2) == 0
    with district_transaction():
        notice = SocialMediaVendorNotice.objects.get()
    with pytest.raises(Missing):
        tell_vendor(notice.id, head=HEAD, by=there.designee, at=AT)
    assert sorted(map(str, whose_logs())) == sorted(map(str, (there.town.ana.id, ben.id)))


def untold(days: int) -> int:
    """Does the policy's page have, so many days later, a company that was not told?"""
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction
    from fileroom.programmes.social_media.evidence import UNTOLD, program

    with district_transaction():
        return int(UNTOLD in program(Asked(AT + timedelta(days=days), 10, 365)).why)


PASTS: dict[str, dict[str, Any]] = {
    "ended": {"ended_on": make.TODAY - timedelta(days=3), "ended_why": "by_us"},
    "over": {"to_on": make.TODAY - timedelta(days=3)},
    "void": {
        "clauses": {}, "noticed_on": make.TODAY - timedelta(days=30), "cure_by": make.TODAY - timedelta(days=3),
    },
    "withdrawn": {"ended_on": make.TODAY - timedelta(days=3), "ended_why": "mistake"},
}  # fmt: skip


@pytest.mark.parametrize("past", PASTS)
def test_a_contract_that_is_past_in_the_registry_ends_what_its_company_gathers(past: str, there: Offices) -> None:
    from fileroom.programmes.social_media.vendors import all_destroyed

    vendors_item(there)
    assert rounds() == [] and kept_by_companies(0) is False
    make.change(vendor_now().contract, **PASTS[past])
    assert rounds() == [("destroy_when_done", make.TODAY)] and rounds() == [("destroy_when_done", make.TODAY)]
    assert kept_by_companies(0) is True, "the policy's page has it though nobody has said that it is over"
    assert b"It says it destroyed all on" in browser(there.designee).get("/programmes/social-media/").content
    with pytest.raises(ValidationError):
        all_destroyed(vendor_now().id, make.TODAY - timedelta(days=4), by=there.designee, at=AT)
    all_destroyed(vendor_now().id, make.TODAY - timedelta(days=3), by=there.designee, at=AT)
    assert vendor_now().ended_on == make.TODAY - timedelta(days=3)
    assert rounds() == [] and kept_by_companies(0) is False


def test_a_contract_that_holds_after_all_asks_for_no_destruction(there: Offices) -> None:
    vendors_item(there)
    make.change(vendor_now().contract, **PASTS["ended"])
    assert rounds() == [("destroy_when_done", make.TODAY)]
    make.change(vendor_now().contract, ended_on=None, ended_why="")
    assert rounds() == []


def test_whoever_says_that_it_is_over_where_it_was_asked_already_asks_once(there: Offices) -> None:
    from fileroom.programmes.social_media.vendors import end_vendor

    vendors_item(there)
    make.change(vendor_now().contract, **PASTS["ended"])
    rounds()
    end_vendor(vendor_now().id, by=there.designee, at=AT)
    assert vendor_now().ended_on == make.TODAY - timedelta(days=3)
    assert rounds() == [("destroy_when_done", make.TODAY)]


def kept_by_companies(days: int) -> bool:
    """Does the policy's page have a company that has not said that it destroyed all of it?"""
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction
    from fileroom.programmes.social_media.evidence import KEPT, program

    with district_transaction():
        return KEPT in program(Asked(AT + timedelta(days=days), 10, 365)).why


def takes_its_place(of: Any, why: str, **said: Any) -> Any:
    """A contract that takes the place of this one."""
    from fileroom.programmes.models import Contract

    row = Contract(
        operator_id=of.operator_id, title="Anew", signed_on=of.signed_on, board_policy=True, replaces_id=of.id,
        replaces_why=why, entered_at=AT, entered_by=uuid4(), entry=uuid4(), **{"clauses": of.clauses} | said,
    )  # fmt: skip
    make.keep(row)
    return row


@pytest.mark.parametrize("why", ["misread", "amended", "renewed"])
def test_a_contract_in_its_place_that_is_past_ends_what_the_company_gathers(why: str, there: Offices) -> None:
    from fileroom.programmes.social_media.vendors import all_destroyed

    vendors_item(there)
    ended = make.TODAY - timedelta(days=3)
    second = takes_its_place(vendor_now().contract, "amended")
    assert rounds() == [] and kept_by_companies(0) is False, "the one in its place holds"
    takes_its_place(second, why, ended_on=ended, ended_why="by_us")
    assert rounds() == [("destroy_when_done", make.TODAY)] and kept_by_companies(0) is True
    all_destroyed(vendor_now().id, ended, by=there.designee, at=AT)
    assert vendor_now().ended_on == ended and rounds() == []


def test_an_ended_contract_read_anew_still_asks_whether_its_company_destroyed(there: Offices) -> None:
    from fileroom.programmes.vendors.contracts import Terms, enter_contract
    from fileroom.programmes.vendors.lights import lights_of

    vendors_item(there)
    first = vendor_now().contract
    make.change(first, **PASTS["ended"])
    assert rounds() == [("destroy_when_done", make.TODAY)]
    read = Terms(
        first.operator_id, "Read anew", first.signed_on, first.from_on, None, True, tuple(lights_of(first.clauses)),
        replaces=first.id, why="misread",
    )  # fmt: skip
    enter_contract(uuid4(), read, by=there.designee, at=AT)
    assert rounds() == [("destroy_when_done", make.TODAY)], "reading it anew revives no contract"
