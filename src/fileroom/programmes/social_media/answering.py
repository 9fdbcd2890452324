"""The office answers a family's wish: it is done, or, where the law gives the district a choice, declined."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection import captures
from fileroom.duties import services as duties
from fileroom.duties.services import Over
from fileroom.hosting import durable_transaction
from fileroom.law import Decision, Outcome
from fileroom.law.days import district_day
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing, Refused
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import SocialMediaItem, SocialMediaWish
from fileroom.programmes.social_media import missing_child
from fileroom.programmes.social_media.asking import for_its_end
from fileroom.programmes.social_media.copies import owe_its_copy
from fileroom.programmes.social_media.disposing import destroyed
from fileroom.programmes.social_media.duties import COUNSEL, ITEMS, WISHES
from fileroom.programmes.social_media.wishes import Kind, decided, who_asked
from fileroom.retention.services import dispose, whose_act

Came = SocialMediaWish.Outcome
MUST_BE_DONE = "The student’s own wish is done, not declined. Ed. Code 49073.6(c)(2)"
NOT_THEIRS = "The law gives them this wish no more. Decline it, and say so."


@dataclass(frozen=True)
class Answered:
    """The office has answered."""

    id: UUID
    entry: UUID
    outcome: str


def answer(wish_id: UUID, *, declined: bool, by: SignedIn, at: datetime) -> Answered | Refused:
    """Do what was asked, or decline it; the law is asked again of whoever asked. Whoever keeps the records answers.

    A hold keeps what was to be deleted: that is a refusal, and counsel is told. Raises Missing (no such wish, or it is
    answered), and ValidationError (the law gives no choice).
    """
    return _answer(wish_id, declined, for_its_end(by), at)


@durable_transaction
def _answer(wish_id: UUID, declined: bool, by: SignedIn, at: datetime) -> Answered | Refused:
    row = SocialMediaWish.objects.select_for_update(of=("self",)).filter(pk=wish_id, answered_at=None).first()
    if row is None:
        raise Missing
    item = SocialMediaItem.objects.select_for_update(of=("self",)).get(pk=row.item_id)
    mine, holder = whose_act(item.record_id, by=by, at=at)
    said: dict[str, Any] = {"student": item.student_id, "record": item.record_id, "part": captures.ITEM, "at": at}
    said |= {"by": by.acting_as(holder.role), "purpose": by.purpose.value}
    if not mine.granted:
        entry = ledger.write(ledger.event(Act.DISPOSAL_REFUSED, decision=mine, sealed=mine.silent, **said))
        return Refused(mine, entry, serves=bool(holder.offices))
    theirs, _, _ = decided(item, Kind(row.kind), who_asked(row), district_day(at))
    if declined:
        if theirs.outcome is Outcome.MUST:
            raise ValidationError(MUST_BE_DONE)
        return _declined(row, theirs, said, by, at)
    if not theirs.granted:
        raise ValidationError(NOT_THEIRS)
    if row.kind == Kind.DELETE:
        gone = destroyed(item, by=by, at=at, outcome=Came.GONE)
        return gone if isinstance(gone, Refused) else Answered(row.id, gone.entries[-1], Came.DONE)
    assert row.words_id, "a correction has its words"
    entry = captures.put_right(item.record_id, row.words_id, theirs, holder.role, by=by, at=at)
    missed, both = missing_child.is_missed(item), ((item.record_id, True), (row.words_id, False))
    ended = [dispose(record, by=by, at=at, but_the_newest=older, held=missed) for record, older in both]
    # Where a hold stands, or the child is missed, they stay, and go with the item. Nor does a company destroy then.
    if not any(isinstance(it, Refused) for it in ended):
        owe_its_copy(item, entry, at)
    return _settled(row, Came.DONE, entry, by, at)


def _declined(row: SocialMediaWish, decision: Decision, said: dict[str, Any], by: SignedIn, at: datetime) -> Answered:
    """The law left it to the district. What they wrote of it goes."""
    entry = ledger.write(
        ledger.event(Act.SOCIAL_MEDIA_WISH_ANSWERED, decision=decision, **(said | {"outcome": Came.DECLINED.value}))
    )
    if row.words_id:
        with suppress(Missing):
            dispose(row.words_id, by=by, at=at)
    return _settled(row, Came.DECLINED, entry, by, at)


def _settled(
    row: SocialMediaWish, outcome: SocialMediaWish.Outcome, entry: UUID, by: SignedIn, at: datetime
) -> Answered:
    row.outcome, row.answered_at, row.answered_by, row.answer = outcome, at, by.account.id, entry
    row.save(update_fields=["outcome", "answered_at", "answered_by", "answer"])
    over = Over(by.account.id, entry, at)
    duties.discharge(WISHES, row.id, over)
    if not missing_child.is_for_counsel(row.item):
        duties.let_go(ITEMS, row.item_id, over, rule=COUNSEL)
    return Answered(row.id, entry, outcome)
