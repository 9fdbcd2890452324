"""The Board hears of a request at its next meeting; where nobody has entered one, that day is owed itself."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.programmes.enforcement.coming import comes, owed

TOMORROW = make.TODAY + timedelta(days=1)


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def says(office: make.Staffed, days: str, *, minutes: int = 0) -> None:
    from fileroom.programmes.settings.services import say

    say(uuid4(), "board_meetings", {"en": days}, by=office.by, at=AT + timedelta(minutes=minutes))


def missing() -> list[date | None]:
    from fileroom.duties.queries import of_room

    return [it.due for it in of_room("board_meetings", at=AT)]


def test_the_board_hears_at_its_next_meeting_or_its_day_is_asked_for(town: make.Town, office: make.Staffed) -> None:
    first, second = (comes(by, "immigration").id for by in (town.registrar.by, town.principal.by))
    assert owed(first)["report_to_board"] is None and missing() == [TOMORROW]
    assert "next meeting is not entered" in browser(office.by).get("/").content.decode()
    says(office, "2026-11-17, 2026-10-19 2026-12-08")
    assert [owed(it)["report_to_board"] for it in (first, second)] == [date(2026, 11, 17)] * 2 and not missing()
    says(office, "2026-11-10", minutes=1)
    assert owed(first)["report_to_board"] == date(2026, 11, 10), "a meeting is moved"
    third = comes(town.principal.by, "not_sure", at=AT + timedelta(days=1)).id
    assert owed(third)["report_to_board"] == date(2026, 11, 10)
    says(office, "2026-10-19", minutes=2)
    assert owed(third)["report_to_board"] is None and missing() == [TOMORROW], "what is over is none to come"


def test_what_is_no_day_is_not_kept_and_no_notice_is_out_of_date_by_a_meeting(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.settings.services import quoted_now

    for wrong in ("soon", "2026-13-01", "2026-11-10 and 2026-12-08"):
        with pytest.raises(ValidationError, match="each day"):
            says(office, wrong)
    with district_transaction():
        before = quoted_now()
    says(office, "2026-11-10")
    with district_transaction():
        assert quoted_now() == before and "board_meetings" not in before
