"""Over the years: what nobody did is never called done, nothing went before it was adopted, and a district that has
entered no terms is late all the same."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from fileroom.law.days import PACIFIC
from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.notices import steps
from tests.programmes.notices.test_families_are_told import ready, round_, sends, the_district

__all__ = ["ready"]
NEXT_YEAR = datetime(2027, 7, 2, 12, tzinfo=PACIFIC)
JUNE = datetime(2027, 6, 1, 12, tzinfo=PACIFIC)


def ended() -> dict[str, tuple[bool, bool]]:
    """Of each duty by its part: is it over, and is it moot?"""
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction

    with district_transaction():
        rows = Duty.objects.filter(room="notices").values_list("part", "done_at", "moot")
        return {part: (done_at is not None, moot) for part, done_at, moot in rows}


def counted(name: str, at: datetime = AT) -> Any:
    from fileroom.duties.states import Asked
    from fileroom.hosting import district_transaction
    from fileroom.programmes.notices.evidence import EVIDENCE

    with district_transaction():
        return EVIDENCE[name](Asked(at, 10, 365))


def test_what_nobody_told_last_year_is_let_go_with_its_number_and_never_done(ready: make.Town) -> None:
    newcomer = make.student("Eve", "Park")
    make.related("park", newcomer)
    steps.enrols(newcomer, ready)
    round_()
    round_(NEXT_YEAR)
    over = ended()
    assert over["2026"] == over[make.TODAY.isoformat()] == (True, True)
    assert ("each_year", ready.school.id, "2027") in steps.open_duties(NEXT_YEAR)
    said = {it.part: it.outcome for it in entries() if it.act.value == "notice:owed" and it.part.endswith("/never")}
    assert said == {"2026/never": "1", f"{make.TODAY}/never": "1"}
    parts = {it.says: it.number for it in counted("notices.told", NEXT_YEAR).parts}
    assert parts["Were never told in 2026-27"] == 2


def test_a_year_in_which_everybody_was_told_leaves_nothing_behind(ready: make.Town) -> None:
    sends(ready)
    round_(NEXT_YEAR)
    assert ended()["2026"] == (True, False)
    assert not [it for it in counted("notices.told", NEXT_YEAR).parts if "never" in it.says]


def test_a_notice_that_no_year_adopted_is_owed_for_that_year_no_more(town: make.Town) -> None:
    round_()
    round_(NEXT_YEAR)
    assert ended()["adopt/2026"] == (True, True)
    assert ("each_year", the_district(), "adopt/2027") in steps.open_duties(NEXT_YEAR)


def test_without_terms_families_that_nobody_told_are_overdue_all_the_same(ready: make.Town) -> None:
    from fileroom.duties import queries

    assert counted("notices.told", JUNE).state == "attention"
    (duty,) = [it for it in queries.of_room("notices", at=JUNE) if it.part == "2026"]
    assert (duty.due, duty.late) == (date(2026, 7, 1), True)


def test_a_term_or_a_summer_break_that_is_entered_after_the_round_moves_what_is_owed_before_it(
    ready: make.Town,
) -> None:
    from fileroom.people.models import Term
    from fileroom.programmes.calendar.entering import enter_days
    from fileroom.programmes.calendar.entries import Entry, Kind

    round_(NEXT_YEAR)
    assert due_in_2027() == {"2027": date(2027, 7, 1), "adopt/2027": date(2027, 7, 1)}
    summer = Entry(Kind.SUMMER, date(2027, 7, 1), date(2027, 8, 13))
    assert enter_days(uuid4(), summer, by=make.staffed("head", "administrator", None).by, at=NEXT_YEAR) == 2
    assert set(due_in_2027().values()) == {date(2027, 8, 16)}
    make.keep(Term(name="Fall", from_on=date(2027, 8, 23), to_on=date(2027, 12, 17)))
    round_(NEXT_YEAR)
    assert due_in_2027() == {"2027": date(2027, 8, 23), "adopt/2027": date(2027, 8, 23)}


def due_in_2027() -> dict[str, date | None]:
    from fileroom.duties import queries

    return {it.part: it.due for it in queries.of_room("notices", at=NEXT_YEAR) if it.part.endswith("2027")}


def test_a_summer_break_of_the_districts_calendar_is_waited_for(ready: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.calendars import first_semester
    from fileroom.people.models import Break, Closure

    closed = Closure(on=date(2026, 8, 13), reason="Opening")
    make.keep(closed, Break(kind="summer", from_on=date(2026, 6, 5), to_on=date(2026, 8, 12)))
    with district_transaction():
        assert first_semester(2026) == date(2026, 8, 14)


def test_nothing_went_on_a_day_before_it_was_adopted(ready: make.Town) -> None:
    from fileroom.programmes.notices.sending import Sending, note_told

    early = Sending(ready.school.id, "mail", ("en",), make.TODAY - timedelta(days=30))
    with pytest.raises(ValidationError, match="No notice was adopted yet"):
        note_told(early, by=ready.registrar.by, at=AT)
    assert [it.told_on for it in steps.rows()] == [None]


def test_what_went_was_the_version_of_its_day(ready: make.Town) -> None:
    from fileroom.programmes.notices.sending import Sending, note_told

    first = steps.newest()
    changes(AT + timedelta(days=3))
    assert steps.newest().id != first.id
    went = Sending(ready.school.id, "mail", ("en",), make.TODAY + timedelta(days=1))
    assert note_told(went, by=ready.registrar.by, at=AT + timedelta(days=4)).told == 1
    assert [it.notice_id for it in steps.rows()] == [first.id]


def changes(at: datetime) -> None:
    """Another version is adopted."""
    from fileroom.programmes.settings.services import say

    by = steps.designee("second").by
    say(uuid4(), "copy_cost", {"en": "25", "es": "25"}, by=by, at=at)
    steps.adopted(by, at=at)


def test_a_familys_click_is_of_the_version_that_its_page_showed(ready: make.Town) -> None:
    from fileroom.programmes.notices.family import acknowledge_here

    shown = steps.newest()
    changes(AT + timedelta(days=3))
    (row,) = steps.rows()
    acknowledge_here(row.id, shown.id, "en", by=ready.mother.by, at=AT + timedelta(days=4))
    assert [it.notice_id for it in steps.rows()] == [shown.id]


def test_a_school_that_is_not_counted_is_named_though_another_is(ready: make.Town) -> None:
    from fileroom.programmes.notices.languages import Counted, count_languages

    by = steps.designee("counts").by
    count_languages(Counted(ready.school.id, 300, {"es": 10}), by=by, at=AT)
    assert counted("notices.languages").state == "running"
    birch = make.school("Birch")
    it = counted("notices.languages")
    assert it.state == "attention" and [part.says for part in it.parts] == ["Not counted: Birch"]
    count_languages(Counted(birch.id, 80, {}), by=by, at=AT)
    assert counted("notices.languages").state == "running"


def test_a_school_where_all_speak_english_is_counted(town: make.Town) -> None:
    from fileroom.programmes.notices.census import languages_page
    from fileroom.programmes.notices.languages import Counted, count_languages

    by = steps.designee().by
    count_languages(Counted(town.school.id, 300, {"es": 10}), by=by, at=AT)
    count_languages(Counted(town.school.id, 301, {}), by=by, at=AT)
    (school,) = languages_page(by=by, at=AT).schools
    assert (school.students, dict(school.speak)) == (301, {})
