"""Education authorities, and those they have named in writing: audit and evaluation of school programs, no more."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import AGREED_FOR_AN_AUDIT, TRAVELS
from fileroom.law.phrases import IDENTIFIED, SEES
from fileroom.law.vocabulary import purpose, requester

law = Chapter(__name__)

AGENCY = requester.kind.is_(Who.FEDERAL_AGENCY, Who.STATE_AGENCY, Who.COUNTY_AGENCY)
AUDITOR = requester.kind.is_(Who.AUDITOR)
IS_AUDITING = (AGENCY | AUDITOR) & purpose.is_(Purpose.AUDIT_OR_EVALUATION)
ITSELF_OR_NAMED = (AGENCY & requester.education_authority.holds) | AGREED_FOR_AN_AUDIT
AUDIT = IS_AUDITING & ITSELF_OR_NAMED & IDENTIFIED & TRAVELS

law.compels(
    "education_authorities",
    when=SEES & AUDIT,
    claimed=AGENCY | AUDITOR,
    says="An education authority, or one it has named in a written agreement, sees what an audit or evaluation"
    " of a school program needs.",
    cites=c.EC_49076_1C,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "federal_audit_or_evaluation",
    when=SEES & AUDIT,
    claimed=AGENCY | AUDITOR,
    key=Key.FEDERAL,
    says="Federal law lets education authorities audit and evaluate programs; it is no door for other agencies.",
    cites=c.CFR_99_31_A3,
)

law.obliges(
    DutyCode.WRITTEN_AGREEMENT,
    when=SEES & IS_AUDITING & ~(AGENCY & requester.education_authority.holds),
    says="The written agreement names the person, the data, the purpose, the safeguards, and when all is destroyed.",
    cites=c.CFR_99_31_A3,
)

law.obliges(
    DutyCode.DESTROY_WHEN_DONE,
    when=SEES & IS_AUDITING,
    upon=Upon.GRANT,
    says="What was given is destroyed when the audit or evaluation no longer needs it.",
    cites=c.CFR_99_31_A3,
)

law.closes(
    "not_an_education_authority",
    when=SEES & IS_AUDITING & requester.education_authority.is_(False),
    says="Only education authorities, and those they name in a written agreement, audit with pupil records.",
    cites=c.EC_49076_1C,
)
