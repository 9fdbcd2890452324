"""Counsel's word on one thing that is held: it goes, or it waits until counsel looks at it again. A hold over all that
is kept of the student is lifted by an act of its own.

Whether a wish that it be deleted waits while the child is missed, and whether a hold moves its last day, no law says:
counsel does, by a reason of a closed list and on a page that names nobody. Counsel destroys nothing: what goes is
destroyed or answered as it would have been without them.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from fileroom.collection import captures
from fileroom.duties import queries as owed
from fileroom.duties import services as duties
from fileroom.duties.services import Over, Owed
from fileroom.hosting import durable_transaction
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import Action
from fileroom.ledger import services as ledger
from fileroom.ledger.services import Act
from fileroom.people import counsel
from fileroom.people.acting import asked_in_office
from fileroom.people.answers import Missing, Refused
from fileroom.people.counsel_speaking import as_counsel, told_of
from fileroom.people.designators import COUNSEL as COUNSELS
from fileroom.people.facts import Touch, requester_facts, student_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import SocialMediaCounselWord, SocialMediaItem
from fileroom.programmes.social_media import missing_child
from fileroom.programmes.social_media.asking import KIND, for_its_end
from fileroom.programmes.social_media.duties import COUNSEL, ITEMS, owe
from fileroom.programmes.social_media.rounds import clocks
from fileroom.programmes.social_media.whose import sees
from fileroom.records.models import Hold
from fileroom.records.services import lift

Reason = SocialMediaCounselWord.Reason
IT_GOES = (Reason.POLICE_HAVE_IT, Reason.NO_USE, Reason.HOLD_OVER)
IT_WAITS = (Reason.MAY_FIND, Reason.POLICE_ASK, Reason.COURT)
LONGEST = timedelta(days=90)  # what waits is looked at again, by the law's last day too: no word lets it wait for good
WHOLE_FILE = (
    "A hold stands over all that is kept of this student. Lift it first, where what it was placed for is over; else say"
    " until when this waits."
)
LIFTED = "whole_file:lifted"  # what the entry says came of it


@dataclass(frozen=True)
class Said:
    """It goes, or it waits until counsel looks again `again_on`; and why."""

    goes: bool
    reason: str
    again_on: date | None = None


@dataclass(frozen=True)
class ForCounsel:
    """What counsel is asked of, without a name. `missed`: the child is; `wished`: and somebody wants it deleted;
    `at_company`: the company that gathered it destroys its copy, the student being 18 or gone, and `told_on` which day
    it was told (None: it is to be); `held`: a hold stands over it; `whole_file`: the day of each over all that is kept
    of the student. `owed`: the open duties by their ids; `before`: what was said last; `latest`: by when what waits is
    looked at again; `noting`: whoever looks notes it for counsel."""

    id: UUID
    gathered_on: date
    last_day: date | None
    missed: bool
    wished: bool
    at_company: bool
    told_on: date | None
    held: bool
    whole_file: tuple[date, ...]
    owed: tuple[UUID, ...]
    before: Said | None
    latest: date
    noting: bool


@dataclass(frozen=True)
class Noted:
    """It is said; `entry` None: nothing was asked any more."""

    id: UUID
    entry: UUID | None


Spoke = tuple[Decision, str]  # the law's word on whoever speaks, and the role in which they do


def may_note(item_id: UUID, *, by: SignedIn, at: datetime) -> bool:
    """Does whoever keeps the file note here what counsel says, because counsel has no account, and is it asked now?"""
    return _may_note(item_id, for_its_end(by), at)


@durable_transaction
def _may_note(item_id: UUID, by: SignedIn, at: datetime) -> bool:
    item = SocialMediaItem.objects.get(pk=item_id)
    return bool(_open(item, at)) and _decided(item, by, at)[0].granted


def for_counsel(item_id: UUID, *, by: SignedIn, at: datetime) -> ForCounsel | Refused:
    """What is asked, for counsel or who notes their word; anybody else's asking is noted. Raises Missing."""
    found = _for_counsel(item_id, for_its_end(by), at)
    if found is None:
        raise Missing
    return found


@durable_transaction
def _for_counsel(item_id: UUID, by: SignedIn, at: datetime) -> ForCounsel | Refused | None:
    item = _item(item_id, by)
    decision, role = _decided(item, by, at)
    if not decision.granted:
        return _refused(item, decision, role, by, at)
    last, last_day = SocialMediaCounselWord.objects.filter(item=item).order_by("said_at").last(), _last_day(item, at)
    told = missing_child.at_the_company(item)
    return ForCounsel(
        item.id, district_day(item.gathered_at), last_day,
        missing_child.is_missed(item), missing_child.keeps(item), told is not None, told.told_on if told else None,
        missing_child.holds_over(item).exists(),
        tuple(district_day(it.placed_at) for it in _whole_file(item).order_by("placed_at")), tuple(_open(item, at)),
        Said(last.goes, last.reason, last.again_on) if last else None, _latest(last_day, district_day(at)),
        role != COUNSELS,
    )  # fmt: skip


def say(item_id: UUID, word: Said, *, seen: Collection[UUID], by: SignedIn, at: datetime) -> Noted | Refused:
    """Counsel says that it goes, and what held it is lifted; or that it waits, and counsel is asked again. `seen`: what
    a page showed as owed: pressed twice it is said once. Raises Missing, and ValidationError."""
    if word.reason not in (IT_GOES if word.goes else IT_WAITS):
        raise ValidationError({"reason": "Say why: choose one of these."})
    if word.goes and word.again_on:
        raise ValidationError({"again_on": "What goes is not looked at again: leave the day empty."})
    done = _say(item_id, word, seen, for_its_end(by), at)
    if done is None:
        raise Missing
    return done


