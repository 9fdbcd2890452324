"""The district's own records, in three classes: permanent, optional, disposable."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import DistrictClass
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import A_DISTRICTS_RECORD, DESTROYS, KEEPS
from fileroom.law.vocabulary import record

law = Chapter(__name__)

OF_CLASS_1 = A_DISTRICTS_RECORD & record.district_class.is_(DistrictClass.CLASS_1)
ACCIDENT = OF_CLASS_1 & record.of_an_accident_claim.holds
CLAIM_IS_OVER = ACCIDENT & record.years_since_claim_ended.at_least(FIGURES["accident_report_after_the_claim"].value)
CLASS_1 = OF_CLASS_1 & ~CLAIM_IS_OVER
A_YEAR = FIGURES["class_2_while_classified_late"].value
LATE = record.years_since_classification_due.below(A_YEAR) & ~record.classified_in_time.holds
CLASS_2 = A_DISTRICTS_RECORD & record.district_class.is_(DistrictClass.CLASS_2)
CLASS_3 = A_DISTRICTS_RECORD & record.district_class.is_(DistrictClass.CLASS_3)
YEARS_OF_CLASS_3 = FIGURES["class_3_destruction"].value
IN_ITS_THIRD_SCHOOL_YEAR = CLASS_3 & record.school_years_since_last_use.at_least(YEARS_OF_CLASS_3)

law.forbids(
    "class_1",
    when=DESTROYS & CLASS_1,
    says="A Class 1 record of the district is permanent.",
    cites=c.R_16023,
)

law.forbids(
    "class_2",
    when=DESTROYS & CLASS_2,
    says="A Class 2 record of the district is kept until it is reclassified.",
    cites=c.R_16024,
)

law.forbids(
    "accident_reports_are_judged_anew",
    when=DESTROYS & CLAIM_IS_OVER,
    says="The report of a minor's accident is permanent until a year after the claim over it has ended. Then it is"
    " classified anew, and goes by its new class.",
    cites=c.R_16023,
)

law.compels(
    "class_3_in_the_third_school_year",
    when=DESTROYS & IN_ITS_THIRD_SCHOOL_YEAR & ~LATE,
    claimed=A_DISTRICTS_RECORD,
    says="A Class 3 record of the district is destroyed during the third school year after its audit, what another"
    " agency asks, or its origin, whichever is last.",
    cites=c.R_16027,
)

law.compels(
    "class_1_is_kept",
    when=KEEPS & CLASS_1,
    says="A Class 1 record of the district is kept for ever.",
    cites=c.R_16023,
)

law.allows(
    "class_2_and_3_are_kept_meanwhile",
    when=KEEPS & (CLASS_2 | CLAIM_IS_OVER | (CLASS_3 & record.school_years_since_last_use.at_most(YEARS_OF_CLASS_3))),
    claimed=A_DISTRICTS_RECORD,
    says="A Class 2 record may be kept until reclassified, a Class 3 record through its third school year.",
    cites=c.R_16024,
)

law.allows(
    "a_year_not_classified_in_time",
    when=KEEPS & A_DISTRICTS_RECORD & LATE,
    claimed=A_DISTRICTS_RECORD & (CLASS_3 | Shown(LATE)),
    says="Records not classified by 1 January may all be kept as Class 2 for up to a year, and are classified in it.",
    cites=c.R_16024,
)
