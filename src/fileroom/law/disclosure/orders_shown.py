"""A records order that is shown, and not yet on file: it binds from the moment the district is given it."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import PaperKind
from fileroom.law.kernel.papers import UNREFUTED, some
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import RELEASED
from fileroom.law.vocabulary import bound_if_shown

law = Chapter(__name__)

# Obeyed on sight, unless the question knows that it is no judge's, not in force, or not about this student. Whom it
# binds is read as for an order on file: the parent or relative who asks, unless it is known to bind another.
ORDER_SHOWN = some(
    PaperKind.RECORDS_ORDER_6323_5, signed_by_judge=UNREFUTED, names_these_records=UNREFUTED, valid_on=UNREFUTED
)
BOUND_BY_A_PAPER = ORDER_SHOWN & bound_if_shown.holds

law.forbids(
    "restrained_on_sight",
    when=RELEASED & BOUND_BY_A_PAPER,
    says="A court order shown to the district bars this person from the child's records and information at once.",
    cites=c.FC_6323_5,
    silent=True,
)

law.obliges(
    DutyCode.RECEIPT_TO_SUBMITTER,
    when=RELEASED & ORDER_SHOWN,
    says="File the order now, and give whoever handed it in a note of when and to whom.",
    cites=c.FC_6323_5_PROTOCOL,
)
