"""Flips of what is counted of the school calendar."""

from __future__ import annotations

from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import Flip


def calendar(town: make.Town) -> Flip:
    """Nobody has said of this school year any more that its calendar is entered whole; then somebody has."""
    from fileroom.law.days import school_year
    from fileroom.people.models import WholeCalendar

    year = school_year(make.TODAY)
    row = WholeCalendar(year=year, said_at=AT, said_by=town.principal.by.account.id, entry=uuid4())
    return Flip(
        "The calendar of 2026-27 is not entered whole: until it is, the State’s holidays count besides",
        lambda: make.keep(row),
        lambda: make.change(row, year=year - 1),
        lambda: make.change(row, year=year),
    )
