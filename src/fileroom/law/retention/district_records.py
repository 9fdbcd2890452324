"""The district's own records, in three classes: permanent, optional, disposable."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import DistrictClass, RecordKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import DESTROYS, RETAINS
from fileroom.law.vocabulary import record

law = Chapter(__name__)

OF_THE_DISTRICT = record.kind.is_(RecordKind.BUSINESS_RECORD)
CLASS_1 = OF_THE_DISTRICT & record.district_class.is_(DistrictClass.CLASS_1)
CLASS_2 = OF_THE_DISTRICT & record.district_class.is_(DistrictClass.CLASS_2)
CLASS_3 = OF_THE_DISTRICT & record.district_class.is_(DistrictClass.CLASS_3)
THIRD = FIGURES["class_3_destruction"].value

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

law.compels(
    "class_3_in_the_third_school_year",
    when=DESTROYS & CLASS_3 & record.school_years_since_last_use.at_least(THIRD),
    claimed=OF_THE_DISTRICT,
    says="A Class 3 record of the district is destroyed during the third school year after its audit, what another"
    " agency asks, or its origin, whichever is last.",
    cites=c.R_16027,
)

law.compels(
    "class_1_is_kept",
    when=RETAINS & CLASS_1,
    says="A Class 1 record of the district is kept for ever.",
    cites=c.R_16023,
)

law.allows(
    "class_2_and_3_are_kept_meanwhile",
    when=RETAINS & (CLASS_2 | (CLASS_3 & record.school_years_since_last_use.at_most(THIRD))),
    claimed=OF_THE_DISTRICT,
    says="A Class 2 record may be kept until reclassified, a Class 3 record through its third school year.",
    cites=c.R_16024,
)
