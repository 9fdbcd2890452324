"""What a court's order does to access. A records order closes everything and says nothing; an order that does not
speak of records, but limits a parent's education rights, goes to counsel first."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.emergencies import IN_DANGER
from fileroom.law.facts import Action, Order, RecordKind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import A_JUDGES_PAPER, CLEARED_BY_COUNSEL, IS_CUSTODIAN, IS_PARENT, IS_STAFF, RELEASED
from fileroom.law.vocabulary import action, orders, record, requester, restrained

law = Chapter(__name__)

RIGHTS_LIMITED = IS_PARENT & orders.has(Order.EDUCATION_RIGHTS_LIMITED) & ~requester.holds_education_rights.holds
TOUCHES_THE_FILE = action.is_(
    Action.FILE_CHALLENGE, Action.AMEND, Action.ATTACH_STATEMENT, Action.ADD_TO_RECORD, Action.VERIFY_RELATIONSHIP,
    Action.SETTLE_ABSENCE, Action.DESTROY, Action.CLASSIFY,
)  # fmt: skip
THE_ORDER_ITSELF = record.kind.is_(RecordKind.COURT_ORDER)

# Whom an order binds, on file or only shown, is a fact of its own. Where a question does not give it,
# `bound_by_orders.WHOM_AN_ORDER_BINDS` reads it the safe way: a parent or relative who asks is bound by one on file,
# staff and courts are not, and others wait, as does a parent while one is only shown.
law.forbids(
    "restrained_party",
    when=RELEASED & restrained.holds,
    says="A court order, on file or shown, bars this person from the child's records and information.",
    cites=c.FC_6323_5,
    silent=True,
)

law.forbids(
    "education_rights_limited",
    when=RELEASED & RIGHTS_LIMITED & ~IN_DANGER & ~CLEARED_BY_COUNSEL,
    says="A court has limited this parent's education rights; counsel reads what the order says of access.",
    cites=c.WIC_361,
)

law.forbids(
    "the_order_itself",
    when=RELEASED & THE_ORDER_ITSELF & ~IS_CUSTODIAN & ~IS_STAFF & ~CLEARED_BY_COUNSEL,
    says="An order on file is kept apart, with those designated to receive it; counsel looks before it is shown.",
    cites=c.FC_6323_5,
)

law.forbids(
    "the_order_is_for_the_custodian",
    when=RELEASED & THE_ORDER_ITSELF & IS_STAFF & ~IS_CUSTODIAN,
    says="An order on file is opened by the custodian of records alone. Ask the principal before you answer anyone.",
    cites=c.FC_6323_5,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    name="counsel_review_of_a_judges_paper",
    when=RELEASED & restrained.holds & A_JUDGES_PAPER,
    says="A judge's paper speaks for somebody whom another order bars: nothing goes out, and counsel reads both today.",
    cites=c.FC_6323_5_SCOPE,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=((RELEASED | TOUCHES_THE_FILE) & RIGHTS_LIMITED) | (RELEASED & THE_ORDER_ITSELF & ~IS_CUSTODIAN & ~IS_STAFF),
    says="Send it to district counsel the same day; a family is never refused in silence.",
    cites=c.FC_6323_5_SCOPE,
)
