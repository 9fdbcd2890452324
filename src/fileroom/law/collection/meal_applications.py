"""School-meal applications: for running that program, in its own system, never in the student's record."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import ASKS_FOR
from fileroom.law.vocabulary import purpose, record

law = Chapter(__name__)

FOR_MEALS = purpose.is_(
    Purpose.NSLP_INCOME_APPLICATION, Purpose.NSLP_CATEGORICAL_APPLICATION, curable=(Purpose.NONE_STATED,)
)  # fmt: skip
AN_APPLICATION = ASKS_FOR & record.kind.is_(RecordKind.MEAL_APPLICATION, RecordKind.MEAL_ELIGIBILITY) & FOR_MEALS

law.allows(
    "the_application",
    when=AN_APPLICATION,
    says="An application for school meals is taken in for that program alone.",
    cites=c.EC_49558,
    limits=(Limit.KEPT_APART,),
)

law.obliges(
    DutyCode.COLLECT_SEPARATELY,
    when=AN_APPLICATION,
    upon=Upon.GRANT,
    says="Keep it in the food-service system. With a case number, or for a foster child, no digits are asked.",
    cites=c.USC_1758_D,
)
