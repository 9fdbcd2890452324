"""Orders of a list: in doubt from their coming, in force once a second person has agreed and their paper is here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.people.answers import Missing
from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.disclosure.asking import entries, outcome
from tests.factories import TODAY

if TYPE_CHECKING:
    from fileroom.collection.imports.report import Report

HEAD = "student_id,contact_id,restrained,relationship,terms,court,case_number,from,to,paper\n"


@pytest.fixture
def town(district: str) -> make.Town:
    return make.town()


@pytest.fixture
def father(town: make.Town) -> make.Related:
    """A verified father with custody, who sees the file."""
    other = make.related("other", town.ana)
    make.change(other.row, given="Victor", family="Torres", search_name="victor torres")
    assert other.relation is not None
    make.custody(other.relation)
    assert outcome(other.by, town.ana) == "must"
    return other


@pytest.fixture
def keeper(town: make.Town) -> make.Staffed:
    """Who keeps the records of the whole district."""
    head = make.staffed("head", "administrator", None)
    make.custodian(head.row, None)
    return head


def bring(folder: Path, *rows: str, by: Any = None, dry_run: bool = False) -> Report:
    from fileroom.collection.orders.imports import import_orders
    from fileroom.ledger.services import Actor

    path = folder / "orders.csv"
    path.write_text(HEAD + "".join(f"{it}\n" for it in rows), encoding="utf-8")
    return import_orders(path, by=by or Actor(account=None, role="system", door="cli"), at=AT, dry_run=dry_run)


def row(child: Any, name: str = "Victor Torres", said: str = "records", paper: str = "yes", **more: str) -> str:
    of = {"contact": "", "relation": "father", "court": "Superior Court of Fresno", "case": "", "from": "", "to": ""}
    of |= more
    return ",".join(
        (str(child.id), of["contact"], f'"{name}"', of["relation"], said, of["court"], of["case"], of["from"], of["to"],
         paper)
    )  # fmt: skip


def batch() -> UUID:
    from fileroom.collection.models import OrderBatch
    from fileroom.hosting import district_transaction

    with district_transaction():
        return OrderBatch.objects.order_by("-brought_at").values_list("id", flat=True)[0]


def orders(**of: Any) -> list[Any]:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrder

    with district_transaction():
        return list(CourtOrder.objects.filter(**of).select_related("restrained").order_by("kind"))


def agree(by: Any, counted: int = 1) -> int:
    from fileroom.collection.orders.agreeing import confirm

    return confirm(batch(), counted=counted, by=by, at=AT)


def counsel_duties() -> list[tuple[str, str]]:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        return sorted(Duty.objects.filter(room="orders", done_at=None).values_list("rule", "office"))


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
    assert (order.claimed, order.restrained_id, order.received_by) == (True, father.row.id, None)
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


def test_a_row_that_cannot_be_taken_is_named_by_column_and_a_person_asks(town: make.Town, tmp_path: Path) -> None:
    from fileroom.collection.models import PossibleOrder
    from fileroom.hosting import district_transaction

    report = bring(
        tmp_path,
        row(town.ana, name=""), row(town.ana, name="Victor"), row(town.ana, said="everything"),
        row(town.ana, paper="perhaps"), row(town.ana, to="2020-13-01"), row(town.ana, contact="nobody"),
        row(town.ana, **{"from": "2031-01-01"}),
    )  # fmt: skip
    assert [(it.row, it.column) for it in report.tally.problems] == [
        (2, "restrained"), (3, "restrained"), (4, "terms"), (5, "paper"), (6, "to"), (7, "contact_id"), (8, "from"),
    ]  # fmt: skip
    assert orders() == []
    with district_transaction():
        waiting = PossibleOrder.objects.get()
        assert (waiting.student_id, waiting.contact_id, waiting.state) == (town.ana.id, None, "waiting")


def test_the_same_list_once_more_says_nothing_new_even_after_it_was_agreed_to(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    rows = row(town.ana), row(town.ana, name="Zed Unknown", said="stay_away")
    bring(tmp_path, *rows)
    agree(keeper.by, counted=2)
    before = len(orders())
    again = bring(tmp_path, *rows)
    assert (again.written.new, again.written.unchanged, len(orders())) == (0, 2, before)


def test_a_dry_run_writes_nothing_and_says_the_same(town: make.Town, father: make.Related, tmp_path: Path) -> None:
    before = len(entries())
    tried = bring(tmp_path, row(town.ana), row(town.ana, said="nonsense"), dry_run=True)
    assert (len(entries()), orders(), outcome(father.by, town.ana)) == (before, [], "must")
    done = bring(tmp_path, row(town.ana), row(town.ana, said="nonsense"))
    assert tried.to_json() | {"dry_run": False} == done.to_json() | {
        "remarks": tried.to_json().get("remarks", done.to_json().get("remarks")), "dry_run": False
    }  # fmt: skip


def test_rows_of_one_case_are_one_order_that_names_each_child(
    town: make.Town, father: make.Related, keeper: make.Staffed, tmp_path: Path
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import CourtOrderChild

    make.relationship(town.ben, father.row)
    rows = [row(it, case="23FL-118") for it in (town.ana, town.ben)]
    bring(tmp_path, *rows, row(town.ana, said="records;education_rights", case="24FL-9"))
    agree(keeper.by, counted=3)
    with district_transaction():
        named = [CourtOrderChild.objects.filter(order=it).count() for it in orders()]
    assert sorted(named) == [1, 1, 2]


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
    assert set(error.value.message_dict) == {"orders", "claimed"}
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
