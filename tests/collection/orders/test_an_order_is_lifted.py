"""An order is lifted by a paper and two people; its last day lifts nothing, and a look before it changes nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.orders.filing import files, shown, terms
from tests.conftest import AT
from tests.disclosure.asking import entries, looks, outcome

LATER = AT + timedelta(days=60)


@pytest.fixture
def father(town: make.Town) -> make.Related:
    return make.related("father", town.ana)


@pytest.fixture
def order(town: make.Town, father: make.Related) -> UUID:
    return files(terms(town, father.row.id, until=timedelta(days=100)), town.registrar.by).id


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    """The district's custodian of records, an administrator."""
    who = make.staffed("office", "administrator", None)
    make.custodian(who.row, None)
    return who


def proposes(
    order: UUID,
    by: make.Staffed,
    rests_on: str = "court",
    *,
    id_: UUID | None = None,
    true: tuple[str, ...] = ("signed", "ends"),
    words: bytes = b"Superior Court. The order is terminated.\n",
    at: Any = LATER,
) -> Any:
    from fileroom.collection.orders.lifting import propose
    from fileroom.collection.services import Document

    paper = Document("ended.txt", words)
    return propose(id_ or uuid4(), order, rests_on, paper, true=true, by=by.by, at=at)


def confirms(order: UUID, by: make.Staffed, *, has_called: bool = True, reads: bool = True, at: Any = LATER) -> Any:
    """Confirm, the paper opened first as whoever confirms does."""
    from fileroom.collection.orders.lifting import confirm
    from fileroom.hosting import district_transaction
    from fileroom.people.models import OrderLifting

    with district_transaction():
        papers = [UUID(it) for row in OrderLifting.objects.filter(order=order) for it in row.papers]
    for paper in papers if reads else []:
        looks(by.by, paper, at=at)
    return confirm(order, has_called=has_called, by=by.by, at=at)


def test_it_binds_until_a_second_person_has_confirmed(
    town: make.Town, father: make.Related, order: UUID, office: make.Staffed
) -> None:
    from fileroom.collection.orders.asking import Noted

    assert isinstance(proposes(order, town.principal), Noted)
    assert outcome(father.by, town.ana) == "no"
    assert isinstance(confirms(order, office), Noted)
    from tests.disclosure.asking import asks

    assert asks(father.by, town.ana, at=LATER).decision.outcome == "must"
    noted = [it for it in entries() if it.act.value in ("order:lift_proposed", "order:lifted")]
    assert [(it.act.value, it.student, it.sealed, it.outcome) for it in noted] == [
        ("order:lift_proposed", town.ana.id, True, "court"),
        ("order:lifted", town.ana.id, True, "court"),
    ]


def test_nobody_confirms_their_own(town: make.Town, father: make.Related, order: UUID) -> None:
    from fileroom.people.answers import Refused

    proposes(order, town.principal)
    refused = confirms(order, town.principal)
    assert isinstance(refused, Refused)
    assert refused.decision.because[0].rule == "casework.orders_lifted.nobody_confirms_their_own"
    assert entries()[-1].act.value == "order:lift_refused"
    assert outcome(father.by, town.ana) == "no"


def test_whom_it_protects_is_called_before_anything_opens(
    town: make.Town, father: make.Related, order: UUID, office: make.Staffed
) -> None:
    proposes(order, town.principal)
    with pytest.raises(ValidationError, match="tell"):
        confirms(order, office, has_called=False)
    assert outcome(father.by, town.ana) == "no"


def test_a_clerk_and_a_teacher_lift_nothing(town: make.Town, order: UUID, office: make.Staffed) -> None:
    from fileroom.people.answers import Missing, Refused

    assert isinstance(proposes(order, town.registrar, at=AT), Refused), "who took it in today knows that it is there"
    before = len(entries())
    with pytest.raises(Missing):
        proposes(order, town.teacher)
    assert [(it.act.value, it.sealed) for it in entries()[before:]] == [("order:lift_refused", True)]
    with pytest.raises(Missing):
        confirms(order, office)


