"""Contractors and consultants who do the district's own work under its direct control, by a written agreement."""

from __future__ import annotations

from typing import Any

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.disclosure.educational_interest import FITS
from fileroom.law.facts import PaperKind, Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.papers import UNREFUTED, to_show
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import TRAVELS
from fileroom.law.phrases import IDENTIFIED, SEES
from fileroom.law.vendor_contracts import opened_by
from fileroom.law.vocabulary import purpose, requester

law = Chapter(__name__)

IS_CONTRACTOR = requester.kind.is_(Who.CONTRACTOR)
OUTSOURCED_WORK = purpose.is_(Purpose.OUTSOURCED_FUNCTION, Purpose.EDUCATIONAL_INTEREST)
DIRECTING: dict[str, Any] = {"signed": True, "direct_control": True, "valid_on": UNREFUTED}
DIRECTED_BY_AGREEMENT = opened_by(
    to_show(PaperKind.WRITTEN_AGREEMENT, **DIRECTING),
    to_show(PaperKind.WRITTEN_AGREEMENT, names_this_item=True, **DIRECTING),
)
AS_AN_OFFICIAL = requester.under_direct_control.holds & FITS & IDENTIFIED & TRAVELS
WORKS_BY_AGREEMENT = SEES & IS_CONTRACTOR & OUTSOURCED_WORK & AS_AN_OFFICIAL & DIRECTED_BY_AGREEMENT

law.allows(
    "under_a_written_agreement",
    when=WORKS_BY_AGREEMENT,
    claimed=IS_CONTRACTOR,
    says="A contractor doing the district's own work, by a written agreement, may see what that work needs.",
    cites=c.EC_49076_2G_I,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "federal_outsourced_function",
    when=WORKS_BY_AGREEMENT,
    claimed=IS_CONTRACTOR,
    key=Key.FEDERAL,
    says="Federal law counts as a school official a contractor under the district's direct control as to records.",
    cites=c.CFR_99_31_A1,
)

law.obliges(
    DutyCode.WRITTEN_AGREEMENT,
    when=SEES & IS_CONTRACTOR & OUTSOURCED_WORK,
    says="What is shown rests on a signed agreement, whose number stands in the log.",
    cites=c.EC_49076_2G_I,
)

law.closes(
    "not_under_direct_control",
    when=SEES & IS_CONTRACTOR & OUTSOURCED_WORK & requester.under_direct_control.is_(False),
    says="A contractor whom the district does not direct as to the records is no school official.",
    cites=c.EC_49076_2G_I,
)
