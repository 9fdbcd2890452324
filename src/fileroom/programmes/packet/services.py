"""A packet is made for a meeting, kept with its code, and opened again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from fileroom.duties.states import Asked
from fileroom.hosting import district_transaction, durable_transaction
from fileroom.law.days import district_day
from fileroom.letters import Letterhead
from fileroom.letters.setting import spoken_on
from fileroom.people.answers import FormUsed, Missing
from fileroom.people.designators import BOARD_CLERK, board_clerks
from fileroom.people.models import Account
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.delegations.designees import Programme, acting
from fileroom.programmes.enforcement.meetings import fit, next_with_a_report, of_meeting
from fileroom.programmes.models import BoardPacket
from fileroom.programmes.packet.composing import LANGUAGE, parts
from fileroom.programmes.packet.told import heard
from fileroom.programmes.policy.numbers import records_policy
from fileroom.programmes.settings.meetings import board_meetings
from fileroom.records import issuing
from fileroom.records.issuing import Draft
from fileroom.records.models import Letter

KIND, MOST = "board_packet", 50


@dataclass(frozen=True)
class Made:
    """A packet that was made. `reports`: on officers' requests, how many it tells of."""

    id: UUID
    code: str
    meeting_on: date
    made_at: datetime
    reports: int


@dataclass(frozen=True)
class Packets:
    """`next_on`: the first day to come for which a report was released; None: there is none. `entered`: the district
    has entered on which days the Board meets, so that a day typed wrong can be told."""

    made: tuple[Made, ...]
    next_on: date | None
    entered: bool


@durable_transaction
def issue_packet(
    once: UUID, meeting_on: date, *, unlisted: bool = False, head: Letterhead, by: SignedIn, asked: Asked
) -> UUID:
    """Make it; its id, which is `once`: a second press of the same form is the same act. `unlisted`: the Board meets
    then, though the district has entered no such meeting.

    Raises Missing (neither designated, a delegate for the policy, nor the Board's clerk), FormUsed, and
    ValidationError: no meeting is to come on that day.
    """
    role = _makes(by, asked.at)
    Account.objects.select_for_update(no_key=True).get(pk=by.account.id)
    if before := BoardPacket.objects.filter(pk=once).first():
        if (before.meeting_on, before.made_by) != (meeting_on, by.account.id):
            raise FormUsed
        return before.id
    fit(meeting_on, unlisted=unlisted, on=asked.on)
    reports = of_meeting(meeting_on, before=heard(asked.on), on=asked.on)
    facts = {"meeting": spoken_on(meeting_on, LANGUAGE), "policy": records_policy(asked.on)}
    draft = Draft(KIND, LANGUAGE, facts, about=once, parts=parts(reports, asked), id=once)
    issuing.issue(draft, head=head, by=by, role=role, decision=None, sealed=False, at=asked.at)
    BoardPacket.objects.create(
        id=once, meeting_on=meeting_on, made_at=asked.at, made_by=by.account.id, reports=[str(it.id) for it in reports]
    )
    return once


def may_open(*, by: SignedIn, at: datetime) -> bool:
    """Does this account make packets?"""
    with district_transaction():
        return bool(_maker(by, at))


def _makes(by: SignedIn, at: datetime) -> str:
    """The role in which this account makes packets and opens them. Raises Missing."""
    if role := _maker(by, at):
        return role
    raise Missing


def _maker(by: SignedIn, at: datetime) -> str:
    """Empty: neither designated, nor a delegate for the policy, nor the clerk of the Board."""
    who = acting(Programme.POLICY, by=by, at=at)
    if who.designated:
        return who.role
    return BOARD_CLERK if by.account.employee_id in board_clerks(district_day(at)) else ""


def packets(*, by: SignedIn, at: datetime) -> Packets:
    """The last ones, the newest meeting first, and the next meeting that a report waits for. Raises Missing."""
    with district_transaction():
        _makes(by, at)
        rows = list(BoardPacket.objects.order_by("-meeting_on", "-made_at")[:MOST])
        codes = dict(Letter.objects.filter(pk__in=[it.id for it in rows]).values_list("id", "code"))
        made = tuple(Made(it.id, codes[it.id], it.meeting_on, it.made_at, len(it.reports)) for it in rows)
        return Packets(made, next_with_a_report(district_day(at)), entered=bool(board_meetings()))


@durable_transaction
def open_packet(packet_id: UUID, *, by: SignedIn, at: datetime) -> bytes:
    """The PDF as it was made; that it was opened is noted. Raises Missing."""
    role = _makes(by, at)
    letter = Letter.objects.filter(pk=packet_id, kind=KIND).first()
    if letter is None:
        raise Missing
    return issuing.open_again(letter, by=by, role=role, sealed=False, at=at)
