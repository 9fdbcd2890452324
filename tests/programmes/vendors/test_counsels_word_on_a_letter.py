"""Counsel's word on a letter: who says it, how long it holds, and what is owed to the family by it."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest

from fileroom.law.facts import Order
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.people.test_counsel_is_away import kept_from
from tests.programmes.vendors.test_a_company_asks_the_district import answers, request
from tests.programmes.vendors.test_a_company_asks_the_district import asks as company_asks
from tests.programmes.vendors.test_enrolment_end_letters import DAY, GONE, asks, issues, leaves, mother, office
from tests.programmes.vendors.test_letters_decided_again import father_of, owed_now, stands

__all__ = ["mother", "office"]
STAY_AWAY = Order.STAY_AWAY_NO_RECORDS_CLAUSE


@pytest.fixture
def lawyer(town: make.Town) -> make.Staffed:
    return make.staffed("lawyer", "counsel", None)


@pytest.fixture
def father(town: make.Town) -> UUID:
    """A father with legal custody, and a stay-away order that says nothing of records."""
    it = father_of(town).row.id
    files(terms(town, it, kind=STAY_AWAY), town.registrar.by)
    return it


def waits(town: make.Town, by: make.Staffed, father: UUID) -> UUID:
    """The father's request, which goes to counsel."""
    from fileroom.people.answers import Refused

    once = uuid4()
    assert isinstance(asks(town, by, father, id_=once), Refused)
    return once


def says(request: UUID, cleared: bool, by: make.Staffed, *, at: Any = AT) -> None:
    from fileroom.programmes.vendors.deletion_counsel import counsel_says

    counsel_says(request, cleared, by=by.by, at=at)


def titles(by: make.Staffed, *, at: Any = AT) -> list[str]:
    from fileroom.web.owed import page

    return [str(row["title"]) for row in page(by=by.by, at=at).rows]


def round_goes(at: Any) -> None:
    from fileroom.programmes.vendors.night import look_over

    look_over(at=at)


def test_counsels_yes_holds_for_no_order_that_comes_after_it(
    town: make.Town, office: make.Staffed, lawyer: make.Staffed, father: UUID
) -> None:
    from fileroom.people.answers import Refused
    from fileroom.programmes.vendors.deletion_desk import open_letter

    leaves(town.spell)
    once = waits(town, office, father)
    says(once, True, lawyer)
    files(terms(town, father, kind=STAY_AWAY), office.by, at=AT + DAY / 8)
    assert isinstance(issues(once, office, at=AT + DAY / 4), Refused)
    assert owed_now() == ["counsel_review", "issue_letter"]
    says(once, True, lawyer, at=AT + DAY / 3)
    issues(once, office, at=AT + DAY / 2)
    assert owed_now() == []
    files(terms(town, father, kind=STAY_AWAY), office.by, at=AT + DAY)
    assert isinstance(open_letter(once, by=office.by, at=AT + 2 * DAY), Refused)
    assert owed_now() == ["counsel_review"]
    says(once, False, lawyer, at=AT + 2 * DAY)
    assert isinstance(open_letter(once, by=office.by, at=AT + 3 * DAY), Refused)
    assert owed_now() == []


def test_of_whom_an_order_is_said_to_name_after_all_counsel_speaks_anew(
    town: make.Town, office: make.Staffed, lawyer: make.Staffed, father: UUID
) -> None:
    from fileroom.people.models import OrderNamesake

    leaves(town.spell)
    once = waits(town, office, father)
    says(once, True, lawyer)
    other = make.order(town.ana, make.contact("Somebody", "Else"), kind=STAY_AWAY.value)
    said = {"noticed_at": AT, "noticed_entry": uuid4(), "answered_by": uuid4(), "answered_entry": uuid4()}
    make.keep(OrderNamesake(order=other, contact_id=father, answer="yes", answered_at=AT + DAY / 8, **said))
    assert not stands(once, office, at=AT + DAY / 4).decision.granted
    assert owed_now() == ["counsel_review", "issue_letter"]


@pytest.mark.parametrize("how", ["issue", "page", "round"])
def test_an_order_that_comes_after_the_request_sends_it_to_counsel(
    town: make.Town, office: make.Staffed, lawyer: make.Staffed, how: str
) -> None:
    """Whoever finds it out, and where nobody looks, the round."""
    father = father_of(town).row.id
    leaves(town.spell)
    taken = asks(town, office, father)
    files(terms(town, father, kind=STAY_AWAY), office.by)
    assert owed_now() == ["issue_letter"]
    if how == "issue":
        issues(taken.id, office)
    elif how == "page":
        stands(taken.id, office)
    else:
        round_goes(AT)
    assert owed_now() == ["counsel_review", "issue_letter"]
    assert "Counsel says whether a letter may be given" in titles(lawyer)


def test_where_counsel_said_yes_too_soon_the_letter_is_owed_on_day_60(
    town: make.Town, office: make.Staffed, lawyer: make.Staffed, father: UUID
) -> None:
    leaves(town.spell, GONE + 10 * DAY)
    once = waits(town, office, father)
    says(once, True, lawyer)
    round_goes(AT + 9 * DAY)
    assert owed_now() == []
    round_goes(AT + 10 * DAY)
    round_goes(AT + 11 * DAY)
    assert owed_now() == ["issue_letter"]
    issues(once, office, at=AT + 11 * DAY)
    round_goes(AT + 12 * DAY)
    assert owed_now() == []


