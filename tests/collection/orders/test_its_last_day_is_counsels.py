"""The last day of an order, on its face or by law, opens nothing: on that day counsel owes a look, and not before."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from fileroom.hosting import district_transaction
from fileroom.law.facts import Order
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.collection.orders.filing import files, shown, terms
from tests.conftest import AT
from tests.disclosure.asking import entries, outcome
from tests.disclosure.test_counter_search_and_log import at_counter

TODAY = AT.date()
DAY = timedelta(days=1)
BY_LAW = date(2029, 10, 19)  # three years from the day it was made
READ = "Counsel has read it"


@pytest.fixture
def father(town: make.Town) -> make.Related:
    return make.related("father", town.ana)


def owed(of: UUID) -> list[tuple[str, date | None]]:
    """What counsel owes because the order's last day comes: whose, by when."""
    from fileroom.duties.queries import about

    return [(it.office, it.due) for it in about("orders", [of], at=AT) if it.part == "end"]


def test_of_an_order_without_a_last_day_counsel_looks_when_the_law_would_end_it(
    town: make.Town, father: make.Related
) -> None:
    assert owed(files(terms(town, father.row.id), town.registrar.by).id) == [("counsel", BY_LAW)]


def test_of_one_with_a_last_day_on_that_day_and_of_one_that_has_none_never(
    town: make.Town, father: make.Related
) -> None:
    dated = files(terms(town, father.row.id, until=20 * DAY), town.registrar.by)
    assert owed(dated.id) == [("counsel", TODAY + 20 * DAY)]
    for_ever = files(terms(town, father.row.id, kind=Order.RIGHTS_TERMINATED), town.registrar.by)
    assert owed(for_ever.id) == []


def test_the_law_ends_what_protects_and_no_sentence_of_which_nobody_knows_that() -> None:
    from fileroom.law.order_terms import OrderTerm, last_day

    ended = {it for it in OrderTerm if last_day(it.value, TODAY, None)}
    assert ended == {
        OrderTerm.RECORDS, OrderTerm.STAY_AWAY, OrderTerm.NO_CONTACT, OrderTerm.PEACEFUL_CONTACT,
        OrderTerm.ADDRESS_KEPT_FROM,
    }  # fmt: skip


def test_of_one_that_came_after_its_end_counsel_looks_today_and_it_is_obeyed(
    town: make.Town, father: make.Related
) -> None:
    from dataclasses import replace

    old = replace(terms(town, father.row.id), from_on=date(2021, 3, 1))
    assert owed(files(old, town.registrar.by).id) == [("counsel", TODAY)]
    assert outcome(father.by, town.ana) == "no"


@pytest.mark.parametrize("days", [5, 60, None])
def test_that_counsel_has_read_it_answers_for_no_last_day_and_counsels_word_of_it_does(
    town: make.Town, father: make.Related, days: int | None
) -> None:
    from fileroom.collection.orders.counsels_word import counsel_has_read, counsel_says_that_it_holds

    until, end = (None, BY_LAW) if days is None else (days * DAY, TODAY + days * DAY)
    done = files(terms(town, father.row.id, until=until), town.registrar.by)
    counsel_has_read(done.id, seen=shown(done.id), by=town.principal.by, at=AT)
    assert owed(done.id) == [("counsel", end)], "who reads it when it comes reads what it says"
    page = words(browser(town.principal.by).get(f"/orders/{done.id}/").content.decode())
    assert READ not in page
    if days != 5:
        with pytest.raises(ValidationError, match="not near"):
            counsel_says_that_it_holds(done.id, again_in=365, seen=shown(done.id), by=town.principal.by, at=AT)
    counsel_says_that_it_holds(done.id, again_in=365, seen=shown(done.id), by=town.principal.by, at=AT + (end - TODAY))
    assert owed(done.id) == [("counsel", end + 365 * DAY)], "it is asked again"
    assert outcome(father.by, town.ana) == "no", "and opens nothing"