def test_its_end_lifts_nothing_and_counsels_word_does(
    town: make.Town, father: make.Related, order: UUID, office: make.Staffed
) -> None:
    from fileroom.collection.orders.counsels_word import counsel_has_read
    from tests.disclosure.asking import asks

    past = AT + timedelta(days=200)
    assert not asks(father.by, town.ana, at=past).decision.granted
    proposes(order, town.principal, "counsel", at=past)
    with pytest.raises(ValidationError, match="Counsel reads it first"):
        confirms(order, office, at=past)
    assert not asks(father.by, town.ana, at=past).decision.granted
    counsel_has_read(order, seen=shown(order), by=office.by, at=past)
    confirms(order, office, at=past)
    assert asks(father.by, town.ana, at=past).decision.outcome == "must"


def test_counsel_reads_what_was_lifted_by_counsels_word_the_same_day(
    town: make.Town, order: UUID, office: make.Staffed
) -> None:
    from fileroom.collection.orders.counsels_word import counsel_has_read
    from fileroom.duties.queries import about

    proposes(order, town.principal, "counsel")
    counsel_has_read(order, seen=shown(order), by=office.by, at=LATER)
    confirms(order, office)
    owed = {it.rule: it.due for it in about("orders", [order], at=LATER)}
    assert owed["casework.lifting_duties.counsel_review"] == LATER.date()
    counsel_has_read(order, seen=shown(order), by=office.by, at=LATER)
    assert "casework.lifting_duties.counsel_review" not in {it.rule for it in about("orders", [order], at=LATER)}


def test_whoever_confirms_has_opened_the_paper_and_keeps_the_order(
    town: make.Town, father: make.Related, order: UUID, office: make.Staffed
) -> None:
    from fileroom.people.answers import Missing

    proposes(order, town.principal)
    with pytest.raises(ValidationError, match="Open the paper first"):
        confirms(order, office, reads=False)
    designee = make.staffed("designee", "administrator", None)
    with pytest.raises(Missing):
        confirms(order, designee)
    assert outcome(father.by, town.ana) == "no"


def test_a_proposal_is_withdrawn_and_does_not_stand_for_ever(
    town: make.Town, order: UUID, office: make.Staffed
) -> None:
    from fileroom.collection.orders.lifting import withdraw

    proposes(order, town.principal)
    with pytest.raises(ValidationError, match="month ago"):
        confirms(order, office, at=LATER + timedelta(days=31))
    withdraw(order, by=office.by, at=LATER)
    assert entries()[-1].act.value == "order:lift_withdrawn"
    proposes(order, town.principal, words=b"Superior Court. Another paper.\n")
    confirms(order, office)


def test_of_a_court_s_paper_it_is_said_that_it_is_signed_and_ends_this_order(town: make.Town, order: UUID) -> None:
    for true in ((), ("signed",), ("ends",)):
        with pytest.raises(ValidationError):
            proposes(order, town.principal, true=true)


def test_another_paper_under_the_same_form_is_not_dropped_in_silence(town: make.Town, order: UUID) -> None:
    from fileroom.people.answers import FormUsed

    once = uuid4()
    proposes(order, town.principal, id_=once)
    with pytest.raises(FormUsed):
        proposes(order, town.principal, id_=once, words=b"Another paper.\n")


def test_what_is_no_paper_of_a_court_nor_of_counsel_lifts_nothing(town: make.Town, order: UUID) -> None:
    with pytest.raises(ValidationError):
        proposes(order, town.principal, "the_end_has_passed")


