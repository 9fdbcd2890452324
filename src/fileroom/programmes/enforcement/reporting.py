"""The report to the Board: drawn up from the register when one person signs it, released by another, kept as paper.

What it says is decided by `board_report` alone, which sees codes and enrolment counts. The law is asked whether the
Board is told: of lines that name nobody it must be (Ed. Code 234.7(c)).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q

from fileroom.hosting import district_transaction, durable_transaction
from fileroom.hosting.pressing import act_once
from fileroom.law import Decision
from fileroom.law.days import district_day
from fileroom.law.facts import RequesterKind
from fileroom.ledger.services import Act
from fileroom.letters import KINDS, Letterhead
from fileroom.people import queries
from fileroom.people.answers import Missing, Refused
from fileroom.people.designators import BOARD_CLERK, signer_facts
from fileroom.people.signed_in import SignedIn
from fileroom.programmes import under_seal
from fileroom.programmes.enforcement.board_days import reported
from fileroom.programmes.enforcement.board_report import Lines, Number, Wait, half_year, unnamed
from fileroom.programmes.enforcement.board_words import facts_of
from fileroom.programmes.enforcement.drawing_up import draw
from fileroom.programmes.enforcement.knowing import (
    Knows,
    hears,
    knows,
    may_be_told,
    not_the_first,
    not_the_second,
    refused,
)
from fileroom.programmes.enforcement.meetings import fit
from fileroom.programmes.enforcement.released import KIND, Released, all_released
from fileroom.programmes.models import EnforcementReport, EnforcementRequest
from fileroom.records import issuing
from fileroom.records.issuing import Draft
from fileroom.records.models import Letter

Outcome = EnforcementRequest.Outcome
WITHDRAWN_FIRST = (
    "One that it counts was found not to be for immigration. The Superintendent’s office withdraws it, and it is signed"
    " anew."
)


@dataclass(frozen=True)
class Signed:
    """A report that waits for its second person. `mine`: whoever looks has signed it themselves. `lines`, `days` (the
    first and the last that it tells of): None of what is not for whoever looks."""

    id: UUID
    lines: Lines | None
    days: tuple[date, date] | None
    by: str
    at: datetime
    mine: bool


@dataclass(frozen=True)
class Reports:
    """What the next report would say, what waits for its second person, and those that were released.

    `keeps`: whoever looks keeps the register, and is not the clerk of the Board alone. To the clerk, who reads nothing
    of the requests, the `draft` would tell each on its day: None, and its days are those of the half-year, whichever it
    would tell of. Of what waits, and may be signed anew, the clerk sees the lines if it is theirs to release; of which
    schools and half-years it tells stands on the paper.
    `not_first`, `not_second`: why they do not sign the next one, or release the one that waits; empty where they do."""

    draft: Lines | Wait | None
    from_on: date
    to_on: date
    waits: Signed | None
    released: tuple[Released, ...]
    keeps: bool
    not_first: str
    not_second: str


def may_open(*, by: SignedIn, at: datetime) -> bool:
    """May this account read the report to the Board?"""
    with district_transaction():
        return hears(by, at).keeps


def reports(*, by: SignedIn, at: datetime) -> Reports | Refused:
    """Everything about the reports, for those who keep the register, and for the clerk of the Board."""
    return _reports(by, at)


@durable_transaction
def _reports(by: SignedIn, at: datetime) -> Reports | Refused:
    asked, on = hears(by, at), district_day(at)
    if not asked.keeps:
        return refused(by, asked, at)
    drawn, waits = draw(at), EnforcementReport.objects.filter(released_at=None).first()
    done = EnforcementReport.objects.exclude(released_at=None).order_by("-released_at")[:50]
    keeps = knows(by, at).keeps
    from_on, to_on = (drawn.from_on, drawn.to_on) if keeps else half_year(on)
    not_second = not_the_second(waits.signed_by, by, on) if waits else ""
    return Reports(
        drawn.lines if keeps else None, from_on, to_on, _signed(waits, by, keeps, not_second) if waits else None,
        all_released(done, on), keeps=keeps, not_first=not_the_first(by, on), not_second=not_second,
    )  # fmt: skip


def _signed(row: EnforcementReport, by: SignedIn, keeps: bool, not_second: str) -> Signed:
    name, lines = queries.account_names([row.signed_by]).get(row.signed_by, ""), lines_of(row.lines)
    to_release = None if not_second else unnamed(lines)
    days = (row.from_on, row.to_on) if keeps else None
    return Signed(
        row.id, lines if keeps else to_release, days, name, row.signed_at, row.signed_by == by.account.id
    )  # fmt: skip


def lines_of(said: Mapping[str, Any]) -> Lines:
    """The lines of these codes."""
    plain = {name: tuple(said[name]) for name in ("wants", "papers", "given", "schools")}
    return Lines(Number(said["number"]), **plain)


@durable_transaction
def sign(id_: UUID, *, by: SignedIn, at: datetime) -> UUID | Refused:
    """The first person: the report is drawn up as it stands now. `id_`: the second call with it changes nothing.

    Raises Missing and ValidationError (one waits already, or there are no lines yet).
    """
    asked = knows(by, at)
    if not asked.keeps:
        raise Missing
    if why := not_the_first(by, district_day(at)):
        raise ValidationError(why)
    return act_once(lambda: _signed_before(id_, by), lambda: _sign(id_, asked, by, at))


def _signed_before(id_: UUID, by: SignedIn) -> UUID | Refused | None:
    before = EnforcementReport.objects.filter(Q(pk=id_) | Q(released_at=None)).first()
    if before is not None and (before.id, before.signed_by) != (id_, by.account.id):
        raise ValidationError("A report waits for its second person already.")
    return before.id if before else None


def _sign(id_: UUID, asked: Knows, by: SignedIn, at: datetime) -> UUID | Refused:
    drawn = draw(at)
    if isinstance(drawn.lines, Wait):
        raise ValidationError("Not yet: whatever it said would point to one school. The next report has it.")
    told = _may_be_told(by, at)
    if not told.granted:
        return refused(by, replace(asked, decision=told), at)
    entry = under_seal.note(Act.ENFORCEMENT_REPORT_SIGNED, id_, by, asked.role, at, decision=told)
    row = EnforcementReport.objects.create(
        id=id_, from_on=drawn.from_on, to_on=drawn.to_on, until=at, lines=drawn.lines.to_json(), signed_at=at,
        signed_by=by.account.id, signed_entry=entry,
    )  # fmt: skip
    EnforcementRequest.objects.filter(pk__in=drawn.requests).update(report=row)
    return id_


@durable_transaction
def withdraw(report_id: UUID, *, by: SignedIn, at: datetime) -> UUID:
    """A report that was signed, and not released, is taken back: what it told of is of the next one. Raises Missing."""
    asked, row = knows(by, at), _waiting(report_id)
    if row is None or not asked.keeps:
        raise Missing
    entry = under_seal.note(Act.ENFORCEMENT_REPORT_WITHDRAWN, row.id, by, asked.role, at)
    row.requests.update(report=None)
    row.delete()
    return entry


def _waiting(report_id: UUID) -> EnforcementReport | None:
    """The report that waits for its second person, alone until the act is over."""
    return EnforcementReport.objects.select_for_update().filter(pk=report_id, released_at=None).first()


@durable_transaction
def release(
    report_id: UUID, meeting_on: date, *, unlisted: bool = False, head: Letterhead, by: SignedIn, at: datetime
) -> UUID | Refused:
    """The second person: it goes to the Board, for this meeting (`unlisted`: as `meetings.move` has it). That is the
    clerk of the Board, who has an account; else another of the two, of whom one is counsel, where the district gives
    counsel an account.

    Raises Missing and ValidationError.
    """
    asked, row = hears(by, at), _waiting(report_id)
    if row is None or not asked.keeps:
        raise Missing
    if why := not_the_second(row.signed_by, by, district_day(at)):
        raise ValidationError(why)
    fit(meeting_on, unlisted=unlisted, on=district_day(at))
    if row.requests.filter(outcome=Outcome.NOT_IMMIGRATION).exists():
        raise ValidationError(WITHDRAWN_FIRST)
    told = _may_be_told(by, at)
    if not told.granted:
        return refused(by, replace(asked, decision=told), at)
    entry = under_seal.note(
        Act.ENFORCEMENT_REPORTED, row.id, by, asked.role, at, decision=told, part=meeting_on.isoformat()
    )
    for language in KINDS[KIND].words:
        draft = Draft(KIND, language, facts_of(lines_of(row.lines), row.from_on, row.to_on, language), about=row.id)
        issuing.issue(draft, head=head, by=by, role=asked.role, decision=None, sealed=True, at=at)
    row.released_at, row.released_by, row.released_entry, row.meeting_on = at, by.account.id, entry, meeting_on
    row.save(update_fields=["released_at", "released_by", "released_entry", "meeting_on"])
    reported(row.requests.values_list("id", flat=True), by=by, entry=entry, at=at)
    return row.id


@durable_transaction
def open_paper(letter_id: UUID, *, by: SignedIn, at: datetime) -> bytes:
    """The PDF as it was released; that it was opened is noted. Raises Missing."""
    asked, letter = hears(by, at), Letter.objects.filter(pk=letter_id, kind=KIND).first()
    if letter is None or not asked.keeps:
        raise Missing
    return issuing.open_again(letter, by=by, role=asked.role, sealed=True, at=at)


def _may_be_told(by: SignedIn, at: datetime) -> Decision:
    """The law's word on whoever signs it, or releases it."""
    asked = hears(by, at)
    if asked.role == BOARD_CLERK:
        return asked.decision
    who = signer_facts(by.account, district_day(at))
    return may_be_told(RequesterKind(who.kind), at, designated=who.designated)
