"""A court's order is handed in (the act `file_order`): anybody may, it binds at once, and a receipt is given."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action, PaperKind
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import action

law = Chapter(__name__)

HANDS_IN = action.is_(Action.FILE_ORDER)
AN_ORDER_IS_SHOWN = some(
    PaperKind.RECORDS_ORDER_6323_5, PaperKind.COURT_ORDER, PaperKind.DEPENDENCY_ORDER, PaperKind.RIGHTS_APPOINTMENT,
    PaperKind.INCOMPETENCE_FINDING,
)  # fmt: skip
A_WHOLE_ORDER = some(PaperKind.RECORDS_ORDER_6323_5, signed_by_judge=True, names_these_records=True, valid_on=True)

law.compels(
    "whoever_hands_it_in",
    when=HANDS_IN & AN_ORDER_IS_SHOWN,
    says="Whoever hands in a court's order, it is taken at once by those designated, and obeyed from that moment.",
    cites=c.FC_6323_5_PROTOCOL,
)

law.obliges(
    DutyCode.RECEIPT_TO_SUBMITTER,
    when=HANDS_IN & AN_ORDER_IS_SHOWN,
    says="Give whoever hands it in a paper that says when, and to whom, it was handed.",
    cites=c.FC_6323_5_PROTOCOL,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=HANDS_IN & AN_ORDER_IS_SHOWN & ~Shown(A_WHOLE_ORDER),
    says="Send it to counsel the same day: what is not a records order in force may still say something of access.",
    cites=c.FC_6323_5_SCOPE,
)

law.closes(
    "nothing_was_handed_in",
    when=HANDS_IN,
    says="No court's order is among the papers. Bring the order, or a copy; it is taken from anybody.",
    cites=c.FC_6323_5_PROTOCOL,
)
