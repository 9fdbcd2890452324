"""Somebody hands a letter over to whom it is for, and says so: once, if it may go to them on that day."""

from __future__ import annotations

from uuid import UUID

from fileroom.casework.issued import Asking, Given, Kinds, found, waits_for_a_hand
from fileroom.casework.models import HandedOver
from fileroom.disclosure import parties
from fileroom.hosting import durable_transaction
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people.answers import Missing, Refused
from fileroom.records.models import Letter


@durable_transaction
def hand_over(letter_id: UUID, kinds: Kinds, asking: Asking) -> UUID | Refused | None:
    """The entry of its being handed over; a second time changes nothing. Its room is asked again whether it may go.

    None: to nobody now, and whoever asks is not told why. Raises Missing (also of one that went already,
    or of which its own page says so).
    """
    letter = found(letter_id, kinds, by=asking.by, at=asking.at)
    Letter.objects.select_for_update(no_key=True).get(pk=letter.id)  # of two at one moment the second finds the first
    hand = kinds[letter.kind].hand
    if hand is None:
        raise Missing
    if before := HandedOver.objects.filter(letter=letter).first():
        return before.entry
    if not waits_for_a_hand(letter, kinds):
        raise Missing
    given = hand(letter, asking)
    return _handed(letter, given, asking) if isinstance(given, Given) else given


def _handed(letter: Letter, given: Given, asking: Asking) -> UUID:
    by, at = asking.by, asking.at
    event = ledger.event(
        Act.LETTER_HANDED_OVER, student=letter.student_id, record=letter.id, part=f"{letter.kind}/{letter.wording}",
        by=by.acting_as(given.role), purpose=(given.purpose or by.purpose).value, decision=given.decision,
        sealed=given.sealed, at=at,
    )  # fmt: skip
    entry = ledger.write(event)
    if given.to is not None:
        parties.keep(entry, given.to, given.kind, None)
    HandedOver.objects.create(letter=letter, handed_at=at, handed_by=by.account.id, entry=entry)
    return entry
