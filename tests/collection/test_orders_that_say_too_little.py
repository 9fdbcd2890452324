"""What an order's terms and paper hold: what nobody could obey is sent back in words, and a paper is kept as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from fileroom.law.facts import Order
from fileroom.screening import Category
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, outcome

if TYPE_CHECKING:
    from fileroom.collection.orders.terms import Terms

ON = AT.date()


@pytest.fixture
def father(town: make.Town) -> make.Related:
    return make.related("father", town.ana)


def terms(town: make.Town, father: make.Related, **other: Any) -> Terms:
    from fileroom.collection.orders.terms import Terms

    whole = Terms(Order.RECORDS_ORDER_6323_5, father.row.id, town.mother.row.id, (town.ana.id,), ON)
    return replace(whole, **other)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("restrained", uuid4(), "no contact here"),
        ("protected", uuid4(), "no contact here"),
        ("to_on", ON - timedelta(days=1), "ends before it begins"),
    ],
)
def test_terms_that_nobody_could_obey_are_sent_back_with_the_field_and_the_reason(
    town: make.Town, father: make.Related, field: str, value: object, says: str
) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.orders.services import file_order
    from fileroom.collection.services import Document

    paper = Document("order.txt", b"Superior Court.\n")
    with pytest.raises(ValidationError, match=says) as told:
        file_order(terms(town, father, **{field: value}), paper, by=town.principal.by, at=AT)
    assert list(told.value.message_dict) == [field]
    assert outcome(father.by, town.ana) == "must"


def test_an_order_that_protects_a_person_from_themselves_is_sent_back(town: make.Town, father: make.Related) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.orders.services import file_order
    from fileroom.collection.services import Document

    paper = Document("order.txt", b"Superior Court.\n")
    with pytest.raises(ValidationError, match="the same person") as told:
        file_order(terms(town, father, protected=father.row.id), paper, by=town.principal.by, at=AT)
    assert list(told.value.message_dict) == ["protected"]
    assert outcome(father.by, town.ana) == "must"


@pytest.mark.parametrize("field", ["restrained", "protected"])
def test_whoever_may_not_hand_it_in_is_not_told_who_is_a_contact_here(
    town: make.Town, father: make.Related, field: str
) -> None:
    from fileroom.collection.orders.services import file_order
    from fileroom.collection.services import Document
    from fileroom.people.answers import Missing, Refused

    paper = Document("order.txt", b"Superior Court.\n")
    elsewhere = make.staffed("other", "registrar", make.school("Mesa Middle"))
    for known in (terms(town, father), terms(town, father, **{field: uuid4()})):
        with pytest.raises(Missing):
            file_order(known, paper, by=town.mother.by, at=AT)
        assert isinstance(file_order(known, paper, by=elsewhere.by, at=AT), Refused)
    assert [it.act.value for it in entries()] == ["collection:refused"] * 2


def test_a_child_named_twice_is_one_child_of_the_order(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.services import OrderFiled, file_order
    from fileroom.collection.services import Document

    twice = terms(town, father, children=(town.ana.id, town.ana.id))
    done = file_order(twice, Document("order.txt", b"Superior Court.\n"), by=town.principal.by, at=AT)
    assert isinstance(done, OrderFiled) and len(done.entries) == 1


def test_what_the_sieve_finds_in_a_paper_is_told_and_the_order_is_obeyed(town: make.Town, father: make.Related) -> None:
    """Nine digits may be the number of the case, and a child is not left without protection over them."""
    from fileroom.collection.orders.services import OrderFiled, file_order
    from fileroom.collection.services import Document

    paper = Document("order.txt", b"Superior Court. Case 219099999.\n")
    done = file_order(terms(town, father), paper, by=town.principal.by, at=AT)
    assert isinstance(done, OrderFiled)
    assert [it.category for it in done.findings] == [Category.SSN]
    assert outcome(father.by, town.ana) == "no"


def test_whoever_may_not_hand_it_in_is_refused_before_the_paper_is_read(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.services import file_order
    from fileroom.collection.services import Document
    from fileroom.people.answers import Refused

    elsewhere = make.staffed("other", "registrar", make.school("Mesa Middle"))
    refused = file_order(terms(town, father), Document("order.pdf", b""), by=elsewhere.by, at=AT)
    assert isinstance(refused, Refused)
    assert [it.act.value for it in entries()] == ["collection:refused"]
