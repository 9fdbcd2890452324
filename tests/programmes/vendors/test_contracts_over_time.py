"""A contract changes by acts and by days: read anew, cured, renewed, ended, void; and what is owed follows it."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.vendor_contracts import Clause
from tests import factories as make
from tests.collection.orders.filing import HEAD
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.vendors.test_contracts import DAY, TODAY, company, declares, enters, held, lights, office, state

__all__ = ["company", "office"]
LACKING = lights(lacks=(Clause.SECURITY,))


def again(by: make.Staffed, company: UUID, of: Any, whose: UUID, why: str, *, days: int = 0, **more: Any) -> UUID:
    """A contract in another's place."""
    from fileroom.programmes.vendors.contracts import Terms, enter_contract

    said = {"signed_on": TODAY + days * DAY, "from_on": None, "to_on": None, "board_policy": True} | more
    terms = Terms(company, "The agreement, anew", lights=of, **said, replaces=whose, why=why)
    return enter_contract(uuid4(), terms, by=by.by, at=AT + days * DAY).id


def notices(contract: UUID, by: make.Staffed, *, days: int = 30) -> None:
    from fileroom.programmes.vendors.curing import notice_went, sign_notice

    letter = sign_notice(uuid4(), contract, TODAY + days * DAY, head=HEAD, by=by.by, at=AT).id
    notice_went(contract, TODAY, letter=letter, by=by.by, at=AT)


def night(days: int) -> None:
    from fileroom.programmes.vendors.night import look_over

    look_over(at=AT + days * DAY)


def owed(by: make.Staffed, *, days: int = 0) -> list[str]:
    """The rule, or rule and part, of each duty about companies."""
    from fileroom.people.owed import owed as on_today

    found = on_today(by=by.by, at=AT + days * DAY)
    return sorted(
        "/".join(filter(None, (it.rule.rpartition(".")[2], it.part)))
        for it in found
        if it.room in ("companies", "contracts")
    )


def counted(days: int = 0) -> Any:
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction
    from fileroom.programmes.vendors.evidence import contracts

    with district_transaction():
        return contracts(Asked(AT + days * DAY, 10, 365))


def test_a_contract_read_wrongly_is_read_anew_and_vouches_for_nothing_any_longer(
    office: make.Staffed, company: UUID
) -> None:
    first = enters(office, company, lights())
    again(office, company, LACKING, first, "misread", signed_on=TODAY - 30 * DAY)
    assert not held(company).covered
    assert [it.state for it in held(company).contracts] == ["defective", "superseded"]
    assert owed(office) == ["give_notice_to_cure"]


def test_what_was_lacking_is_cured_by_the_amended_contract(office: make.Staffed, company: UUID) -> None:
    first = enters(office, company, LACKING)
    assert counted().state == "attention"
    notices(first, office)
    again(office, company, lights(), first, "amended", days=10)
    assert [it.state for it in held(company, days=10).contracts] == ["cured", "superseded"]
    night(60)
    assert [it.state for it in held(company, days=60).contracts] == ["cured", "superseded"], "the first never goes void"
    assert counted(60).state == "running" and owed(office, days=60) == []


def test_an_amendment_that_still_lacks_a_clause_carries_the_notice_on(office: make.Staffed, company: UUID) -> None:
    first = enters(office, company, LACKING)
    notices(first, office)
    again(office, company, LACKING, first, "amended", days=10)
    assert state(company, days=10) == "notice" and state(company, days=31) == "void"


def test_an_amendment_that_is_not_signed_yet_takes_no_place(office: make.Staffed, company: UUID) -> None:
    first = enters(office, company, lights())
    again(office, company, LACKING, first, "amended", signed_on=TODAY + 5 * DAY)
    assert held(company).covered and not held(company, days=5).covered


