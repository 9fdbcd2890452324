"""A records order that is shown, and not yet on file: it binds from the moment the district is given it, as one on file
does (restraining_orders), and whoever hands it in gets a receipt."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import RELEASED
from fileroom.law.vocabulary import ORDER_SHOWN

law = Chapter(__name__)

law.obliges(
    DutyCode.RECEIPT_TO_SUBMITTER,
    when=RELEASED & ORDER_SHOWN,
    says="File the order now, and give whoever handed it in a note of when and to whom.",
    cites=c.FC_6323_5_PROTOCOL,
)
