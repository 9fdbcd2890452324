"""When every screen is dark: orders in force, holds and clocks are on a sealed sheet, for whoever keeps the orders."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.ledger.services import Actor
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.programmes.incidents.reporting import HEAD
from tests.programmes.incidents.test_each_nights_list import DAY, PAGE, acts, night, rows, text_of


def sheet(by: object, *, second_above: int = 30) -> str:
    from fileroom.programmes.incidents.dark_sheet import open_sheet

    pdf = open_sheet(rows()[-1].id, second_above=second_above, head=HEAD, by=by, at=AT)  # type: ignore[arg-type]
    return text_of(pdf)


@pytest.fixture
def ordered(town: make.Town) -> make.Related:
    """Ana has an order against her father, Ben's file is on hold, and the custodian of the school owes something."""
    from fileroom.records.models import Hold

    father = make.related("father", town.ana)
    make.order(town.ana, father.row)
    make.keep(Hold(student=town.ben, reason="litigation", placed_at=AT))
    return father


def test_it_has_the_orders_the_holds_and_the_clocks_with_a_mark_and_a_line_for_each_child(
    town: make.Town, ordered: make.Related
) -> None:
    from fileroom.duties.models import Duty
    from fileroom.programmes.incidents.nightly import RULE
    from fileroom.programmes.incidents.scope import scope

    make.keep(
        Duty(
            rule=RULE, room="essentials", of=town.school.id, part="stored", office="principal", school=town.school.id,
            began_at=AT, due_on=make.TODAY, caused_by=uuid4(),
        )
    )  # fmt: skip
    night()
    said = sheet(town.principal.by)
    for told in (
        "Orders in force", "Ana Torres", "sees no record and is told nothing", "Holds: nothing", "Ben Ruiz",
        "Clocks that run", "By October 19, 2026", "Printed for Principal Abara", "For Principal Abara",
    ):  # fmt: skip
        assert told in said, told
    looked = [(it.student, it.sealed) for it in acts("order:looked_at")]
    assert looked == [(town.ana.id, True)]
    assert [it.student for it in acts("student:listed")] == [town.ben.id]
    (printed,) = acts("essentials:printed")
    assert (printed.part, printed.outcome) == ("sheet", "2")
    name, operator = town.principal.by.account.sign_in_name, Actor(None, "operator", "cli")
    _, found = scope((name,), (), AT - DAY, AT + DAY, by=operator, at=AT)
    assert (found.students, found.listed) == (2, 0), "each child has a line, and is not counted twice"


