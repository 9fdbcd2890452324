"""What follows on a proposal that an order no longer holds, and on its confirmation: counsel reads it the same day
where no court has ended it, and whom it protects is told before anything opens."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.orders_lifted import CONFIRMS, ENDED_BY_A_COURT, PROPOSES
from fileroom.law.casework.orders_reviewed import ON_AN_ORDER, WORKS_WITH_THE_STUDENT
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import CLEARED_BY_COUNSEL

law = Chapter(__name__)

NO_COURT_HAS_ENDED_IT = ~Shown(ENDED_BY_A_COURT)

law.obliges(
    DutyCode.CALL_PROTECTED_PARENT,
    when=CONFIRMS,
    upon=Upon.GRANT,
    says="Before anything opens, call whom the order protects, by the safe channel, and say from when it no longer"
    " holds.",
    cites=c.BP_5125_REGULATIONS,
    before=True,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=CONFIRMS & NO_COURT_HAS_ENDED_IT,
    upon=Upon.GRANT,
    says="No court has ended it: send what was confirmed to district counsel the same day, with the finding it rests"
    " on.",
    cites=c.FC_6345_B,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    name="counsel_reads_the_proposal",
    when=PROPOSES & WORKS_WITH_THE_STUDENT & NO_COURT_HAS_ENDED_IT & ~Shown(CLEARED_BY_COUNSEL),
    says="Send the order to district counsel the same day: whether it still says something of records is for counsel"
    " to find, in writing.",
    cites=c.FC_6345_B,
)

law.obliges(
    DutyCode.KEEP_UNDER_SEAL,
    when=ON_AN_ORDER,
    says="Keep the entry under seal: who reads the open list learns neither of an order nor of whom it protects.",
    cites=c.FC_6323_5,
    seals=True,
)
