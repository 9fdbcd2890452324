"""Since 2026: directory information of a homeless student for a nonprofit eye examination or a free oral-health
assessment at school, if the policy allows it and the family has not refused the examination."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import directory as d
from fileroom.law.codes import Limit
from fileroom.law.disclosure.directory_information import BY_THE_POLICY
from fileroom.law.facts import Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import IDENTIFIED, SEES
from fileroom.law.vocabulary import district, purpose, requester

law = Chapter(__name__)

EYES = purpose.is_(Purpose.EYE_EXAMINATION) & requester.kind.is_(Who.NONPROFIT)
TEETH = purpose.is_(Purpose.ORAL_HEALTH_ASSESSMENT) & requester.kind.is_(
    Who.NONPROFIT, Who.HEALTH_DEPARTMENT, Who.COUNTY_AGENCY
)
FOR_A_SCREENING = SEES & d.IS_DIRECTORY & (EYES | TEETH)

law.allows(
    "eye_and_oral_health_screenings",
    when=FOR_A_SCREENING
    & IDENTIFIED
    & BY_THE_POLICY
    & district.homeless_screenings_in_policy.holds
    & ~d.REFUSED
    & ~d.FOUND_BY_NUMBER,
    claimed=FOR_A_SCREENING,
    says="The policy allows it for this screening alone, and the family has not refused the examination.",
    cites=c.EC_49073_C2,
    limits=(Limit.ONLY_WHAT_THE_PURPOSE_NEEDS,),
)