def test_the_round_finds_the_orders_that_were_on_file_before_and_owes_it_once(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.collection.orders.nightly import look_round

    make.change(make.order(town.ana, father.row), lifted_on=TODAY)
    order = make.order(town.ana, father.row)
    for _ in range(2):
        look_round(at=AT)
    assert len(owed(order.id)) == 1
    assert [(it.act, it.sealed) for it in entries()] == [("duty:noted", True)]


def test_whom_the_law_has_let_go_asks_and_counsel_answers_by_a_parents_day(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    order = make.order(town.ana, father.row, since=date(2022, 1, 10))
    at_counter(town.registrar.by, town.ana, f"contact-{father.row.id}")
    with district_transaction():
        (duty,) = Duty.objects.filter(office="counsel", part="asks")
    assert (duty.of, duty.clock) == (order.id, "parent_inspection")
    assert outcome(father.by, town.ana) == "no"


def test_a_temporary_order_gets_no_three_years_and_its_last_day_is_its_hearing(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.duties.queries import about

    hearing = TODAY + 20 * DAY
    done = files(terms(town, father.row.id, stage="temporary", hearing_on=hearing), town.registrar.by)
    assert owed(done.id) == [("counsel", hearing)]
    looks = [it.due for it in about("orders", [done.id], at=AT) if it.part.startswith("order_review")]
    assert looks == [hearing - 7 * DAY], "there is no time for the earlier two"
    page = words(browser(town.principal.by).get(f"/orders/{done.id}/").content.decode())
    assert "three years" not in page and "Hearing" in page and "Temporary" in page
    assert outcome(father.by, town.ana) == "no"


def test_after_its_hearing_a_temporary_order_binds_and_who_asks_is_counsels(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.people.bound import past_its_end

    order = make.order(town.ana, father.row, since=TODAY - 30 * DAY)
    make.change(order, stage="temporary", hearing_on=TODAY - DAY)
    assert outcome(father.by, town.ana) == "no"
    with district_transaction():
        assert past_its_end(town.ana.id, father.row.id, on=TODAY) == [order.id]
        assert past_its_end(town.ana.id, father.row.id, on=TODAY - DAY) == []


def test_of_a_temporary_order_without_a_day_counsel_is_asked_at_once(town: make.Town, father: make.Related) -> None:
    assert owed(files(terms(town, father.row.id, stage="temporary"), town.registrar.by).id) == [("counsel", TODAY)]
    made = terms(town, father.row.id, stage="after_hearing")
    assert owed(files(made, town.registrar.by).id) == [("counsel", BY_LAW)]


@pytest.mark.parametrize("stage", ["", "after_hearing", "temporary"])
def test_a_hearing_is_a_temporary_orders_and_not_before_it_was_made(
    town: make.Town, father: make.Related, stage: str
) -> None:
    day = TODAY - DAY if stage == "temporary" else TODAY + DAY
    with pytest.raises(ValidationError) as told:
        files(terms(town, father.row.id, stage=stage, hearing_on=day), town.registrar.by)
    assert list(told.value.message_dict) == ["hearing_on"]


@pytest.mark.parametrize("term", ["supervised_contact", "something_else"])
def test_of_what_no_law_is_known_to_end_counsel_is_asked_and_no_last_day_is_read_into_it(
    town: make.Town, father: make.Related, term: str
) -> None:
    """On file before the sentence was read so, or since: alike."""
    from fileroom.collection.orders.nightly import look_round

    said = terms(town, father.row.id, kind=Order.STAY_AWAY_NO_RECORDS_CLAUSE, term=term)
    done = files(said, town.registrar.by)
    before = make.order(town.ana, father.row, kind="stay_away_no_records_clause")
    make.change(before, term=term)
    look_round(at=AT)
    assert owed(done.id) == [("counsel", BY_LAW)] and len(owed(before.id)) == 1
    assert "It names no last day" in words(browser(town.principal.by).get(f"/orders/{done.id}/").content.decode())


def test_the_form_asks_whether_it_is_temporary(town: make.Town, father: make.Related) -> None:
    from fileroom.people.models import CourtOrder

    said = {
        "kind": "records_order_6323_5", "restrained": str(father.row.id), "from_on": "2026-10-01", "language": "en",
        "pages": "2", "stage": "temporary", "hearing_on": "2026-10-30",
        "file": SimpleUploadedFile("order.txt", b"Temporary restraining order."),
    }  # fmt: skip
    assert browser(town.registrar.by).post(f"/students/{town.ana.id}/orders/", form(**said)).status_code == 302
    with district_transaction():
        row = CourtOrder.objects.get()
    assert (row.stage, row.hearing_on) == ("temporary", date(2026, 10, 30))
