"""The program on social media: something is kept past its last day; then it is destroyed."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

from tests import factories as make
from tests.conftest import AT
from tests.programmes.flip import Flip
from tests.programmes.social_media.world import gathers, offices, running


def program(town: make.Town) -> Flip:
    """Ana, of whom something was gathered, left more than a year ago, and it is still kept; then it is destroyed."""
    from fileroom.hosting import district_transaction
    from fileroom.programmes.models import SocialMediaItem
    from fileroom.programmes.social_media.disposing import destroy

    there = offices(town)

    def right() -> None:
        running(there)
        kept.append(gathers(town.principal.by, town.ana.id).id)
        with district_transaction():
            row = SocialMediaItem.objects.get()
        make.change(row, gathered_at=AT - timedelta(days=1))

    kept: list[UUID] = []

    def wrong() -> None:
        left_on = make.TODAY - make.YEAR - timedelta(days=2)
        make.change(town.spell, entered_on=left_on - make.YEAR, left_on=left_on)

    def back() -> None:
        done = destroy(kept[0], by=there.custodian, at=AT)
        assert not hasattr(done, "serves"), done

    return Flip(right, wrong, back)


def parents_not_told(town: make.Town) -> Flip:
    """The notice of this school year is owed for more than a month; then it is sent."""
    from fileroom.duties.models import Duty
    from fileroom.programmes.social_media.duties import NOTICE, PROGRAM

    row = Duty(rule=NOTICE, room=PROGRAM, of=uuid4(), office="superintendent", began_at=AT, caused_by=uuid4())
    return Flip(
        lambda: make.keep(row),
        lambda: make.change(row, began_at=AT - timedelta(days=31)),
        lambda: make.change(row, done_at=AT, evidence=uuid4()),
    )
