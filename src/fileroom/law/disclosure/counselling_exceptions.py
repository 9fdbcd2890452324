"""When a counselor may, or must, tell what was confided though nobody has consented."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.disclosure.counselling_confidences import CONFIDED, TOLD_UNDER_TWELVE
from fileroom.law.disclosure.parents import A_PARENT
from fileroom.law.facts import Emergency, Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import any_of
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import BY_A_KNOWN_BEARER
from fileroom.law.phrases import A_JUDGES_PAPER, IDENTIFIED, IS_PARENT, OF_A_JUDICIAL_COURT
from fileroom.law.vocabulary import other, purpose, requester

law = Chapter(__name__)

REFERRAL = purpose.is_(Purpose.TREATMENT_REFERRAL) & requester.kind.is_(
    Who.NURSE, Who.PRIVATE_PROFESSIONAL, Who.HEALTH_DEPARTMENT
)
ABUSE = purpose.is_(Purpose.CHILD_WELFARE_INVESTIGATION) & requester.kind.is_(Who.CHILD_WELFARE_WORKER, Who.POLICE)
TO_AVERT = requester.kind.is_(Who.ADMINISTRATOR) | A_PARENT
DANGER = other.emergency.is_(Emergency.ARTICULABLE_THREAT) & TO_AVERT
CRIME = other.crime_with_injury_or_loss.holds & (TO_AVERT | requester.kind.is_(Who.POLICE))
EXCEPTION = any_of(REFERRAL, ABUSE, DANGER, CRIME) & IDENTIFIED
TELLING_ENDANGERS = CONFIDED & other.telling_parents_endangers.holds
CLAIMS_AN_EXCEPTION = any_of(
    REFERRAL,
    ABUSE,
    (requester.kind.is_(Who.ADMINISTRATOR) | IS_PARENT)
    & (other.emergency.is_(Emergency.ARTICULABLE_THREAT) | other.crime_with_injury_or_loss.holds),
)

law.allows(
    "referral_abuse_danger_or_crime",
    when=CONFIDED & EXCEPTION,
    claimed=CONFIDED & CLAIMS_AN_EXCEPTION,
    says="The counselor may speak: for a referral to treatment, of child abuse, of a clear and present danger, or of a"
    " crime with likely injury or major loss.",
    cites=c.EC_49602,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "federal_personal_knowledge",
    when=CONFIDED & EXCEPTION,
    claimed=CONFIDED & CLAIMS_AN_EXCEPTION,
    key=Key.FEDERAL,
    says="What a person was told, and did not take from a record, is outside the federal rule.",
    cites=c.CFR_99_PERSONAL_KNOWLEDGE,
)

law.compels(
    "order_of_a_court",
    when=CONFIDED & A_JUDGES_PAPER & BY_A_KNOWN_BEARER,
    claimed=CONFIDED & some(*OF_A_JUDICIAL_COURT),
    key=Key.BOTH,
    says="A judge's order that reaches it is obeyed; a subpoena that no judge has signed does not reach a confidence.",
    cites=c.EC_49602,
    limits=(Limit.SCOPE_OF_THE_ORDER,),
)

law.forbids(
    "never_to_parents_whom_it_would_endanger",
    when=TELLING_ENDANGERS & IS_PARENT & ~TOLD_UNDER_TWELVE,
    says="What was told in confidence stays with the counselor.",
    cites=c.EC_49602,
)

law.closes(
    "counselling_confidences",
    when=CONFIDED,
    says="What a student of 12 or over confides to a counselor is not part of the record without written consent of"
    " whoever told it.",
    cites=c.EC_49602,
)
