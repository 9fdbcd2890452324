"""An order that is filed ends sessions and owes a receipt, a reading and looks; a preview of it keeps nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.facts import Order
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.disclosure.asking import outcome


@pytest.fixture
def father(town: make.Town) -> make.Related:
    return make.related("father", town.ana)


def owed(by: make.Staffed, at: object = AT) -> list[tuple[str, str, date | None]]:
    from fileroom.people.owed import owed

    return [(it.rule.rpartition(".")[2], it.part, it.due) for it in owed(by=by.by, at=at)]  # type: ignore[arg-type]


def test_the_session_of_whom_it_binds_ends_as_any_session_ends(town: make.Town, father: make.Related) -> None:
    his, hers = browser(father.by), browser(town.mother.by)
    assert his.get("/family/").status_code == hers.get("/family/").status_code == 200
    files(terms(town, father.row.id), town.registrar.by)
    ended = his.get("/family/")
    assert (ended.status_code, ended.headers["Location"]) == (302, "/sign-in/?next=/family/")
    assert hers.get("/family/").status_code == 200


def test_whoever_took_it_in_owes_the_receipt_today_and_counsel_reads_it_today(
    town: make.Town, father: make.Related
) -> None:
    counsel = make.staffed("counsel", "counsel", None)
    files(terms(town, father.row.id), town.registrar.by)
    assert owed(town.registrar) == [("receipt_to_submitter", "", AT.date())]
    assert owed(counsel) == [("counsel_review", "", AT.date())]
    assert owed(town.teacher) == []


def looks(of: UUID) -> list[tuple[str, date | None]]:
    from fileroom.duties.queries import about

    rule = "casework.orders_reviewed.who_works_with_the_student_looks"
    return [(it.part, it.due) for it in about("orders", [of], at=AT) if it.rule == rule]


def test_the_custodian_looks_three_times_before_its_last_day(town: make.Town, father: make.Related) -> None:
    done = files(terms(town, father.row.id, until=timedelta(days=100)), town.registrar.by)
    end = AT.date() + timedelta(days=100)
    assert looks(done.id) == [
        ("order_review_first", end - timedelta(days=90)),
        ("order_review_second", end - timedelta(days=30)),
        ("order_review_last", end - timedelta(days=7)),
    ]


def test_looks_whose_day_has_passed_are_not_owed(town: make.Town, father: make.Related) -> None:
    files(terms(town, father.row.id, until=timedelta(days=20)), town.registrar.by)
    assert [part for _, part, _ in owed(town.principal)] == ["order_review_last"]


@pytest.mark.parametrize("days", [0, 5])
def test_of_an_order_of_a_few_days_the_last_look_is_owed_today(
    town: make.Town, father: make.Related, days: int
) -> None:
    files(terms(town, father.row.id, until=timedelta(days=days)), town.registrar.by)
    assert owed(town.principal) == [("who_works_with_the_student_looks", "order_review_last", AT.date())]


def test_where_the_child_is_at_no_school_the_districts_custodian_looks(town: make.Town, father: make.Related) -> None:
    office = make.staffed("office", "registrar", None)
    custodian = make.staffed("keeper", "administrator", None)
    make.custodian(custodian.row, None)
    make.change(town.spell, left_on=AT.date() - timedelta(days=3))
    files(terms(town, father.row.id, until=timedelta(days=5)), office.by)
    assert ("who_works_with_the_student_looks", "order_review_last", AT.date()) in owed(custodian)


def test_an_order_without_a_last_day_is_looked_at_before_the_law_would_end_it(
    town: make.Town, father: make.Related
) -> None:
    done = files(terms(town, father.row.id), town.registrar.by)
    assert looks(done.id)[0][1] == date(2029, 10, 19) - timedelta(days=90)
    assert owed(town.principal) == [], "what is due in years is not today's"


def test_an_order_that_protects_nobody_ends_by_no_law(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.desk import order

    done = files(terms(town, father.row.id, kind=Order.RIGHTS_TERMINATED), town.registrar.by)
    assert looks(done.id) == []
    shown = order(done.id, by=town.principal.by, at=AT + timedelta(days=4000)).order
    assert (shown.ends, shown.ends_by_law, shown.over) == (None, False, False)


def test_what_was_handed_in_is_obeyed_today(town: make.Town, father: make.Related) -> None:
    from dataclasses import replace

    later = replace(terms(town, father.row.id), from_on=AT.date() + timedelta(days=1))
    with pytest.raises(ValidationError, match="obeyed today"):
        files(later, town.registrar.by)
    assert outcome(father.by, town.ana) == "must"


def test_a_child_whose_file_the_clerk_does_not_work_with_is_for_the_districts_custodian_today(
    town: make.Town, father: make.Related
) -> None:
    keeper = make.staffed("keeper", "administrator", None)
    make.custodian(keeper.row, None)
    files(terms(town, father.row.id, names_others=True), town.registrar.by)
    assert ("whoever_hands_it_in", "others", AT.date()) in owed(keeper)


def test_a_name_that_is_on_file_ends_that_persons_sessions_too(town: make.Town, father: make.Related) -> None:
    his = browser(father.by)
    assert his.get("/family/").status_code == 200
    files(terms(town, None, named=(father.row.given.upper(), father.row.family)), town.registrar.by)
    assert his.get("/family/").status_code == 302


def test_an_order_that_binds_nobody_ends_no_session(town: make.Town, father: make.Related) -> None:
    his = browser(father.by)
    assert his.get("/family/").status_code == 200
    files(terms(town, father.row.id, kind=Order.JOINT_LEGAL_CUSTODY), town.registrar.by)
    assert his.get("/family/").status_code == 200


def test_a_corrected_answer_is_no_second_post_of_the_same_form(town: make.Town, father: make.Related) -> None:
    from dataclasses import replace

    from fileroom.collection.orders.services import file_order
    from fileroom.collection.services import Document
    from fileroom.people.answers import FormUsed
    from tests.collection.orders.filing import PAPER

    once, said = uuid4(), terms(town, father.row.id, safe_tonight="yes")
    file_order(said, Document("order.txt", PAPER), by=town.registrar.by, at=AT, once=once)
    with pytest.raises(FormUsed):
        corrected = replace(said, safe_tonight="no")
        file_order(corrected, Document("order.txt", PAPER), by=town.registrar.by, at=AT, once=once)


def test_the_first_screen_of_whom_an_order_binds_has_no_line_of_it(town: make.Town) -> None:
    from fileroom.people.owed import owed as duties
    from fileroom.web.owed import page

    bound = make.contact(town.principal.row.given, town.principal.row.family)
    files(terms(town, bound.id, until=timedelta(days=5)), town.registrar.by)
    due = duties(by=town.principal.by, at=AT)
    assert len(due) == 2, "a look before its end, and whether it is they whom it names"
    found = page(by=town.principal.by, at=AT)
    assert (found.rows, found.owing.number, found.owing.late, found.owing.at_least) == ([], 0, 0, False)


def test_who_took_it_in_knows_its_terms_on_that_day_alone(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.desk import order
    from fileroom.people.answers import Missing

    done = files(terms(town, father.row.id), town.registrar.by)
    assert order(done.id, by=town.registrar.by, at=AT).order.id == done.id
    with pytest.raises(Missing):
        order(done.id, by=town.registrar.by, at=AT + timedelta(days=1))


def test_somebody_who_is_on_no_file_is_bound_by_name(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Contact, CourtOrder, Relationship

    files(terms(town, None, named=("Luis", "Ortiz")), town.registrar.by)
    with district_transaction():
        row = CourtOrder.objects.select_related("restrained").get()
        assert row.restrained and (row.restrained.given, row.restrained.family) == ("Luis", "Ortiz")
        assert not Relationship.objects.filter(contact=row.restrained).exists(), "entered, and related to nobody"
        assert Contact.objects.filter(given="Luis").count() == 1


def test_the_same_form_sent_twice_enters_nobody_twice(town: make.Town) -> None:
    from fileroom.collection.orders.services import OrderFiled, file_order
    from fileroom.collection.services import Document
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Contact
    from tests.collection.orders.filing import PAPER

    said, once = terms(town, None, named=("Luis", "Ortiz")), uuid4()
    for _ in range(2):
        done = file_order(said, Document("order.txt", PAPER), by=town.registrar.by, at=AT, once=once)
        assert isinstance(done, OrderFiled) and done.id == once
    with district_transaction():
        assert Contact.objects.filter(given="Luis").count() == 1


def test_what_was_asked_at_the_counter_stands_with_the_order(town: make.Town, father: make.Related) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder

    asked: dict[str, Any] = {"served": "no", "safe_tonight": "yes", "reached": "not_at_all"}
    head: dict[str, Any] = {"court": "Superior Court of Alder County", "number": "FL-2026-0417", "brought_by": "lawyer"}
    files(terms(town, father.row.id, **asked, **head), town.registrar.by)
    with district_transaction():
        row = CourtOrder.objects.get()
    assert {it: getattr(row, it) for it in (*asked, *head)} == asked | head
    page = words(browser(town.principal.by).get(f"/orders/{row.id}/").content.decode())
    assert head["court"] in page and head["number"] in page and "brought by: a lawyer" in page


def test_a_custodian_is_told_of_the_children_of_her_own_school_alone(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.desk import order, orders
    from fileroom.people.answers import Missing

    mesa = make.school("Mesa Middle")
    eli = make.student("Eli", "Torres")
    make.enrolment(eli, mesa)
    office = make.staffed("office", "registrar", None)
    done = files(terms(town, father.row.id, town.ana.id, eli.id), office.by)
    other = make.staffed("other", "principal", mesa)
    make.custodian(other.row, mesa)
    for by, name in ((town.principal.by, "Ana Torres"), (other.by, "Eli Torres")):
        assert [it.children for it in orders(by=by, at=AT).listed] == [(name,)]
        assert order(done.id, by=by, at=AT).order.children == (name,)
    assert order(done.id, by=office.by, at=AT).order.children == ("Ana Torres", "Eli Torres"), "who took it in"
    assert orders(by=town.teacher.by, at=AT).listed == ()
    with pytest.raises(Missing):
        order(done.id, by=town.teacher.by, at=AT)


def test_a_look_is_over_at_the_school_of_whoever_looked_and_not_at_the_other_childs(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.collection.orders.looking_after import review
    from fileroom.duties.queries import about

    mesa = make.school("Mesa Middle")
    eli = make.student("Eli", "Torres")
    make.enrolment(eli, mesa)
    office = make.staffed("office", "registrar", None)
    other = make.staffed("other", "principal", mesa)
    make.custodian(other.row, mesa)
    keeper = make.staffed("keeper", "administrator", None)
    make.custodian(keeper.row, None)
    done = files(terms(town, father.row.id, town.ana.id, eli.id, until=timedelta(days=5)), office.by)

    def at_schools() -> set[UUID | None]:
        return {it.school for it in about("orders", [done.id], at=AT) if it.part == "order_review_last"}

    assert at_schools() == {town.school.id, mesa.id}
    review(done.id, "order_review_last", "will_not_renew", by=town.principal.by, at=AT)
    assert at_schools() == {mesa.id}
    review(done.id, "order_review_last", "will_renew", by=keeper.by, at=AT)
    assert at_schools() == set(), "the district's custodian looks for both"


def test_the_districts_custodian_ends_a_look_of_the_districts_though_kept_from_one_of_the_children(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.collection.orders.looking_after import review
    from fileroom.duties.queries import about

    mia, eli = (make.student(it, "Torres") for it in ("Mia", "Eli"))  # at no school
    office, keeper = make.staffed("office", "administrator", None), make.staffed("keeper", "administrator", None)
    make.custodian(keeper.row, None)
    done = files(terms(town, father.row.id, mia.id, eli.id, until=timedelta(days=5)), office.by)
    make.order(eli, make.contact(keeper.row.given, keeper.row.family))

    def looks() -> list[object]:
        return [it.school for it in about("orders", [done.id], at=AT) if it.part == "order_review_last"]

    assert looks() == [None]
    review(done.id, "order_review_last", "will_renew", by=keeper.by, at=AT)
    assert looks() == []
