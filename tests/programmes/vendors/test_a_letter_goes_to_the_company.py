"""The letter goes to the company itself on the family's signed and dated request: once, decided anew, and listed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.disclosure.releases import parties
from tests.programmes.vendors.test_enrolment_end_letters import asks, issues, leaves, mother, office

__all__ = ["mother", "office"]
TO = "privacy@reading-star.example"


def sends(request: UUID, by: make.Staffed, **more: Any) -> Any:
    from fileroom.programmes.vendors.to_the_company import Sending, send

    said: dict[str, Any] = {"to": TO, "signed": True, "dated": True} | more
    return send(request, Sending(**said), by=by.by, at=AT)


@pytest.fixture
def issued(town: make.Town, office: make.Staffed, mother: UUID) -> UUID:
    leaves(town.spell)
    taken: UUID = asks(town, office, mother).id
    issues(taken, office)
    return taken


def outcome(answer: Any) -> str:
    from fileroom.people.answers import Refused

    assert isinstance(answer, Refused)
    return str(answer.decision.outcome.value)


def test_it_is_listed_as_given_to_the_company_and_goes_once(issued: UUID, office: make.Staffed) -> None:
    done = sends(issued, office)
    entry = entries()[-1]
    assert (entry.id, entry.act.value, entry.sealed) == (done.entry, "nonenrolment:sent", False)
    party = parties()[done.entry]
    assert ("Reading Star, Inc." in party.said, party.kind) == (True, "vendor")
    with pytest.raises(ValidationError, match="already"):
        sends(issued, office)


def test_what_went_to_the_company_is_handed_to_nobody_besides(issued: UUID, office: make.Staffed) -> None:
    from fileroom.people.answers import Missing
    from tests.casework.test_letters_are_found_again import found, hands

    sends(issued, office)
    (letter,) = found(office).letters
    assert (letter.stands, letter.may_hand) == ("sent", False)
    with pytest.raises(Missing):
        hands(letter.id, office)
    assert "letter:handed_over" not in {it.act.value for it in entries()}


@pytest.mark.parametrize("lacking", ["signed", "dated"])
def test_a_request_that_is_not_signed_or_not_dated_sends_nothing(
    issued: UUID, office: make.Staffed, lacking: str
) -> None:
    assert outcome(sends(issued, office, **{lacking: False})) == "needs_more"
    sends(issued, office)  # it is mended, and then it goes


def test_it_goes_to_nobody_for_whom_an_order_has_come_since_and_its_entry_is_sealed(
    town: make.Town, issued: UUID, office: make.Staffed
) -> None:
    make.order(town.ana, town.mother.row)
    assert outcome(sends(issued, office)) == "no"
    assert (entries()[-1].act.value, entries()[-1].sealed) == ("nonenrolment:refused", True)


def test_before_there_is_a_letter_and_without_a_place_nothing_goes(
    town: make.Town, office: make.Staffed, mother: UUID
) -> None:
    leaves(town.spell)
    taken = asks(town, office, mother).id
    with pytest.raises(ValidationError, match="Issue"):
        sends(taken, office)
    issues(taken, office)
    with pytest.raises(ValidationError, match="where"):
        sends(taken, office, to=" ")


def test_the_page_takes_it_and_says_where_it_went(issued: UUID, office: make.Staffed) -> None:
    desk, page = browser(office.by), f"/deletions/{issued}/"
    assert "It goes to the company today" in words(desk.get(page).content.decode())
    wrong = desk.post(f"{page}sent/", form(to=""))
    assert wrong.status_code == 422
    told = form(to=TO, signed="on", dated="on")
    assert desk.post(f"{page}sent/", told).status_code == 302
    assert TO in words(desk.get(page).content.decode())