def test_where_counsel_says_no_the_superintendents_office_owes_the_family_that_answer(
    town: make.Town, office: make.Staffed, lawyer: make.Staffed, father: UUID
) -> None:
    from fileroom.programmes.vendors.deletion_desk import close

    leaves(town.spell)
    once = waits(town, office, father)
    says(once, False, lawyer)
    told = "Counsel says no to a letter: close it, and answer the family"
    assert told in titles(office) and told not in titles(lawyer)
    round_goes(AT + DAY)
    assert owed_now() == ["counsel_review/answer"]
    assert "nothing of why" in words(browser(office.by).get("/").content.decode())
    close(once, "no_longer_given", None, by=office.by, at=AT)
    assert owed_now() == []
    round_goes(AT + DAY)
    assert owed_now() == []


def test_a_request_that_a_company_brings_waits_for_counsel_and_the_company_is_told_nothing(
    town: make.Town, office: make.Staffed, lawyer: make.Staffed, father: UUID
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import DeletionRequest
    from fileroom.programmes.vendors.to_the_company import Sending, send
    from fileroom.programmes.vendors.who import Noted

    leaves(town.spell)
    unsigned = request(town, signer="Father Torres", signed=False)
    assert "confirms nothing" in answers(company_asks(office, town.ana, encloses=True), office, unsigned)
    assert owed_now() == []
    said = answers(company_asks(office, town.ana, encloses=True), office, request(town, signer="Father Torres"))
    assert "confirms nothing" in said and owed_now() == ["counsel_review"]
    with district_transaction():
        taken = DeletionRequest.objects.get()
    assert (taken.asked_by, taken.operator) == (father, "Reading Star, Inc.")
    says(taken.id, True, lawyer)
    assert owed_now() == ["issue_letter"]
    issues(taken.id, office)
    sent = send(taken.id, Sending("privacy@reading-star.example", True, True), by=office.by, at=AT)
    assert isinstance(sent, Noted) and sent.id == taken.id


def test_in_a_district_with_one_designee_whoever_took_the_request_notes_counsels_word(
    town: make.Town, office: make.Staffed, father: UUID
) -> None:
    from fileroom.people.answers import Missing

    leaves(town.spell)
    once = waits(town, office, father)
    assert stands(once, office).counsels_word
    second = make.staffed("second", "administrator", None)
    assert not stands(once, office).counsels_word
    with pytest.raises(Missing):
        says(once, False, office)
    kept_from(town, second)
    says(once, True, office)
    assert owed_now() == ["issue_letter"]


def test_a_stay_away_order_without_a_word_of_records_goes_to_counsel(town: make.Town, office: make.Staffed) -> None:
    from fileroom.people.answers import Missing, Refused
    from fileroom.programmes.vendors.deletion_counsel import counsel_says, for_counsel

    father = father_of(town)
    files(terms(town, father.row.id, kind=STAY_AWAY), town.registrar.by)
    leaves(town.spell)
    lawyer = make.staffed("lawyer", "counsel", None)
    once = uuid4()
    assert isinstance(asks(town, office, father.row.id, id_=once), Refused)
    assert owed_now() == ["counsel_review"]
    assert not stands(once, office).decision.granted
    page = words(browser(lawyer.by).get(f"/deletions/{once}/counsel/").content.decode())
    assert "Reading Star" in page and "Torres" not in page
    with pytest.raises(Missing):
        for_counsel(once, by=office.by, at=AT)
    with pytest.raises(Missing):
        counsel_says(once, True, by=office.by, at=AT)
    counsel_says(once, True, by=lawyer.by, at=AT)
    assert owed_now() == ["issue_letter"] and stands(once, office).decision.granted
    with pytest.raises(Missing):
        counsel_says(once, False, by=lawyer.by, at=AT)
    issues(once, office)
    assert owed_now() == []


def test_of_a_child_from_whom_an_order_keeps_the_only_counsel_a_designee_notes_what_another_lawyer_says(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.vendors.deletion_counsel import counsel_says, for_counsel

    lawyer, other = make.staffed("lawyer", "counsel", None), make.staffed("other", "administrator", None)
    father = father_of(town)
    files(terms(town, father.row.id, kind=STAY_AWAY), town.registrar.by)
    leaves(town.spell)
    once = uuid4()
    asks(town, office, father.row.id, id_=once)
    kept_from(town, lawyer)
    with pytest.raises(Missing):
        for_counsel(once, by=lawyer.by, at=AT)
    with pytest.raises(Missing):
        counsel_says(once, True, by=lawyer.by, at=AT)
    assert for_counsel(once, by=other.by, at=AT).id == once
    counsel_says(once, True, by=other.by, at=AT)
    assert owed_now() == ["issue_letter"]


def test_without_a_counsel_of_its_own_the_designee_notes_what_counsel_says(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.people.owed import owed
    from fileroom.programmes.vendors.deletion_counsel import counsel_says

    father = father_of(town)
    files(terms(town, father.row.id, kind=STAY_AWAY), town.registrar.by)
    leaves(town.spell)
    once = uuid4()
    asks(town, office, father.row.id, id_=once)
    assert once in {it.of for it in owed(by=office.by, at=AT)}
    second = make.staffed("second", "administrator", None)
    assert not stands(once, office).counsels_word and stands(once, second).counsels_word
    with pytest.raises(Missing):
        counsel_says(once, False, by=office.by, at=AT)
    counsel_says(once, False, by=second.by, at=AT)
    assert owed_now() == ["counsel_review/answer"] and not stands(once, office).decision.granted
