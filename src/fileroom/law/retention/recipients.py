"""Whoever received records to audit, evaluate or study destroys them when they are no longer needed for it."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.retention.interim_records import RETAINS
from fileroom.law.vocabulary import record, requester

law = Chapter(__name__)

RECEIVED_FOR_A_PURPOSE = requester.kind.is_(
    Who.AUDITOR, Who.FEDERAL_AGENCY, Who.STATE_AGENCY, Who.COUNTY_PLACING_AGENCY, Who.RESEARCHER
)

law.forbids(
    "no_longer_needed_for_the_audit_or_study",
    when=RETAINS & RECEIVED_FOR_A_PURPOSE & record.no_longer_needed.holds,
    says="Records given for an audit, an evaluation or a study are destroyed when no longer needed for it.",
    cites=c.CFR_99_35_B,
)

law.obliges(
    DutyCode.DESTROY_WHEN_DONE,
    when=RETAINS & RECEIVED_FOR_A_PURPOSE,
    says="Destroy them by the time the agreement names, and say so in writing.",
    cites=c.CFR_99_35_B,
)
