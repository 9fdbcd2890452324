"""What a juvenile court has sealed: kept under seal, apart, or not at all, as the court's order says."""

from __future__ import annotations

from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import CLEARED_BY_COUNSEL, DESTROYS, KEEPS_THE_RECORDS, RETAINS
from fileroom.law.vocabulary import record

law = Chapter(__name__)

SEALED = record.kind.is_(RecordKind.SEALED_JUVENILE_RECORD)

law.allows(
    "kept_under_seal",
    when=RETAINS & KEEPS_THE_RECORDS & SEALED,
    claimed=SEALED,
    says="What a juvenile court has sealed is kept under seal, apart from every file, and read by nobody, until counsel"
    " says that the court's order lets it go.",
    cites=u.SEALED_RECORDS,
)

law.allows(
    "destroyed_as_the_court_ordered",
    when=DESTROYS & SEALED & CLEARED_BY_COUNSEL,
    claimed=SEALED,
    says="What a juvenile court has sealed is destroyed when its order says so; counsel reads the order first.",
    cites=u.SEALED_RECORDS,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=DESTROYS & SEALED,
    upon=Upon.NO_GRANT,
    says="Ask district counsel whether and when the court's order has this destroyed.",
    cites=u.SEALED_RECORDS,
)
