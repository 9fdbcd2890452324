"""Fees: the actual cost of copies at most, never for the search, and never so that a family goes without."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action, FeeKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import IS_FORMER_STUDENT, IS_PARENT, IS_STUDENT
from fileroom.law.vocabulary import action, fee_blocks_access, other

law = Chapter(__name__)

CHARGES = action.is_(Action.CHARGE_FEE)
STILL_FREE = other.fee_kind.is_(FeeKind.FREE_COPY_LEFT) & IS_FORMER_STUDENT

law.forbids(
    "for_the_search",
    when=CHARGES & other.fee_kind.is_(FeeKind.SEARCH),
    says="Nothing is charged for searching or retrieving a record; at most the actual cost of the copies.",
    cites=c.EC_49065,
)

law.forbids(
    "free_copies_of_former_students",
    when=CHARGES & STILL_FREE,
    says=f"A former student's first {FIGURES['free_transcripts'].value} transcripts and first"
    f" {FIGURES['free_verifications'].value} verifications are free; this is one of them.",
    cites=c.EC_49065,
)

law.forbids(
    "that_would_keep_a_family_from_the_records",
    when=CHARGES & fee_blocks_access.holds,
    says="A fee that would keep the family from the records is not charged: the copy is free.",
    cites=c.CFR_99_11,
)

law.allows(
    "actual_cost_of_copies",
    when=CHARGES & other.fee_kind.is_(FeeKind.ACTUAL_COPY_COST, FeeKind.FREE_COPY_LEFT),
    says="The district may charge up to what the copies actually cost.",
    cites=c.EC_49065,
)

law.obliges(
    DutyCode.ACTUAL_COST_ONLY,
    when=CHARGES,
    says="Charge no more than the copies actually cost; a copy that costs nothing is free. Waive it where it would keep"
    " the family from the records.",
    cites=c.CFR_99_11,
)

law.obliges(
    DutyCode.NO_SEARCH_FEE,
    when=CHARGES,
    says="Charge nothing for the search.",
    cites=c.EC_49065,
)

law.obliges(
    DutyCode.ACTUAL_COST_ONLY,
    name="a_familys_copies",
    when=action.is_(Action.COPY) & (IS_PARENT | IS_STUDENT),
    upon=Upon.GRANT,
    says="Charge at most what the copies cost, and nothing for the search.",
    cites=c.EC_49065,
)
