"""The program on social media: something is kept past its last day; then it is destroyed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import Flip
from tests.programmes.social_media.world import Offices, gathers, offices, running, vendor_row, wish_row

DAY = timedelta(days=1)


def program(town: make.Town) -> Flip:
    """Ana, of whom something was gathered, left more than a year ago, and it is still kept; then it is destroyed."""
    from fileroom.programmes.social_media.disposing import destroy

    there, kept = offices(town), list[UUID]()

    def right() -> None:
        kept.append(_gathered(there))

    def wrong() -> None:
        left_on = make.TODAY - make.YEAR - timedelta(days=2)
        make.change(town.spell, entered_on=left_on - make.YEAR, left_on=left_on)

    def back() -> None:
        done = destroy(kept[0], by=there.custodian, at=AT)
        assert not hasattr(done, "serves"), done

    return Flip("1 is kept past the last day", right, wrong, back)


def _gathered(there: Offices) -> UUID:
    """Something was gathered of Ana yesterday."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaItem

    running(there)
    item: UUID = gathers(there.town.principal.by, there.town.ana.id).id
    with district_transaction():
        row = SocialMediaItem.objects.get()
    make.change(row, gathered_at=AT - DAY)
    return item


def no_last_day(town: make.Town) -> Flip:
    """Ana's birth date turns out to be unknown, and with it the last day; then it is on file."""
    there, born_on = offices(town), town.ana.birth_on
    return Flip(
        "Of 1 no last day is known: the birth date is not on file",
        lambda: _gathered(there),
        lambda: make.change(town.ana, birth_on=None),
        lambda: make.change(town.ana, birth_on=born_on),
    )


def wish_unanswered(town: make.Town) -> Flip:
    """Ana has asked today that it be deleted: it is counted from tomorrow on; then it is answered."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaWish

    there = offices(town)

    def wishes() -> SocialMediaWish:
        with district_transaction():
            return SocialMediaWish.objects.get()

    return Flip(
        "A student or a parent waits for an answer",
        lambda: wish_row(_gathered(there)),
        lambda: make.change(wishes(), asked_at=AT - DAY),
        lambda: make.change(wishes(), answered_at=AT, answered_by=uuid4(), answer=uuid4(), outcome="declined"),
    )


def company_over(town: make.Town) -> Flip:
    """The contract of a company that gathered is over, and it has not said that it destroyed; then it has."""
    there, rows = offices(town), list[Any]()

    def right() -> None:
        running(there)
        rows.append(vendor_row())

    ended_on = make.TODAY - 2 * DAY
    return Flip(
        "A company whose part is over has not said that it destroyed",
        right,
        lambda: make.change(rows[0], ended_on=ended_on),
        lambda: make.change(rows[0], destroyed_on=ended_on),
    )


def parents_not_told(town: make.Town) -> Flip:
    """The notice of this school year is owed for more than a month; then it is sent."""
    from fileroom.duties.models import Duty
    from fileroom.programmes.social_media.duties import NOTICE, PROGRAM

    row = Duty(rule=NOTICE, room=PROGRAM, of=uuid4(), office="superintendent", began_at=AT, caused_by=uuid4())
    return Flip(
        "The parents were not told this school year",
        lambda: make.keep(row),
        lambda: make.change(row, began_at=AT - timedelta(days=31)),
        lambda: make.change(row, done_at=AT, evidence=uuid4()),
    )


ALSO: tuple[tuple[str, str, Callable[[make.Town], Flip]], ...] = (
    ("social_media.program", "a company whose part is over says nothing", company_over),
    ("social_media.program", "a wish waits", wish_unanswered),
    ("social_media.program", "no last day is known", no_last_day),
    ("social_media.program", "the parents were not told", parents_not_told),
)
