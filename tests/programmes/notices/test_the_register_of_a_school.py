"""One school's register goes on past its first page, is searched by name, follows who moves, and shows no child from
whom an order keeps the reader."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.programmes.notices import steps

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn
    from fileroom.programmes.notices.desk import AtSchool, SchoolPage
    from fileroom.programmes.notices.sending import Noted

LATER = AT + timedelta(hours=1)


@pytest.fixture
def ready(town: make.Town) -> make.Town:
    """A notice is adopted; Ana's family is owed it, and four others of hers."""
    by = steps.designee().by
    steps.everything_said(by)
    steps.adopted(by)
    for given in ("Bo", "Cy", "Di", "Ed"):
        child = make.student(given, "Zamora")
        make.related(given.lower(), child)
        steps.enrols(child, town, days=200)
    round_()
    return town


def round_() -> None:
    from fileroom.programmes.notices.sending import open_owed

    open_owed(at=AT)


def shown(town: make.Town, which: str = "untold", by: make.Staffed | None = None, **more: Any) -> SchoolPage:
    from fileroom.programmes.notices.desk import school

    return school(town.school.id, which, by=(by or town.registrar).by, at=LATER, **more)


def sends(town: make.Town, by: make.Staffed | None = None, **more: Any) -> Noted:
    from fileroom.programmes.notices.sending import Sending, note_told

    said = Sending(town.school.id, "mail", ("en",), make.TODAY, **more)
    return note_told(said, by=(by or town.registrar).by, at=LATER)


def names(page: SchoolPage) -> list[str]:
    return [it.name for it in page.families]


def test_the_list_goes_on_past_its_first_page_and_is_searched_by_name(
    ready: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.programmes.notices import desk
    from tests.attacks.browsing import browser

    monkeypatch.setattr(desk, "ON_A_PAGE", 2)
    sends(ready)
    first = shown(ready, "unsigned")
    second = shown(ready, "unsigned", after=first.families[-1].student)
    third = shown(ready, "unsigned", after=second.families[-1].student)
    assert [*names(first), *names(second), *names(third)] == [
        "Ana Torres", "Bo Zamora", "Cy Zamora", "Di Zamora", "Ed Zamora"
    ]  # fmt: skip
    assert (first.more, second.more, third.more) == (True, True, False)
    assert names(shown(ready, "untold", named="zam ED")) == ["Ed Zamora"]
    pages = browser(ready.registrar.by)
    address = f"/notices/schools/{ready.school.id}/"
    html = pages.get(f"{address}?show=unsigned").content.decode()
    after = f"after={first.families[-1].student}"
    assert after in html and "Ed Zamora" not in html
    html = pages.get(f"{address}?q=ed").content.decode()
    assert "Ed Zamora" in html and "The card is signed" in html and "Ana Torres" not in html


def test_a_family_told_at_one_school_signs_at_the_one_they_moved_to(ready: make.Town) -> None:
    from fileroom.programmes.notices.sending import note_signature

    sends(ready, student=ready.ana.id)
    other = make.school("Mesa Middle")
    clerk = make.staffed("clerk", "registrar", other)
    make.change(ready.spell, left_on=make.TODAY - timedelta(days=1), left_by="office")
    make.enrolment(ready.ana, other, since=make.TODAY)
    round_()
    note_signature(other.id, ready.ana.id, by=clerk.by, at=LATER)
    row = next(it for it in steps.rows() if it.student_id == ready.ana.id)
    assert (row.school_id, row.acknowledged_at, row.told_by) == (other.id, LATER, ready.registrar.by.account.id)


def test_of_whom_the_law_has_nobody_told_neither_list_nor_number_speaks(ready: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.notices.families import whole

    make.order(ready.ana, ready.mother.row)
    round_()
    page = shown(ready)
    assert (page.school.of, page.school.told, len(page.families)) == (4, 0, 4)
    sends(ready)
    page = shown(ready, "told")
    assert (page.school.of, page.school.told, len(page.families)) == (4, 4, 4)
    with district_transaction():
        assert whole(steps.YEAR).of == 4


@pytest.mark.parametrize("claimed", [False, True])
def test_whom_an_order_keeps_from_a_child_or_may_finds_them_in_no_list_and_no_number(
    ready: make.Town, claimed: bool
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.notices.desk import desk
    from fileroom.programmes.notices.sending import note_signature

    row = make.employee("Cleo", "Ortiz")
    account = make.signed_in(make.account("cleo", employee=row))
    clerk = make.Staffed(row, make.assignment(row, "registrar", ready.school), account)
    order = make.order(ready.ana, make.contact("Cleo", "Ortiz"))
    if claimed:
        make.change(order, claimed=True, received_by=None)

    def at_desk(who: make.Staffed) -> AtSchool:
        return next(it for it in desk(steps.places(), by=who.by, at=LATER).schools if it.id == ready.school.id)

    assert (at_desk(clerk).of, shown(ready, by=clerk).school.of) == (4, 4)
    assert (at_desk(ready.registrar).of, shown(ready).school.of) == (4, 4), "a number is the same for everybody"
    assert "Ana Torres" in names(shown(ready)) and "Ana Torres" not in names(shown(ready, by=clerk))
    assert names(shown(ready, by=clerk, named="ana")) == []
    with pytest.raises(Missing):
        sends(ready, clerk, student=ready.ana.id)
    assert sends(ready, clerk).told == 4
    with pytest.raises(Missing):
        note_signature(ready.school.id, ready.ana.id, by=clerk.by, at=LATER)
    assert (shown(ready, "told", by=clerk).school.told, at_desk(clerk).told) == (4, 4)


def test_whom_an_order_keeps_from_a_child_finds_no_number_and_nothing_open_that_their_lists_do_not_explain(
    ready: make.Town,
) -> None:
    from fileroom.people.owed import owed
    from fileroom.web.owed import page
    from tests.programmes.notices.test_a_year_goes_by import counted

    keeper = make.employee("Max", "Quill")
    make.custodian(keeper, None)
    bound, free = ready.principal.by, make.signed_in(make.account("max", employee=keeper))

    def open_(by: SignedIn) -> int:
        return len([it for it in owed(by=by, at=LATER) if it.room == "notices"])

    assert (counted("notices.told").of, open_(bound), open_(free)) == (5, 1, 1)
    order = make.order(ready.ana, make.contact("Principal", "Abara"))
    round_()
    assert (counted("notices.told").of, open_(bound), open_(free)) == (4, 1, 2)
    assert sum("one family by itself" in it["title"] for it in page(by=free, at=LATER).rows) == 1, "no two rows alike"
    for row in steps.rows():
        if row.student_id != ready.ana.id:
            sends(ready, student=row.student_id)
    told = counted("notices.told")
    assert (told.number, told.of, told.state.value, open_(bound), open_(free)) == (4, 4, "running", 0, 1)
    make.change(order, lifted_on=make.TODAY)
    round_()
    assert (counted("notices.told").of, open_(bound), open_(free)) == (5, 1, 1)
