"""A one-to-one aide, a nurse or counselor for one child: named on the page, to a last day or until the child leaves."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.utils import timezone

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.disclosure.asking import entries
from tests.web.test_caseloads import ends, offices, opens, page

WHY = "One-to-one, by the plan"
DAY = timedelta(days=1)


@pytest.fixture
def head(town: make.Town) -> make.Staffed:
    return make.staffed("head", "administrator", None)


@pytest.fixture
def aide(town: make.Town) -> make.Staffed:
    return make.staffed("aide", "aide", town.school)


def adds(by: Any, who: make.Staffed, student: UUID, *, role: str = "aide", why: str = WHY, to_on: object = "") -> Any:
    said = {"one-student": student, "one-role": role, "one-reason": why, "one-to_on": to_on}
    return browser(by).post(f"{page(who)}student/", form(**said))


def finds(by: Any, who: make.Staffed, name: str) -> str:
    return words(browser(by).get(page(who), {"of": name}).content.decode())


def acts() -> list[tuple[str, bool, bool]]:
    """What was done about caseloads: the act, whether it tells of a student, whether it is under seal."""
    found = [it for it in entries() if it.act.value.startswith("caseload:")]
    return [(it.act.value.removeprefix("caseload:"), it.student is not None, it.sealed) for it in found]


def test_an_aide_opens_the_file_of_one_child_and_of_no_other_until_it_ends(
    town: make.Town, head: make.Staffed, aide: make.Staffed
) -> None:
    found = browser(head.by).get(page(aide), {"of": "Torres"}).content.decode()
    assert f"?student={town.ana.id}" in found
    assert "Add the student" in browser(head.by).get(page(aide), {"student": str(town.ana.id)}).content.decode()
    assert adds(head.by, aide, town.ana.id).status_code == 302
    assert opens(aide, town.ana.id) and not opens(aide, town.ben.id)
    shown = words(browser(head.by).get(page(aide)).content.decode())
    assert f"at {town.school.name}" in shown and WHY in shown
    (address,) = ends(head.by, aide)
    assert browser(head.by).post(address).status_code == 302
    assert not opens(aide, town.ana.id)
    assert acts() == [("given", True, False), ("ended", True, False)]
    log = words(browser(town.mother.by).get(f"/family/{town.ana.id}/looked/").content.decode())
    assert "Noted that an employee serves the student" in log


def test_a_page_that_names_whom_they_serve_is_a_search_with_its_line_and_one_that_names_nobody_is_none(
    town: make.Town, head: make.Staffed, aide: make.Staffed
) -> None:
    desk, here = browser(head.by), page(aide)

    def lines(**asked: str) -> list[tuple[str, str]]:
        before = len(entries())
        desk.get(here, asked)
        return [(it.part, it.outcome) for it in entries()[before:] if it.act.value == "student:searched"]

    assert lines() == []
    assert lines(student=str(town.ana.id)) == [("caseload", "1")]
    assert lines(student=str(uuid4())) == []
    before = len(entries())
    assert adds(head.by, aide, town.ana.id).status_code == 302
    assert not [it for it in entries()[before:] if it.act.value == "student:searched"], "it names nobody"
    assert lines() == [("caseload", "1")]
    make.order(town.ana, make.related("father", town.ana).row)
    make.change(head.row, given="Father", family="Torres")
    assert lines() == [], "nobody is named to whom an order may bind"


def test_it_counts_to_its_last_day_and_in_its_role_alone(
    town: make.Town, head: make.Staffed, aide: make.Staffed
) -> None:
    from fileroom.people.models import Caseload

    make.assignment(aide.row, "nurse", town.school)
    today = timezone.localdate()
    assert adds(head.by, aide, town.ana.id, to_on=today - DAY).status_code == 403
    assert adds(head.by, aide, town.ana.id, to_on=today).status_code == 302
    assert offices(aide, town.ana.id) == ("aide",)
    row = only(Caseload)
    make.change(row, from_on=today - 9 * DAY, to_on=today - DAY)
    assert offices(aide, town.ana.id) == ()


def only(model: Any) -> Any:
    from fileroom.hosting import district_transaction

    with district_transaction():
        return model.objects.get()


def test_when_the_child_leaves_the_school_it_is_over_and_coming_back_does_not_bring_it_again(
    town: make.Town, head: make.Staffed, aide: make.Staffed
) -> None:
    from fileroom.people.models import Caseload, Enrolment

    adds(head.by, aide, town.ana.id)
    today, row = timezone.localdate(), only(Caseload)
    make.change(row, from_on=today - 30 * DAY)
    assert offices(aide, town.ana.id) == ("aide",)
    spell = spell_of(town)
    make.change(spell, left_on=today - DAY)
    make.assignment(aide.row, "aide", elsewhere := make.school("Mesa Middle"))
    make.keep(Enrolment(student=town.ana, school=elsewhere, entered_on=today))
    assert offices(aide, town.ana.id) == (), "they hold the role at the next school too"
    assert "has left the school" in words(browser(head.by).get(page(aide)).content.decode())
    make.keep(Enrolment(student=town.ana, school=town.school, entered_on=today))
    assert offices(aide, town.ana.id) == ()
    assert adds(head.by, aide, town.ana.id).status_code == 302
    assert offices(aide, town.ana.id) == ("aide",)


def spell_of(town: make.Town) -> Any:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Enrolment

    with district_transaction():
        return Enrolment.objects.get(student=town.ana)


@pytest.mark.parametrize("kind", ["records_order_6323_5", "stay_away_no_records_clause"])
def test_whom_an_order_keeps_from_the_child_gets_none_and_is_told_as_of_a_child_who_is_not_here(
    town: make.Town, head: make.Staffed, kind: str
) -> None:
    rosa = make.staffed("rosa", "aide", town.school)
    make.change(rosa.row, given="Rosa", family="Quill")
    free = finds(head.by, rosa, "Torres")
    assert "Choose" in free
    make.order(town.ana, make.contact("Rosa", "Quill"), kind=kind)
    nobody = adds(head.by, rosa, uuid4())
    assert nobody.status_code == 403
    kept = adds(head.by, rosa, town.ana.id)
    assert (kept.status_code, plain(kept)) == (403, plain(nobody))
    assert plain(browser(head.by).get(page(rosa), {"of": "Ana Torres"})) == plain(
        browser(head.by).get(page(rosa), {"of": "Ana Torres", "student": str(uuid4())})
    )
    assert "Nobody of this name" in finds(head.by, rosa, "Ana Torres")
    assert acts() == [("refused", False, False), ("refused", True, True)]
    assert not opens(rosa, town.ana.id)


def plain(answer: Any) -> str:
    """What a page says, without what is new each time."""
    return re.sub(r'(value|name)="[^"]*"', "", re.sub(r'value="[0-9a-f-]{36}"', "", words(answer.content.decode())))


def test_an_order_that_comes_later_is_obeyed_at_the_next_look(town: make.Town, head: make.Staffed) -> None:
    rosa = make.staffed("rosa", "aide", town.school)
    make.change(rosa.row, given="Rosa", family="Quill")
    adds(head.by, rosa, town.ana.id)
    assert opens(rosa, town.ana.id)
    make.order(town.ana, make.contact("Rosa", "Quill"))
    assert not opens(rosa, town.ana.id)


def test_whoever_gives_it_and_may_not_open_the_child_s_file_finds_nobody(town: make.Town, aide: make.Staffed) -> None:
    head = make.staffed("quill", "administrator", None)
    make.change(head.row, given="Rosa", family="Quill")
    adds(head.by, aide, town.ana.id)
    assert f"at {town.school.name}" in words(browser(head.by).get(page(aide)).content.decode())
    make.order(town.ana, make.contact("Rosa", "Quill"))
    shown = browser(head.by).get(page(aide)).content.decode()
    assert "Torres" not in shown and not re.findall("/end/", shown)
    assert "Nobody of this name" in finds(head.by, aide, "Ana Torres")
    assert adds(head.by, aide, town.ana.id).status_code == 403


@pytest.mark.parametrize(
    ("case", "says"),
    [
        ("no_reason", "Fill this in."),
        ("not_there", "No such student can be put"),
        ("other_role", "Select a valid choice"),
        ("twice", "already, or it waits"),
        ("oneself", "Nobody gives a role to themselves"),
    ],
)
def test_what_may_not_be_is_said_and_nothing_opens(
    town: make.Town, head: make.Staffed, aide: make.Staffed, case: str, says: str
) -> None:
    who, student, role = aide, town.ana.id, "aide"
    if case == "twice":
        adds(head.by, aide, student)
    if case == "oneself":
        who = head
        make.assignment(head.row, "aide", town.school)
    if case == "not_there":
        make.change(spell_of(town), left_on=timezone.localdate() - DAY)
    if case == "other_role":
        role = "nurse"
    answer = adds(head.by, who, student, role=role, why="" if case == "no_reason" else WHY)
    assert answer.status_code in (403, 422) and says in words(answer.content.decode())
    assert sum(it[0] == "given" for it in acts()) == (case == "twice")


def test_nobody_but_who_gives_roles_can_add_one_and_a_form_sent_twice_is_one_act(
    town: make.Town, head: make.Staffed, aide: make.Staffed
) -> None:
    said = form(**{"one-student": town.ana.id, "one-role": "aide", "one-reason": WHY, "one-to_on": ""})
    for by in (town.principal.by, town.registrar.by, aide.by):
        assert browser(by).post(f"{page(aide)}student/", said).status_code == 404
    assert {browser(head.by).post(f"{page(aide)}student/", said).status_code for _ in range(2)} == {302}
    assert acts() == [("given", True, False)]


def test_it_ends_with_the_role_and_with_the_account(town: make.Town, head: make.Staffed, aide: make.Staffed) -> None:
    adds(head.by, aide, town.ana.id)
    account = f"/district/accounts/{aide.by.account.id}/"
    assert browser(head.by).post(f"{account}end/", {"place": str(aide.role.id)}).status_code == 302
    assert acts()[-1] == ("ended", True, False)
    make.assignment(aide.row, "aide", town.school)
    assert offices(aide, town.ana.id) == ()
