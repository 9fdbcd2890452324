"""What a state law of before 19 November 1974 requires to be reported, and the yearly reports to an education
authority; any later law's report is for counsel."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.collection.immigration_status import FOR_THE_COUNT
from fileroom.law.disclosure.audits_and_evaluations import AGENCY
from fileroom.law.facts import Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import OF_THE_FILE, TRAVELS
from fileroom.law.phrases import CLEARED_BY_COUNSEL, IDENTIFIED, SEES
from fileroom.law.vocabulary import other, purpose, requester

law = Chapter(__name__)

AN_OFFICE = requester.kind.is_(Who.STATE_AGENCY, Who.COUNTY_AGENCY, Who.CITY_AGENCY)
REPORTS = AN_OFFICE & purpose.is_(Purpose.STATE_REPORTING)
REPORTED = SEES & REPORTS & IDENTIFIED & OF_THE_FILE
YEARLY = AGENCY & purpose.is_(Purpose.STATE_REPORTING, Purpose.MIGRANT_EDUCATION)
# The country of birth and the first school day go with the count for which alone they are taken in (20 USC 7011(5)).
GOES_WITH_THE_REPORT = TRAVELS | (OF_THE_FILE & FOR_THE_COUNT)
TO_AN_AUTHORITY = YEARLY & requester.education_authority.holds & IDENTIFIED & GOES_WITH_THE_REPORT

law.compels(
    "required_before_1974",
    when=REPORTED & other.required_before_1974.holds,
    claimed=REPORTS,
    says="A state law of before 19 November 1974 requires just this to be reported to this office.",
    cites=c.EC_49076_1D,
    limits=(Limit.ONLY_WHAT_THE_PURPOSE_NEEDS,),
)

law.allows(
    "federal_report_to_officials",
    when=REPORTED & other.required_before_1974.holds,
    claimed=REPORTS,
    key=Key.FEDERAL,
    says="Federal law lets a school report what a state law of before 19 November 1974 allows to be reported.",
    cites=c.CFR_99_31_A5,
)

law.compels(
    "yearly_reports_to_an_education_authority",
    when=SEES & TO_AN_AUTHORITY,
    claimed=YEARLY,
    key=Key.BOTH,
    says="The yearly reports on pupils go to the education authority itself, for its own evaluation of programs.",
    cites=u.YEARLY_REPORT,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "what_counsel_has_cleared",
    when=REPORTED & CLEARED_BY_COUNSEL,
    claimed=REPORTS,
    key=Key.BOTH,
    says="A later law asks for this report: it may go out once counsel has said under which law, state and federal.",
    cites=c.EC_49076_1C,
    limits=(Limit.ONLY_WHAT_THE_PURPOSE_NEEDS,),
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=SEES & REPORTS & ~other.required_before_1974.holds & ~requester.education_authority.holds,
    says="Ask counsel which law asks for this report, before names go out.",
    cites=c.EC_49076_1D,
)
