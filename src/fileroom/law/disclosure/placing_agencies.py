"""The county placing agency, as representative of an education authority, under a written agreement."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import AGREED_FOR_AN_AUDIT, FOR_THE_CHILDS_SCHOOLING, TRAVELS
from fileroom.law.phrases import IDENTIFIED, SEES
from fileroom.law.vocabulary import purpose, requester

law = Chapter(__name__)

PLACING_AGENCY = requester.kind.is_(Who.COUNTY_PLACING_AGENCY)
ITS_WORK = FOR_THE_CHILDS_SCHOOLING | purpose.is_(Purpose.AUDIT_OR_EVALUATION)
AGREED = PLACING_AGENCY & ITS_WORK & IDENTIFIED & AGREED_FOR_AN_AUDIT & TRAVELS

law.compels(
    "under_an_agreement",
    when=SEES & AGREED,
    claimed=PLACING_AGENCY,
    says="The county placing agency sees the relevant records under its agreement with an education authority.",
    cites=c.EC_49076_1K,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "federal_authorized_representative",
    when=SEES & AGREED,
    claimed=PLACING_AGENCY,
    key=Key.FEDERAL,
    says="Federal law lets an education authority be represented by another agency under a written agreement.",
    cites=c.CFR_99_31_A3,
)

law.obliges(
    DutyCode.WRITTEN_AGREEMENT,
    when=SEES & PLACING_AGENCY & ITS_WORK,
    says="The agreement and its number are kept with the log; when it ends, so does the access.",
    cites=c.EC_49076_1K,
)
