"""A list is asked for, approved, handed over once; what it rests on is looked at again; the file is kept nowhere."""

from __future__ import annotations

import csv
import io
import re
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.people.answers import FormUsed, Missing, Refused
from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure import listing
from tests.disclosure.asking import entries
from tests.disclosure.listing import chooses, hands_over, prepares, rows, wanted
from tests.factories import change

if TYPE_CHECKING:
    pass

LATER = AT + timedelta(hours=2)


@pytest.fixture
def here(district: str) -> listing.Listed:
    return listing.district()


def state(list_id: Any) -> str:
    from fileroom.disclosure.models import StudentList
    from fileroom.hosting import district_transaction

    with district_transaction():
        return str(StudentList.objects.get(pk=list_id).state)


def test_an_order_that_came_in_meanwhile_stops_the_list_and_nothing_says_which_student(here: listing.Listed) -> None:
    from fileroom.disclosure.exports.lifecycle import Stopped

    town = here.town
    made = prepares(town.principal.by, wanted(town.school))
    make.order(town.ana, make.contact("Al", "Quill"))
    before = len(entries())
    assert isinstance(hands_over(town.principal.by, made.id), Stopped)
    (entry,) = entries()[before:]
    assert (entry.act, entry.student, entry.outcome) == ("list:stopped", None, "changed")
    assert state(made.id) == "stopped"


def test_its_line_says_how_many_it_named_as_a_number_by_which_the_watch_counts(here: listing.Listed) -> None:
    made = prepares(here.town.principal.by, wanted(here.town.school))
    named = len(rows(hands_over(here.town.principal.by, made.id)))
    (line,) = (it for it in entries() if it.act == "list:handed_over")
    assert (line.outcome, line.part) == (str(named), f"{wanted(here.town.school).kind.value}/csv")


def test_a_list_that_was_stopped_or_handed_over_goes_out_no_more(here: listing.Listed) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.disclosure.directory.lists import stop

    by = here.town.principal.by
    stopped, given_out = (prepares(by, wanted(here.town.school)) for _ in range(2))
    stop(stopped.id, by=by, at=AT)
    hands_over(by, given_out.id)
    for made in (stopped, given_out):
        with pytest.raises(ValidationError):
            hands_over(by, made.id)


def test_a_list_is_over_after_a_day(here: listing.Listed) -> None:
    from django.core.exceptions import ValidationError

    made = prepares(here.town.principal.by, wanted(here.town.school))
    with pytest.raises(ValidationError):
        hands_over(here.town.principal.by, made.id, at=AT + timedelta(days=1))


def test_a_long_list_waits_for_somebody_else_who_keeps_these_records(here: listing.Listed) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.disclosure.directory.lists import approve

    town = here.town
    made = prepares(town.principal.by, wanted(town.school), above=1)
    assert made.waits
    with pytest.raises(ValidationError):
        hands_over(town.principal.by, made.id)
    with pytest.raises(ValidationError, match="Somebody else"):
        approve(made.id, by=town.principal.by, at=AT)
    with pytest.raises(Missing):
        approve(made.id, by=town.teacher.by, at=AT)
    approve(made.id, by=here.district.by, at=AT)
    assert len(rows(hands_over(town.principal.by, made.id))) == 2


def test_the_database_itself_lets_nobody_approve_their_own_list(here: listing.Listed) -> None:
    from django.db import IntegrityError

    from fileroom.disclosure.models import StudentList
    from fileroom.hosting import district_transaction

    made = prepares(here.town.principal.by, wanted(here.town.school), above=1)
    with pytest.raises(IntegrityError), district_transaction():
        row = StudentList.objects.get(pk=made.id)
        row.approved_by = row.prepared_by
        row.save()


def test_each_student_on_it_has_a_line_and_nobody_else(here: listing.Listed) -> None:
    town = here.town
    chooses(town.mother, town.ana, "directory_refused")
    made = prepares(town.principal.by, wanted(town.school))
    before = len(entries())
    hands_over(town.principal.by, made.id)
    lines = [(it.act, it.student, it.part) for it in entries()[before:]]
    assert ("directory:released", town.ben.id, "pta") in lines
    assert {student for _, student, _ in lines} == {town.ben.id, None}


def test_addresses_and_telephones_are_opened_with_a_line_each(here: listing.Listed) -> None:
    from fileroom.collection.services import collect

    town = here.town
    home = {"street": "12 Alder Way", "city": "Alder", "postal_code": "93001"}
    collect(town.ana.id, "student_address", home, by=town.registrar.by, at=AT)
    collect(town.ana.id, "contact_and_household", {"telephone": "(559) 555-0100"}, by=town.registrar.by, at=AT)
    parents = {"name": "Rosa Torres", "street": "9 Other St", "city": "Alder", "postal_code": "93002"}
    mother = town.mother.row.id
    collect(town.ana.id, "parent_name_and_address", parents, by=town.registrar.by, at=AT, about=mother)
    own = {"mobile": "(559) 555-0199"}
    collect(town.ana.id, "contact_and_household", own, by=town.registrar.by, at=AT, about=mother)
    asked = wanted(town.school, fields=("name", "address", "telephone"))
    made = prepares(town.principal.by, asked)
    before = len(entries())
    told = rows(hands_over(town.principal.by, made.id))
    assert told == [["Ruiz", "Ben", "", ""], ["Torres", "Ana", "12 Alder Way, Alder 93001", "(559) 555-0100"]]
    opened = [(it.act, it.part) for it in entries()[before:] if it.act == "record:listed"]
    assert sorted(opened) == [("record:listed", "contact_and_household"), ("record:listed", "student_address")]


