"""The school at which a student enrols, or means to enrol: it sees the relevant records, and the family is told."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.court_papers import SILENCED
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import FOLLOWS_THE_STUDENT, FOR_ENROLMENT, IS_SCHOOL, PRIVATE_SCHOOLS, PUBLIC_SCHOOLS, SENDS
from fileroom.law.phrases import IDENTIFIED, SEES
from fileroom.law.vocabulary import district, other, requester

law = Chapter(__name__)

IS_PUBLIC = requester.kind.is_(*PUBLIC_SCHOOLS)
IS_PRIVATE = requester.kind.is_(*PRIVATE_SCHOOLS)
OF_ENROLMENT = IDENTIFIED & FOLLOWS_THE_STUDENT
TOLD_OTHERWISE = Shown(other.parent_initiated.holds) | Shown(district.annual_notice_forwarding.holds)

law.compels(
    "public_schools",
    when=SEES & IS_PUBLIC & OF_ENROLMENT,
    claimed=IS_PUBLIC,
    says="The public school at which the student enrols, or means to, sees the relevant records.",
    cites=c.EC_49076_1B,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "private_schools",
    when=SEES & IS_PRIVATE & OF_ENROLMENT,
    claimed=IS_PRIVATE,
    says="The private school at which the student enrols, or means to, may see the relevant records.",
    cites=c.EC_49076_2F,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "federal_school_of_enrolment",
    when=(SEES | SENDS) & IS_SCHOOL & OF_ENROLMENT,
    claimed=IS_SCHOOL,
    key=Key.FEDERAL,
    says="Federal law lets records go to the school at which a student enrols, for that enrolment.",
    cites=c.CFR_99_31_A2,
)

law.obliges(
    DutyCode.NOTIFY_PARENT_BEFORE,
    when=(SEES | SENDS) & IS_SCHOOL & FOLLOWS_THE_STUDENT & ~TOLD_OTHERWISE & ~SILENCED,
    upon=Upon.GRANT,
    says="Make a reasonable attempt to tell the parent or adult student, at the last known address, that it goes out.",
    cites=c.CFR_99_34,
)

law.obliges(
    DutyCode.COPY_ON_REQUEST,
    when=(SEES | SENDS) & IS_SCHOOL & FOLLOWS_THE_STUDENT & ~SILENCED,
    upon=Upon.GRANT,
    says="On request the parent or adult student gets a copy of what went out, and a hearing to challenge it.",
    cites=c.CFR_99_34,
)

law.closes(
    "for_anything_else",
    when=(SEES | SENDS) & requester.kind.is_(Who.OTHER_SCHOOL, Who.PRIVATE_SCHOOL) & ~FOR_ENROLMENT,
    says="Another school sees the file of a student who enrols there. For anything else it needs written consent.",
    cites=c.EC_49076_1B,
)
