"""Flips of what is counted of AI tools and of the watch over reading."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import Flip


def tool(town: make.Town) -> Flip:
    """An approval is over; then it is given for another while."""
    from fileroom.programmes.models import AiTool

    until = make.TODAY + timedelta(days=30)
    row = AiTool(
        name="Draftly", does="Drafts", receives=["deidentified"], trains=True, state="approved", until_on=until,
        entered_at=AT, entered_by=uuid4(), entry=uuid4(), decided_at=AT, decided_by=uuid4(), decided_entry=uuid4(),
    )  # fmt: skip
    return Flip(
        lambda: make.keep(row),
        lambda: make.change(row, until_on=make.TODAY - timedelta(days=1)),
        lambda: make.change(row, until_on=until),
    )


def alarm(town: make.Town) -> Flip:
    """Nobody has asked about an alarm for more than a day; then somebody has."""
    from fileroom.programmes.models import ReadingAlarm

    row = ReadingAlarm(
        account=town.teacher.by.account.id, reasons=["fast"], begun_at=AT, last_at=AT, students=60, reads=60,
        refused=0, raised_at=AT, entry=uuid4(),
    )  # fmt: skip
    settled = {"outcome": "explained", "settled_at": AT, "settled_by": uuid4(), "settled_entry": uuid4()}
    return Flip(
        lambda: make.keep(row),
        lambda: make.change(row, raised_at=AT - timedelta(days=2)),
        lambda: make.change(row, **settled),
    )
