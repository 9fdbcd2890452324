"""What goes home also goes in the family's language, where enough students of the school speak it."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import IS_PARENT
from fileroom.law.vocabulary import action, student

law = Chapter(__name__)

SENT_HOME = action.is_(Action.COPY, Action.DISCLOSE) & IS_PARENT

law.obliges(
    DutyCode.TRANSLATE,
    when=SENT_HOME & student.home_language_at_threshold.holds,
    upon=Upon.GRANT,
    says=f"At {FIGURES['home_language_share'].within} of one school's students every notice, report and record sent"
    " home is also in their language; the family may answer in either.",
    cites=c.EC_48985,
)
