"""A parent on another's list is known by an account's e-mail and exactly their name, and is written to unless barred.

Anybody else of the list waits for a person.
"""

from __future__ import annotations

from uuid import UUID

import pytest

from fileroom.hosting.embedded import Urls
from tests import factories as make
from tests.disclosure.asking import entries
from tests.programmes.incidents.reporting import (
    assesses,
    known,
    listed,
    lives,
    notices,
    posts,
    prints,
    reports,
    words_written,
)
from tests.programmes.incidents.test_told import letters, prepared

MAIL = "rosa@home.example"


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    make.change(town.mother.by.account, sign_in_name=MAIL)
    return make.staffed("pat", "administrator", None)


def of_a_list(town: make.Town, office: make.Staffed, *rows: str, head: str = "name,email") -> UUID:
    of = reports(town.teacher.by, systems=("vendor",))
    assesses(of, office.by, known(), systems=("vendor",))
    listed(of, office.by, "\n".join((head, *rows)))
    words_written(of, office.by)
    return of


def test_who_an_email_and_a_name_are(installation: Urls) -> None:
    from datetime import date

    from fileroom.programmes.incidents.matching import Line, Somebody, match

    born = date(2016, 3, 4)
    rosa, luis, son, staff = (UUID(int=it) for it in (1, 2, 3, 4))
    people = [
        Somebody(rosa, ("Rosa Torres",), email=MAIL, parent=True),
        Somebody(luis, ("Luis Torres",), email="luis@home.example", parent=True),
        Somebody(son, ("Luis Torres",), born, ("SIS-1",)),
        Somebody(staff, ("Rosa Torres",), email="rosa@alder.example"),
    ]
    for row, who in (
        (Line(2, "ROSA TORRES", email="Rosa@Home.example"), rosa),
        (Line(2, "Rosa Torres", email="rosa@alder.example"), staff),
        (Line(2, "R. Torres", email=MAIL), "other_name"),
        (Line(2, email=MAIL), "other_name"),
        (Line(2, "Rosa Torres", email="rosa@else.example"), "nobody"),
        (Line(2, "Luis Torres", born, email="luis@home.example"), "several"),  # the father, or the son of his name
        (Line(2, "Luis Torres", born, email=MAIL), son),  # a row of the son, with his mother's e-mail
        (Line(2, "Luis Torres", None, "SIS-1", "luis@home.example"), son),
        (Line(2, "Zoe Quist", None, "SIS-9", MAIL), "other_name"),
    ):
        made = match([row], people)
        assert (made.found.get(2) or made.lost[2].value) == who, row


def test_a_parent_of_the_list_gets_a_letter_about_their_own_information_and_of_nobody_elses(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents import desk
    from tests.conftest import AT

    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_list(town, office, f"Mother Torres,{MAIL}", f"Somebody Else,{MAIL}")
    page = desk.page(of, by=office.by, at=AT)
    assert (page.reached.parents, page.reached.students, page.reached.not_found) == (1, 0, 1)
    made = prepared(of, office)
    assert (made.written, made.by_hand, made.left) == (1, 0, 0)
    said = letters(of, office)
    of_her = {(it.act.value, it.student, it.sealed) for it in entries() if it.act.value.startswith("letter:")}
    assert of_her == {("letter:issued", None, True), ("letter:opened", None, True)}, "under seal, as of no child's file"
    assert "12 Invented Lane" in said and "your own information, Mother Torres" in said and "Ana" not in said
    assert not page.papers and not desk.page(of, by=office.by, at=AT).papers, "a letter to her is no office's paper"


@pytest.mark.parametrize("bar", ["order", "shared", "address", "not_signed_for", "parent"])
def test_no_letter_goes_to_a_barred_or_shared_address_nor_past_an_order_on_any_childs_file(
    town: make.Town, office: make.Staffed, bar: str
) -> None:
    from fileroom.programmes.incidents.people import people
    from tests.conftest import AT

    make.relationship(town.ben, town.mother.row, verified=bar != "parent")
    if bar != "address":
        lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    other = make.related("father", town.ben)
    if bar == "order":
        make.order(town.ben, other.row)
    if bar == "shared":
        assert other.relation
        make.change(make.custody(other.relation), rights_terminated=True)
        lives(town.ben, other.row, "12  Invented Lane", town.registrar.by)
    if bar == "not_signed_for":
        make.change(town.school, orders_entered_on=None)
    of = of_a_list(town, office, f"Mother Torres,{MAIL}")
    prepared(of, office)
    assert notices(of) == [("by_hand", bar)]
    (one,) = people(of, by=office.by, at=AT).by_hand
    assert (one.name, one.to) == ("Mother Torres", "")


def test_an_order_or_a_move_after_the_letter_was_written_takes_it_out_of_the_post(
    town: make.Town, office: make.Staffed
) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_list(town, office, f"Mother Torres,{MAIL}")
    prepared(of, office)
    opened, pdf = prints(of, office.by)
    assert pdf
    make.order(town.ana, make.contact("Luis", "Torres"))
    assert posts(of, opened, office.by) == (0, 1)
    assert notices(of) == [("to_take_out", "order")]


def test_whom_an_order_keeps_from_a_child_is_shown_no_parent_of_the_child(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.people import people
    from tests.conftest import AT

    of = of_a_list(town, office, f"Mother Torres,{MAIL}")
    prepared(of, office)
    assert people(of, by=office.by, at=AT).names == ("Mother Torres",)
    make.order(town.ana, make.contact("Pat", "Abara"))
    shown = people(of, by=office.by, at=AT)
    assert not shown.names and not shown.by_hand


def test_whose_children_they_are_is_asked_once_for_all_parents_of_a_list(
    town: make.Town, office: make.Staffed, monkeypatch: pytest.MonkeyPatch
) -> None:
    from collections.abc import Collection

    from fileroom.programmes.incidents import telling
    from fileroom.programmes.incidents.parents import children_of

    father = make.related("father", town.ben)
    make.change(father.by.account, sign_in_name="luis@home.example")
    of = of_a_list(town, office, f"Mother Torres,{MAIL}", "Father Torres,luis@home.example")
    asked: list[int] = []

    def counted(these: Collection[UUID]) -> dict[UUID, list[UUID]]:
        asked.append(len(set(these)))
        return children_of(these)

    monkeypatch.setattr(telling, "children_of", counted)
    made = prepared(of, office)
    assert made.written + made.by_hand == 2
    assert set(asked) == {2}
