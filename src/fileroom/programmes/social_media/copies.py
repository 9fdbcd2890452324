"""What a company still has of what it gathered: all of which it has not said that it destroyed it. Of what a family had
deleted or corrected here it is told, so that its copy goes too."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet

from fileroom.duties.services import Owed
from fileroom.law.days import district_day
from fileroom.people.owed import SUPERINTENDENT
from fileroom.programmes.models import SocialMediaItem, SocialMediaVendorNotice, SocialMediaWish
from fileroom.programmes.social_media import missing_child
from fileroom.programmes.social_media.duties import TELL_OF_ONE, VENDORS, owe

KEPT = (
    "Something gathered of this student on that day is kept here for now, and the letter would have it destroyed. It"
    " stays owed until nothing keeps it."
)


def still_there(items: Iterable[SocialMediaItem]) -> list[SocialMediaItem]:
    """Those of these that a company has still, as far as it has said, whatever became of them here. What was gathered
    on the day on which it destroyed is gone only where it was there before the company was told. Part of the open
    transaction."""
    theirs = [it for it in items if it.vendor_id is not None]
    said: dict[tuple[UUID | None, UUID], list[SocialMediaVendorNotice]] = {}
    for notice in SocialMediaVendorNotice.objects.filter(student__in={it.student_id for it in theirs}):
        if notice.destroyed_on is not None:
            said.setdefault((notice.vendor_id, notice.student_id), []).append(notice)
    return [it for it in theirs if not any(_is_gone(it, by) for by in said.get((it.vendor_id, it.student_id), ()))]


def _is_gone(item: SocialMediaItem, by: SocialMediaVendorNotice) -> bool:
    if by.item_id is not None:
        return by.item_id == item.id
    day, gone_on = district_day(item.gathered_at), by.destroyed_on
    if gone_on is None or day > gone_on:
        return False
    return day < gone_on or by.told_at is None or item.gathered_at <= by.told_at


def owe_its_copy(item: SocialMediaItem, entry: UUID, at: datetime) -> None:
    """A family had it deleted or corrected, by this entry: the company that gathered it, if it has it still, is to
    destroy its copy, and somebody owes to tell it. Part of the open transaction."""
    if item.vendor is None or item.vendor.destroyed_on is not None or not still_there([item]):
        return
    row, fresh = SocialMediaVendorNotice.objects.get_or_create(
        vendor=item.vendor, student_id=item.student_id, item=item, why=SocialMediaVendorNotice.Why.WISH, told_at=None,
        defaults={"due_on": district_day(at), "noticed_at": at},
    )  # fmt: skip
    if fresh:
        today = district_day(at)
        owe([Owed(TELL_OF_ONE, VENDORS, row.id, at, SUPERINTENDENT, student=item.student_id, due_on=today)], entry)


def was_back_first(notice: SocialMediaVendorNotice) -> bool:
    """Was the student back before anybody said that the letter went?"""
    return notice.back_at is not None and (notice.told_at is None or notice.told_at > notice.back_at)


def listed() -> QuerySet[SocialMediaVendorNotice]:
    """By which a company is to be told or was, and has not said that it destroyed. One that does not go, the student
    being back, is there where its letter was made, until another takes its place or the company has destroyed
    everything. Part of the open transaction."""
    pair = {"vendor": OuterRef("vendor"), "student": OuterRef("student")}
    later = SocialMediaVendorNotice.objects.filter(item=None, noticed_at__gt=OuterRef("noticed_at"), **pair)
    over = Q(letter=None) | Q(vendor__destroyed_on__isnull=False) | Exists(later)
    rows = SocialMediaVendorNotice.objects.filter(destroyed_on=None)
    return rows.exclude(Q(told_at=None, back_at__isnull=False) & over)


def nothing_is_kept(notice: SocialMediaVendorNotice) -> None:
    """Of a letter about one day: the company knows the day, and would destroy all that it gathered then of the student.
    Raises ValidationError while anything keeps some of it here. Part of the open transaction."""
    if notice.item is None:
        return
    day = district_day(notice.item.gathered_at)
    theirs = SocialMediaItem.objects.filter(vendor=notice.item.vendor_id, student=notice.student_id)
    if any(missing_child.stays(it) for it in theirs if district_day(it.gathered_at) == day):
        raise ValidationError(KEPT)


def untold() -> list[SocialMediaItem]:
    """What a family had deleted or corrected, which a company has still and was not told of: something kept it here
    then, or it was done before companies were told. Not while anything keeps it. Part of the open transaction."""
    letters = SocialMediaVendorNotice.objects.filter(item=OuterRef("item"))
    since = letters.filter(Q(told_at=None) | Q(told_at__gte=OuterRef("answered_at")))
    came = (SocialMediaWish.Outcome.DONE, SocialMediaWish.Outcome.GONE)
    wishes = SocialMediaWish.objects.filter(~Exists(since), outcome__in=came)
    theirs = SocialMediaItem.objects.filter(pk__in=wishes.values("item"), vendor__destroyed_on=None)
    found = still_there(theirs.select_related("vendor").order_by("gathered_at", "id"))
    return [it for it in found if not missing_child.stays(it)]
