"""Vendors: pupil records go to a company under a contract with all nine clauses, made under a policy of the board, and
for the district's work alone."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.disclosure.educational_interest import FITS
from fileroom.law.facts import Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import OF_THE_FILE, TRAVELS
from fileroom.law.phrases import FOR_IMMIGRATION, IDENTIFIED, SEES, SHARES
from fileroom.law.retention.hard_last_days import SOCIAL_MEDIA
from fileroom.law.vendor_contracts import (
    BY_A_CONTRACT,
    BY_ONE_OF_BEFORE_2015,
    BY_THE_NINE_CLAUSES,
    FOR_ONE_PROGRAM,
    IS_OF_BEFORE_2015,
    SOCIAL_MEDIA_TERMS,
)
from fileroom.law.vocabulary import OUTSOURCED, VENDORS, purpose, requester

law = Chapter(__name__)

IS_VENDOR = requester.kind.is_(*VENDORS)
SENT_BY_THE_DISTRICT = requester.kind.is_(
    Who.EMPLOYEE, Who.ADMINISTRATOR, Who.TEACHER, Who.COUNSELOR, Who.NURSE, Who.CUSTODIAN_OF_RECORDS, Who.SYSTEM
)
KNOWN_AND_CONTROLLED = IDENTIFIED & requester.under_direct_control.holds
THE_DISTRICTS_WORK = purpose.is_(
    *OUTSOURCED, Purpose.EDUCATIONAL_INTEREST, curable=(Purpose.NONE_STATED,)
) & ~FOR_IMMIGRATION  # fmt: skip
# What was gathered from social media stays behind when a student moves, but has a contract of its own (49073.6(d)).
RECORDS = TRAVELS | (OF_THE_FILE & SOCIAL_MEDIA)
SHARED = SHARES & THE_DISTRICTS_WORK & FITS & RECORDS & (~SOCIAL_MEDIA | SOCIAL_MEDIA_TERMS)
AS_AGREED = SHARED & ((IS_VENDOR & KNOWN_AND_CONTROLLED) | SENT_BY_THE_DISTRICT)
IS_PARTY = IS_VENDOR | SENT_BY_THE_DISTRICT
RESTS_ON_A_CONTRACT = (SHARES & IS_PARTY) | (SEES & requester.kind.is_(Who.VENDOR, Who.CONTRACTOR))

law.allows(
    "under_the_nine_clauses",
    when=AS_AGREED & BY_THE_NINE_CLAUSES,
    claimed=SHARES,
    says="A vendor may have what its work for the district needs, under a contract with all nine clauses.",
    cites=c.EC_49073_1,
    limits=(Limit.ONLY_WHAT_THE_PURPOSE_NEEDS,),
)

law.allows(
    "under_a_contract_of_before_2015",
    when=AS_AGREED & BY_ONE_OF_BEFORE_2015,
    claimed=SHARES & IS_OF_BEFORE_2015,
    says="A contract made before 2015 holds as it is until it runs out, is amended or is renewed.",
    cites=c.EC_49073_1,
    limits=(Limit.ONLY_WHAT_THE_PURPOSE_NEEDS,),
)

law.allows(
    "federal_outsourced_function",
    when=AS_AGREED & BY_A_CONTRACT,
    claimed=SHARES,
    key=Key.FEDERAL,
    says="Federal law counts as a school official a vendor doing the district's work under its direct control.",
    cites=c.CFR_99_31_A1_B,
    limits=(Limit.ONLY_WHAT_THE_PURPOSE_NEEDS,),
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=RESTS_ON_A_CONTRACT & FOR_ONE_PROGRAM,
    says="Counsel says first whether a vendor may have this: it is, or holds, what a family tells for one program, or"
    " it tells where the student lives or goes.",
    cites=u.VENDORS_AND_TRAITS,
)
