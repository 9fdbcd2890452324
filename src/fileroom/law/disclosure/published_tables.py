"""Published tables: counts in which nobody can be found, alone or with what else was released."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.disclosure.statistics import CELLS_SAFE, NOBODY_FOUND
from fileroom.law.facts import Action
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import CLEARED_BY_COUNSEL
from fileroom.law.vocabulary import action, district, record

law = Chapter(__name__)

LEAST = FIGURES["smallest_count_shown"].value
PUBLISHES_A_TABLE = action.is_(Action.PUBLISH_TABLE)
SMALL = record.small_cells.holds
WITHHELD = record.primary_suppression.holds
NOT_GIVEN_BACK = record.complementary_suppression.holds
THRESHOLD = district.minimum_cell.at_least(LEAST) | CLEARED_BY_COUNSEL

law.allows(
    "counts_in_which_nobody_is_found",
    when=PUBLISHES_A_TABLE & CELLS_SAFE & NOBODY_FOUND & THRESHOLD,
    claimed=PUBLISHES_A_TABLE,
    says="Counts may be published once small cells, and what would give them back, are withheld and nobody is found.",
    cites=c.EC_49076_C,
    limits=(Limit.AGGREGATE_ONLY,),
)

law.obliges(
    DutyCode.SUPPRESS_SMALL_CELLS,
    when=PUBLISHES_A_TABLE & SMALL & ~Shown(WITHHELD),
    says="Withhold the small cells, zeros and all-of-them included.",
    cites=c.CFR_99_31_B1,
)

law.obliges(
    DutyCode.COMPLEMENTARY_SUPPRESSION,
    when=PUBLISHES_A_TABLE & SMALL & ~Shown(NOT_GIVEN_BACK),
    says="Withhold more, or merge, until no total, margin or earlier table gives a withheld cell back.",
    cites=c.CFR_99_31_B1,
)

law.obliges(
    DutyCode.REGISTER_RELEASE,
    when=PUBLISHES_A_TABLE,
    upon=Upon.GRANT,
    says="Enter the table in the register, so that the next one is weighed with it.",
    cites=c.EC_49076_C,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=PUBLISHES_A_TABLE & district.minimum_cell.below(LEAST),
    upon=Upon.NO_GRANT,
    says="Ask counsel before a table shows smaller counts than the least the rules know.",
    cites=c.CFR_99_31_B1,
)

law.closes(
    "somebody_can_be_found",
    when=PUBLISHES_A_TABLE,
    says="As it stands, somebody could be found in this table. Withhold or merge cells, check it, then publish.",
    cites=c.CFR_99_31_B1,
)
