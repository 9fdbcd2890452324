"""Individual taxpayer numbers: no law names them, and each tells that its holder has no Social Security number."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import ASKS_FOR, CLEARED_BY_COUNSEL, TAKES_IN
from fileroom.law.vocabulary import record

law = Chapter(__name__)

A_TAXPAYER_NUMBER = record.kind.is_(RecordKind.ITIN)

law.allows(
    "if_counsel_agrees",
    when=ASKS_FOR & A_TAXPAYER_NUMBER & CLEARED_BY_COUNSEL,
    claimed=ASKS_FOR & A_TAXPAYER_NUMBER,
    says="A taxpayer number tells that its holder has no Social Security number. Whether it may be taken, counsel"
    " says.",
    cites=c.ITIN,
    limits=(Limit.ON_THAT_FORM_ONLY,),
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=TAKES_IN & A_TAXPAYER_NUMBER,
    upon=Upon.NO_GRANT,
    says="Ask counsel whether any law needs the taxpayer number here. Until then it goes into no file.",
    cites=c.ITIN,
)

law.closes(
    "no_taxpayer_number",
    when=TAKES_IN & A_TAXPAYER_NUMBER,
    says="No taxpayer number is asked for here: it tells who has no Social Security number.",
    cites=c.ITIN,
)
