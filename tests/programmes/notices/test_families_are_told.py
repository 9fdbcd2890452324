"""Who is to be told, the same day where they have just enrolled; who was, how; and nobody whom an order bars."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.programmes.notices import steps

if TYPE_CHECKING:
    from fileroom.programmes.notices.sending import Noted

LATER = AT + timedelta(hours=1)


@pytest.fixture
def ready(town: make.Town) -> make.Town:
    """A notice is adopted, and the round has been."""
    by = steps.designee().by
    steps.everything_said(by)
    steps.adopted(by)
    round_()
    return town


def round_(at: datetime = AT) -> None:
    from fileroom.programmes.notices.sending import open_owed

    open_owed(at=at)


def sends(town: make.Town, method: str = "mail", who: make.Staffed | None = None, **more: Any) -> Noted:
    from fileroom.programmes.notices.sending import Sending, note_told

    said = Sending(town.school.id, method, ("en", "es"), make.TODAY, **more)
    return note_told(said, by=(who or town.registrar).by, at=LATER)


def names() -> list[tuple[str, str]]:
    return [(it.student.legal_given, it.contact.given if it.contact else "") for it in steps.rows()]


def test_the_round_opens_it_for_each_parent_once(ready: make.Town) -> None:
    assert names() == [("Ana", "Mother")]
    round_()
    assert names() == [("Ana", "Mother")]
    assert ("each_year", ready.school.id, "2026") in steps.open_duties()


def test_whoever_enrols_in_the_middle_of_the_year_is_owed_it_that_day(ready: make.Town) -> None:
    from fileroom.duties import queries

    sends(ready)
    newcomer = make.student("Eve", "Park")
    make.related("park", newcomer)
    steps.enrols(newcomer, ready)
    round_(LATER)
    assert steps.open_duties(LATER) == [("on_enrolment", ready.school.id, make.TODAY.isoformat())]
    (duty,) = queries.of_room("notices", at=LATER)
    assert (duty.due, duty.late) == (make.TODAY, False)
    (duty,) = queries.of_room("notices", at=LATER + timedelta(days=1))
    assert duty.late
    sends(ready, student=newcomer.id)
    assert steps.open_duties(LATER) == []


def test_whoever_enrols_until_the_first_semester_runs_is_told_with_everybody(ready: make.Town) -> None:
    from fileroom.people.models import Term

    first = make.TODAY - timedelta(days=60)
    make.keep(Term(name="Fall", from_on=first, to_on=make.TODAY + timedelta(days=60)))
    for family, days in (("Early", 60), ("Late", 59)):
        child = make.student("Eve", family)
        make.related(family.lower(), child)
        steps.enrols(child, ready, days=days)
    round_(LATER)
    assert [it.student.legal_family for it in steps.rows() if it.at_enrolment] == ["Late"]


def test_noting_that_it_went_does_the_schools_duty(ready: make.Town) -> None:
    done = sends(ready)
    assert (done.told, done.left) == (1, 0)
    (row,) = steps.rows()
    assert (row.told_on, row.method, row.language) == (make.TODAY, "mail", "en,es")
    assert steps.open_duties() == []


def test_by_electronic_means_only_those_are_told_who_have_asked_for_it(ready: make.Town) -> None:
    from fileroom.programmes.notices.family import wish

    assert sends(ready, "electronic").told == 0
    wish(True, by=ready.mother.by, at=AT)
    assert sends(ready, "electronic").told == 1


def test_whoever_has_asked_for_paper_again_is_not_told_by_electronic_means(ready: make.Town) -> None:
    from fileroom.programmes.notices.family import wish

    wish(True, by=ready.mother.by, at=AT)
    wish(False, by=ready.mother.by, at=LATER)
    assert sends(ready, "electronic").told == 0


@pytest.mark.parametrize("with_a_round_between", [True, False])
def test_whom_an_order_bars_is_told_nothing_and_no_list_or_number_differs_for_it(
    ready: make.Town, with_a_round_between: bool
) -> None:
    from fileroom.programmes.notices import desk, family

    father = make.related("father", ready.ana)
    round_(LATER)
    assert ("Ana", "Father") in names()
    make.order(ready.ana, father.row)
    before = desk.school(ready.school.id, "untold", by=ready.registrar.by, at=LATER)
    if with_a_round_between:
        round_(LATER)
    assert desk.school(ready.school.id, "untold", by=ready.registrar.by, at=LATER) == before
    assert family.page("en", by=father.by, at=LATER).mine == ()
    assert (sends(ready).told, sends(ready).left) == (1, 0)
    assert [it.told_on for it in steps.rows() if it.contact and it.contact.given == "Father"] == [None]
    assert steps.open_duties(LATER) == []
    page = desk.school(ready.school.id, "told", by=ready.registrar.by, at=LATER)
    assert [(it.name, it.waits) for it in page.families] == [("Ana Torres", False)]
    assert (page.school.told, page.school.of) == (0, 0), "of whom an order stands no number speaks"


def test_where_paper_orders_are_not_signed_for_nobody_is_told_yet(ready: make.Town) -> None:
    make.change(ready.school, orders_entered_on=None)
    assert (sends(ready).told, sends(ready).left) == (0, 1)
    assert len(steps.open_duties()) == 1


def test_a_student_of_full_age_is_told_and_not_the_parents(ready: make.Town) -> None:
    grown = make.student("Gus", "Vega", birth_on=make.TODAY - timedelta(days=18 * 366))
    make.related("vega", grown)
    steps.enrols(grown, ready, days=200)
    round_(LATER)
    assert ("Gus", "") in names()
    assert ("Gus", "Vega") not in names()


def test_whoever_has_left_is_owed_nothing_any_more(ready: make.Town) -> None:
    make.change(ready.spell, left_on=make.TODAY - timedelta(days=1), left_by="office")
    round_(LATER)
    assert names() == []
    assert steps.open_duties() == []


def test_those_who_keep_the_schools_records_note_it_and_nobody_else(ready: make.Town) -> None:
    from fileroom.people.answers import Missing

    elsewhere = make.staffed("clerk", "registrar", make.school("Mesa Middle"))
    for who in (ready.teacher, elsewhere):
        with pytest.raises(Missing):
            sends(ready, who=who)


def test_nothing_can_have_gone_that_nobody_adopted(town: make.Town) -> None:
    round_()
    with pytest.raises(ValidationError, match="No notice is adopted"):
        sends(town)
    assert ("each_year", the_district(), "adopt/2026") in steps.open_duties()


def the_district() -> UUID:
    from fileroom.people.owed import OF_THE_DISTRICT

    return OF_THE_DISTRICT


def test_a_signed_card_is_noted_once_and_only_of_who_was_told(ready: make.Town) -> None:
    from fileroom.programmes.notices.sending import note_signature

    def signs() -> UUID:
        return note_signature(ready.school.id, ready.ana.id, by=ready.registrar.by, at=LATER)

    with pytest.raises(ValidationError, match="first"):
        signs()
    sends(ready)
    assert signs() == signs()
    assert steps.rows()[0].acknowledged_how == "counter"


def test_a_familys_click_says_that_it_came(ready: make.Town) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.notices.family import acknowledge_here, page

    other = make.related("stranger", None)
    (row,) = steps.rows()
    with pytest.raises(Missing):
        acknowledge_here(row.id, steps.newest().id, "es", by=other.by, at=LATER)
    with pytest.raises(Missing):
        acknowledge_here(row.id, row.id, "es", by=ready.mother.by, at=LATER)
    acknowledge_here(row.id, steps.newest().id, "es", by=ready.mother.by, at=LATER)
    (row,) = steps.rows()
    assert (row.method, row.language, row.acknowledged_how) == ("electronic", "es", "page")
    (mine,) = page("es", by=ready.mother.by, at=LATER).mine
    assert mine.acknowledged_at == LATER
    assert steps.open_duties() == []


def test_a_round_of_many_families_asks_the_database_no_more_often(ready: make.Town) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked() -> int:
        with CaptureQueriesContext(connection) as caught:
            round_(LATER)
        return len(caught)

    few = asked()
    for n in range(12):
        child = make.student(f"Child{n}", "Many")
        make.related(f"many{n}", child)
        steps.enrols(child, ready, days=200)
    asked()
    assert len(names()) == 13
    assert asked() <= few + 2
