"""What may be a court's order in another school's packet: told before all else, and waiting until a person has said."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import psycopg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.collection.transfers.orders import speaks_of_order
from fileroom.law.catalogue import CATALOGUE
from tests import factories as make
from tests.attacks.browsing import browser
from tests.collection.conftest import Rows
from tests.collection.test_transfer_packets import CLEAN, HEAD, U1, U2, Bring, bag, codes, filed, send
from tests.disclosure.asking import entries
from tests.each import each

__all__ = ["send"]
WAITING = "SELECT s.source_id, p.state FROM collection_possibleorder p JOIN people_student s ON s.id = p.student_id"


CERTAIN = (
    "order", "orders", "TRO", "DVRO", "custody", "courtorder", "familycourtorder", "protectiveorder", "ProtectiveOrder",
    "stayaway", "nocontact", "decree", "judgment", "guardianship", "injunction", "restraining", "childcustody", "orden",
    "ordertoshowcause", "juez", "alejamiento", "visitation",
)  # fmt: skip
FORMS = ("DV", "CH", "FL", "JV", "GV", "EA", "WV")
# What sounds like one: names of children and of places, and the everyday papers of a school.
QUIET = (
    "Courtney", "Courtney Jones", "Courtnie", "Courteney", "Courtland", "Courtlyn", "courtesy", "courtyard", "Harcourt",
    "Betancourt", "Corder", "Jorden", "Borden", "Van Gordon", "Vanorder", "Corte Madera", "Cortez", "Trojan",
    "Rory", "Ro Jane", "disorder", "eatingdisorder", "desorden", "recorder", "border", "preorder", "custodian",
    "least restrictive environment", "PE restriction", "Dietary restrictions", "restraint log", "Restraints",
    "parenting", "child protective services",
)  # fmt: skip
PARTS = st.sampled_from(["", " ", "_", "-", ".", " - "])
NUMBERS = st.integers(1, 20991231).map(str)


@each(
    "item",
    [
        "court_order", "Court order", "Order restricting access to records", "Restraining order", "custody order",
        "CustodyAgreement", "Temporary_Restraining-Order", "DVRO", "Orden de alejamiento", "custodia", "Divorce decree",
        "Restricci\u00f3n", "RO", "RO 2024", "Courtney Jones custody", "Courtney's court date", "access restriction",
        "parenting plan", "No contact", "GC-240", "CR-160", "EPO-001", "FL-341(C)", "\uff24\uff36-130", *CERTAIN,
    ],
)  # fmt: skip
def test_an_order_is_known_by_whatever_name_it_comes(item: str) -> None:
    assert speaks_of_order(item, "one.pdf")
    assert speaks_of_order("health", f"{item}.pdf")
    assert speaks_of_order("health", f"{item}.pdf".lower())


@given(st.sampled_from(CERTAIN), NUMBERS, PARTS, st.booleans(), st.sampled_from([str, str.lower, str.upper]))
def test_digits_are_no_part_of_a_word(word: str, number: str, part: str, first: bool, case: Any) -> None:
    name = case(f"{number}{part}{word}" if first else f"{word}{part}{number}")
    assert speaks_of_order(name) and speaks_of_order("health", f"{name}.pdf")


@given(st.sampled_from(FORMS), st.integers(100, 999), PARTS, PARTS, st.sampled_from([str, str.lower]))
def test_a_form_of_the_courts_is_known_by_its_letters_and_number(
    letters: str, number: int, part: str, last: str, case: Any
) -> None:
    assert speaks_of_order("health", case(f"{letters}{part}{number}{last}Garcia.pdf"))
    assert not speaks_of_order("health", case(f"{letters}{part}{number}7.pdf")), "a year, or a number of something"
    assert not speaks_of_order("health", case(f"{letters}{part}{number % 100}.pdf"))


@given(st.sampled_from(QUIET), NUMBERS, PARTS, st.sampled_from([str, str.lower, str.title]))
def test_a_name_that_sounds_like_one_is_none(name: str, number: str, part: str, case: Any) -> None:
    assert not speaks_of_order("health", f"{case(name)}.pdf")
    assert not speaks_of_order("health", f"{case(name)}{part or ' '}{number}.pdf")


@pytest.mark.parametrize(
    ("item", "file"),
    [
        ("health", "eating disorder.pdf"),
        ("expulsion_file", "expulsion order 2025.pdf"),
        ("expulsion_file", "ExpulsionOrder2025.pdf"),
        ("expulsion_file", "expulsionorder.pdf"),
        ("directory_restriction", "directory restriction.pdf"),
        ("test_results", "courtesy copy, Border Elementary.pdf"),
        ("Report card", "marks.pdf"),
        ("health", "from custodian/card.pdf"),
        ("health", "Court Street School/orders/card.pdf"),
        ("health", "Court Street School\\card.pdf"),
    ],
)
def test_what_only_sounds_like_one_is_none(item: str, file: str) -> None:
    assert not speaks_of_order(item, file)


@each("item", sorted(CATALOGUE.keys() - {"court_order"}))
def test_no_item_of_the_catalogue_is_one_by_its_own_name(item: str) -> None:
    for name in (item, CATALOGUE[item].title.en, CATALOGUE[item].title.es):
        assert not speaks_of_order(item, f"{name}.pdf")
        assert speaks_of_order(item, f"{name} and the protective order.pdf")


def test_an_order_is_told_first_and_never_cut_and_waits_for_a_person_under_seal(send: Bring, rows: Rows) -> None:
    before = f"{U1},legal_name,one.txt,2025-05-01\n" * 25
    index = f"{HEAD}{before}{U1},Restraining order,one.txt,2025-05-01\n9999999999,health,custody order.txt,2025-05-01\n"
    files = bag(index, {"one.txt": CLEAN, "Court Order.txt": CLEAN})
    words = send(files, dry_run=True).in_words()
    assert words.startswith("BEFORE ANYTHING ELSE: There may be a court's order in this packet: rows 27, 28")
    assert "1 file that no row names" in words and "principal today" in words
    assert rows(WAITING) == []
    report = send(files)
    assert report.to_json()["remarks"][0]["code"] == "order_in_packet"
    assert codes(report)[-2:] == [(27, "item", "order_in_packet"), (28, "item", "order_in_packet")]
    assert filed(rows) == []
    assert rows(WAITING) == [("u1", "waiting")]
    (noted,) = [it for it in entries() if it.part == "court_order"]
    assert noted.sealed, "an open line would tell a family"
    assert (noted.act.value, noted.outcome) == ("collection:refused", "not_read")


@pytest.mark.parametrize(
    ("row", "file"),
    [("u1,court order,one.txt,2025-05-01", "one.txt"), ("", "Court order.txt"), (f"{U1},tro,one.txt,", "one.txt")],
)
def test_an_order_that_names_nobody_waits_with_the_one_student_of_the_packet(
    send: Bring, rows: Rows, row: str, file: str
) -> None:
    send(bag(f"{HEAD}{U1},health,two.txt,2025-05-01\n{row}\n", {file: CLEAN, "two.txt": CLEAN}))
    assert rows(WAITING) == [("u1", "waiting")]


def test_an_order_whose_row_does_not_fit_its_student_waits_too(send: Bring, rows: Rows) -> None:
    send(bag(f"student,item,file,date,last name\n{U1},court order,one.txt,2025-05-01,Smith\n", {"one.txt": CLEAN}))
    assert rows(WAITING) == [("u1", "waiting")]


def test_a_packet_that_is_refused_tells_of_the_order_all_the_same(send: Bring, rows: Rows) -> None:
    report = send({"index.csv": f'{HEAD}{U1},court order,one.txt,2025-05-01\n{U2},"health'.encode(), "one.txt": b"x"})
    assert not report.whole
    assert [it.code for it in report.tally.problems] == ["order_in_packet", "unreadable"]


def test_of_a_packet_that_is_refused_the_order_is_told_that_no_row_names(send: Bring, rows: Rows) -> None:
    index = f'{HEAD}{U1},health,one.txt,2025-05-01\n{U1},"health'
    files = {"index.csv": index.encode(), "one.txt": CLEAN.encode(), "restraining_order.txt": b"x"}
    report = send(files)
    assert [it.code for it in report.tally.problems] == ["order_in_packet", "unreadable"]
    assert rows(WAITING) == [("u1", "waiting")]


@pytest.mark.parametrize(
    ("row", "file"), [("", "Court order.txt"), ("1234567809,court order,one.txt,2025-05-01\n", "one.txt")]
)
def test_an_order_that_names_nobody_may_be_of_each_student_of_the_packet(
    send: Bring, rows: Rows, row: str, file: str
) -> None:
    index = f"{HEAD}{row}{U1},health,two.txt,2025-05-01\n{U2},health,two.txt,2025-05-01\n"
    send(bag(index, {file: CLEAN, "two.txt": CLEAN}))
    assert sorted(rows(WAITING)) == [("u1", "waiting"), ("u2", "waiting")]
    assert len([it for it in entries() if it.part == "court_order" and it.sealed]) == 2


def test_an_order_in_a_packet_of_nobody_here_leaves_an_entry_of_no_student(send: Bring, rows: Rows) -> None:
    files = bag(f"{HEAD}1234567809,court order,one.txt,2025-05-01\n", {"one.txt": CLEAN})
    send(files, dry_run=True)
    assert "court_order" not in {it.part for it in entries()}
    send(files)
    assert rows(WAITING) == []
    (noted,) = [it for it in entries() if it.part == "court_order"]
    assert noted.sealed and noted.student is None


def test_an_order_that_names_its_student_is_nobody_else_s(send: Bring, rows: Rows) -> None:
    index = f"{HEAD}{U1},court order,one.txt,2025-05-01\n{U2},health,two.txt,2025-05-01\n"
    send(bag(index, {"one.txt": CLEAN, "two.txt": CLEAN}))
    assert rows(WAITING) == [("u1", "waiting")]


@pytest.mark.parametrize(("student", "of"), [(U1, ["u1"]), ("1234567809", ["u2"])])
def test_an_order_in_a_packet_that_is_refused_waits_for_a_person_all_the_same(
    send: Bring, rows: Rows, student: str, of: list[str]
) -> None:
    index = f'{HEAD}{U2},health,one.txt,2025-05-01\n{student},court order,one.txt,2025-05-01\n{U2},"health'
    files = {"index.csv": index.encode(), "one.txt": CLEAN.encode()}
    assert not send(files, dry_run=True).whole
    assert rows(WAITING) == [] and "court_order" not in {it.part for it in entries()}
    assert not send(files).whole
    assert filed(rows) == [] and rows(WAITING) == [(it, "waiting") for it in of]
    (noted,) = [it for it in entries() if it.part == "court_order"]
    assert noted.sealed


def test_it_is_asked_about_with_each_packet_and_a_person_settles_it(
    send: Bring, rows: Rows, owner: psycopg.Connection[Any]
) -> None:
    files = bag(f"{HEAD}{U1},court order,one.txt,2025-05-01\n", {"one.txt": CLEAN})
    send(files)
    owner.execute("UPDATE collection_possibleorder SET state = 'settled', settled_on = noticed_on")
    send(files, days=1)
    assert rows(WAITING) == [("u1", "waiting")]


STATE = "SELECT state, noticed_on - %s, settled_on, settled_by FROM collection_possibleorder"


@pytest.mark.parametrize("said", ["none", "order", ""])
@pytest.mark.parametrize("days", [0, 7])
def test_what_a_second_packet_brings_is_not_settled_with_the_first(
    send: Bring, rows: Rows, said: str, days: int, district: str
) -> None:
    """Whoever had the page open when it came speaks of the first paper, whatever they had said of that."""
    from fileroom.collection.possible_orders import Found, look_into
    from fileroom.people.answers import Missing
    from tests.conftest import AT

    town = make.town()
    make.change(town.ana, ssid="3456789012")
    files = bag(f"{HEAD}3456789012,court order,one.txt,2025-05-01\n", {"one.txt": CLEAN})
    send(files)
    ((shown,),) = rows("SELECT id FROM collection_possibleorder")
    if said:
        look_into(shown, Found(said), by=town.registrar.by, at=AT)
    send(files, days=days)
    assert rows(STATE, AT.date()) == [("waiting", days, None, None)]
    for found in Found:
        with pytest.raises(Missing):
            look_into(shown, found, by=town.registrar.by, at=AT + timedelta(days=8))
    stale = browser(town.registrar.by).post(f"/possible-orders/{shown}/", {"found": "none"})
    assert (stale.status_code, stale["Location"]) == (302, "/possible-orders/"), "the list shows who is left"
    assert rows(STATE, AT.date()) == [("waiting", days, None, None)]
    ((anew,),) = rows("SELECT id FROM collection_possibleorder")
    look_into(anew, Found.NONE, by=town.registrar.by, at=AT + timedelta(days=8))
    assert rows("SELECT state FROM collection_possibleorder") == [("settled",)]


def test_the_page_names_the_student_and_says_what_to_do(district: str, rows: Rows) -> None:
    from fileroom.collection.models import PossibleOrder
    from tests.conftest import AT

    town = make.town()
    make.keep(PossibleOrder(student=town.ana, contact=None, state="waiting", noticed_on=AT.date()))
    pages = browser(town.registrar.by)
    page = pages.get("/possible-orders/").content.decode()
    assert "What another school sent may hold" in page and "There is none left to enter" in page
    ((possible,),) = rows("SELECT id FROM collection_possibleorder")
    assert pages.post(f"/possible-orders/{possible}/", {"found": "none"}).status_code == 302
    assert rows("SELECT state FROM collection_possibleorder") == [("settled",)]
    assert "By what another school sent, of" in pages.get("/possible-orders/").content.decode()
