"""What was gathered goes: a person approves it, the law is asked again, and the key is gone (retention.dispose)."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.law.codes import DutyCode
from fileroom.people.answers import Missing, Refused
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import SocialMediaItem, SocialMediaWish
from fileroom.programmes.social_media import missing_child
from fileroom.programmes.social_media.asking import for_its_end
from fileroom.programmes.social_media.copies import owe_its_copy
from fileroom.programmes.social_media.duties import COUNSEL, DESTROY, ITEMS, WISHES
from fileroom.records.models import Version
from fileroom.retention.services import Disposed, Raced, dispose, would


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
    """The same within the open transaction, with the words in which a family wrote what is right: all of it or none.
    `outcome`: what its open wishes come to. What a wish would have gone waits while the child is missed."""
    words = _words_about(item)
    held = next((it for it in words if not would(it, by=by, at=at).granted), None)
    gone = dispose(held or item.record_id, by=by, at=at, held=missing_child.keeps(item))
    if isinstance(gone, Refused):
        if any(duty.code == DutyCode.COUNSEL_REVIEW for duty in gone.decision.duties):
            missing_child.counsel_reads(item, gone.entry, at)
        return gone
    over = Over(by.account.id, gone.entries[-1], at)
    item.destroyed_at, item.destroyed_by, item.destruction = at, by.account.id, over.evidence
    item.save(update_fields=["destroyed_at", "destroyed_by", "destruction"])
    duties.discharge(ITEMS, item.id, over, rule=DESTROY)
    duties.let_go(ITEMS, item.id, over, rule=COUNSEL)
    for record in words:
        if isinstance(dispose(record, by=by, at=at), Refused):
            raise Raced
    wishes = list(SocialMediaWish.objects.select_for_update().filter(item=item, answered_at=None))
    for wish in wishes:
        _over(wish, outcome, over)
    if wishes:  # what a family wanted gone, or otherwise, is no more a company's either
        owe_its_copy(item, over.evidence, at)
    return gone


def _words_about(item: SocialMediaItem) -> list[UUID]:
    """What families wrote of it and can still be read: it went when it was answered, unless a hold stood."""
    theirs = SocialMediaWish.objects.filter(item=item).exclude(words=None).values("words")
    readable = Version.objects.filter(record__in=theirs, shredded_at=None)
    return sorted(set(readable.values_list("record_id", flat=True)))


def _over(wish: SocialMediaWish, outcome: SocialMediaWish.Outcome, over: Over) -> None:
    """Nothing is left to answer. A deletion that was asked for is done by it, whoever destroyed."""
    done = wish.kind == SocialMediaWish.Kind.DELETE
    wish.outcome = SocialMediaWish.Outcome.DONE if done else outcome
    wish.answered_at, wish.answered_by, wish.answer = over.at, over.by, over.evidence
    wish.save(update_fields=["outcome", "answered_at", "answered_by", "answer"])
    duties.discharge(WISHES, wish.id, over)
