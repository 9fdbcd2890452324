"""A court's order is obeyed from the moment it is filed; its paper is sealed, and so is the entry that it came in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from fileroom.law.facts import Order
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import asks, entry, outcome

if TYPE_CHECKING:
    from fileroom.collection.orders.services import OrderFiled

PAPER = b"Superior Court of Alder County. No records to the respondent.\n"


def takes_in(town: make.Town, against: UUID, *children: UUID, until: timedelta | None = None) -> OrderFiled:
    from fileroom.collection.orders.services import OrderFiled, file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.collection.services import Document

    on = AT.date()
    terms = Terms(
        Order.RECORDS_ORDER_6323_5,
        against,
        town.mother.row.id,
        children or (town.ana.id,),
        on,
        on + until if until else None,
    )
    done = file_order(terms, Document("order.txt", PAPER), by=town.principal.by, at=AT)
    assert isinstance(done, OrderFiled)
    return done


def test_an_order_is_obeyed_from_the_moment_it_is_filed(town: make.Town) -> None:
    father = make.related("father", town.ana)
    assert outcome(father.by, town.ana) == "must"
    takes_in(town, father.row.id)
    refused = asks(father.by, town.ana)
    assert refused.decision.outcome == "no" and refused.decision.silent
    assert outcome(town.mother.by, town.ana) == "must"


def test_each_child_of_an_order_has_its_entry_and_all_of_them_are_sealed(town: make.Town) -> None:
    father = make.related("father", town.ana)
    filed = takes_in(town, father.row.id, town.ana.id, town.ben.id)
    noted = [entry(id_) for id_ in filed.entries]
    assert {(it.act.value, it.student, it.sealed) for it in noted} == {
        ("order:filed", town.ana.id, True),
        ("order:filed", town.ben.id, True),
    }
    assert {it.purpose for it in noted} == {town.principal.by.purpose.value}


def test_the_paper_lies_sealed_apart_from_the_file(town: make.Town, owner: object) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrderChild
    from fileroom.records.models import Record

    father = make.related("father", town.ana)
    filed = takes_in(town, father.row.id)
    with district_transaction():
        row = Record.objects.get(student_id=town.ana.id)
        named = CourtOrderChild.objects.get(order=filed.id)
    assert (row.item, row.kept_as) == ("court_order", "apart")
    assert row.about is None, "it is about no contact, and whom it names is told to nobody"
    assert named.id == row.id, "the order's row of this child leads to the paper in this child's file"


def test_the_last_day_of_an_order_does_not_open_the_file_again(town: make.Town) -> None:
    father = make.related("father", town.ana)
    takes_in(town, father.row.id, until=timedelta(days=30))
    later = AT + timedelta(days=31)
    assert asks(father.by, town.ana, at=AT + timedelta(days=30)).decision.silent
    assert not asks(father.by, town.ana, at=later).decision.granted


def test_an_order_that_names_no_child_is_not_an_order_over_a_file(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms

    terms = Terms(Order.RECORDS_ORDER_6323_5, town.mother.row.id, None, (), AT.date())
    with pytest.raises(ValidationError, match="at least one child"):
        file_order(terms, None, by=town.principal.by, at=AT)


def test_where_no_paper_is_handed_in_nobody_is_shut_out(town: make.Town) -> None:
    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.people.answers import Refused

    father = make.related("father", town.ana)
    terms = Terms(Order.RECORDS_ORDER_6323_5, father.row.id, None, (town.ana.id,), AT.date())
    refused = file_order(terms, None, by=town.principal.by, at=AT)
    assert isinstance(refused, Refused)
    assert [it.rule for it in refused.decision.because] == ["casework.orders_received.nothing_was_handed_in"]
    assert outcome(father.by, town.ana) == "must"


def test_the_entry_of_an_order_says_by_which_rule_it_was_taken(town: make.Town) -> None:
    father = make.related("father", town.ana)
    filed = takes_in(town, father.row.id)
    assert entry(filed.entries[0]).rules == ("casework.orders_received.whoever_hands_it_in",)


def test_a_paper_that_cannot_be_read_takes_in_no_half_of_an_order(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.collection.services import Document

    father = make.related("father", town.ana)
    terms = Terms(Order.RECORDS_ORDER_6323_5, father.row.id, None, (town.ana.id,), AT.date())
    with pytest.raises(ValidationError, match="empty"):
        file_order(terms, Document("order.pdf", b""), by=town.principal.by, at=AT)
    assert outcome(father.by, town.ana) == "must"


def test_only_staff_of_the_childs_own_school_take_an_order_in(town: make.Town) -> None:
    """A parent could else shut the other parent out by filing a paper of their own making."""
    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.collection.services import Document
    from fileroom.people.answers import Missing, Refused

    father = make.related("father", town.ana)
    elsewhere = make.staffed("other", "registrar", make.school("Mesa Middle"))
    terms = Terms(Order.RECORDS_ORDER_6323_5, father.row.id, None, (town.ana.id,), AT.date())
    for family in (town.mother.by, father.by):
        with pytest.raises(Missing):
            file_order(terms, Document("order.txt", PAPER), by=family, at=AT)
    refused = file_order(terms, Document("order.txt", PAPER), by=elsewhere.by, at=AT)
    assert isinstance(refused, Refused) and not refused.decision.granted
    noted = entry(refused.entry)
    assert (noted.act, noted.sealed, noted.purpose, noted.rules) == (
        "collection:refused",
        True,
        elsewhere.by.purpose.value,
        tuple(it.rule for it in refused.decision.because),
    )
    assert outcome(father.by, town.ana) == "must"


def test_an_order_must_say_whom_it_binds(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms

    terms = Terms(Order.RECORDS_ORDER_6323_5, None, town.mother.row.id, (town.ana.id,), AT.date())
    with pytest.raises(ValidationError):
        file_order(terms, None, by=town.principal.by, at=AT)


MALWARE = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR" + b"-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def test_a_program_that_does_harm_is_no_paper_of_a_court(town: make.Town, owner: object) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.collection.services import Document
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder
    from tests.disclosure.asking import last_entry

    father = make.related("father", town.ana)
    terms = Terms(Order.RECORDS_ORDER_6323_5, father.row.id, None, (town.ana.id,), AT.date())
    with pytest.raises(ValidationError) as refused:
        file_order(terms, Document("order.txt", MALWARE), by=town.principal.by, at=AT)
    assert "Do not open it" in refused.value.message_dict["file"][0]
    with district_transaction():
        assert not CourtOrder.objects.exists()
    noted = last_entry()
    assert (noted.act, noted.outcome, noted.sealed) == ("collection:refused", "not_read", True)


def test_an_order_sent_twice_is_one_order_and_another_under_its_id_is_none(town: make.Town) -> None:
    from uuid import uuid4

    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.collection.services import Document
    from fileroom.hosting import district_transaction
    from fileroom.people.answers import FormUsed
    from fileroom.people.models import CourtOrder
    from tests.disclosure.asking import entries

    father, once = make.related("father", town.ana), uuid4()
    terms = Terms(Order.RECORDS_ORDER_6323_5, father.row.id, None, (town.ana.id, town.ben.id), AT.date())

    def sent(paper: bytes = PAPER) -> object:
        return file_order(terms, Document("order.txt", paper), by=town.principal.by, at=AT, once=once)

    assert sent() == sent()
    with pytest.raises(FormUsed):
        sent(PAPER + b"Amended.\n")
    with district_transaction():
        assert CourtOrder.objects.count() == 1
    assert [it.act.value for it in entries()].count("order:filed") == 2
