"""A contract is worth what the law says on the day: nine clauses, signed, in force; else nothing rests on it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.vendor_contracts import Clause
from fileroom.programmes.vendors.lights import Light, Stands
from tests import factories as make
from tests.conftest import AT

DAY = timedelta(days=1)
TODAY = AT.date()
OWN_CONTENT = Clause.STUDENTS_OWN_CONTENT


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("office", "administrator", None)


def lights(lacks: tuple[Clause, ...] = (), not_applicable: tuple[Clause, ...] = ()) -> tuple[Light, ...]:
    def stands(clause: Clause) -> Stands:
        if clause in lacks:
            return Stands.LACKS
        return Stands.NOT_APPLICABLE if clause in not_applicable else Stands.HAS

    return tuple(Light(it, stands(it), 3, "As the statute has it.") for it in Clause)


@pytest.fixture
def company(office: make.Staffed) -> UUID:
    from fileroom.programmes.vendors.contracts import enter_operator

    id_ = enter_operator(uuid4(), "Reading Star, Inc.", "Reading practice", "names, levels", by=office.by, at=AT).id
    declares(office, id_)
    return id_


def declares(by: make.Staffed, company: UUID) -> None:
    """The company has said that it uses no artificial intelligence, and passes nothing on."""
    from fileroom.programmes.vendors.declared import Declared
    from fileroom.programmes.vendors.declaring import declare

    said = Declared(uses=False, trains=False, subprocessors="", page=None, words="", by="P. Park", on=TODAY)
    declare(uuid4(), company, said, by=by.by, at=AT)


def enters(by: make.Staffed, company: UUID, of: tuple[Light, ...], **more: Any) -> UUID:
    from fileroom.programmes.vendors.contracts import Terms, enter_contract

    said = {"signed_on": TODAY - 30 * DAY, "from_on": None, "to_on": None, "board_policy": True} | more
    return enter_contract(uuid4(), Terms(company, "Service agreement", lights=of, **said), by=by.by, at=AT).id


def held(company: UUID, *, days: int = 0) -> Any:
    from fileroom.programmes.vendors.registry import companies

    return next(it for it in companies(on=TODAY + days * DAY) if it.id == company)


def state(company: UUID, *, days: int = 0) -> str:
    return str(held(company, days=days).contracts[0].state)


def test_with_the_nine_clauses_something_may_be_shared(office: make.Staffed, company: UUID) -> None:
    enters(office, company, lights())
    assert state(company) == "compliant" and held(company).covered


@pytest.mark.parametrize("clause", Clause)
def test_each_clause_that_is_lacking_leaves_nothing_to_rest_on(
    office: make.Staffed, company: UUID, clause: Clause
) -> None:
    enters(office, company, lights(lacks=(clause,)))
    assert state(company) == "defective" and not held(company).covered


def test_the_second_clause_may_not_apply_with_an_argument(office: make.Staffed, company: UUID) -> None:
    enters(office, company, lights(not_applicable=(OWN_CONTENT,)))
    assert state(company) == "compliant"
    unargued = Light(OWN_CONTENT, Stands.NOT_APPLICABLE, None, " ")
    for wrong in (
        lights(not_applicable=(Clause.SECURITY,)),
        (*lights()[:1], unargued, *lights()[2:]),
    ):
        with pytest.raises(ValidationError):
            enters(office, company, wrong)


def test_a_clause_it_is_said_to_have_names_its_page_and_sentence(office: make.Staffed, company: UUID) -> None:
    for wrong in (Light(Clause.SECURITY, Stands.HAS, None, "words"), Light(Clause.SECURITY, Stands.HAS, 3, "")):
        rest = tuple(it for it in lights() if it.clause is not Clause.SECURITY)
        with pytest.raises(ValidationError) as told:
            enters(office, company, (*rest, wrong))
        assert list(told.value.message_dict) == ["clause-5"]


@pytest.mark.parametrize(
    ("more", "days", "is_"),
    [
        ({"signed_on": None}, 0, "draft"),
        ({"signed_on": TODAY + DAY}, 0, "draft"),
        ({"to_on": TODAY}, 0, "compliant"),
        ({"to_on": TODAY}, 1, "over"),
        ({"from_on": TODAY + DAY}, 0, "draft"),
        ({"board_policy": False}, 0, "no_policy"),
    ],
)
def test_what_is_not_signed_not_in_force_or_under_no_policy_shares_nothing(
    office: make.Staffed, company: UUID, more: dict[str, Any], days: int, is_: str
) -> None:
    enters(office, company, lights(), **more)
    assert state(company, days=days) == is_
    assert held(company, days=days).covered == (is_ == "compliant")


def test_notice_time_to_cure_and_then_void(office: make.Staffed, company: UUID) -> None:
    from fileroom.people.owed import owed
    from tests.programmes.vendors.test_contracts_over_time import notices

    contract = enters(office, company, lights(lacks=(Clause.SECURITY,)))
    assert [(it.room, it.of) for it in owed(by=office.by, at=AT)] == [("contracts", contract)]
    with pytest.raises(ValidationError):
        notices(contract, office, days=29)
    notices(contract, office)
    assert [it.part for it in owed(by=office.by, at=AT)] == ["cured"]
    assert [state(company, days=days) for days in (0, 30, 31)] == ["notice", "notice", "void"]
    with pytest.raises(ValidationError):
        notices(contract, office, days=60)


def test_nobody_but_a_designee_enters_anything(town: make.Town, office: make.Staffed, company: UUID) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.vendors.contracts import enter_operator
    from fileroom.programmes.vendors.registry import registry

    for who in (town.registrar, town.teacher):
        with pytest.raises(Missing):
            enters(who, company, lights())
        with pytest.raises(Missing):
            enter_operator(uuid4(), "Another", "x", "", by=who.by, at=AT)
        assert [it.id for it in registry(by=who.by, at=AT)] == [company]
    with pytest.raises(Missing):
        registry(by=town.mother.by, at=AT)


def test_a_company_is_entered_once(office: make.Staffed, company: UUID) -> None:
    from fileroom.programmes.vendors.contracts import enter_operator

    with pytest.raises(ValidationError, match="already"):
        enter_operator(uuid4(), "reading star, INC.", "x", "", by=office.by, at=AT)
