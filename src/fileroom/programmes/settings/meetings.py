"""The days on which the Board meets, as the district has said them last: for whoever owes the Board a report."""

from __future__ import annotations

from datetime import date

from fileroom.hosting import district_transaction
from fileroom.programmes.models import DistrictSetting

BOARD_MEETINGS = "board_meetings"
UNENTERED = (
    "unentered"  # the code of the fault of a day to which somebody can say that the Board meets then all the same
)


def board_meetings() -> tuple[date, ...]:
    """Every day that was said, the earliest first; none where the district has said none. Joins an open transaction."""
    with district_transaction():
        row = DistrictSetting.objects.filter(name=BOARD_MEETINGS).order_by("-set_at").first()
    return days_in(next(iter(row.said.values()), "")) if row else ()


def days_in(said: str) -> tuple[date, ...]:
    """The days in a line like "2026-12-10, 2027-01-14", each once, in order; none where a word of it is no day."""
    try:
        return tuple(sorted({date.fromisoformat(it) for it in said.replace(",", " ").split()}))
    except ValueError:
        return ()
