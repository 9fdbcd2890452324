"""What goes home also goes in the family's language, where enough students of the school speak it."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.vocabulary import action, requester, student

law = Chapter(__name__)

# A notice goes to families by what it is; a record, a report or the answer to a challenge by whom it is for.
SENT_HOME = action.is_(Action.SEND_NOTICE, Action.NOTIFY_BREACH) | (
    action.is_(Action.COPY, Action.DISCLOSE, Action.FILE_CHALLENGE)
    & requester.kind.is_(Who.PARENT, Who.EDUCATIONAL_RIGHTS_HOLDER)
)

law.obliges(
    DutyCode.TRANSLATE,
    when=SENT_HOME & student.home_language_at_threshold.holds,
    upon=Upon.GRANT,
    says=f"At {FIGURES['home_language_share'].within} of one school's students every notice, report and record sent"
    " home is also in their language; the family may answer in either.",
    cites=c.EC_48985,
)