def test_of_parents_at_two_addresses_a_list_gives_none(here: listing.Listed) -> None:
    from fileroom.collection.services import collect

    town = here.town
    other = make.related("other", town.ana)
    for person, street in ((town.mother, "9 Other St"), (other, "8 Third St")):
        said = {"name": "A Parent", "street": street, "city": "Alder", "postal_code": "93002"}
        collect(town.ana.id, "parent_name_and_address", said, by=town.registrar.by, at=AT, about=person.row.id)
    made = prepares(town.principal.by, wanted(town.school, fields=("name", "address")))
    assert rows(hands_over(town.principal.by, made.id))[-1] == ["Torres", "Ana", ""]


def test_a_form_sent_twice_makes_one_list_and_another_with_its_id_none(here: listing.Listed) -> None:
    by, form, asked = here.town.principal.by, uuid4(), wanted(here.town.school)
    first = prepares(by, asked, once=form)
    assert prepares(by, asked, once=form) == first
    with pytest.raises(FormUsed):
        prepares(by, wanted(here.town.school, recipient="Somebody else"), once=form)


@pytest.mark.parametrize("said", [{"purpose": "news"}, {"fields": ("telephone",)}])
def test_what_the_board_decides_otherwise_meanwhile_stops_or_refuses_the_list(
    here: listing.Listed, said: dict[str, Any]
) -> None:
    made = prepares(here.town.principal.by, wanted(here.town.school, **said))
    listing.decided(here.superintendent.by, fields=("awards",), noticed=False)
    assert isinstance(hands_over(here.town.principal.by, made.id), Refused)
    assert state(made.id) == "stopped"


def test_without_a_policy_or_before_the_notice_there_is_no_list(district: str) -> None:
    place = listing.district(noticed=False)
    assert isinstance(prepares(place.town.principal.by, wanted(place.town.school)), Refused)


def test_whoever_asks_of_a_code_learns_that_there_is_such_a_list_and_nothing_else(here: listing.Listed) -> None:
    from fileroom.disclosure.directory import register

    made = prepares(here.town.principal.by, wanted(here.town.school))
    code = register.one(made.id, by=here.town.principal.by, at=AT).code
    assert not register.exists(code), "of one that did not go out nothing is said"
    hands_over(here.town.principal.by, made.id)
    assert register.exists(code.lower())
    page = browser(None).post("/check/", {"code": code}).content.decode()
    assert "A list of this district" in page
    for word in ("PTA", "Alder Creek Elementary", "Torres", "Ruiz", "2 students"):
        assert word not in page


def test_nobody_gets_a_list_of_whom_no_employee_has_checked_who_they_are(here: listing.Listed) -> None:
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError, match="Check who they are"):
        prepares(here.town.principal.by, wanted(here.town.school, identified=False))
    yearbook = wanted(here.town.school, identified=False, kind="yearbook")
    assert not isinstance(prepares(here.town.principal.by, yearbook), Refused), "it is nobody whose ID could be seen"


def test_no_file_of_a_list_lies_anywhere(here: listing.Listed, server: Any, tmp_path: Path) -> None:
    from django.db import connection

    from fileroom.hosting import district_transaction

    change(here.town.ben, legal_family="Quixotely")
    made = prepares(here.town.principal.by, wanted(here.town.school))
    assert "Quixotely" in listing.body(hands_over(here.town.principal.by, made.id)).decode()
    with district_transaction(), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(s)::text FROM disclosure_studentlist s")
        assert all("Quixotely" not in row[0] for row in cursor.fetchall())


def test_the_pdf_bears_recipient_day_and_code_on_its_pages(here: listing.Listed) -> None:
    from tests.letters.test_letters import text_of

    made = prepares(here.town.principal.by, wanted(here.town.school))
    file = hands_over(here.town.principal.by, made.id, form="pdf")
    said = text_of(listing.body(file))
    assert said.count("For Alder Creek PTA") >= 2, "above the table, and across the page"
    assert "2026-10-19" in said and "Torres" in said


CELLS = st.text(alphabet=st.one_of(st.sampled_from("=+-@\t\r\n \u00a0'\",;＝＋－＠"), st.characters(codec="utf-8")))


@given(st.lists(st.tuples(CELLS, CELLS), max_size=4), CELLS)
def test_a_spreadsheet_reads_back_as_it_was_with_its_mark_in_each_row(rows: list[tuple[str, str]], to: str) -> None:
    from fileroom.disclosure.exports.files import Sheet, Watermark, csv_pieces
    from fileroom.screening.cells import defused

    mark = Watermark(to, AT, "AAAA-BBBB-CCCC")
    file = b"".join(csv_pieces(Sheet(("Last name", "First name"), tuple(rows), len(rows)), mark))
    told = list(csv.reader(io.StringIO(file[3:].decode(), newline="")))
    assert told[0] == ["Last name", "First name", "List"]
    assert told[1:] == [[*map(defused, row), defused(mark.says)] for row in rows]
    assert all(re.search("AAAA-BBBB-CCCC$", row[-1]) for row in told[1:])


def test_a_form_that_is_pressed_twice_at_the_same_moment_is_one_list(here: listing.Listed) -> None:
    from tests.programmes.at_once import at_once

    once, by, asks = uuid4(), here.town.principal.by, wanted(here.town.school)
    one, other = at_once(lambda: prepares(by, asks, once=once))
    assert one == other
    assert [it.act.value for it in entries()].count("list:prepared") == 1
