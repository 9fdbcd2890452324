"""Of the letters by which a company is told what its contract lacks one goes at most: another is signed once the one
before is taken back, what is noted is the letter that was looked at, and none waits of a contract that lacks
nothing."""

from __future__ import annotations

import re
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import HEAD
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.vendors.test_contracts import DAY, TODAY, company, enters, lights, office, state
from tests.programmes.vendors.test_contracts_over_time import LACKING, again, night
from tests.programmes.vendors.test_notice_to_cure import letters, went

__all__ = ["company", "office"]


def signs(contract: UUID, by: make.Staffed, until: date = TODAY + 40 * DAY, *, instead_of: UUID | None = None) -> UUID:
    """The letter's id. What is signed in the place of another is signed an hour later."""
    from fileroom.programmes.vendors.curing import sign_notice

    at = AT + timedelta(hours=1) if instead_of else AT
    return sign_notice(uuid4(), contract, until, instead_of=instead_of, head=HEAD, by=by.by, at=at).id


def stands(by: make.Staffed, days: int = 0) -> dict[UUID, str]:
    from fileroom.casework.issued import Wanted, page
    from fileroom.programmes.issued import KINDS

    return {it.id: it.stands.value for it in page(KINDS, Wanted(), by=by.by, at=AT + days * DAY).letters}


def cured(contract: UUID) -> date | None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import Contract

    with district_transaction():
        return Contract.objects.get(pk=contract).cure_by


def own_letter(contract: UUID, by: make.Staffed, until: date) -> None:
    from fileroom.collection.services import Document

    went(contract, by, own_until=until, paper=Document("notice.txt", b"Notice: it lacks the fifth clause."))


def test_another_letter_is_signed_once_the_one_before_is_taken_back(office: make.Staffed, company: UUID) -> None:
    contract, other = enters(office, company, LACKING), make.staffed("other", "administrator", None)
    first = signs(contract, office)
    for wrong in (None, uuid4()):
        with pytest.raises(ValidationError, match="waits already"):
            signs(contract, other, TODAY + 90 * DAY, instead_of=wrong)
    assert letters(contract) == [first]
    second = signs(contract, other, TODAY + 90 * DAY, instead_of=first)
    noted = [(it.act.value, it.part, it.outcome) for it in entries()[-2:]]
    assert noted[0] == ("contract:changed", str(first), "letter_taken_back") and noted[1][0] == "letter:issued"
    assert set(letters(contract)) == {first, second}


def test_nothing_is_taken_back_where_nothing_waits(office: make.Staffed, company: UUID) -> None:
    with pytest.raises(ValidationError, match="Look at the page again"):
        signs(enters(office, company, LACKING), office, instead_of=uuid4())


def test_what_is_noted_as_gone_is_the_letter_that_was_looked_at(office: make.Staffed, company: UUID) -> None:
    contract = enters(office, company, LACKING)
    first = signs(contract, office)
    second = signs(contract, office, TODAY + 90 * DAY, instead_of=first)
    with pytest.raises(ValidationError, match="Another letter"):
        went(contract, office, letter=first)
    with pytest.raises(ValidationError, match="Another letter"):
        went(contract, office, letter=None)
    went(contract, office, letter=second)
    assert cured(contract) == TODAY + 90 * DAY


@pytest.mark.parametrize("how", ["amended", "ended", "withdrawn"])
def test_a_letter_waits_no_more_once_its_contract_lacks_nothing_that_can_be_cured(
    office: make.Staffed, company: UUID, how: str
) -> None:
    from fileroom.programmes.vendors.ending import end_contract

    contract = enters(office, company, LACKING)
    letter = signs(contract, office)
    assert stands(office) == {letter: "waits"}
    if how == "amended":
        again(office, company, lights(), contract, "amended")
    else:
        end_contract(contract, TODAY, "mistake" if how == "withdrawn" else "by_us", by=office.by, at=AT)
    assert stands(office) == {letter: "kept"}


def test_nor_once_its_last_day_has_passed(office: make.Staffed, company: UUID) -> None:
    letter = signs(enters(office, company, LACKING, to_on=TODAY + DAY), office)
    night(1)
    assert stands(office, 1) == {letter: "waits"}
    night(2)
    assert stands(office, 2) == {letter: "kept"}


def test_what_went_stands_as_sent_for_good(office: make.Staffed, company: UUID) -> None:
    contract = enters(office, company, LACKING)
    letter = signs(contract, office)
    went(contract, office)
    again(office, company, lights(), contract, "amended", days=1)
    assert stands(office, 1) == {letter: "sent"}


def test_where_the_districts_own_letter_went_the_one_signed_here_says_nothing(
    office: make.Staffed, company: UUID
) -> None:
    contract, until = enters(office, company, LACKING), TODAY + 40 * DAY
    letter = signs(contract, office, until)
    own_letter(contract, office, until)
    assert state(company) == "notice" and stands(office) == {letter: "kept"}, "though both give it the same day"
    page = words(browser(office.by).get(f"/vendors/{company}/").content.decode())
    assert "Kept with it" in page and "says what it lacks" not in page


def test_one_that_never_left_is_no_letter_of_the_page_of_its_company(office: make.Staffed, company: UUID) -> None:
    contract = enters(office, company, LACKING)
    signs(contract, office)
    again(office, company, lights(), contract, "amended")
    assert "says what it lacks" not in words(browser(office.by).get(f"/vendors/{company}/").content.decode())


def test_the_pages_name_the_letter_and_ask_whether_it_is_taken_back(office: make.Staffed, company: UUID) -> None:
    desk, contract = browser(office.by), enters(office, company, LACKING)
    page, far = f"/contracts/{contract}/notice/", make.TODAY.replace(year=make.TODAY.year + 30)
    assert "taken_back" not in desk.get(page).content.decode()
    assert desk.post(page, form(cure_by=str(far))).status_code == 302
    (first,) = letters(contract)
    assert desk.post(page, form(cure_by=str(far))).status_code == 422, "a form of before the first was signed"
    said = desk.get(page).content.decode()
    assert f'name="instead_of" value="{first}"' in said and "did not go, and goes no more" in said
    assert desk.post(page, form(cure_by=str(far), instead_of=str(first))).status_code == 422
    assert desk.post(page, form(cure_by=str(far), instead_of=str(first), taken_back="on")).status_code == 302
    assert len(letters(contract)) == 2
    today, sent = str(timezone.localdate()), f"{page}sent/"
    named = re.search(r'name="letter" value="([0-9a-f-]{36})"', desk.get(sent).content.decode())
    assert named and UUID(named[1]) != first
    assert desk.post(sent, form(went_on=today, letter=str(first))).status_code == 422
    assert desk.post(sent, form(went_on=today, letter="anything")).status_code == 422
    assert desk.post(sent, form(went_on=today, letter=named[1])).status_code == 302
