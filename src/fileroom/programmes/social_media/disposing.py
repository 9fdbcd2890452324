"""What was gathered goes: a person approves it, the law is asked again, and the key is gone (retention.dispose)."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from uuid import UUID

from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law.codes import DutyCode
from fileroom.law.days import district_day
from fileroom.people.answers import Missing, Refused
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import SocialMediaItem, SocialMediaWish
from fileroom.programmes.social_media.asking import for_its_end
from fileroom.programmes.social_media.duties import COUNSEL, DESTROY, ITEMS, WISHES, owe
from fileroom.retention.services import Disposed, dispose


def destroy(item_id: UUID, *, by: SignedIn, at: datetime) -> Disposed | Refused:
    """Destroy one item, as its custodian approves: today, or by its last day. A hold and an open request are refusals,
    of which counsel is told the same day. Raises Missing: there is no such item, or it is destroyed already."""
    return _destroy(item_id, by=for_its_end(by), at=at)


@durable_transaction
def _destroy(item_id: UUID, *, by: SignedIn, at: datetime) -> Disposed | Refused:
    item = SocialMediaItem.objects.select_for_update().filter(pk=item_id).first()
    if item is None:
        raise Missing
    return destroyed(item, by=by, at=at, outcome=SocialMediaWish.Outcome.GONE)


def destroyed(
    item: SocialMediaItem, *, by: SignedIn, at: datetime, outcome: SocialMediaWish.Outcome
) -> Disposed | Refused:
    """The same within the open transaction, with the words in which a family wrote what is right. `outcome`: what its
    open wishes come to."""
    gone = dispose(item.record_id, by=by, at=at)
    if isinstance(gone, Refused):
        if any(duty.code == DutyCode.COUNSEL_REVIEW for duty in gone.decision.duties):
            owe([Owed(COUNSEL, ITEMS, item.id, at, office="counsel", due_on=district_day(at))], gone.entry)
        return gone
    over = Over(by.account.id, gone.entries[-1], at)
    item.destroyed_at, item.destroyed_by, item.destruction = at, by.account.id, over.evidence
    item.save(update_fields=["destroyed_at", "destroyed_by", "destruction"])
    duties.discharge(ITEMS, item.id, over, rule=DESTROY)
    duties.let_go(ITEMS, item.id, over, rule=COUNSEL)
    for wish in SocialMediaWish.objects.select_for_update().filter(item=item):
        if wish.words_id:
            with suppress(Missing):  # they went when the wish was answered, unless a hold stood
                dispose(wish.words_id, by=by, at=at)
        if wish.answered_at is None:
            _over(wish, outcome, over)
    return gone


def _over(wish: SocialMediaWish, outcome: SocialMediaWish.Outcome, over: Over) -> None:
    """Nothing is left to answer. A deletion that was asked for is done by it, whoever destroyed."""
    done = wish.kind == SocialMediaWish.Kind.DELETE
    wish.outcome = SocialMediaWish.Outcome.DONE if done else outcome
    wish.answered_at, wish.answered_by, wish.answer = over.at, over.by, over.evidence
    wish.save(update_fields=["outcome", "answered_at", "answered_by", "answer"])
    duties.discharge(WISHES, wish.id, over)
