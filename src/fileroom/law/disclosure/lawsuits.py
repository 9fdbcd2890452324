"""A lawsuit between the district and the family: the court may have what the case needs, without order or subpoena."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import BY_A_KNOWN_BEARER
from fileroom.law.phrases import IS_APART, SEES
from fileroom.law.vocabulary import other, purpose, requester

law = Chapter(__name__)

IN_COURT = SEES & requester.kind.is_(Who.COURT, Who.JUDGE) & purpose.is_(Purpose.LITIGATION)
BETWEEN_THEM = IN_COURT & BY_A_KNOWN_BEARER & other.litigation_with_family.holds & ~IS_APART

law.allows(
    "between_district_and_family",
    when=BETWEEN_THEM,
    claimed=IN_COURT,
    key=Key.BOTH,
    says="In a lawsuit between the district and this family the court may have the records the case needs.",
    cites=c.CFR_99_31_A9_III,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=IN_COURT,
    says="Counsel, who speaks for the district in the case, hands over what the case needs.",
    cites=c.CFR_99_31_A9_III,
)
