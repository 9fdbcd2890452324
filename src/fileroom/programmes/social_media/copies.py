"""What a company still has of what it gathered: all of which it has not said that it destroyed it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from fileroom.law.days import district_day
from fileroom.programmes.models import SocialMediaItem, SocialMediaVendorNotice


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
    day, gone_on = district_day(item.gathered_at), by.destroyed_on
    if gone_on is None or day > gone_on:
        return False
    return day < gone_on or by.told_at is None or item.gathered_at <= by.told_at
