"""That an order on file no longer holds is proposed by one official and confirmed by another, by a court's paper that
ends or changes it, or by what counsel has found in writing.

No text speaks of it. Its last day opens nothing: the terms that are no stay-away terms last by the law of their own
subject (Fam. Code 6345(b)), and a court may have renewed it. Until it is lifted the order is obeyed.
"""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.custodians import OF_THE_DISTRICTS_OFFICE, SUPERINTENDENT_OR_DESIGNEE
from fileroom.law.casework.orders_reviewed import WORKS_WITH_THE_STUDENT
from fileroom.law.facts import Action, PaperKind
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CLEARED_BY_COUNSEL, IDENTIFIED, IS_CUSTODIAN, SERVES_THE_STUDENT
from fileroom.law.vocabulary import action, other

law = Chapter(__name__)

PROPOSES = action.is_(Action.LIFT_ORDER)
CONFIRMS = action.is_(Action.CONFIRM_LIFTING)
ENDED_BY_A_COURT = some(
    PaperKind.COURT_ORDER, PaperKind.DEPENDENCY_ORDER, signed_by_judge=True, ends_the_order=True, valid_on=True
)
NO_LONGER_HOLDS = ENDED_BY_A_COURT | CLEARED_BY_COUNSEL
MAY_CONFIRM = IDENTIFIED & (SUPERINTENDENT_OR_DESIGNEE | (IS_CUSTODIAN & SERVES_THE_STUDENT))
BY_ANOTHER = ~other.proposed_by_oneself.holds

law.allows(
    "who_works_with_the_student_proposes",
    when=PROPOSES & WORKS_WITH_THE_STUDENT & NO_LONGER_HOLDS,
    claimed=OF_THE_DISTRICTS_OFFICE,
    says="The custodian of records, or an administrator, who works with the student may propose that an order no longer"
    " holds: a court has ended or changed it, or counsel has found so in writing. A changed order is filed first.",
    cites=c.BP_5125_REGULATIONS,
)

law.closes(
    "nobody_else_proposes",
    when=PROPOSES & ~WORKS_WITH_THE_STUDENT,
    says="That an order no longer holds is proposed by the custodian of records, or an administrator, who works with"
    " the student. Bring the court's paper to the office.",
    cites=c.BP_5125_REGULATIONS,
)

law.allows(
    "a_second_person_confirms",
    when=CONFIRMS & MAY_CONFIRM & BY_ANOTHER & NO_LONGER_HOLDS,
    claimed=OF_THE_DISTRICTS_OFFICE,
    says="The Superintendent's designee, or the custodian of the student's records, may confirm, by the same paper or"
    " finding, what another has proposed.",
    cites=c.BP_5125_REGULATIONS,
)

law.closes(
    "nobody_confirms_their_own",
    when=CONFIRMS & other.proposed_by_oneself.holds,
    says="Nobody confirms what they have proposed themselves. Ask another person of the district's office.",
    cites=c.BP_5125_REGULATIONS,
)

law.closes(
    "nobody_else_confirms",
    when=CONFIRMS & ~MAY_CONFIRM,
    says="Only the Superintendent's designee, or the custodian of the student's records, confirms it. Ask either.",
    cites=c.BP_5125_REGULATIONS,
)

law.closes(
    "its_last_day_opens_nothing",
    when=PROPOSES | CONFIRMS,
    says="That its last day is past ends no order here. Bring the court's paper that ends it, or have counsel read it.",
    cites=c.FC_6345_B,
)
