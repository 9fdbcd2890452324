"""What is void rests on a notice: a letter that names each clause that is lacking, with a time to cure it that runs
from the day on which it went. Where the district itself lacks the policy, the company is told nothing."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.vendor_contracts import Clause
from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.collection.orders.filing import HEAD
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.letters.test_letters import text_of
from tests.programmes.vendors.test_contracts import DAY, TODAY, company, enters, lights, office, state
from tests.programmes.vendors.test_contracts_over_time import counted, night, owed

__all__ = ["company", "office"]
LACKING = lights(lacks=(Clause.SECURITY, Clause.NO_TARGETED_ADVERTISING))


def signs(contract: UUID, by: make.Staffed, until: date = TODAY + 40 * DAY) -> str:
    """What the letter says."""
    from fileroom.programmes.vendors.curing import open_notice, sign_notice

    sign_notice(uuid4(), contract, until, instead_of=newest_of(contract), head=HEAD, by=by.by, at=AT)
    return " ".join(text_of(open_notice(contract, by=by.by, at=AT)).split())


def went(contract: UUID, by: make.Staffed, on: date = TODAY, *, days: int = 0, **more: object) -> None:
    """The newest letter went, if no other is named."""
    from fileroom.programmes.vendors.curing import notice_went

    newest = {"letter": newest_of(contract)} if "own_until" not in more else {}
    notice_went(contract, on, by=by.by, at=AT + days * DAY, **newest | more)  # type: ignore[arg-type]


def test_the_letter_names_each_clause_that_is_lacking_and_no_other(office: make.Staffed, company: UUID) -> None:
    said = signs(enters(office, company, LACKING), office)
    assert "(5) how the records are kept secure" in said and "(9) that the records are used for no targeted" in said
    assert "(1)" not in said and "Service agreement" in said and "November 28, 2026" in said


def test_the_time_runs_from_the_day_on_which_it_went(office: make.Staffed, company: UUID) -> None:
    contract = enters(office, company, LACKING)
    signs(contract, office)
    assert state(company) == "defective" and owed(office) == ["give_notice_to_cure"], "a letter that lies there"
    for wrong in (TODAY - DAY, TODAY + 6 * DAY):
        with pytest.raises(ValidationError):
            went(contract, office, wrong, days=5)
    went(contract, office, TODAY + 3 * DAY, days=5)
    assert [state(company, days=days) for days in (2, 3, 40, 41)] == ["defective", "notice", "notice", "void"]
    assert owed(office, days=11) == ["give_notice_to_cure/cured"]
    assert entries()[-1].act.value == "contract:noticed"


def test_less_than_the_least_time_is_none(office: make.Staffed, company: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    from django.conf import settings

    contract = enters(office, company, LACKING)
    with pytest.raises(ValidationError, match="too little time"):
        signs(contract, office, TODAY + 29 * DAY)
    signs(contract, office, TODAY + 30 * DAY)
    with pytest.raises(ValidationError, match="too little time"):
        went(contract, office, TODAY + DAY, days=1)
    monkeypatch.setattr(settings, "CURE_DAYS", 29)
    went(contract, office, TODAY + DAY, days=1)


def test_a_letter_of_the_districts_own_that_was_posted_last_week_is_handed_in(
    office: make.Staffed, company: UUID
) -> None:
    from fileroom.collection.services import Document
    from fileroom.programmes.vendors.proofs import of_contract

    contract = enters(office, company, LACKING)
    posted, until = TODAY - 7 * DAY, TODAY + 30 * DAY
    with pytest.raises(ValidationError, match="Sign the letter first"):
        went(contract, office)
    with pytest.raises(ValidationError, match="Hand in the letter"):
        went(contract, office, posted, own_until=until)
    went(
        contract,
        office,
        posted,
        own_until=until,
        paper=Document("notice.txt", b"Notice: your contract lacks the fifth and the ninth clause."),
    )
    assert state(company) == "notice" and len(of_contract(contract, by=office.by, at=AT)) == 1


def test_of_what_the_district_itself_lacks_no_company_is_told(office: make.Staffed, company: UUID) -> None:
    contract = enters(office, company, lights(), board_policy=False)
    assert state(company) == "no_policy" and owed(office) == ["nobody_else/no_policy"]
    with pytest.raises(ValidationError):
        signs(contract, office)
    page = browser(office.by).get(f"/vendors/{company}/").content.decode()
    assert "No Board policy" in page and "district’s own: a policy" in page and "Tell it what is lacking" not in page
    assert counted().state == "attention"
    night(40)
    assert state(company, days=40) == "no_policy", "time makes nothing void that nobody was told"


def test_where_a_clause_is_lacking_too_the_company_is_told_of_it(office: make.Staffed, company: UUID) -> None:
    contract = enters(office, company, LACKING, board_policy=False)
    assert state(company) == "defective"
    assert "(5)" in signs(contract, office)


def test_the_pages_by_which_it_is_told(office: make.Staffed, company: UUID) -> None:
    desk, contract = browser(office.by), enters(office, company, LACKING)
    page, shown = f"/contracts/{contract}/notice/", f"/vendors/{company}/"
    assert "Tell it what is lacking" in desk.get(shown).content.decode()
    assert desk.get(f"{page}letter/").status_code == 404
    assert desk.post(page, form(cure_by="2020-01-01")).status_code == 422
    far = make.TODAY.replace(year=make.TODAY.year + 30)
    assert desk.post(page, form(cure_by=str(far))).status_code == 302
    assert desk.get(f"{page}letter/")["Content-Type"] == "application/pdf"
    assert "It counts once somebody says that it went." in desk.get(shown).content.decode()
    letter = str(letters(contract)[0])
    assert desk.post(f"{page}sent/", form(went_on="2020-01-01", letter=letter)).status_code == 422
    from django.utils import timezone

    assert desk.post(f"{page}sent/", form(went_on=str(timezone.localdate()), letter=letter)).status_code == 302
    told = desk.get(shown).content.decode()
    assert "Told what it lacks" in told and f"{page}letter/" in told, "what is void rests on it"
    assert desk.get(f"{page}letter/")["Content-Type"] == "application/pdf"


def letters(contract: UUID) -> list[UUID]:
    """Each letter about this contract, the oldest first."""
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Letter

    with district_transaction():
        rows = Letter.objects.filter(kind="cure_notice", about=contract).order_by("issued_at", "id")
        return list(rows.values_list("id", flat=True))


def newest_of(contract: UUID) -> UUID | None:
    every = letters(contract)
    return every[-1] if every else None


def test_a_press_that_comes_twice_makes_one_letter(office: make.Staffed, company: UUID) -> None:
    from fileroom.people.answers import FormUsed
    from fileroom.programmes.vendors.curing import sign_notice

    contract, press, until = enters(office, company, LACKING), uuid4(), TODAY + 40 * DAY
    first = sign_notice(press, contract, until, head=HEAD, by=office.by, at=AT)
    assert sign_notice(press, contract, until, head=HEAD, by=office.by, at=AT + DAY) == first
    assert letters(contract) == [first.id]
    with pytest.raises(FormUsed):
        sign_notice(press, contract, until + DAY, head=HEAD, by=office.by, at=AT)
    went(contract, office, days=1)


def test_the_day_that_the_page_proposes_still_holds_where_the_letter_goes_days_later(
    office: make.Staffed, company: UUID
) -> None:
    from fileroom.programmes.vendors.curing import proposed_from

    contract = enters(office, company, LACKING)
    signs(contract, office, proposed_from(TODAY))
    went(contract, office, TODAY + 3 * DAY, days=3)
    assert state(company, days=3) == "notice"


def test_nobody_but_a_designee_tells(town: make.Town, office: make.Staffed, company: UUID) -> None:
    from fileroom.people.answers import Missing

    contract = enters(office, company, LACKING)
    for act in (lambda: signs(contract, town.teacher), lambda: went(contract, town.teacher)):
        with pytest.raises(Missing):
            act()


def test_the_letters_are_found_again_the_newest_goes_and_an_older_one_is_kept(
    office: make.Staffed, company: UUID
) -> None:
    from fileroom.casework.issued import Asking, Wanted, open_again, page
    from fileroom.programmes.issued import KINDS
    from fileroom.programmes.vendors.curing import sign_notice

    def standing(by: make.Staffed, days: int) -> dict[UUID, str]:
        return {it.id: it.stands.value for it in page(KINDS, Wanted(), by=by.by, at=AT + days * DAY).letters}

    contract = enters(office, company, LACKING)
    signs(contract, office)
    (first,) = standing(office, 0)
    assert standing(office, 0) == {first: "waits"}
    sign_notice(
        uuid4(), contract, TODAY + 50 * DAY, instead_of=first, head=HEAD, by=office.by, at=AT + timedelta(hours=1)
    )
    (newest,) = standing(office, 1).keys() - {first}
    assert standing(office, 1) == {first: "kept", newest: "waits"}
    asking = Asking(office.by, AT + DAY, HEAD)
    for letter, until in ((first, "November 28, 2026"), (newest, "December 8, 2026")):
        paper = open_again(letter, KINDS, asking)
        assert isinstance(paper, bytes) and until in " ".join(text_of(paper).split())
    went(contract, office, days=1)
    assert standing(office, 1) == {first: "kept", newest: "sent"}
