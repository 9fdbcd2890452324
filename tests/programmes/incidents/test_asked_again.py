"""What the law did not ask and asks now is asked again; a letter says of the law what is so; the last one ends it."""

from __future__ import annotations

from typing import Any

import pytest

from fileroom.law.facts import Holder, Taken
from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.incidents.reporting import assesses, blocked, known, listed, lives, notices, owed, posts, prints
from tests.programmes.incidents.test_told import letters, of_a_breach, prepared

GRADES = (Taken.FULL_NAME, Taken.GRADES)


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def test_who_was_let_go_because_no_law_asked_is_written_to_once_one_does(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.incidents.endings import spare_all
    from fileroom.programmes.incidents.people import people

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office, ids=(town.ana.id, town.ben.id, "SIS-unknown"), data=GRADES)
    prepared(of, office)
    people(of, by=office.by, at=AT, opened=True)
    spare_all(of, by=office.by, at=AT)
    assert {state for state, _ in notices(of)} == {"spared"}
    assesses(of, office.by, known(), systems=("vendor",))
    assert "breaches.by_the_district" in owed(of)
    assert notices(of) == [("not_found", "nobody"), ("to_write", ""), ("to_write", "")]
    assert any("worked out" in it and "(2)" in it for it in blocked(of, office.by))
    made = prepared(of, office)
    assert (made.written, made.by_hand, made.left) == (1, 1, 0)
    assert "the law has us tell the parents" in letters(of, office), "it is written anew, by what is known now"
    again = [it for it in entries() if it.outcome == "asked_again"]
    assert {it.student for it in again} == {town.ana.id, town.ben.id, None}


def test_of_people_who_were_let_go_before_anybody_was_worked_out_the_parents_are_written_to(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.endings import spare_all

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office, data=GRADES)
    spare_all(of, by=office.by, at=AT)
    assesses(of, office.by, known(), systems=("vendor",))
    assert prepared(of, office).written == 1
    assert notices(of) == [("written", "")]


def test_a_row_found_to_be_nobodys_stays_so_and_who_was_told_is_not_told_twice(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.endings import spare_all, spare_row
    from fileroom.programmes.incidents.people import people

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office, ids=(town.ana.id, "SIS-unknown"))
    prepared(of, office)
    posts(of, prints(of, office.by)[0], office.by)
    spare_row(of, people(of, by=office.by, at=AT, opened=True).lost[0].id, by=office.by, at=AT)
    listed(of, office.by, f"student id\n{town.ben.id}\n")
    assesses(of, office.by, known(data=GRADES), systems=("vendor",))
    assert spare_all(of, by=office.by, at=AT) == 1
    assesses(of, office.by, known(), systems=("vendor",))
    assert notices(of) == [("spared", "nobody"), ("to_write", ""), ("told", "")]


def test_the_last_row_ends_the_duty_however_it_ends_where_somebody_was_told(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.endings import spare_row
    from fileroom.programmes.incidents.people import people

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office, ids=(town.ana.id, "SIS-unknown"))
    prepared(of, office)
    posts(of, prints(of, office.by)[0], office.by)
    assert "breaches.by_the_district" in owed(of)
    spare_row(of, people(of, by=office.by, at=AT, opened=True).lost[0].id, by=office.by, at=AT)
    assert "breaches.by_the_district" not in owed(of)


def test_where_nobody_was_told_the_last_row_ends_nothing(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.incidents.endings import spare_row
    from fileroom.programmes.incidents.people import people

    of = of_a_breach(town, office, ids=("SIS-unknown",))
    spare_row(of, people(of, by=office.by, at=AT, opened=True).lost[0].id, by=office.by, at=AT)
    assert "breaches.by_the_district" in owed(of)


@pytest.mark.parametrize("said", [{"data": GRADES}, {"holder": Holder.VENDOR_FOR_ITSELF}])
def test_a_letter_that_the_district_chose_to_send_claims_no_law(
    town: make.Town, office: make.Staffed, said: dict[str, Any]
) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office, **said)
    prepared(of, office)
    text = letters(of, office)
    assert "the law has us tell the parents" not in text and "La ley nos pide" not in text
    assert "the district chose to tell you" in text and "el distrito ha decidido avisarle" in text


def test_no_letter_is_made_while_the_law_still_asks_whether_one_is_owed(town: make.Town, office: make.Staffed) -> None:
    from fileroom.people.answers import Refused

    of = of_a_breach(town, office, encryption=None)
    made = prepared(of, office)
    assert isinstance(made, Refused) and made.decision.missing
    assert notices(of) == []


def test_a_second_list_is_owed_its_notice_though_everybody_of_the_first_was_told(
    town: make.Town, office: make.Staffed
) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office, ids=(town.ana.id,))
    prepared(of, office)
    posts(of, prints(of, office.by)[0], office.by)
    assert "breaches.by_the_district" not in owed(of)
    listed(of, office.by, f"student id\n{town.ana.id}\n")
    assert "breaches.by_the_district" not in owed(of), "whoever was told stands on it again"
    listed(of, office.by, f"student id\n{town.ben.id}\n")
    assert "breaches.by_the_district" in owed(of)


def test_where_the_company_itself_must_tell_them_the_page_lets_the_districts_own_list_go(
    town: make.Town, office: make.Staffed
) -> None:
    desk, button = browser(office.by), "law does not ask it of the district"
    of = of_a_breach(town, office, holder=Holder.VENDOR_FOR_ITSELF)
    assert button in desk.get(f"/incidents/{of}/").content.decode()
    assesses(of, office.by, known(), systems=("vendor",))
    assert button not in desk.get(f"/incidents/{of}/").content.decode()
    assesses(of, office.by, known(holder=Holder.VENDOR_FOR_ITSELF), systems=("vendor",))
    desk.post(f"/incidents/{of}/spare/", form())
    assert {state for state, _ in notices(of)} == {"spared"}