def test_nobody_has_an_order_on_it_whom_the_law_tells_of_none_and_a_second_person_agrees_where_it_names_many(
    town: make.Town, ordered: make.Related
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.incidents.dark_sheet import agree

    night()
    for by in (town.teacher.by, ordered.by):
        with pytest.raises(Missing):
            sheet(by)
    vera = make.staffed("vera", "principal", town.school)
    told = sheet(vera.by)
    assert "Ben Ruiz" in told and "Torres" not in told, "the law opens an order to its custodian, and not to her"
    with pytest.raises(ValidationError, match="another who keeps these records agrees first"):
        sheet(town.principal.by, second_above=1)
    with pytest.raises(ValidationError, match="names few"):
        agree(rows()[-1].id, second_above=30, by=vera.by, at=AT)
    agree(rows()[-1].id, second_above=1, by=vera.by, at=AT)
    with pytest.raises(ValidationError, match="another does"):
        sheet(vera.by, second_above=1)
    assert "Ana Torres" in sheet(town.principal.by, second_above=1)
    make.order(town.ana, make.contact("Principal", "Abara"))
    bound = sheet(town.principal.by, second_above=1)
    assert "Ben Ruiz" in bound and "Torres" not in bound, "an order on Ana's file may be against whoever prints"


def test_at_the_server_it_is_the_first_paper_and_on_the_page_it_opens_to_whoever_may_print(
    town: make.Town, ordered: make.Related, monkeypatch: pytest.MonkeyPatch
) -> None:
    from django.conf import settings

    from fileroom.programmes.incidents.tonight import open_at_the_server

    night()
    desk = browser(town.principal.by)
    assert "Orders in force, holds and clocks" in words(desk.get(PAGE).content.decode())
    answer = desk.post(PAGE, form(sheet=str(rows()[-1].id)))
    assert answer.status_code == 200 and "Ana Torres" in text_of(answer.content)
    papers = open_at_the_server(town.school.name, head=HEAD, by=Actor(None, "operator", "cli"), at=AT)
    assert papers.sheet and "Ben Ruiz" in text_of(papers.sheet) and not papers.amiss
    for part, (_, pdf) in enumerate(papers.grades, start=1):
        assert text_of(pdf).count("For the operator · ") >= 2, part
    monkeypatch.setattr(settings, "LISTS_SECOND_ABOVE", 1)
    desk.post(PAGE, form(agree=str(rows()[-1].id)))
    page = desk.get(PAGE).content.decode()
    assert "You have agreed: another prints it" in page and 'name="sheet"' not in page
    other = make.staffed("vera", "principal", town.school)
    assert 'name="sheet"' in browser(other.by).get(PAGE).content.decode()


def test_no_clock_says_that_there_is_an_order_and_one_that_has_no_room_is_told_of(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection import possible_orders
    from fileroom.collection.orders.duties import NO_PAPER
    from fileroom.duties.models import Duty
    from fileroom.people.vacancies import DRAWERS
    from fileroom.programmes.incidents import dark_sheet
    from fileroom.programmes.incidents.nightly import RULE

    monkeypatch.setattr(dark_sheet, "MOST_CLOCKS", 1)
    make.order(town.ana, make.contact("Principal", "Abara"))  # it may be against whoever prints
    rooms = ("orders", possible_orders.ROOM, DRAWERS)
    for number, (room, rule) in enumerate([*((it, NO_PAPER) for it in rooms), *(("essentials", RULE),) * 2]):
        make.keep(
            Duty(
                rule=rule, room=room, of=uuid4(), part=str(number), office="custodian", school=town.school.id,
                began_at=AT, due_on=make.TODAY, caused_by=uuid4(),
            )
        )  # fmt: skip
    night()
    _, _, clocks = sheet(town.principal.by).partition("Clocks that run")
    assert clocks and "order" not in clocks.casefold(), clocks
    assert "More clocks run than have room here" in clocks


def test_of_a_list_without_a_sheet_or_with_one_that_cannot_be_set_the_grades_come_and_a_sheet_is_no_list(
    town: make.Town, ordered: make.Related, monkeypatch: pytest.MonkeyPatch, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    from fileroom.cli.incident import run_essentials
    from fileroom.letters import Unfit
    from fileroom.programmes.incidents import dark_sheet, nightly, tonight

    asked = Namespace(school=town.school.name, to=tmp_path / "first")
    asked.to.mkdir()
    night()
    sheet(town.principal.by)
    with pytest.raises(ValidationError, match="Nobody has opened this list"):
        tonight.lock_away(rows()[-1].id, by=town.principal.by, at=AT)
    with monkeypatch.context() as patch:
        patch.setattr(dark_sheet, "compose", lambda _: (_ for _ in ()).throw(Unfit("It has no room.")))
        assert run_essentials(asked) == 0
    assert [it.name[:8] for it in asked.to.iterdir()] == ["01-grade"]
    assert "not among them: It has no room." in capsys.readouterr().err
    assert len(acts("order:looked_at")) == 1, "of a sheet that was never set no line says that it was read"
    asked.to = tmp_path / "second"
    asked.to.mkdir()
    monkeypatch.setattr(nightly, "gathered", lambda *_: None)
    monkeypatch.setattr(nightly, "named", lambda _: 0)
    night(AT + DAY)
    assert run_essentials(asked) == 0
    assert [it.name[:8] for it in asked.to.iterdir()] == ["01-grade"] and not capsys.readouterr().err
    with pytest.raises(ValidationError, match="sealed without its sheet"):
        sheet(town.principal.by)
