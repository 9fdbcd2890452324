"""Of a child whom the police have reported missing they hear of a wish as of any other asking (Ed. Code 49068.6). What
somebody then wants deleted may be what finds the child: no law says whether it waits, so it does, as under a hold, and
counsel is told the same day, until counsel lets it go (counsels_word.py), the child is found, or nobody wants it
deleted any more."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from fileroom.disclosure import police_first
from fileroom.duties import queries
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.law import Purpose
from fileroom.law.days import district_day
from fileroom.law.facts import Action, Record
from fileroom.people import counsel
from fileroom.people.circumstances import missing_since
from fileroom.people.facts import RequesterFacts, StudentFacts
from fileroom.people.models import Circumstance
from fileroom.people.questions import question
from fileroom.programmes.models import (
    SocialMediaCounselWord,
    SocialMediaItem,
    SocialMediaVendorNotice,
    SocialMediaWish,
)
from fileroom.programmes.social_media.asking import KIND
from fileroom.programmes.social_media.duties import COPY, COUNSEL, ITEMS, owe
from fileroom.records.models import Hold
from fileroom.records.queries import holds

COUNSELS = "counsel"  # the office


def asked_about(
    item: SocialMediaItem, kind: str, requester: RequesterFacts, student: StudentFacts, who: str, entry: UUID,
    at: datetime,
) -> None:  # fmt: skip
    """Somebody wished something of it, by this entry: whoever asks about a record asks as who would inspect it. `who`:
    as the police are told of them. Part of the open transaction, before anybody is answered."""
    decision = counsel.decide(
        question(
            Action.INSPECT, Purpose.INSPECTION, requester=requester, student=student, record=Record(kind=KIND),
            on=district_day(at),
        )
    )  # fmt: skip
    police_first.asked_about(student, decision, who, entry, at)
    if kind == SocialMediaWish.Kind.DELETE and police_first.is_owed(decision) and not _is_let_go(item):
        counsel_reads(item, entry, at)


def keeps(item: SocialMediaItem) -> bool:
    """Is the child missed, and would it go because somebody wants it gone, of whom counsel has not said that it may?
    Part of the open transaction."""
    return is_missed(item) and _unheard(item).exists()


def _unheard(item: SocialMediaItem) -> QuerySet[SocialMediaWish]:
    """The open wishes that it be deleted of which counsel has not said that it goes since the child is missed: who asks
    after that word is asked about anew."""
    wishes = SocialMediaWish.objects.filter(item=item, kind=SocialMediaWish.Kind.DELETE, answered_at=None)
    word = _word(item)
    return wishes.filter(asked_at__gt=word.said_at) if word and word.goes else wishes


def _word(item: SocialMediaItem) -> SocialMediaCounselWord | None:
    """Counsel's newest, of this time that the child is missed."""
    since = missing_since(item.student_id)
    said = SocialMediaCounselWord.objects.filter(item=item)
    return (said.filter(said_at__gte=since) if since else said).order_by("said_at").last()


def _is_let_go(item: SocialMediaItem) -> bool:
    word = _word(item)
    return word is not None and word.goes and not _unheard(item).exists()


def is_missed(item: SocialMediaItem) -> bool:
    """Do the police miss the child today? Part of the open transaction."""
    return missing_since(item.student_id) is not None


def stays(item: SocialMediaItem) -> bool:
    """Does a hold keep it, or what it said before, or, where it is not destroyed, that the child is missed? Then no
    company is told of it alone. That the student is 18 or gone it is told all the same, as Ed. Code 49073.6(c)(3)(C)
    has it, and destroys all of it; counsel hears of it the same day (rounds.py). Part of the open transaction."""
    return holds_over(item).exists() or (item.destroyed_at is None and is_missed(item))


def is_for_counsel(item: SocialMediaItem, part: str = "") -> bool:
    """Is there still anything for counsel to read: a hold over it or over what families wrote of it, what `keeps` it,
    or that a company destroys its copy while the child is missed? Of what was asked for that copy alone (`part`), a
    hold is nothing to read once it is gone, or stays. Part of the open transaction."""
    if part == COPY and at_the_company(item) is None:
        return keeps(item)
    return keeps(item) or holds_over(item).exists() or _its_copy_may_find(item)


def _its_copy_may_find(item: SocialMediaItem) -> bool:
    word = _word(item)
    return is_missed(item) and not (word and word.goes) and at_the_company(item) is not None


def told_of_all() -> QuerySet[SocialMediaVendorNotice]:
    """By which a company was told that a student is 18 or gone, or is to be, and has not said that it destroyed: what
    went was told all the same, also where the student was back by then."""
    of_all = SocialMediaVendorNotice.objects.filter(item=None, destroyed_on=None)
    return of_all.exclude(told_at=None, back_at__isnull=False)


def at_the_company(item: SocialMediaItem) -> SocialMediaVendorNotice | None:
    """By what the company that gathered it destroys its copy, told before to be told; None: it goes on having it. Part
    of the open transaction."""
    theirs = told_of_all().filter(student=item.student_id, vendor=item.vendor_id)
    return theirs.order_by("told_at").first()


def of_whom_anything_may_stay(students: Collection[UUID]) -> set[UUID]:
    """Of these students, those over anything of whom a hold stands, and those whom the police miss: of nobody else is
    there anything for counsel. Part of the open transaction."""
    held = Hold.objects.filter(student__in=students, lifted_at=None).values_list("student_id", flat=True)
    missed = Circumstance.objects.filter(student__in=students, kind=Circumstance.Kind.MISSING, over_on=None)
    return set(held) | set(missed.values_list("student_id", flat=True))


def holds_over(item: SocialMediaItem) -> QuerySet[Hold]:
    """The holds over it, over what families wrote of it, or over all that is kept of the student. Part of the open
    transaction."""
    words = SocialMediaWish.objects.filter(item=item).exclude(words=None).values("words")
    return holds(item.student_id).filter(Q(record=None) | Q(record=item.record_id) | Q(record__in=words))


def counsel_reads(item: SocialMediaItem, entry: UUID, at: datetime, *, part: str = "") -> None:
    """Counsel owes a word on it today, unless they owe one already, by whatever day. Whoever is refused here makes more
    than the company's copy of what was owed for that alone (`part`): that is heard today, or stays late, whatever
    counsel said of the copy. Part of the open transaction."""
    owed = [it for it in queries.about(ITEMS, [item.id], at=at) if it.rule == COUNSEL]
    if any(it.part in ("", part) for it in owed):
        return
    day = min([district_day(at), *(it.due for it in owed if it.due)])  # what is late stays late
    duties.let_go_these([it.id for it in owed], Over(None, entry, at))
    owe(
        [Owed(COUNSEL, ITEMS, item.id, at, COUNSELS, student=item.student_id, part=part, due_on=day)],
        entry,
    )