def test_the_paper_that_lifts_it_lies_sealed_as_the_orders_own_does(
    town: make.Town, order: UUID, office: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.records.models import Record

    proposes(order, town.principal)
    with district_transaction():
        assert list(Record.objects.values_list("item", "kept_as")) == [("court_order", "apart")] * 2


def test_proposed_twice_by_one_form_is_one_act_and_by_another_is_told(town: make.Town, order: UUID) -> None:
    once = uuid4()
    first, again = (proposes(order, town.principal, id_=once) for _ in range(2))
    assert first.entries[0] == again.entries[0]
    with pytest.raises(ValidationError, match="second person"):
        proposes(order, town.principal)


def test_a_look_is_noted_and_the_next_one_is_still_owed(town: make.Town, father: make.Related, order: UUID) -> None:
    from fileroom.collection.orders.looking_after import review
    from fileroom.duties.queries import about

    def looks() -> list[str]:
        return [it.part for it in about("orders", [order], at=AT) if it.part.startswith("order_review")]

    first = looks()[0]
    review(order, first, "not_reached", by=town.principal.by, at=AT)
    assert first in looks(), "who was not reached is called again"
    review(order, first, "will_renew", by=town.principal.by, at=AT)
    assert first not in looks() and len(looks()) == 2
    assert outcome(father.by, town.ana) == "no"


def test_of_whom_nobody_may_reach_the_look_is_over_without_a_call_and_of_nobody_else(
    town: make.Town, order: UUID
) -> None:
    from fileroom.collection.orders.looking_after import review
    from fileroom.duties.queries import about
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder

    (first, *_) = [it.part for it in about("orders", [order], at=AT) if it.part]
    with pytest.raises(ValidationError, match="They may be reached"):
        review(order, first, "not_called", by=town.principal.by, at=AT)
    with district_transaction():
        CourtOrder.objects.filter(pk=order).update(reached="not_at_all")
    review(order, first, "not_called", by=town.principal.by, at=AT)
    assert first not in [it.part for it in about("orders", [order], at=AT)]


def test_that_it_names_another_child_is_owed_until_somebody_has_seen_to_it(town: make.Town, order: UUID) -> None:
    from fileroom.collection.orders.duties import OTHERS
    from fileroom.duties.models import Duty
    from fileroom.duties.queries import about

    owed = Duty(
        rule=OTHERS, room="orders", of=order, part="others", office="custodian_of_records", began_at=AT,
        due_on=make.TODAY, caused_by=uuid4(),
    )  # fmt: skip
    make.keep(owed)
    desk = browser(town.principal.by)
    assert "It names another child" in desk.get(f"/orders/{order}/").content.decode()
    assert browser(town.registrar.by).post(f"/orders/{order}/others/").status_code == 404
    assert desk.post(f"/orders/{order}/others/", {"seen": owed.id}).status_code == 302
    assert "others" not in [it.part for it in about("orders", [order], at=AT)]
    assert "It names another child" not in desk.get(f"/orders/{order}/").content.decode()


def test_where_counsel_has_no_account_it_is_noted_by_whoever_looks_after_it(town: make.Town, order: UUID) -> None:
    from fileroom.collection.orders.asking import Noted
    from fileroom.collection.orders.counsels_word import counsel_has_read
    from fileroom.duties.queries import about
    from fileroom.people.answers import Refused

    def reads() -> int:
        return sum(it.rule.endswith("counsel_review") for it in about("orders", [order], at=AT))

    assert reads() == 1
    assert isinstance(counsel_has_read(order, seen=shown(order), by=town.registrar.by, at=AT), Refused)
    assert isinstance(counsel_has_read(order, seen=shown(order), by=town.principal.by, at=AT), Noted)
    assert reads() == 0


def test_once_lifted_nobody_is_asked_to_look_at_it(town: make.Town, order: UUID, office: make.Staffed) -> None:
    from fileroom.duties.queries import about

    assert [it.part for it in about("orders", [order], at=LATER) if it.part] != []
    proposes(order, town.principal)
    confirms(order, office)
    left = [it.rule for it in about("orders", [order], at=LATER)]
    assert left == ["casework.orders_received.receipt_to_submitter"], "whoever brought it is owed the receipt still"