def test_a_void_contract_is_cured_no_more_and_every_record_comes_back(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.returning import note_return

    first = enters(office, company, LACKING)
    notices(first, office)
    night(30)
    assert owed(office, days=30) == ["give_notice_to_cure/cured"]
    night(31)
    assert owed(office, days=31) == ["return_records"]
    with pytest.raises(ValidationError, match="void"):
        again(office, company, lights(), first, "amended", days=31)
    with pytest.raises(ValidationError):
        note_return(first, TODAY + 40 * DAY, "P. Park, counsel", by=office.by, at=AT + 32 * DAY)
    note_return(first, TODAY + 32 * DAY, "P. Park, counsel", by=office.by, at=AT + 32 * DAY)
    assert owed(office, days=32) == [] and not held(company, days=32).has_something
    night(33)
    assert owed(office, days=33) == []


def test_one_signed_tomorrow_that_lacks_a_clause_is_noticed_when_its_day_comes(
    office: make.Staffed, company: UUID
) -> None:
    enters(office, company, LACKING, signed_on=TODAY + DAY)
    assert owed(office) == ["nobody_else/uncovered"], "it holds data, and a draft allows nothing"
    night(1)
    assert owed(office, days=1) == ["give_notice_to_cure"]
    night(1)
    assert owed(office, days=1) == ["give_notice_to_cure"], "once"


def test_a_contract_that_runs_out_is_announced_and_then_nothing_is_left_there(
    office: make.Staffed, company: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.conf import settings

    monkeypatch.setattr(settings, "CONTRACT_DAYS", 90)
    first = enters(office, company, lights(), to_on=TODAY + 100 * DAY)
    night(9)
    assert owed(office, days=9) == []
    night(10)
    assert owed(office, days=71) == ["nobody_else/expires"]
    again(office, company, lights(), first, "renewed", days=20, from_on=TODAY + 101 * DAY)
    assert owed(office, days=71) == [], "another goes on where it ends"
    night(101)
    assert owed(office, days=101) == [] and held(company, days=101).covered


def test_without_a_renewal_the_end_asks_for_the_certificate(office: make.Staffed, company: UUID) -> None:
    enters(office, company, lights(), to_on=TODAY + DAY)
    night(2)
    assert owed(office, days=2) == ["destroy_when_done"]
    assert counted(40).state == "attention" and "1 holds data" in counted(40).why


def test_ending_it_is_an_act_with_its_entry_and_its_duty(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.ending import end_contract

    first = enters(office, company, lights())
    with pytest.raises(ValidationError):
        end_contract(first, TODAY + DAY, "by_us", by=office.by, at=AT)
    end_contract(first, TODAY, "by_us", by=office.by, at=AT)
    assert state(company) == "ended" and owed(office) == ["destroy_when_done"]
    assert entries()[-1].act.value == "contract:ended"
    with pytest.raises(ValidationError):
        end_contract(first, TODAY, "by_us", by=office.by, at=AT)


def test_one_entered_by_mistake_leaves_nothing_to_come_back(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.ending import end_contract

    end_contract(enters(office, company, lights()), TODAY, "mistake", by=office.by, at=AT)
    assert state(company) == "withdrawn" and owed(office) == ["nobody_else/uncovered"]


def test_what_was_replaced_by_mistake_is_what_it_was_and_owes_what_it_owed(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.ending import end_contract

    first = enters(office, company, LACKING)
    notices(first, office)
    night(31)
    other = again(office, company, lights(), first, "misread", days=31, signed_on=TODAY)
    assert [it.state for it in held(company, days=31).contracts] == ["compliant", "superseded"]
    assert owed(office, days=31) == []
    end_contract(other, TODAY + 31 * DAY, "mistake", by=office.by, at=AT + 31 * DAY)
    assert {it.state for it in held(company, days=31).contracts} == {"withdrawn", "void"}
    assert owed(office, days=31) == ["return_records"]
    again(office, company, lights(), first, "misread", days=32, signed_on=TODAY)
    assert {it.state for it in held(company, days=32).contracts} == {"compliant", "withdrawn", "superseded"}


@pytest.mark.parametrize(("changed", "is_"), [(False, "compliant"), (True, "defective"), (None, "not_known")])
def test_a_contract_of_before_2015_holds_until_it_is_changed(
    office: make.Staffed, company: UUID, changed: bool | None, is_: str
) -> None:
    enters(
        office, company, lights(lacks=(Clause.NO_TARGETED_ADVERTISING,)), signed_on=date(2013, 5, 1),
        changed_since_2015=changed,
    )  # fmt: skip
    assert state(company) == is_ and held(company).covered == (is_ == "compliant")
    assert owed(office) == {True: ["give_notice_to_cure"], False: [], None: ["nobody_else/not_known"]}[changed]


def test_a_company_that_holds_data_under_no_contract_is_wanting(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.contracts import describe, enter_operator

    assert (counted().state, counted().number, counted().of) == ("attention", 0, 1)
    assert owed(office) == ["nobody_else/uncovered"]
    describe(company, "Reading practice", "", holds_nothing=True, by=office.by, at=AT)
    assert counted().state == "running" and owed(office) == [], "it holds nothing"
    other = enter_operator(uuid4(), "Sums Ltd.", "Sums", "names", by=office.by, at=AT).id
    enters(office, other, lights())
    declares(office, other)
    assert (counted().state, counted().number, counted().of) == ("running", 1, 1)


def test_another_form_of_one_contract_is_not_answered_as_done(office: make.Staffed, company: UUID) -> None:
    from fileroom.people.answers import FormUsed
    from fileroom.programmes.vendors.contracts import Terms, enter_contract

    def enter(of: Any) -> UUID:
        terms = Terms(company, "T", TODAY, None, None, True, of)
        return enter_contract(once, terms, by=office.by, at=AT).entry

    once = uuid4()
    assert enter(LACKING) == enter(LACKING)
    with pytest.raises(FormUsed):
        enter(lights())


def test_too_long_a_sentence_is_refused_and_not_cut(office: make.Staffed, company: UUID) -> None:
    from dataclasses import replace

    long = [replace(it, words="x" * 2001) if it.clause is Clause.SECURITY else it for it in lights()]
    for wrong in (long, [replace(it, page=0) for it in lights()], [replace(it, page=10_000) for it in lights()]):
        with pytest.raises(ValidationError):
            enters(office, company, tuple(wrong))
    assert held(company).contracts == ()


def test_a_general_offer_says_whose_who_signed_and_when(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.contracts import Offer

    with pytest.raises(ValidationError):
        enters(office, company, lights(), offer=Offer("Oak Grove Unified"))
    enters(office, company, lights(), offer=Offer("Oak Grove Unified", "Alder Creek", TODAY))
    assert held(company).contracts[0].offer_of == "Oak Grove Unified"


def test_one_entered_by_mistake_stays_as_it_was_read_when_the_next_takes_the_place(
    office: make.Staffed, company: UUID
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import Contract
    from fileroom.programmes.vendors.contracts import Terms, enter_contract
    from fileroom.programmes.vendors.ending import end_contract

    first, mistaken = enters(office, company, LACKING), uuid4()
    terms = Terms(company, "Misread", TODAY, None, None, True, lights(), replaces=first, why="misread")
    done = enter_contract(mistaken, terms, by=office.by, at=AT)
    end_contract(mistaken, TODAY, "mistake", by=office.by, at=AT)
    again(office, company, lights(), first, "misread")
    with district_transaction():
        row = Contract.objects.get(pk=mistaken)
    assert (row.replaces_id, row.replaces_why) == (first, "misread")
    assert enter_contract(mistaken, terms, by=office.by, at=AT) == done, "a form that is sent again changes nothing"
    assert sorted(it.state for it in held(company).contracts) == ["compliant", "superseded", "withdrawn"]
    with pytest.raises(ValidationError, match="taken the place"):
        again(office, company, lights(), first, "misread")
    with pytest.raises(ValidationError):
        end_contract(first, TODAY, "by_us", by=office.by, at=AT)
