"""Flips of what is counted of AI tools, of the watch over reading, and of the rounds that go by themselves."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import Change, Flip

if TYPE_CHECKING:
    from fileroom.hosting.rounds_noted import Round


def tool(town: make.Town) -> Flip:
    """An approval is over; then it is given for another while."""
    from fileroom.programmes.models import AiTool

    until = make.TODAY + timedelta(days=30)
    row = AiTool(
        name="Draftly", does="Drafts", receives=["deidentified"], trains=True, state="approved", until_on=until,
        entered_at=AT, entered_by=uuid4(), entry=uuid4(), decided_at=AT, decided_by=uuid4(), decided_entry=uuid4(),
    )  # fmt: skip
    return Flip(
        "1 tool whose approval is over",
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
        "Nobody has asked about one for more than a day",
        lambda: make.keep(row),
        lambda: make.change(row, raised_at=AT - timedelta(days=2)),
        lambda: make.change(row, **settled),
    )


def rounds(town: make.Town) -> Flip:
    """The watch did not go through the last time; then it does."""
    return Flip(
        "The watch over reading did not go through", gone(""), gone("OperationalError at looking.py:40"), gone("")
    )


def silent(town: make.Town) -> Flip:
    """The watch, which is to see a machine within five minutes, has not gone for six; then it goes."""
    return Flip("The watch over reading goes no more", gone(""), gone("", AT - timedelta(minutes=6)), gone(""))


def unknown(town: make.Town) -> Flip:
    """Of the watch nothing was ever noted; then it goes."""
    from fileroom.hosting.rounds_noted import Round

    return Flip("The watch over reading has not gone yet", gone(""), lambda: forgotten(Round.WATCH), gone(""))


def never(town: make.Town) -> Flip:
    """Nothing has ever gone; then all have."""
    return Flip("None of them has gone yet", gone(""), forgotten, gone(""))


def gone(fault: str, at: datetime = AT) -> Change:
    from fileroom.hosting import current_district, rounds_noted
    from fileroom.hosting.rounds_noted import Round

    def went() -> None:
        forgotten()
        for it in Round:
            rounds_noted.note(current_district(), it, "", at=AT)
        rounds_noted.note(current_district(), Round.WATCH, fault, at=at)

    return went


def forgotten(*these: Round) -> None:
    """What was noted, of these or of all: the register of districts outlives the rows of one."""
    from django.db import connections

    from fileroom.hosting.rounds_noted import Round
    from fileroom.hosting.transactions import REGISTER

    with connections["owner"].cursor() as cursor:
        cursor.execute(f"DELETE FROM {REGISTER}.round WHERE round = ANY(%s)", [[it.value for it in these or Round]])
