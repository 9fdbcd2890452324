"""What the policy's page says of sentence 17: is there a program, did it come about as the law asks, and is what it
gathered destroyed on time? A district without one reads so by its rows, and not by anybody's word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from fileroom.duties import queries as duties
from fileroom.duties.states import SUPERINTENDENT, Asked, Count, Evidence, Folded, Part, said, stands
from fileroom.law.days import district_day, school_year
from fileroom.law.facts import RecordKind
from fileroom.programmes.models import (
    SocialMediaCounselWord,
    SocialMediaItem,
    SocialMediaNotice,
    SocialMediaVendor,
    SocialMediaVendorNotice,
    SocialMediaWish,
)
from fileroom.programmes.social_media.duties import (
    COUNSEL,
    DESTROY,
    ITEMS,
    NOTICE,
    PROGRAM,
    TELL_OF_ONE,
    TELL_VENDOR,
    WISH,
)
from fileroom.programmes.social_media.endings import over_since
from fileroom.programmes.social_media.rounds import clocks
from fileroom.programmes.social_media.services import program_now, standing
from fileroom.programmes.social_media.stages import State, days_of, state_of
from fileroom.records.models import Record, Version

CUSTODIAN = "The custodian of records"
OUTSIDE = "Some are kept that no program has gathered"
WAITS = "A student or a parent waits for an answer"
UNTOLD = "A company was not told what it is to destroy of a student"
UNSENT = "The parents were not told this school year"
SENT = timedelta(days=30)  # the law says each year; after a month the notice of this one wants attention
UNSAID = "A company that was told to destroy has not said that it did"
UNHEARD = "District counsel has not said whether something that is held goes"
COUNSELS = "District counsel"
KEPT = "A company whose part is over has not said that it destroyed"
STANDS = {
    None: "There is no program",
    State.PROPOSED: "A program is proposed",
    State.FAMILIES_TOLD: "Families were told of a proposed program",
    State.HEARD: "The public could comment on a proposed program",
    State.ADOPTED: "The Board adopted a program that has not begun",
    State.RUNNING: "A program that the Board adopted runs",
}


def program(asked: Asked) -> Evidence:
    """Attention where something was gathered outside a program, is kept past its last day, or a family, a company or
    the parents wait. Counted until last night."""
    now = program_now()
    state = state_of(days_of(now)) if now else None
    may = state is State.RUNNING and standing(now, asked.on)[1].granted
    items = list(SocialMediaItem.objects.filter(destroyed_at=None, gathered_at__lt=asked.year[1]))
    wrong = [it for it in _wrong(items, asked) if it[0]]
    whose = " · ".join(dict.fromkeys(it[2] for it in wrong))
    says = f"kept from social media. {STANDS[state]}{'' if may else ', and nothing can be gathered'}"
    return Evidence(
        f"{said(len(items), 'thing is', 'things are')} {says}",
        stands(wrong), number=len(items), why=". ".join(it[1] for it in wrong), whose=whose,
        since=min((it[3] for it in wrong if it[3]), default=None), route="social_media",
        parts=tuple(Part(line, count, rule) for count, line, rule in _parts(asked)),
        folded=Folded(f"things are {says}", ". ".join(it[4] for it in wrong)),
    )  # fmt: skip


Wrong = tuple[int, str, str, date | None, str]


def _wrong(items: list[SocialMediaItem], asked: Asked) -> Iterable[Wrong]:
    """What wants somebody: how many, why, whose it is, since when, and why as a paper says it, without a number."""
    outside = _outside()
    yield outside, f"{outside} {said(outside, 'is', 'are')} kept that no program has gathered", CUSTODIAN, None, OUTSIDE
    found = clocks({it.student_id for it in items}, asked.on)
    days = [found[it.student_id].last_day for it in items]
    late = [day for day in days if day is not None and day < asked.on]
    yield (
        len(late), f"{len(late)} {said(len(late), 'is', 'are')} kept past the last day", CUSTODIAN,
        min(late, default=None), "Some are kept past the last day",
    )  # fmt: skip
    unknown = sum(day is None for day in days)
    why = "no last day is known: the birth date is not on file"
    yield unknown, f"Of {unknown} {why}", CUSTODIAN, None, f"Of some {why}"
    waits = SocialMediaWish.objects.filter(answered_at=None, asked_at__lt=asked.year[1]).order_by("asked_at")
    first = waits.first()
    yield (
        waits.count(), WAITS, CUSTODIAN, district_day(first.asked_at) if first else None, WAITS,
    )  # fmt: skip
    open_ = SocialMediaVendorNotice.objects.filter(destroyed_on=None)
    untold = open_.filter(told_at=None, back_at=None, noticed_at__lt=asked.year[1]).count()
    yield untold, UNTOLD, SUPERINTENDENT, None, UNTOLD
    unsaid = open_.filter(told_at__lt=asked.year[1]).order_by("told_on")
    longest = unsaid.values_list("told_on", flat=True).first()
    yield unsaid.count(), UNSAID, SUPERINTENDENT, longest, UNSAID
    unsent = duties.waiting(PROGRAM, NOTICE, until=asked.at - SENT)
    since = district_day(min(unsent)) if unsent else None
    yield len(unsent), UNSENT, SUPERINTENDENT, since, UNSENT
    unheard = duties.late(ITEMS, COUNSEL, on=asked.on)
    yield len(unheard), UNHEARD, COUNSELS, min(unheard, default=None), UNHEARD
    left = _kept_by_companies(asked)
    yield len(left), KEPT, SUPERINTENDENT, min(left, default=None), KEPT


def _kept_by_companies(asked: Asked) -> list[date]:
    """Since when each company whose part was over a night ago has not said that it destroyed."""
    found = []
    for row in SocialMediaVendor.objects.filter(destroyed_on=None).select_related("contract", "program"):
        ended = district_day(row.program.ended_at) if row.program.ended_at else None
        gone = [day for day in (over_since(row, asked.on), ended) if day is not None and day < asked.on]
        found += [min(gone)] if gone else []
    return found


def _outside() -> int:
    """Records of this kind that are still readable and belong to nothing a program gathered, nor to a wish about what
    is still kept."""
    own = set(SocialMediaItem.objects.values_list("record_id", flat=True))
    wishes = SocialMediaWish.objects.filter(item__destroyed_at=None).exclude(words=None)
    own |= set(wishes.values_list("words_id", flat=True))
    kept = Record.objects.filter(item=RecordKind.SOCIAL_MEDIA_INFORMATION.value).exclude(pk__in=own)
    return Version.objects.filter(record__in=kept, shredded_at=None).values("record").distinct().count()


def _parts(asked: Asked) -> Iterable[tuple[int, str, str]]:
    began, today = asked.year
    gone = SocialMediaItem.objects.filter(destroyed_at__gte=began, destroyed_at__lt=today)
    yield gone.count(), "Destroyed this school year, each with its entry", DESTROY
    answered = SocialMediaWish.objects.filter(answered_at__gte=began, answered_at__lt=today)
    yield answered.count(), "Wishes of students and parents answered this school year", WISH
    words = SocialMediaCounselWord.objects.filter(said_at__gte=began, said_at__lt=today)
    yield words.count(), "District counsel’s words on what is held, this school year", COUNSEL
    told = SocialMediaVendorNotice.objects.filter(told_at__gte=began, told_at__lt=today)
    of_all, of_one = told.filter(item=None), told.exclude(item=None)
    yield of_all.count(), "Companies told that a student is 18 or gone, this school year", TELL_VENDOR
    yield of_one.count(), "Companies told what a family had deleted or corrected, this school year", TELL_OF_ONE
    notices = SocialMediaNotice.objects.filter(school_year=school_year(asked.on))
    yield notices.count(), "The parents were told this school year", NOTICE


EVIDENCE: Mapping[str, Count] = {"social_media.program": program}
