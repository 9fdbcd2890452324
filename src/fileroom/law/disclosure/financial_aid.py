"""Financial aid that a student has applied for or receives: what deciding and enforcing it needs."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.collection.social_security_numbers import A_NUMBER
from fileroom.law.disclosure.student_aid_commission import AVERAGES_REFUSED
from fileroom.law.facts import Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import TRAVELS
from fileroom.law.phrases import IDENTIFIED, SEES
from fileroom.law.vocabulary import other, purpose, requester

law = Chapter(__name__)

GIVES_AID = requester.kind.is_(
    Who.FINANCIAL_AID_BODY, Who.COLLEGE, Who.PRIVATE_COLLEGE, Who.STATE_AGENCY
) & purpose.is_(Purpose.FINANCIAL_AID)
APPLIED_FOR = SEES & GIVES_AID & IDENTIFIED & other.aid_applied_for.holds & TRAVELS & ~A_NUMBER

law.allows(
    "aid_applied_for",
    when=APPLIED_FOR & ~AVERAGES_REFUSED,
    claimed=GIVES_AID,
    says="Who gives financial aid may have what decides it, its amount and terms, where the student applied for it.",
    cites=c.EC_49076_2B,
    limits=(Limit.ONLY_WHAT_THE_PURPOSE_NEEDS,),
)

law.allows(
    "federal_aid_applied_for",
    when=APPLIED_FOR,
    claimed=GIVES_AID,
    key=Key.FEDERAL,
    says="Federal law lets records go out for aid that a student has applied for or received.",
    cites=c.CFR_99_31_A4,
)

law.closes(
    "no_aid_applied_for",
    when=SEES & GIVES_AID & other.aid_applied_for.is_(False) & ~AVERAGES_REFUSED,
    says="The student has not applied for this aid. Nothing goes out before that, without written consent.",
    cites=c.EC_49076_2B,
)

law.closes(
    "no_number",
    when=SEES & GIVES_AID & A_NUMBER,
    says="No Social Security number goes out from here for aid without written permission: the student gives it to the"
    " agency.",
    cites=c.EC_69432_9_SSN,
)
