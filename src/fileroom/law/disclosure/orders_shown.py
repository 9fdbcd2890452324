"""A records order that is shown, and not yet on file: it binds from the moment the district is given it, as one on file
does (restraining_orders), and whoever hands it in gets a receipt. One that has run out, or that no judge has signed,
closes nothing; counsel looks all the same, since nothing opens again by the calendar alone."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import PaperKind
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import RELEASED
from fileroom.law.vocabulary import ORDER_SHOWN

law = Chapter(__name__)

RUN_OUT_OR_UNSIGNED = some(PaperKind.RECORDS_ORDER_6323_5, valid_on=False) | some(
    PaperKind.RECORDS_ORDER_6323_5, signed_by_judge=False
)

law.obliges(
    DutyCode.RECEIPT_TO_SUBMITTER,
    when=RELEASED & ORDER_SHOWN,
    says="File the order now, and give whoever handed it in a note of when and to whom.",
    cites=c.FC_6323_5_PROTOCOL,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=RELEASED & RUN_OUT_OR_UNSIGNED,
    says="An order that bars a party from these records was shown, and has run out or bears no judge's name: send it to"
    " counsel the same day, who says what stands.",
    cites=c.FC_6323_5_SCOPE,
)