def _last_day(item: SocialMediaItem, at: datetime) -> date | None:
    return clocks([item.student_id], district_day(at))[item.student_id].last_day


def _latest(last_day: date | None, on: date) -> date:
    """By when what waits is looked at again: no later than on the law's last day, where that is to come."""
    longest = on + LONGEST
    return min(longest, last_day) if last_day and last_day > on else longest


def _in_time(word: Said, item: SocialMediaItem, at: datetime) -> None:
    """Raises ValidationError where what waits has no day, or one too late."""
    on, latest = district_day(at), _latest(_last_day(item, at), district_day(at))
    if not word.goes and (word.again_on is None or not on < word.again_on <= latest):
        says = f"Say on which day it is looked at again: after today, and by {latest.isoformat()}."
        raise ValidationError({"again_on": says})


@durable_transaction
def _say(item_id: UUID, word: Said, seen: Collection[UUID], by: SignedIn, at: datetime) -> Noted | Refused | None:
    item = _item(item_id, by)
    decision, role = _decided(item, by, at)
    if not decision.granted:
        return _refused(item, decision, role, by, at)
    open_ = {id_: part for id_, part in _open(item, at).items() if id_ in seen}
    if not open_:
        return Noted(item.id, None)
    _in_time(word, item, at)
    if word.goes and _whole_file(item).exists():
        raise ValidationError(WHOLE_FILE)
    outcome = f"{'goes' if word.goes else 'waits'}:{word.reason}"
    entry = _noted(Act.SOCIAL_MEDIA_COUNSEL_SAID, item, decision, role, by, at, outcome=outcome)
    SocialMediaCounselWord.objects.create(
        item=item, goes=word.goes, reason=word.reason, again_on=word.again_on, said_at=at, said_by=by.account.id,
        entry=entry,
    )  # fmt: skip
    duties.discharge_these(open_, Over(by.account.id, entry, at))
    if word.goes:
        lift(missing_child.holds_over(item), at=at)
    else:
        again = Owed(COUNSEL, ITEMS, item.id, at, COUNSELS, student=item.student_id, due_on=word.again_on)
        owe([replace(again, part=part) for part in open_.values()], entry)
    return Noted(item.id, entry)


def lift_whole_file(item_id: UUID, *, seen: Collection[UUID], by: SignedIn, at: datetime) -> Noted | Refused:
    """Counsel says that what the holds over all that is kept of the student were placed for is over: they are lifted,
    and nothing is said yet of this item. `seen`: as of `say`. Raises Missing."""
    done = _lift_whole_file(item_id, seen, for_its_end(by), at)
    if done is None:
        raise Missing
    return done


@durable_transaction
def _lift_whole_file(item_id: UUID, seen: Collection[UUID], by: SignedIn, at: datetime) -> Noted | Refused | None:
    item = _item(item_id, by)
    decision, role = _decided(item, by, at)
    if not decision.granted:
        return _refused(item, decision, role, by, at)
    if not _whole_file(item).exists() or not _open(item, at).keys() & set(seen):
        return Noted(item.id, None)
    entry = _noted(Act.SOCIAL_MEDIA_COUNSEL_SAID, item, decision, role, by, at, outcome=LIFTED)
    lift(_whole_file(item), at=at)
    return Noted(item.id, entry)


def _whole_file(item: SocialMediaItem) -> QuerySet[Hold]:
    return missing_child.holds_over(item).filter(record=None)


def _item(item_id: UUID, by: SignedIn) -> SocialMediaItem:
    """It, alone until the act is over. Raises Missing: it is destroyed, or no employee asks."""
    item = SocialMediaItem.objects.select_for_update().filter(pk=item_id, destroyed_at=None).first()
    if item is None or by.account.employee_id is None:
        raise Missing
    return item


def _open(item: SocialMediaItem, at: datetime) -> dict[UUID, str]:
    """What counsel owes about it, by the ids of the duties: the part of each."""
    return {it.id: it.part for it in owed.about(ITEMS, [item.id], at=at) if it.rule == COUNSEL}


def _decided(item: SocialMediaItem, by: SignedIn, at: datetime) -> Spoke:
    on = district_day(at)
    student = student_facts(item.student_id, on, Touch.CHANGES)
    if student is None:
        raise Missing
    asked, acting = asked_in_office(
        Action.SPEAK_OF_HOLD, KIND, requester=requester_facts(by.account, student, on), student=student,
        purpose=by.purpose, on=on,
    )  # fmt: skip
    here = told_of(item.student_id, on)
    role = COUNSELS if by.account.employee_id in here else acting.role
    return counsel.decide(as_counsel(asked, by.account, here=here)), role


def _refused(item: SocialMediaItem, decision: Decision, role: str, by: SignedIn, at: datetime) -> Refused | None:
    """The law's no, noted; None to whom the item is not there."""
    entry = _noted(Act.SOCIAL_MEDIA_REFUSED, item, decision, role, by, at)
    return Refused(decision, entry) if sees(item.student_id, by, district_day(at)) and not decision.silent else None


def _noted(
    act: Act, item: SocialMediaItem, decision: Decision, role: str, by: SignedIn, at: datetime, *, outcome: str = ""
) -> UUID:
    """Under seal: whoever asked learns neither that a child is missed nor of a hold."""
    event = ledger.event(
        act, student=item.student_id, record=item.record_id, part=captures.ITEM, by=by.acting_as(role),
        purpose=by.purpose.value, decision=decision, outcome=outcome, sealed=True, at=at,
    )  # fmt: skip
    return ledger.write(event)
