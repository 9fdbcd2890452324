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
from tests.programmes.vendors.test_contracts_over_time import again, counted
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


def looks(by: make.Staffed, company: UUID, where: UUID | None) -> None:
    """A designee looks for the sentence in the contracts."""
    from fileroom.programmes.vendors.declaring import hold_to_contract

    hold_to_contract(held(company).found.use, where, by=by.by, at=AT)


def test_a_sentence_that_a_company_names_by_its_link_permits_nothing_until_a_person_has_found_it(
    office: make.Staffed, company: UUID
) -> None:
    from fileroom.programmes.vendors.declared import UNREAD

    contract = held(company).contracts[0].id
    says(asks(office, company), uses=True, trains=True, page=3, words="The provider may train a model on the records.")
    assert held(company).unfit == UNREAD and owed(office) == [("to_be_held", None)]
    assert (counted().state, counted().number) == ("attention", 0)
    assert counted().why == "Of 1 nobody has looked whether the contract permits what it trains"
    looks(office, company, contract)
    assert held(company).unfit == "" and owed(office) == [] and counted().state == "running"
    entry = entries()[-1]
    assert (entry.act.value, entry.outcome, entry.actor.account) == (
        "vendor:held", str(contract), office.by.account.id
    )  # fmt: skip


def test_a_sentence_that_stands_in_no_contract_permits_nothing_and_whoever_erred_looks_again(
    office: make.Staffed, company: UUID
) -> None:
    from fileroom.programmes.vendors.declared import TRAINS

    says(asks(office, company), uses=True, trains=True, page=3, words="The provider may train a model on the records.")
    looks(office, company, None)
    assert held(company).unfit == TRAINS and owed(office) == [("declared", None)]
    assert entries()[-1].outcome == "in_none" and counted().state == "attention"
    looks(office, company, held(company).contracts[0].id)
    assert held(company).unfit == "" and owed(office) == []


def test_a_sentence_was_found_in_a_contract_that_holds_and_in_no_other(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.declared import TRAINS, UNREAD

    contract = held(company).contracts[0].id
    draft = enters(office, company, lights(), signed_on=None)
    says(asks(office, company), uses=True, trains=True, page=3, words="The provider may train a model on the records.")
    with pytest.raises(ValidationError):
        looks(office, company, draft)
    looks(office, company, contract)
    later = again(office, company, lights(), contract, "amended")
    assert held(company).unfit == UNREAD, "another contract holds now, and nobody has looked into it"
    looks(office, company, later)
    end(later, office)
    assert held(company).unfit == TRAINS, "no contract holds at all"


def end(contract: UUID, by: make.Staffed) -> None:
    from fileroom.programmes.vendors.ending import end_contract

    end_contract(contract, TODAY, "by_us", by=by.by, at=AT)


def test_what_was_declared_anew_is_held_anew_and_only_by_a_designee(
    town: make.Town, office: make.Staffed, company: UUID
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.vendors.declared import UNREAD
    from fileroom.programmes.vendors.declaring import hold_to_contract

    contract, token = held(company).contracts[0].id, asks(office, company)
    says(token, uses=True, trains=True, page=3, words="The provider may train a model on the records.")
    first = held(company).found.use
    with pytest.raises(Missing):
        looks(town.teacher, company, contract)
    looks(office, company, contract)
    says(token, days=1, uses=True, trains=True, page=4, words="And sell it.")
    assert held(company).unfit == UNREAD
    with pytest.raises(ValidationError, match="declared anew"):
        hold_to_contract(first, contract, by=office.by, at=AT)
    says(token, days=2)
    with pytest.raises(ValidationError, match="names no sentence"):
        looks(office, company, contract)


def test_the_page_by_which_a_sentence_is_held_against_the_contract(office: make.Staffed, company: UUID) -> None:
    desk, contract = browser(office.by), held(company).contracts[0].id
    says(asks(office, company), uses=True, trains=True, page=3, words="The provider may train a model on the records.")
    shown = desk.get(f"/vendors/{company}/").content.decode()
    assert "Nobody here has found it in the contract yet." in shown and "Permitted on" not in shown
    page = f"/vendors/{company}/declared/{held(company).found.use}/"
    assert page in shown and "may train a model" in desk.get(page).content.decode()
    assert desk.post(page, form()).status_code == 422
    assert desk.post(page, form(where=str(contract))).status_code == 302
    assert "Found in <bdi>" in desk.get(f"/vendors/{company}/").content.decode()
    assert desk.post(page, form(where="none")).status_code == 302
    assert "Found in no contract that holds today." in desk.get(f"/vendors/{company}/").content.decode()
    assert desk.get(f"/vendors/{company}/declared/{uuid4()}/").status_code == 404


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
