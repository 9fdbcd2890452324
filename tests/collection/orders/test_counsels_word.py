"""What counsel says of an order, counsel says where they have an account: on a page that names nobody, once, and of a
last day again and again."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, without_ids, words
from tests.collection.orders.filing import PAPER, files, shown, terms
from tests.conftest import AT
from tests.disclosure.asking import entries, outcome

READ, HOLDS = "Counsel has read it", "Counsel says that it still holds"
ENDS = "casework.orders_lifted.its_last_day_opens_nothing"
READS = "casework.orders_received.counsel_review"
DAY = timedelta(days=1)
LOOKED_AT, REFUSED = "order:looked_at", "order:lift_refused"


@pytest.fixture
def father(town: make.Town) -> make.Related:
    return make.related("father", town.ana)


@pytest.fixture
def lawyer(town: make.Town) -> make.Staffed:
    return make.staffed("lawyer", "counsel", None)


def owed(of: UUID) -> dict[str, object]:
    """What counsel owes about the order: by when, by the last word of the rule."""
    from fileroom.duties.queries import about

    return {it.rule.split(".")[-1]: it.due for it in about("orders", [of], at=AT) if it.office == "counsel"}


def reviewed() -> list[tuple[str, str, bool]]:
    return [(it.part, it.actor.role, it.sealed) for it in entries() if it.act == "order:reviewed"]


def test_a_custodian_says_nothing_for_counsel_who_has_an_account(
    town: make.Town, father: make.Related, lawyer: make.Staffed
) -> None:
    done = files(terms(town, father.row.id, until=5 * DAY), town.registrar.by)
    desk, address = browser(town.principal.by), f"/orders/{done.id}/counsel/"
    for said in ({}, {"holds": "yes"}):
        answer = desk.post(address, said)
        assert answer.status_code == 403 and "District counsel says so here" in words(answer.content.decode())
    page = words(desk.get(f"/orders/{done.id}/").content.decode())
    assert READ not in page and HOLDS not in page and str(done.id) in page
    assert set(owed(done.id)) == {"counsel_review", "its_last_day_opens_nothing"} and reviewed() == []


def test_counsel_says_it_on_a_page_that_names_nobody(
    town: make.Town, father: make.Related, lawyer: make.Staffed
) -> None:
    done = files(terms(town, father.row.id), town.registrar.by)
    desk, address = browser(lawyer.by), f"/orders/{done.id}/for-counsel/"
    assert address in desk.get("/").content.decode()
    page = desk.get(address)
    assert page.status_code == 200 and "Counsel reads a court’s order" in words(page.content.decode())
    assert "Torres" not in page.content.decode() and "Ana" not in without_ids(page.content.decode())
    for other in (town.registrar.by, town.principal.by, town.teacher.by):
        assert browser(other).get(address).status_code == 404
    assert desk.post(address, {"seen": open_ids(done.id, READS)}).status_code == 302
    assert "counsel_review" not in owed(done.id)
    assert reviewed() == [("counsel", "counsel", True)]
    assert outcome(father.by, town.ana) == "no"


def test_what_was_said_and_what_was_refused_rest_on_the_law(
    town: make.Town, father: make.Related, lawyer: make.Staffed
) -> None:
    from fileroom.collection.orders.counsels_word import counsel_has_read, counsel_says_that_it_holds

    order = files(terms(town, father.row.id, until=5 * DAY), town.registrar.by).id
    counsel_has_read(order, seen=shown(order), by=town.principal.by, at=AT)
    assert by_the_law("order:lift_refused") == [("casework.counsel_speaks.nobody_says_it_for_counsel",)]
    counsel_has_read(order, seen=shown(order), by=lawyer.by, at=AT)
    counsel_says_that_it_holds(order, again_in=100, seen=shown(order), by=lawyer.by, at=AT)
    assert by_the_law("order:reviewed") == [("casework.counsel_speaks.counsel_says_it",)] * 2


def test_what_who_keeps_it_notes_for_a_counsel_without_an_account_rests_on_the_law(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.collection.orders.counsels_word import counsel_has_read

    order = files(terms(town, father.row.id), town.registrar.by).id
    counsel_has_read(order, seen=shown(order), by=town.principal.by, at=AT)
    assert by_the_law("order:reviewed") == [("casework.counsel_speaks.who_works_with_the_student_notes_it",)]


def test_counsel_whom_another_order_keeps_from_the_child_is_not_to_be_waited_for(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.collection.orders.counsels_word import counsel_has_read
    from fileroom.people.answers import Missing

    himself = make.staffed("lawyer", "counsel", None)
    uncle = make.related("relative", town.ana)
    make.change(himself.row, given=uncle.row.given, family=uncle.row.family)
    make.order(town.ana, uncle.row)
    order = files(terms(town, father.row.id), town.registrar.by).id
    with pytest.raises(Missing):
        counsel_has_read(order, seen=shown(order), by=himself.by, at=AT)
    counsel_has_read(order, seen=shown(order), by=town.principal.by, at=AT)
    assert "counsel_review" not in owed(order)


def by_the_law(act: str) -> list[tuple[str, ...]]:
    """The rules that decided each entry of this act."""
    return [it.rules for it in entries() if it.act.value == act]


def test_what_a_custodian_says_clears_no_proposal_for_a_second_person(
    town: make.Town, father: make.Related, lawyer: make.Staffed
) -> None:
    from fileroom.collection.orders.counsels_word import counsel_has_read
    from fileroom.collection.orders.lifting import confirm, propose
    from fileroom.collection.services import Document
    from fileroom.people.answers import Refused

    order = files(terms(town, father.row.id), town.registrar.by).id
    office = make.staffed("office", "administrator", None)
    make.custodian(office.row, None)
    propose(uuid4(), order, "counsel", Document("found.txt", PAPER), by=office.by, at=AT)
    refused = counsel_has_read(order, seen=shown(order), by=town.principal.by, at=AT)
    assert isinstance(refused, Refused) and "District counsel says so here" in refused.decision.says
    with pytest.raises(ValidationError, match="Counsel reads it first"):
        confirm(order, has_called=True, by=town.principal.by, at=AT)
    counsel_has_read(order, seen=shown(order), by=lawyer.by, at=AT)
    with pytest.raises(ValidationError, match="Open the paper first"):
        confirm(order, has_called=True, by=town.principal.by, at=AT)


def test_after_it_still_holds_counsel_is_asked_again_and_one_press_is_one_line(
    town: make.Town, father: make.Related, lawyer: make.Staffed
) -> None:
    from fileroom.collection.orders.counsels_word import counsel_says_that_it_holds as holds
    from fileroom.duties.queries import about

    order, end = files(terms(town, father.row.id, until=5 * DAY), town.registrar.by).id, AT.date() + 5 * DAY
    seen = [it.id for it in about("orders", [order], at=AT)]
    for _ in range(2):
        holds(order, again_in=100, seen=seen, by=lawyer.by, at=AT)
    assert owed(order)["its_last_day_opens_nothing"] == end + 100 * DAY and len(reviewed()) == 1
    with pytest.raises(ValidationError, match="not near"):
        holds(order, again_in=100, seen=shown(order), by=lawyer.by, at=AT + 10 * DAY)
    holds(order, again_in=100, seen=shown(order), by=lawyer.by, at=AT + 200 * DAY)
    assert owed(order)["its_last_day_opens_nothing"] == AT.date() + 300 * DAY
    assert outcome(father.by, town.ana) == "no"


def test_how_long_is_the_districts_word_and_a_year_until_it_is_said(town: make.Town, father: make.Related) -> None:
    from fileroom.programmes.settings.services import orders_days, say

    order = files(terms(town, father.row.id, until=timedelta()), town.registrar.by).id
    assert orders_days() == 365
    office = make.staffed("office", "administrator", None)
    say(uuid4(), "orders_days", {"en": "90"}, by=office.by, at=AT)
    said = {"holds": "yes", "seen": open_ids(order, ENDS)}
    assert browser(town.principal.by).post(f"/orders/{order}/counsel/", said).status_code == 302
    due = owed(order)["its_last_day_opens_nothing"]
    assert due is not None and due >= AT.date() + 90 * DAY  # type: ignore[operator]


def test_counsel_whom_the_order_names_says_nothing_and_who_keeps_it_does(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.counsels_word import counsel_has_read

    himself = make.staffed("lawyer", "counsel", None)
    make.change(himself.row, given=father.row.given, family=father.row.family)
    order = files(terms(town, father.row.id), town.registrar.by).id
    assert browser(himself.by).get(f"/orders/{order}/for-counsel/").status_code == 404
    counsel_has_read(order, seen=shown(order), by=town.principal.by, at=AT)
    assert "counsel_review" not in owed(order)


def test_what_is_over_is_said_once_with_one_line(town: make.Town, father: make.Related) -> None:
    from fileroom.collection.orders.counsels_word import counsel_has_read
    from fileroom.collection.orders.duties import OTHERS
    from fileroom.collection.orders.looking_after import others_are_seen_to

    order = files(terms(town, father.row.id, names_others=True), town.registrar.by).id
    others, read = open_ids(order, OTHERS), open_ids(order, READS)
    for _ in range(2):
        counsel_has_read(order, seen=read, by=town.principal.by, at=AT)
        others_are_seen_to(order, seen=others, by=town.principal.by, at=AT)
        others_are_seen_to(order, seen=[uuid4()], by=town.principal.by, at=AT)
    assert [part for part, _, _ in reviewed()] == ["counsel", "others"]


def owes_more(order: UUID, rule: str, office: str, part: str) -> None:
    """The same is owed about the order once more, of another part of it."""
    from fileroom.duties.services import Owed, owe
    from fileroom.law import default_calendar

    row = Owed(rule, "orders", order, AT, office=office, part=part, due_on=AT.date())
    owe([row], calendar=default_calendar(), caused_by=uuid4())


def open_ids(order: UUID, rule: str) -> list[UUID]:
    from fileroom.duties.queries import about

    return [it.id for it in about("orders", [order], at=AT) if it.rule == rule]


def test_what_came_after_a_page_was_shown_is_ended_by_no_press_on_that_page(
    town: make.Town, father: make.Related, lawyer: make.Staffed
) -> None:
    from fileroom.collection.orders.counsels_word import counsel_has_read

    order = files(terms(town, father.row.id), town.registrar.by).id
    before = open_ids(order, READS)
    owes_more(order, READS, "counsel", "later")
    counsel_has_read(order, seen=before, by=lawyer.by, at=AT)
    assert len(open_ids(order, READS)) == 1 and open_ids(order, READS) != before


def test_of_the_other_children_neither_and_what_no_page_shows_ends_nothing(
    town: make.Town, father: make.Related
) -> None:
    from fileroom.collection.orders.duties import OTHERS

    order = files(terms(town, father.row.id, names_others=True), town.registrar.by).id
    shown, desk = open_ids(order, OTHERS), browser(town.principal.by)
    owes_more(order, OTHERS, "custodian", "later")
    for nothing in ({"seen": "no-id"}, {}):
        assert desk.post(f"/orders/{order}/others/", nothing).status_code == 302
    assert len(open_ids(order, OTHERS)) == len(shown) + 1 and reviewed() == []
    desk.post(f"/orders/{order}/others/", {"seen": shown})
    assert len(open_ids(order, OTHERS)) == 1 and open_ids(order, OTHERS) != shown


def test_a_form_that_does_not_say_what_its_page_showed_says_nothing_for_counsel(
    town: make.Town, father: make.Related, lawyer: make.Staffed
) -> None:
    order = files(terms(town, father.row.id, until=5 * DAY), town.registrar.by).id
    for said in ({}, {"holds": "yes"}):
        assert browser(lawyer.by).post(f"/orders/{order}/for-counsel/", said).status_code == 302
    assert {READS.split(".")[-1], ENDS.split(".")[-1]} == set(owed(order)) and reviewed() == []


def noted() -> list[tuple[str, str, bool]]:
    """What was noted of looks at orders, and of who was refused."""
    return [(it.act.value, it.actor.role, it.sealed) for it in entries() if it.act.value in (LOOKED_AT, REFUSED)]


def test_a_stranger_who_speaks_for_counsel_or_asks_for_counsels_page_leaves_a_line_under_seal(
    town: make.Town, father: make.Related, lawyer: make.Staffed
) -> None:
    order = files(terms(town, father.row.id), town.registrar.by).id
    stranger = browser(make.staffed("stranger", "registrar", make.school("Mesa Middle")).by)
    assert stranger.post(f"/orders/{order}/counsel/").status_code == 404
    assert stranger.get(f"/orders/{order}/for-counsel/").status_code == 404
    assert [(act, sealed) for act, _, sealed in noted()] == [(REFUSED, True)] * 2
    assert "counsel_review" in owed(order)


def test_a_word_for_counsel_that_is_refused_leaves_a_line_under_seal_from_whoever_keeps_it_or_took_it_in_too(
    town: make.Town, father: make.Related, lawyer: make.Staffed
) -> None:
    from fileroom.collection.orders.counsels_word import counsel_has_read, counsel_says_that_it_holds
    from fileroom.people.answers import Refused

    order = files(terms(town, father.row.id, until=5 * DAY), town.registrar.by).id
    for who in (town.principal.by, town.registrar.by):
        assert isinstance(counsel_has_read(order, seen=shown(order), by=who, at=AT), Refused)
        assert isinstance(counsel_says_that_it_holds(order, again_in=365, seen=shown(order), by=who, at=AT), Refused)
    lines = [it for it in entries() if it.act == REFUSED]
    assert [(it.actor.account, it.sealed, it.student) for it in lines] == [
        (who.account.id, True, town.ana.id) for who in (town.principal.by, town.registrar.by) for _ in range(2)
    ]
    assert reviewed() == []


def test_that_counsel_looked_at_it_is_noted_under_seal(
    town: make.Town, father: make.Related, lawyer: make.Staffed
) -> None:
    order = files(terms(town, father.row.id), town.registrar.by).id
    browser(lawyer.by).get(f"/orders/{order}/for-counsel/")
    assert noted() == [(LOOKED_AT, "counsel", True)]
