"""The district's own plan: the Board and the insurer hear of what was taken, and of every attack."""

from __future__ import annotations

from tests.law.worlds import ask, duties

PLAN = "follow_the_plan"


def test_the_plan_is_followed_where_something_was_taken_and_where_somebody_got_in() -> None:
    assert PLAN in duties(ask("breach", incident__data=["full_name", "grades"]))
    assert PLAN in duties(ask("attack"))
    assert PLAN not in duties(ask("breach", incident__acquisition="not_believed"))


def test_it_sets_no_day_and_says_so() -> None:
    assert next(it for it in ask("attack").duties if it.code == PLAN).says.endswith("No statute sets a day.")
