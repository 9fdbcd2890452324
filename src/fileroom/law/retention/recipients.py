"""A copy given out to audit, evaluate or study is destroyed when it is no longer needed for that; the record itself
stays with the district and on its schedule. Whatever whoever audits or studies has in hand is such a copy."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import DESTROYS, RETAINS
from fileroom.law.retention.challenge_files import OVER_BY_THE_BOARD
from fileroom.law.vocabulary import record, requester

law = Chapter(__name__)

STUDY_COPY = record.kind.is_(RecordKind.STUDY_COPY)
AUDITS_OR_STUDIES = requester.kind.is_(
    Who.AUDITOR, Who.FEDERAL_AGENCY, Who.STATE_AGENCY, Who.COUNTY_PLACING_AGENCY, Who.RESEARCHER
)
GIVEN_OUT = STUDY_COPY | AUDITS_OR_STUDIES

law.compels(
    "when_the_audit_or_study_is_done",
    when=DESTROYS & STUDY_COPY & record.no_longer_needed.holds,
    claimed=STUDY_COPY,
    says="When a copy given for an audit, an evaluation or a study is no longer needed for it, it is destroyed.",
    cites=c.CFR_99_35_B,
)

law.forbids(
    "no_longer_needed_for_the_audit_or_study",
    when=RETAINS & GIVEN_OUT & record.no_longer_needed.holds,
    says="Records given for an audit, an evaluation or a study are destroyed when no longer needed for it.",
    cites=c.CFR_99_35_B,
)

law.allows(
    "while_the_audit_or_study_needs_it",
    when=RETAINS & GIVEN_OUT & ~record.no_longer_needed.holds & ~OVER_BY_THE_BOARD,
    claimed=GIVEN_OUT,
    says="A copy given for an audit, an evaluation or a study is kept while it is needed for it.",
    cites=c.CFR_99_35_B,
)

law.obliges(
    DutyCode.DESTROY_WHEN_DONE,
    when=RETAINS & GIVEN_OUT,
    says="Destroy them by the time the agreement names, and say so in writing.",
    cites=c.CFR_99_35_B,
)
