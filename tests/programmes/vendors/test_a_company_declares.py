"""A company that holds data says what it does with them: it is owed with a day, asked by a letter with a link, and held
against the contract; while it has said nothing, it is not known."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.collection.orders.filing import HEAD
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.letters.test_letters import text_of
from tests.programmes.vendors.test_contracts import DAY, TODAY, enters, held, lights, office
from tests.programmes.vendors.test_contracts_over_time import counted
from tests.programmes.vendors.test_demands import token_in
from tests.programmes.vendors.test_what_nobody_has_said import owed

__all__ = ["office"]


@pytest.fixture
def company(office: make.Staffed) -> UUID:
    """A company under a contract, which has said nothing of what it does."""
    from fileroom.programmes.vendors.contracts import enter_operator

    id_ = enter_operator(uuid4(), "Reading Star, Inc.", "Reading practice", "names, levels", by=office.by, at=AT).id
    enters(office, id_, lights())
    return id_


def asks(by: make.Staffed, company: UUID, *, days: int = 0) -> str:
    """The link of the letter by which it is asked."""
    from fileroom.programmes.vendors.ai_questions import ask, open_letter

    link = lambda token: f"https://alder-creek.example/declare/{token}/"  # noqa: E731
    ask(uuid4(), company, head=HEAD, link=link, by=by.by, at=AT + days * DAY)
    return token_in(text_of(open_letter(company, by=by.by, at=AT)))


def says(token: str, *, days: int = 0, **more: Any) -> Any:
    from fileroom.programmes.vendors.ai_questions import answer
    from fileroom.programmes.vendors.declared import Declared

    said: dict[str, Any] = {"uses": False, "trains": False, "subprocessors": "", "page": None, "words": ""}
    said |= {"by": "P. Park"} | more
    return answer(uuid4(), token, Declared(**said, on=TODAY), client="192.0.2.9", at=AT + days * DAY)


def test_while_it_has_said_nothing_it_is_not_known_and_somebody_owes_the_asking(
    office: make.Staffed, company: UUID
) -> None:
    assert owed(office) == [("undeclared", TODAY + 30 * DAY)]
    assert (counted().state, counted().why) == ("attention", "1 has not declared what it does with data")
    token = asks(office, company)
    assert owed(office) == [("declaration_awaited", TODAY + 30 * DAY)] and counted().state == "attention"
    says(token)
    assert owed(office) == [] and counted().state == "running"
    entry = entries()[-1]
    assert (entry.act.value, entry.actor.role, entry.actor.account) == ("vendor:declared", "operator", None)


def test_what_it_says_by_its_link_is_held_against_its_contract(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.declared import TRAINS

    token = asks(office, company)
    for wrong in ({"uses": None}, {"uses": True, "trains": None}, {"by": " "}, {"page": 3}):
        with pytest.raises(ValidationError):
            says(token, **wrong)
    says(token, uses=True, trains=True)
    assert held(company).unfit == TRAINS and owed(office) == [("declared", None)]


def test_asked_again_it_has_another_day_and_the_older_link_opens_nothing(office: make.Staffed, company: UUID) -> None:
    from fileroom.people.answers import Missing

    first = asks(office, company)
    second = asks(office, company, days=31)
    assert owed(office, days=31) == [("declaration_awaited", TODAY + 61 * DAY)]
    for wrong in (first, "0" * 40, "x"):
        with pytest.raises(Missing):
            says(wrong, days=31)
    says(second, days=31)


def test_answered_once_and_not_known_since_it_is_to_be_asked_anew_and_is_not_late(
    office: make.Staffed, company: UUID
) -> None:
    from fileroom.programmes.vendors.declared import Declared
    from fileroom.programmes.vendors.declaring import declare

    says(asks(office, company))
    unknown = Declared(uses=None, trains=None, subprocessors="", page=None, words="", by="P. Park", on=TODAY)
    declare(uuid4(), company, unknown, by=office.by, at=AT + 90 * DAY)
    assert owed(office, days=90) == [("undeclared", TODAY + 120 * DAY)]


def test_the_pages_by_which_it_is_asked_and_answers(office: make.Staffed, company: UUID) -> None:
    desk, outside = browser(office.by), browser()
    assert desk.post(f"/vendors/{company}/ask/", form()).status_code == 302
    pdf = desk.get(f"/vendors/{company}/question/")
    token = token_in(text_of(pdf.content))
    assert b"it is to answer by" in desk.get(f"/vendors/{company}/").content
    page = outside.get(f"/declare/{token}/")
    assert page.status_code == 200 and page["Referrer-Policy"] == "same-origin"
    assert outside.post(f"/declare/{token}/", form(uses="yes")).status_code == 422
    sent = form(uses="yes", trains="no", subprocessors="Cloud Co.", declared_by="Pat Park, privacy officer")
    assert "Cloud Co." in outside.post(f"/declare/{token}/", sent).content.decode()
    assert held(company).declared.by == "Pat Park, privacy officer" and not held(company).undeclared
    assert outside.get(f"/declare/{'0' * 40}/").status_code == 404
