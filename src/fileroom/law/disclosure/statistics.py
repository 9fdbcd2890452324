"""Counts given out: to anyone, once nobody can be found in them, alone or with what else was released."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Action, RecordKind
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.phrases import ENFORCEMENT_WITHOUT_CONSENT_OR_A_JUDGE, SEES
from fileroom.law.vocabulary import action, identifies_student, record

law = Chapter(__name__)

COUNTS = (SEES | action.is_(Action.PUBLISH)) & record.kind.is_(RecordKind.AGGREGATE)
HIDDEN = record.primary_suppression.holds & record.complementary_suppression.holds
CELLS_SAFE = record.small_cells.is_(False) | HIDDEN
NOBODY_FOUND = record.reidentification_checked.holds & ~identifies_student.holds
SAFE = COUNTS & CELLS_SAFE & NOBODY_FOUND

law.allows(
    "counts_in_which_nobody_is_found",
    when=SAFE,
    claimed=COUNTS,
    says="Counts may go out once small cells, and what would give them back, are withheld and nobody can be found.",
    cites=c.EC_49074,
    limits=(Limit.AGGREGATE_ONLY,),
)

law.allows(
    "federal_reasonable_determination",
    when=SAFE,
    claimed=COUNTS,
    key=Key.FEDERAL,
    says="Federal law lets out what, on a reasonable determination, identifies no student, whatever else was released.",
    cites=c.CFR_99_31_B1,
)

law.obliges(
    DutyCode.SUPPRESS_SMALL_CELLS,
    when=COUNTS & record.small_cells.holds & ~Shown(HIDDEN) & ~Shown(ENFORCEMENT_WITHOUT_CONSENT_OR_A_JUDGE),
    says="Withhold the small cells first, and more until no total or earlier table gives them back.",
    cites=c.CFR_99_31_B1,
)

law.obliges(
    DutyCode.REGISTER_RELEASE,
    when=COUNTS,
    upon=Upon.GRANT,
    says="Enter the release in the register, so that the next one is weighed with it.",
    cites=c.EC_49074,
)

law.closes(
    "somebody_could_be_found",
    when=COUNTS & ~(CELLS_SAFE & NOBODY_FOUND),
    says="As it stands, somebody could be found in these counts. Withhold or merge cells, check, then give them out.",
    cites=c.CFR_99_31_B1,
)
