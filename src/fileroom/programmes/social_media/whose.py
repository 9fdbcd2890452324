"""Of which student an address of this programme speaks, by the id that stands in it; and who is told of that one."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from fileroom.disclosure.facts import asked
from fileroom.hosting import district_transaction
from fileroom.law.facts import Action
from fileroom.people import counsel
from fileroom.people.answers import Missing
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import SocialMediaItem, SocialMediaVendorNotice, SocialMediaWish
from fileroom.programmes.social_media.asking import KIND, for_safety


def student_of(item_id: UUID) -> UUID | None:
    """Whose item this is. Raises Missing."""
    with district_transaction():
        found = SocialMediaItem.objects.filter(pk=item_id).values_list("student_id", flat=True).first()
        if found is None:
            raise Missing
        return found


def student_of_wish(wish_id: UUID) -> UUID | None:
    """Whose item a wish is about. Raises Missing."""
    with district_transaction():
        found = SocialMediaWish.objects.filter(pk=wish_id).values_list("item__student_id", flat=True).first()
        if found is None:
            raise Missing
        return found


def student_of_notice(told_id: UUID) -> UUID | None:
    """Of whom a company is told. Raises Missing."""
    with district_transaction():
        found = SocialMediaVendorNotice.objects.filter(pk=told_id).values_list("student_id", flat=True).first()
        if found is None:
            raise Missing
        return found


def sees(student_id: UUID, by: SignedIn, on: date) -> bool:
    """Does the law show whoever asks what was gathered of this student? Who runs the programme does nothing about a
    student of whom it does not. Part of the open transaction. Raises Missing."""
    return counsel.decide(asked(student_id, for_safety(by), on).question(Action.INSPECT, KIND)).granted
