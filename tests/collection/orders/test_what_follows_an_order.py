"""An order that is filed ends sessions and owes a receipt, a reading and looks; a preview of it keeps nothing."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.facts import Order
from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.orders.filing import HEAD, files, terms
from tests.conftest import AT
from tests.disclosure.asking import entries, outcome


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


def test_an_order_without_a_last_day_is_looked_at_before_the_law_would_end_it(
    town: make.Town, father: make.Related
) -> None:
    done = files(terms(town, father.row.id), town.registrar.by)
    assert looks(done.id)[0][1] == date(2029, 10, 19) - timedelta(days=90)
    assert owed(town.principal) == [], "what is due in years is not today's"


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

    files(terms(town, father.row.id, served="no", safe_tonight="yes", reached="not_at_all"), town.registrar.by)
    with district_transaction():
        row = CourtOrder.objects.get()
    assert (row.served, row.safe_tonight, row.reached) == ("no", "yes", "not_at_all")


def test_a_preview_tells_whose_sight_changes_and_keeps_nothing(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.preview import Sees, preview
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder

    before = len(entries())
    seen = preview(terms(town, father.row.id), by=town.registrar.by, at=AT)
    assert {(it.name, it.sees) for it in seen} == {
        (f"{father.row.given} {father.row.family}", Sees.NOTHING),
        (f"{town.mother.row.given} {town.mother.row.family}", Sees.AS_BEFORE),
    }
    with district_transaction():
        assert not CourtOrder.objects.exists()
    assert len(entries()) == before
    assert outcome(father.by, town.ana) == "must"


def test_a_preview_tells_nothing_of_an_order_that_was_there(town: make.Town, father: make.Related) -> None:
    """The clerk who files a second order is not shown whom the first one binds."""
    from fileroom.collection.orders.preview import Sees, preview

    files(terms(town, father.row.id), town.principal.by)
    uncle = make.related("uncle", town.ana)
    seen = preview(terms(town, uncle.row.id), by=town.registrar.by, at=AT)
    told = {it.name: it.sees for it in seen}
    assert told[f"{father.row.given} {father.row.family}"] is Sees.AS_BEFORE
    assert told[f"{uncle.row.given} {uncle.row.family}"] is Sees.NOTHING


def test_a_preview_is_for_whoever_could_file_the_order(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.preview import preview
    from fileroom.people.answers import Missing

    said = terms(town, father.row.id)
    for by in (town.mother.by, father.by, make.staffed("elsewhere", "registrar", make.school("Mesa")).by):
        with pytest.raises(Missing):
            preview(said, by=by, at=AT)


def test_a_stay_away_order_leaves_the_rest_of_the_file_to_counsel_or_the_parent(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.collection.orders.preview import Sees, preview

    seen = preview(terms(town, father.row.id, kind=Order.STAY_AWAY_NO_RECORDS_CLAUSE), by=town.registrar.by, at=AT)
    told = {it.name: it.sees for it in seen}
    assert told[f"{father.row.given} {father.row.family}"] in (Sees.FILE, Sees.ASKS_COUNSEL)


def test_the_receipt_says_when_and_to_whom_and_names_no_child_and_no_parent(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.collection.orders.receipts import issue_receipt, open_receipt
    from tests.letters.test_letters import text_of

    done = files(terms(town, father.row.id), town.registrar.by)
    made = issue_receipt(done.id, language="en", pages=4, head=HEAD, by=town.registrar.by, at=AT)
    said = text_of(made.pdf)
    assert "October 19, 2026, 10:30 a.m." in said and town.school.name in said and made.code in said
    assert f"{town.registrar.row.given} {town.registrar.row.family}" in said
    names = {town.ana.legal_given, town.mother.row.given, father.row.given, town.mother.row.family}
    assert [
        it for it in names if it in said.replace(f"{town.registrar.row.given} {town.registrar.row.family}", "")
    ] == []
    assert open_receipt(made.id, by=town.registrar.by, at=AT) == made.pdf
    assert owed(town.registrar) == []
    told = [(it.act.value, it.sealed, it.outcome) for it in entries()[-2:]]
    from hashlib import sha256

    assert told == [("letter:issued", True, sha256(made.pdf).hexdigest()), ("letter:opened", True, "")]


def test_a_receipt_is_for_its_taker_and_the_custodian(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.receipts import issue_receipt, open_receipt, receipts
    from fileroom.people.answers import Missing

    done = files(terms(town, father.row.id), town.registrar.by)
    made = issue_receipt(done.id, language="es", pages=1, head=HEAD, by=town.registrar.by, at=AT)
    assert [it.code for it in receipts(done.id, by=town.principal.by, at=AT)] == [made.code]
    another = make.staffed("second", "registrar", town.school)
    for by in (another.by, town.teacher.by, town.mother.by, father.by):
        for act in (
            lambda by=by: receipts(done.id, by=by, at=AT),
            lambda by=by: open_receipt(made.id, by=by, at=AT),
            lambda by=by: issue_receipt(done.id, language="en", pages=1, head=HEAD, by=by, at=AT),
        ):
            with pytest.raises(Missing):
                act()


@pytest.mark.parametrize(("language", "pages"), [("vi", 1), ("en", 0), ("en", 5000)])
def test_a_receipt_that_could_not_be_true_is_not_made(
    town: make.Town, father: make.Related, language: str, pages: int
) -> None:
    from fileroom.collection.orders.receipts import issue_receipt

    done = files(terms(town, father.row.id), town.registrar.by)
    with pytest.raises(ValidationError):
        issue_receipt(done.id, language=language, pages=pages, head=HEAD, by=town.registrar.by, at=AT)


def test_anyone_checks_a_paper_by_its_code_and_learns_nothing_else(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.receipts import issue_receipt
    from fileroom.disclosure.papers import check

    done = files(terms(town, father.row.id), town.registrar.by)
    made = issue_receipt(done.id, language="en", pages=4, head=HEAD, by=town.registrar.by, at=AT)
    found = check(made.code.lower().replace("-", " "), None, language="es")
    assert found and (found.title, found.same) == ("Recibo de una orden de un tribunal", None)
    same, other = (check(made.code, pdf, language="en") for pdf in (made.pdf, made.pdf + b" "))
    assert same and same.same is True
    assert other and other.same is False
    assert check("AAAA-AAAA-AAAA", made.pdf, language="en") is None
    assert check("", None, language="en") is None


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
