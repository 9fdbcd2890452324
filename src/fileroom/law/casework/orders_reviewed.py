"""An order is looked at before its last day, and nobody whom it restrains has to do with it: not with that look, nor
with whether it still holds.

No text speaks of such a look. How long before the last day it is held is the district's practice (figures.toml).
"""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.custodians import OF_THE_DISTRICTS_OFFICE
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import IDENTIFIED, SERVES_THE_STUDENT
from fileroom.law.vocabulary import action, contact_only, restrained

law = Chapter(__name__)

REVIEWS = action.is_(Action.REVIEW_ORDER)
ON_AN_ORDER = action.is_(
    Action.REVIEW_ORDER, Action.LIFT_ORDER, Action.CONFIRM_LIFTING, Action.RULE_OUT, Action.SPEAK_OF_ORDER
)
# The clocks of the looks, each counted back from the order's last day.
LOOKS = ("order_review_first", "order_review_second", "order_review_last")
WORKS_WITH_THE_STUDENT = OF_THE_DISTRICTS_OFFICE & IDENTIFIED & SERVES_THE_STUDENT
RESTRAINED_BY_ONE = restrained.holds | contact_only.holds

law.forbids(
    "whom_an_order_restrains",
    when=ON_AN_ORDER & RESTRAINED_BY_ONE,
    says="Nobody whom an order restrains looks at it, or has a say in whether it holds. Another official does.",
    cites=c.FC_6323_5,
    silent=True,
)

law.allows(
    "who_works_with_the_student_looks",
    when=REVIEWS & WORKS_WITH_THE_STUDENT,
    claimed=OF_THE_DISTRICTS_OFFICE,
    says="The custodian of records, or an administrator, who works with the student looks at an order before its last"
    " day, and notes it. The look changes nothing.",
    cites=c.BP_5125_REGULATIONS,
)

law.closes(
    "nobody_else_looks",
    when=REVIEWS,
    says="An order is looked at by the custodian of records, or an administrator, who works with the student.",
    cites=c.BP_5125_REGULATIONS,
)

law.obliges(
    DutyCode.CALL_PROTECTED_PARENT,
    when=REVIEWS,
    upon=Upon.GRANT,
    says="Call whom the order protects, by the safe channel, and ask whether the court has been asked to renew it.",
    cites=c.BP_5125_REGULATIONS,
)
