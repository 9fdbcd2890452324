"""Orders of a list: in doubt from their coming, in force once a second person has agreed and their paper is here."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.people.answers import Missing
from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.orders.filing import files, terms
from tests.collection.orders.of_a_list import agree, batch, bring, counsel_duties, orders, row
from tests.conftest import AT
from tests.disclosure.asking import entries, outcome
from tests.factories import TODAY


@pytest.mark.parametrize(
    ("written", "given", "family"),
    [
        ("Victor Torres", "Victor", "Torres"), ("Torres, Victor", "Victor", "Torres"),
        ("Victor Torres Jr.", "Victor", "Torres Jr."), ("Victor Torres, Jr.", "Victor", "Torres Jr."),
        ("Torres III, Victor", "Victor", "Torres III"), ("Ana Ivy", "Ana", "Ivy"),
    ],
)  # fmt: skip
def test_what_tells_a_child_from_a_parent_of_one_name_is_nobodys_family_name(
    town: make.Town, written: str, given: str, family: str
) -> None:
    from fileroom.collection.orders.listed import People, Whom
    from fileroom.hosting import district_transaction

    with district_transaction():
        assert People(()).named(town.ana.id, {"name": written}) == Whom(None, given, family)


def test_from_its_coming_on_whom_a_row_names_sees_nothing_and_the_mother_what_she_saw(
    town: make.Town, father: make.Related, tmp_path: Path
) -> None:
    turn = account_turn(father)
    report = bring(tmp_path, row(town.ana))
    assert (report.tally.kept, report.written.new, report.whole) == (1, 1, True)
    assert outcome(father.by, town.ana) == "needs_more"
    assert outcome(town.mother.by, town.ana) == "must"
    assert account_turn(father) == turn + 1
    (order,) = orders()
    assert (order.claimed, order.restrained_id) == (True, father.row.id)
    claimed = [it for it in entries() if it.act == "order:claimed"]
    assert [(it.student, it.sealed, it.outcome) for it in claimed] == [(town.ana.id, True, "paper")]


def account_turn(of: make.Related) -> int:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Account

    with district_transaction():
        return Account.objects.get(contact=of.row).turn


def test_once_a_second_person_agrees_it_binds_in_silence_and_is_looked_at_before_its_end(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    bring(tmp_path, row(town.ana, to="2029-01-31"))
    assert agree(keeper.by) == 1
    assert outcome(father.by, town.ana) == "no"
    filed = [it for it in entries() if it.act == "order:filed"]
    assert [(it.student, it.sealed, it.outcome) for it in filed] == [(town.ana.id, True, "list")]
    assert {rule for rule, _ in counsel_duties()} == {
        "casework.orders_received.counsel_review", "casework.orders_reviewed.who_works_with_the_student_looks",
        "casework.orders_lifted.its_last_day_opens_nothing",
    }  # fmt: skip


@pytest.mark.parametrize("said", ["records", "stay_away", "address", "contact", "rights_ended", "education_rights"])
def test_while_a_row_waits_its_person_sees_no_more_than_with_the_order_in_force(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path, said: str
) -> None:
    bring(tmp_path, row(town.ana, said=said))
    waiting = seen(father, town.ana)
    agree(keeper.by)
    assert waiting <= seen(father, town.ana)


def seen(who: make.Related, student: Any) -> set[str]:
    """What the law lets somebody look at, of every kind of record."""
    from fileroom.disclosure.facts import asked
    from fileroom.hosting import district_transaction
    from fileroom.law.facts import Action, RecordKind
    from fileroom.people import counsel

    with district_transaction():
        case = asked(student.id, who.by, TODAY)
        return {kind for kind in RecordKind if counsel.decide(case.question(Action.INSPECT, kind)).granted}


def test_without_a_paper_it_stays_in_doubt_whoever_agrees_and_counsel_and_the_paper_are_owed_the_same_day(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    bring(tmp_path, row(town.ana, paper="no"))
    assert counsel_duties() == [
        ("casework.orders_received.counsel_review", "counsel"),
        ("casework.orders_received.nothing_was_handed_in", "custodian"),
    ]
    assert agree(keeper.by) == 0
    assert outcome(father.by, town.ana) == "needs_more"
    assert [it.claimed for it in orders()] == [True]


def test_the_paper_filed_at_the_counter_takes_the_place_of_what_the_list_claimed(
    town: make.Town, father: make.Related, tmp_path: Path
) -> None:
    bring(tmp_path, row(town.ana, paper="no"))
    files(terms(town, father.row.id), town.principal.by)
    assert sorted((it.claimed, it.lifted_on) for it in orders()) == [(False, None), (True, TODAY)]
    assert outcome(father.by, town.ana) == "no"
    assert ("casework.orders_received.nothing_was_handed_in", "custodian") not in counsel_duties()


def test_who_turns_a_list_back_opens_nothing(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.collection.orders.agreeing import turn_back

    bring(tmp_path, row(town.ana))
    turn_back(batch(), by=keeper.by, at=AT)
    assert outcome(father.by, town.ana) == "needs_more"
    with pytest.raises(ValidationError, match="already"):
        agree(keeper.by)


def test_two_alike_are_both_in_doubt_and_listed_and_neither_is_guessed(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    twin = make.related("twin", town.ana)
    make.change(twin.row, given="Victor", family="Torres", search_name="victor torres")
    assert twin.relation is not None
    make.custody(twin.relation)
    report = bring(tmp_path, row(town.ana, relation=""))
    assert [(it.row, it.code) for it in report.tally.remarks if it.row] == [(2, "person_not_known")]
    agree(keeper.by)
    (order,) = orders()
    assert order.claimed
    assert order.restrained_id not in {father.row.id, twin.row.id}
    assert (outcome(father.by, town.ana), outcome(twin.by, town.ana)) == ("needs_more", "needs_more")
    assert outcome(town.mother.by, town.ana) == "must"


def test_nobody_agrees_to_their_own_list_or_miscounted_or_without_the_districts_office(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    bring(tmp_path, row(town.ana), by=keeper.by.acting_as("custodian"))
    with pytest.raises(ValidationError, match="Somebody else"):
        agree(keeper.by)
    with pytest.raises(Missing):
        agree(town.principal.by)
    second = make.staffed("second", "administrator", None)
    with pytest.raises(ValidationError, match="Count again"):
        agree(second.by, counted=2)
    assert agree(second.by) == 1


def test_a_school_opens_only_once_the_list_is_agreed_to_and_counts_equal(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.collection.orders.opening import Drawer, Signed, sign_for_orders

    make.change(town.school, orders_entered_on=None)
    bring(tmp_path, row(town.ana))
    with pytest.raises(ValidationError) as error:
        sign_for_orders(town.school.id, Drawer(1, 0, 0), by=town.principal.by, at=AT)
    assert set(error.value.message_dict) == {"orders", "waits"}
    agree(keeper.by)
    with pytest.raises(ValidationError) as error:
        sign_for_orders(town.school.id, Drawer(2, 0, 0), by=town.principal.by, at=AT)
    assert set(error.value.message_dict) == {"orders"}
    assert isinstance(sign_for_orders(town.school.id, Drawer(1, 0, 0), by=town.principal.by, at=AT), Signed)


def test_a_number_that_may_be_a_social_security_number_is_kept_out_by_the_law(town: make.Town, tmp_path: Path) -> None:
    report = bring(tmp_path, row(town.ana, case="SSN 219-09-9999"))
    assert [(it.column, it.code) for it in report.tally.problems] == [("case", "ssn_shape")]
    assert "219" not in str(report.to_json())


def test_the_page_asks_to_count_and_names_nobody(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    bring(tmp_path, row(town.ana, paper="no"))
    page = browser(keeper.by).get("/orders/lists/").content.decode()
    assert "Victor" not in page
    assert "have no paper here" in page
    wrong = browser(keeper.by).post(f"/orders/lists/{batch()}/", {"counted": "7"})
    assert wrong.status_code == 422
    right = browser(keeper.by).post(f"/orders/lists/{batch()}/", {"counted": "1"})
    assert right.status_code == 302
    assert browser(keeper.by).post(f"/orders/lists/{uuid4()}/", {"counted": "1"}).status_code == 404
    assert "Said by a list" in browser(town.principal.by).get("/orders/").content.decode()


def test_once_it_is_agreed_to_whoever_may_be_the_same_person_is_asked_about_as_at_the_counter(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.collection.services import collect

    for it, way in ((father, "5595550171"), (make.related("alias", town.ana), "+1 559 555 0171")):
        collect(
            town.ana.id, "contact_and_household", {"mobile": way}, by=town.registrar.by, at=AT, about=it.row.id
        )  # fmt: skip
    bring(tmp_path, row(town.ana))
    assert asked_about() == []
    agree(keeper.by)
    assert asked_about() == ["mobile"]
    assert "disclosure.restraining_orders.restrained_party" in {rule for rule, _ in counsel_duties()}


def asked_about() -> list[str]:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import OrderNamesake

    with district_transaction():
        return list(OrderNamesake.objects.values_list("grounds", flat=True))


def counts(by: Any) -> list[Any]:
    """The lists of orders that this account owes to count."""
    from fileroom.people.owed import owed

    return [it for it in owed(by=by, at=AT) if it.room == "order_lists"]


def test_a_list_is_owed_to_the_districts_custodian_to_count_until_it_is_agreed_to(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    bring(tmp_path, row(town.ana))
    (owed,) = counts(keeper.by)
    assert owed.of == batch() and owed.due is not None and owed.due > TODAY
    assert "Court orders came in a list: count them" in browser(keeper.by).get("/").content.decode()
    assert counts(town.principal.by) == []
    with pytest.raises(ValidationError):
        agree(keeper.by, counted=7)
    assert len(counts(keeper.by)) == 1, "miscounted, it still waits"
    agree(keeper.by)
    assert counts(keeper.by) == []
    bring(tmp_path, row(town.ana))
    assert counts(keeper.by) == [], "a list that says nothing new waits for nobody"


def test_a_list_of_before_is_owed_to_be_counted_by_the_round_and_once(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.collection.orders.nightly import look_round
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    bring(tmp_path, row(town.ana))
    with district_transaction():
        Duty.objects.filter(room="order_lists").delete()
    for _ in range(2):
        look_round(at=AT)
        assert [it.of for it in counts(keeper.by)] == [batch()]
    agree(keeper.by)
    look_round(at=AT)
    assert counts(keeper.by) == []


def test_a_list_that_is_turned_back_is_counted_no_more(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.collection.orders.agreeing import turn_back

    bring(tmp_path, row(town.ana))
    turn_back(batch(), by=keeper.by, at=AT)
    assert counts(keeper.by) == []
