"""Of which student an address of this programme speaks, by the id that stands in it."""

from __future__ import annotations

from uuid import UUID

from fileroom.hosting import district_transaction
from fileroom.people.answers import Missing
from fileroom.programmes.models import SocialMediaItem, SocialMediaVendorNotice, SocialMediaWish


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
