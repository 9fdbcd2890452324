"""What a student of 12 or over, or the parent, confides to a school counselor: outside the record until whoever told it
consents in writing. The age on the day it was told decides."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.disclosure.educational_interest import ANY_OFFICIAL, WITH_INTEREST
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.disclosure.students import ADULT_STUDENT, SIXTEEN_OR_GRADE_10
from fileroom.law.facts import ConfidedBy, ConsentBy, RecordKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.condition import Shown, any_of
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import ADULT, CONSENT_IS_CLAIMED, IS_PARENT, IS_STUDENT, MINOR, SEES, given
from fileroom.law.vocabulary import record, student

law = Chapter(__name__)

TWELVE = FIGURES["counselling_confidence_age"].value
CONFIDED = SEES & record.kind.is_(RecordKind.COUNSELLING_CONFIDENCE)
TOLD_UNDER_TWELVE = student.age.below(TWELVE) | record.told_under_12.holds
TOLD_BY_THE_STUDENT = record.confided_by.is_(ConfidedBy.STUDENT)
WHO_TOLD_CONSENTS = any_of(
    TOLD_BY_THE_STUDENT & MINOR & given(ConsentBy.MINOR_STUDENT, "records"),
    TOLD_BY_THE_STUDENT & ADULT & given(ConsentBy.ADULT_STUDENT, "records"),
    ~TOLD_BY_THE_STUDENT
    & (given(ConsentBy.PARENT_WITH_CUSTODY, "records") | given(ConsentBy.PARENT_WITHOUT_CUSTODY, "records")),
)
IN_THE_FILE = CONFIDED & (TOLD_UNDER_TWELVE | WHO_TOLD_CONSENTS)
MAY_BE_OPEN = CONSENT_IS_CLAIMED | record.told_under_12.holds | ~Shown(student.age.at_least(TWELVE))

law.compels(
    "families_once_it_is_in_the_file",
    when=IN_THE_FILE & (HOLDS_THE_RIGHTS | ADULT_STUDENT),
    claimed=CONFIDED & (IS_PARENT | IS_STUDENT) & MAY_BE_OPEN,
    key=Key.BOTH,
    says="Who confided it has consented in writing, or was not yet 12: it is in the record and open like the rest.",
    cites=c.EC_49602,
    clock="parent_inspection",
)

law.compels(
    "students_of_sixteen_once_it_is_in_the_file",
    when=IN_THE_FILE & SIXTEEN_OR_GRADE_10,
    claimed=CONFIDED & IS_STUDENT & MAY_BE_OPEN,
    key=Key.BOTH,
    says="It has become part of the record, of which a student of 16 sees what is relevant.",
    cites=c.EC_49602,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.compels(
    "officials_once_it_is_in_the_file",
    when=IN_THE_FILE & WITH_INTEREST,
    claimed=CONFIDED & ANY_OFFICIAL & MAY_BE_OPEN,
    key=Key.BOTH,
    says="It has become part of the record, of which officials see what their work for this student needs.",
    cites=c.EC_49602,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)
