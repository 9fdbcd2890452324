"""The emergency card: whom to call. It is asked of every family and is no condition of enrolment."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import ASKS_FOR
from fileroom.law.vocabulary import purpose, record

law = Chapter(__name__)

CARD = ASKS_FOR & record.kind.is_(RecordKind.CONTACT_AND_HOUSEHOLD, RecordKind.TELEPHONE)

law.allows(
    "whom_to_call",
    when=CARD & purpose.is_(Purpose.EMERGENCY_CARD),
    says="The school asks whom to call in an emergency, and who may take the child.",
    cites=c.EC_49408,
)

law.obliges(
    DutyCode.LIMIT_TO_FORM,
    when=CARD & purpose.is_(Purpose.EMERGENCY_CARD),
    upon=Upon.GRANT,
    says="Use the card to reach somebody. If a parent cannot be reached, everyone on it is called before any agency.",
    cites=c.EC_234_7_D,
)
