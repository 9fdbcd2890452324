"""A copy given out to audit, evaluate or study is destroyed when no longer needed; the record itself stays with the
district and on its schedule."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.retention.destruction import DESTROYS
from fileroom.law.retention.interim_records import RETAINS
from fileroom.law.vocabulary import record, requester

law = Chapter(__name__)

STUDY_COPY = record.kind.is_(RecordKind.STUDY_COPY)
AUDITS_OR_STUDIES = requester.kind.is_(
    Who.AUDITOR, Who.FEDERAL_AGENCY, Who.STATE_AGENCY, Who.COUNTY_PLACING_AGENCY, Who.RESEARCHER
)

law.compels(
    "when_the_audit_or_study_is_done",
    when=DESTROYS & STUDY_COPY & record.no_longer_needed.holds,
    claimed=STUDY_COPY,
    says="When a copy given for an audit, an evaluation or a study is no longer needed for it, it is destroyed.",
    cites=c.CFR_99_35_B,
)

law.forbids(
    "no_longer_needed_for_the_audit_or_study",
    when=RETAINS & STUDY_COPY & record.no_longer_needed.holds,
    says="Records given for an audit, an evaluation or a study are destroyed when no longer needed for it.",
    cites=c.CFR_99_35_B,
)

law.allows(
    "while_the_audit_or_study_needs_it",
    when=RETAINS & STUDY_COPY & ~record.no_longer_needed.holds,
    claimed=STUDY_COPY,
    says="A copy given for an audit, an evaluation or a study is kept while it is needed for it.",
    cites=c.CFR_99_35_B,
)

law.obliges(
    DutyCode.DESTROY_WHEN_DONE,
    when=RETAINS & STUDY_COPY,
    says="Destroy them by the time the agreement names, and say so in writing.",
    cites=c.CFR_99_35_B,
)
