"""One thing is gathered of one student: by named staff, for a reason of safety, under a program that runs.

Anybody else, at any other time, by any other road, is refused by the law, and the ledger knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection import captures, gate
from fileroom.collection.services import RefusedByGate, student_and_requester
from fileroom.hosting import durable_transaction
from fileroom.law.days import district_day
from fileroom.law.facts import Paper, SocialMedia
from fileroom.people import spells
from fileroom.people.answers import FormUsed, Missing, Refused
from fileroom.people.facts import Touch
from fileroom.people.signed_in import SignedIn
from fileroom.programmes.models import SocialMediaItem, SocialMediaProgram, SocialMediaVendor
from fileroom.programmes.social_media.asking import for_safety
from fileroom.programmes.social_media.endings import over_since
from fileroom.programmes.social_media.gatherers import is_named
from fileroom.programmes.social_media.services import program_now
from fileroom.programmes.social_media.stages import Reason, facts_of
from fileroom.programmes.social_media.vendors import paper_of
from fileroom.screening import Finding

ONE_SENTENCE = "Say in one sentence how it directly pertains to safety."


@dataclass(frozen=True)
class Gathered:
    """It lies on the shelf, apart from the file."""

    id: UUID
    record: UUID
    entry: UUID


def gather(
    id_: UUID,
    student_id: UUID,
    given: Mapping[str, str],
    *,
    vendor: UUID | None = None,
    by: SignedIn,
    at: datetime,
) -> Gathered | RefusedByGate | Refused:
    """Keep what was found of one student, or say which law keeps it out.

    `given`: captures.CAPTURE. `vendor`: the company that gathered it for the district. `id_`: the item's; the second
    call with it answers as the first did. Raises Missing, FormUsed, and ValidationError by field.
    """
    fields = captures.readable(given, captures.CAPTURE)
    _possible(fields, district_day(at))
    found = captures.sieved(fields)  # before the transaction: it takes its time
    return _gather(id_, student_id, fields, found, vendor, by=for_safety(by), at=at)


def _possible(fields: Mapping[str, str], today: date) -> None:
    if fields["reason"] not in set(Reason):
        raise ValidationError({"reason": "Choose the reason of safety."})
    if len(fields["pertains"].split()) < 3:
        raise ValidationError({"pertains": ONE_SENTENCE})
    try:
        captured = date.fromisoformat(fields["captured_on"])
    except ValueError:
        raise ValidationError({"captured_on": "Write the day like 2026-11-20."}) from None
    if captured > today:
        raise ValidationError({"captured_on": "This day has not come yet."})


@durable_transaction
def _gather(
    id_: UUID,
    student_id: UUID,
    fields: Mapping[str, str],
    found: tuple[Finding, ...],
    vendor_id: UUID | None,
    *,
    by: SignedIn,
    at: datetime,
) -> Gathered | RefusedByGate | Refused:
    student, requester = student_and_requester(student_id, by, at, Touch.CHANGES)
    if before := SocialMediaItem.objects.filter(pk=id_).first():
        if (before.student_id, before.gathered_by) != (student_id, by.account.id):
            raise FormUsed
        return Gathered(id_, before.record_id, before.entry)
    on, program = district_day(at), program_now()
    vendor = _vendor(vendor_id, program, on)
    under = replace(_under(program, vendor, fields["reason"], by, on), days_gone=spells.days_gone(student.id, on=on))
    answer = captures.take_in(student, requester, fields, found, under=under, by=by, at=at)
    if isinstance(answer, Refused):
        return answer
    assert program is not None, "the law grants nothing without one"
    SocialMediaItem.objects.create(
        id=id_, program=program, student_id=student_id, record_id=answer.record, vendor=vendor, gathered_at=at,
        gathered_by=by.account.id, entry=answer.entry,
    )  # fmt: skip
    return Gathered(id_, answer.record, answer.entry)


def _vendor(vendor_id: UUID | None, program: SocialMediaProgram | None, on: date) -> SocialMediaVendor | None:
    if vendor_id is None:
        return None
    found = SocialMediaVendor.objects.filter(pk=vendor_id, program=program, ended_on=None).first()
    if found is None or over_since(found, on) is not None:
        raise Missing
    return found


def _under(
    program: SocialMediaProgram | None, vendor: SocialMediaVendor | None, reason: str, by: SignedIn, on: date
) -> gate.Under:
    """The program as it stands for this reason and this gatherer. A reason that the Board has not adopted is beyond
    it; and under one that has not begun nothing is told to the law as done."""
    facts = facts_of(program, on)
    if program is None or reason not in program.reasons or not facts.parent_notice_sent:
        facts = SocialMedia(
            facts.pupils_and_parents_notified, facts.comment_at_regular_meeting, facts.adopted, False, False
        )
    contract: tuple[Paper, ...] = (paper_of(vendor, on),) if vendor else ()
    return gate.Under(facts, designated=program is not None and is_named(program, by, on), contract=contract)
