"""Police at a school: school officials for the school's safety, under the district's direct control. Their lookup is
no wider than anybody's."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.disclosure.contractors import AS_AN_OFFICIAL, DIRECTED_BY_AGREEMENT
from fileroom.law.facts import Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import CLEARED_BY_COUNSEL, SEES, SERVES_THE_STUDENT
from fileroom.law.vendor_contracts import FOR_ONE_PROGRAM
from fileroom.law.vocabulary import purpose, requester

law = Chapter(__name__)

IS_OFFICER = requester.kind.is_(Who.SCHOOL_RESOURCE_OFFICER)
FOR_THE_SCHOOL = purpose.is_(Purpose.SCHOOL_SAFETY, Purpose.EDUCATIONAL_INTEREST)
# No designation opens what a contract does not: for what is told for one program it takes counsel's word as well.
DESIGNATED = requester.designated.holds & (~FOR_ONE_PROGRAM | CLEARED_BY_COUNSEL)
DESIGNATED_OR_DIRECTED = DESIGNATED | DIRECTED_BY_AGREEMENT
KEEPS_IT_SAFE = SEES & IS_OFFICER & FOR_THE_SCHOOL & AS_AN_OFFICIAL & SERVES_THE_STUDENT & DESIGNATED_OR_DIRECTED

law.allows(
    "for_the_schools_safety",
    when=KEEPS_IT_SAFE,
    claimed=IS_OFFICER,
    says="An officer at the school, under the district's direct control, may see what the school's safety needs.",
    cites=c.EC_49076_2G_I,
    limits=(Limit.RELEVANT_RECORDS_ONLY, Limit.VIEW_ONLY),
)

law.allows(
    "federal_school_official",
    when=KEEPS_IT_SAFE,
    claimed=IS_OFFICER,
    key=Key.FEDERAL,
    says="Federal law counts such an officer as a school official while doing the school's own work.",
    cites=c.CFR_99_31_A1,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=SEES & IS_OFFICER & FOR_THE_SCHOOL & FOR_ONE_PROGRAM,
    says="Counsel says first whether an officer at the school may see this: it is, or holds, what a family tells for"
    " one program, or it tells where the student lives or goes.",
    cites=u.OFFICERS_AND_TRAITS,
)

law.closes(
    "for_a_case_of_the_police",
    when=SEES & IS_OFFICER & ~FOR_THE_SCHOOL,
    says="For anything but the school's safety an officer at the school has no wider lookup than any other officer.",
    cites=c.GC_7284,
)

law.closes(
    "not_under_the_schools_control",
    when=SEES & IS_OFFICER & requester.under_direct_control.is_(False),
    says="An officer whom the district does not direct as to the records is no school official.",
    cites=c.EC_49076_2G_I,
)
