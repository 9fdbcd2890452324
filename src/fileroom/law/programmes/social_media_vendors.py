"""Whoever gathers for the district is told when a student turns 18 or leaves, or has something deleted or corrected;
destroys at once, and uses the notice for nothing else."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Purpose
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import DESTROYS, FOR_IMMIGRATION, RETAINS, SHARES
from fileroom.law.programmes.social_media import GATHERS_FOR_THE_DISTRICT, GATHERS_UNDER_CONTRACT
from fileroom.law.programmes.vendors import IS_VENDOR
from fileroom.law.retention.hard_last_days import ADULT_OR_GONE, SOCIAL_MEDIA
from fileroom.law.vocabulary import purpose

law = Chapter(__name__)

TELLS = SHARES & SOCIAL_MEDIA & purpose.is_(Purpose.RETENTION_SCHEDULE) & ~FOR_IMMIGRATION
TOLD_TO_DESTROY = TELLS & (GATHERS_UNDER_CONTRACT | GATHERS_FOR_THE_DISTRICT) & ADULT_OR_GONE

law.compels(
    "told_that_a_student_is_18_or_gone",
    when=TOLD_TO_DESTROY,
    claimed=TELLS,
    key=Key.BOTH,
    says="The vendor is told when a student turns 18 or leaves, so that it destroys what it holds.",
    cites=c.EC_49073_6_C3C,
    limits=(Limit.FOR_DESTRUCTION_ONLY,),
)

law.obliges(
    DutyCode.NOTIFY_VENDOR,
    when=(DESTROYS | RETAINS) & ~IS_VENDOR & SOCIAL_MEDIA & ADULT_OR_GONE,
    says="If a vendor gathered for the district, tell it today that the student is 18 or gone: it has no extra year,"
    " and may use the notice for nothing else.",
    cites=c.EC_49073_6_C3C,
)

A_COPY = SHARES & SOCIAL_MEDIA & purpose.is_(Purpose.OPERATOR_DELETION) & ~FOR_IMMIGRATION
TOLD_OF_A_COPY = A_COPY & (GATHERS_UNDER_CONTRACT | GATHERS_FOR_THE_DISTRICT)

law.allows(
    "told_what_a_family_had_deleted_or_corrected",
    when=TOLD_OF_A_COPY,
    claimed=A_COPY,
    key=Key.BOTH,
    says="What a student or a parent had deleted or corrected, the vendor that gathered it deletes too: it is told of"
    " which student, of which day, and nothing else.",
    cites=u.A_VENDORS_COPY,
    limits=(Limit.FOR_DESTRUCTION_ONLY,),
)
