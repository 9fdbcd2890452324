"""Flips of what the programmes of the policy count: training, and officers who came."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import LONG_AGO, Flip

if TYPE_CHECKING:
    from fileroom.programmes.models import EnforcementReport


def training(who: make.Staffed, course: str) -> Flip:
    """Everybody has been told; then this person's course becomes overdue; then it is done."""
    from tests.programmes.training.steps import answers, night

    def overdue() -> None:
        from fileroom.duties.models import Duty
        from fileroom.hosting import district_transaction

        with district_transaction():
            row = Duty.objects.get(employee=who.row.id, part=course)
        make.change(row, due_on=make.TODAY - timedelta(days=1))

    return Flip("1 overdue", night, overdue, lambda: answers(who.by, course))


def told_at_once(town: make.Town) -> Flip:
    """The Superintendent does not know of a request for more than a day; then it is opened and read."""
    from fileroom.duties.models import Duty
    from fileroom.programmes.enforcement.board_days import ROOM
    from fileroom.programmes.enforcement.duties import TOLD

    row = Duty(rule=TOLD, room=ROOM, of=uuid4(), office="superintendent", began_at=AT, caused_by=uuid4())
    return Flip(
        "Of 1 request the Superintendent does not know for more than a day",
        lambda: make.keep(row),
        lambda: make.change(row, began_at=AT - timedelta(days=2)),
        lambda: make.change(row, done_at=AT, evidence=uuid4()),
    )


def board_report(town: make.Town) -> Flip:
    """A signed report has waited for its second person for months; then it goes to the Board."""
    make.keep(_report(AT, **RELEASED))
    row = _report(AT)
    return Flip(
        "A signed report waits for its second person for more than a month",
        lambda: make.keep(row),
        lambda: make.change(row, signed_at=LONG_AGO),
        lambda: make.change(row, **RELEASED),
    )


def board_untold(town: make.Town) -> Flip:
    """The last report went to the Board in the half-year before the last; then another does."""
    row = _report(AT, **RELEASED)
    return Flip(
        "No report was released in this half-year or the last: one that says that there was no request counts too",
        lambda: make.keep(row),
        lambda: make.change(row, released_at=AT - make.YEAR),
        lambda: make.keep(_report(AT, **RELEASED)),
    )


RELEASED = {"released_at": AT, "released_by": uuid4(), "released_entry": uuid4()}


def _report(signed_at: datetime, **more: Any) -> EnforcementReport:
    from fileroom.programmes.models import EnforcementReport

    return EnforcementReport(
        from_on=make.TODAY - make.YEAR, to_on=make.TODAY, until=AT, lines=[], signed_at=signed_at, signed_by=uuid4(),
        signed_entry=uuid4(), **more,
    )  # fmt: skip
