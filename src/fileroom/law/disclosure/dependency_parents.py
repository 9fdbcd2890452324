"""A parent of an adult student who is still a dependent for federal income tax sees the relevant records."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.disclosure.parents import A_PARENT
from fileroom.law.facts import TaxDependency
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import ADULT, CLEARED_BY_COUNSEL, IS_PARENT, LOOKS, SEES
from fileroom.law.vocabulary import is_pupil_record, other, requester, student

law = Chapter(__name__)

CLAIMS_A_DEPENDENT = IS_PARENT & requester.tax_dependency.is_(TaxDependency.PROVED, TaxDependency.CLAIMED)
DEPENDENT = requester.tax_dependency.is_(TaxDependency.PROVED, curable=(TaxDependency.CLAIMED,))
# Whose child a court has found incompetent holds all the rights, and is narrowed by no tax return.
PARENT_OF_A_DEPENDENT = A_PARENT & ADULT & ~student.adjudged_incompetent.holds & DEPENDENT

law.compels(
    "relevant_records",
    when=SEES & PARENT_OF_A_DEPENDENT & is_pupil_record.holds,
    claimed=CLAIMS_A_DEPENDENT,
    says="A parent who proves that an adult student is a dependent for federal tax may see the relevant records.",
    cites=c.EC_49076_1E,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "federal_permission",
    when=((SEES & is_pupil_record.holds) | LOOKS) & PARENT_OF_A_DEPENDENT,
    claimed=CLAIMS_A_DEPENDENT,
    key=Key.FEDERAL,
    says="Federal law lets a school show records to the parents of a dependent student.",
    cites=c.CFR_99_31_A8,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=SEES & CLAIMS_A_DEPENDENT & ADULT & other.student_objects.holds,
    says="The adult student objects: state law says shall, federal law says may; counsel looks first.",
    cites=u.DEPENDENT_ADULT,
    before=True,
    met=CLEARED_BY_COUNSEL,
)

law.allows(
    "access_log",
    when=LOOKS & PARENT_OF_A_DEPENDENT & CLEARED_BY_COUNSEL,
    claimed=CLAIMS_A_DEPENDENT,
    says="The law does not say that the parent of an adult dependent reads the log; counsel decides.",
    cites=u.LOG_OF_A_DEPENDENT_ADULT,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    name="counsel_review_of_the_log",
    when=LOOKS & CLAIMS_A_DEPENDENT,
    says="Counsel decides whether the parent of an adult dependent reads the log.",
    cites=u.LOG_OF_A_DEPENDENT_ADULT,
)
