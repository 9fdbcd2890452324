"""What keeps a list from being made or handed over besides the law's answer, and when a second person looks at it.

A list that is cut up is looked at as what it is: what one account prepared for the same recipient, or for the same
purpose at the same place, within some days counts together.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import Q, Sum

from fileroom.disclosure.directory import asking
from fileroom.disclosure.directory.asking import Wanted
from fileroom.disclosure.directory.policy import Adopted, in_force
from fileroom.disclosure.directory.sheets import KEPT_HERE
from fileroom.disclosure.models import DIRECTORY, StudentList
from fileroom.law import Decision, Outcome
from fileroom.law.facts import DirectoryField, Purpose
from fileroom.law.vocabulary import THE_THREE
from fileroom.people.signed_in import SignedIn

SCREENINGS = (Purpose.EYE_EXAMINATION, Purpose.ORAL_HEALTH_ASSESSMENT)
TOGETHER = timedelta(days=8)  # for how long the lists of one account count together
State = StudentList.State


def unfit(wanted: Wanted, adopted: Adopted | None, answer: Decision) -> dict[str, str]:
    """What comes first, what the Board has decided besides, and what this program can put on a list: what is lacking,
    by the field of the form; empty where nothing is."""
    wrong = {}
    if answer.first:
        wrong["identified"] = "Check who they are first, and say that you have."
    if not wanted.recipient.strip():
        wrong["recipient"] = "Write who gets it: a list has a name on it."
    if not wanted.fields or not set(wanted.fields) <= set(KEPT_HERE):
        wrong["fields"] = "Choose what the list says, of what is kept here."
    elif not asking.columns(answer, wanted.fields):
        wrong["fields"] = "They may be given name, address and telephone number, and nothing else."
    if answer.outcome is not Outcome.MUST and not _decided(wanted.purpose, adopted):
        wrong["purpose"] = "The Board’s policy names no lists for this purpose."
    return wrong


def offered(on: date) -> tuple[DirectoryField, ...]:
    """Which fields a list may be asked for today: what the Board has adopted and this program keeps, and a recruiter's
    three, which federal law gives whatever the Board has decided."""
    adopted = in_force(on)
    may = {*(adopted.fields if adopted else ()), *THE_THREE}
    return tuple(it for it in KEPT_HERE if it in may)


def _decided(purpose: Purpose, adopted: Adopted | None) -> bool:
    """The policy names its purposes; that it allows the screenings names theirs (Ed. Code 49073(c)(2))."""
    return adopted is not None and (purpose in adopted.purposes or (adopted.screenings and purpose in SCREENINGS))


def named_lately(wanted: Wanted, by: SignedIn, at: datetime) -> int:
    """How many students this account's other lists name for the same recipient, or for the same kind and purpose at
    this place, that went out or still may and that no second person has looked at. Part of the open transaction."""
    whom = Q(recipient__iexact=wanted.recipient.strip())
    place = Q(recipient_kind=wanted.kind.value, purpose=wanted.purpose.value)
    if wanted.among.school is not None:
        place &= Q(school=wanted.among.school) | Q(school=None)
    lives = Q(state=State.HANDED_OVER) | Q(state__in=[State.WAITS, State.READY], expires_at__gt=at)
    mine = StudentList.objects.filter(
        source=DIRECTORY, prepared_by=by.account.id, prepared_at__gt=at - TOGETHER, approved_by=None
    )
    return mine.filter(lives & (whom | place)).aggregate(of=Sum("size"))["of"] or 0
