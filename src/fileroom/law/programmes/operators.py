"""The enrolment-end letter: an operator of an online service deletes what a family asks it to once the student has been
gone from the district for 60 days, and needs the district's word for that."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.disclosure.educational_rights_holders import IS_APPOINTED
from fileroom.law.disclosure.parents import A_PARENT
from fileroom.law.disclosure.restraining_orders import RIGHTS_LIMITED
from fileroom.law.disclosure.students import THE_STUDENT
from fileroom.law.facts import Grade, PaperKind, Purpose
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CERTIFIES, CLEARED_BY_COUNSEL, FOR_IMMIGRATION, IDENTIFIED
from fileroom.law.vocabulary import former_student_is_18, other, purpose, requester, rights_terminated, student

law = Chapter(__name__)

DAYS = FIGURES["vendor_nonenrolment_letter"].value
LONG_GONE = student.days_since_left_lea.at_least(DAYS)
FOR_DELETION = purpose.is_(Purpose.OPERATOR_DELETION, curable=(Purpose.NONE_STATED,)) | some(PaperKind.DELETION_REQUEST)
IS_HERE = student.enrolled.holds | student.enters_later.holds
LETTER_IS_DUE = CERTIFIES & FOR_DELETION & LONG_GONE & ~IS_HERE & other.ccpa_excluded.holds & ~FOR_IMMIGRATION

INCOMPETENT = student.adjudged_incompetent.holds
OF_A_MINOR = ~former_student_is_18.holds | INCOMPETENT
FORMER_AND_18 = former_student_is_18.holds & ~INCOMPETENT
WHOSE_IS_UNSAID = student.emancipated.holds | INCOMPETENT
A_PRESCHOOLER = student.grade.is_(Grade.PRESCHOOL)
BY_A_PARENT = A_PARENT & OF_A_MINOR & (~RIGHTS_LIMITED | CLEARED_BY_COUNSEL)
ASKED_BY_THE_STUDENT = THE_STUDENT & (FORMER_AND_18 | (WHOSE_IS_UNSAID & CLEARED_BY_COUNSEL))
HOLDS_A_PRESCHOOLERS_RIGHTS = (
    IS_APPOINTED & IDENTIFIED & requester.holds_education_rights.holds & ~rights_terminated.holds
    & A_PRESCHOOLER & OF_A_MINOR
)  # fmt: skip

law.compels(
    "parents_of_a_former_student",
    when=LETTER_IS_DUE & BY_A_PARENT,
    claimed=CERTIFIES,
    says="The parent of a former student under 18, gone from the district for 60 days, is given the letter that an"
    " operator asks for before it deletes.",
    cites=c.BP_5125_OPERATORS,
    limits=(Limit.ENROLMENT_END_ONLY,),
)

law.compels(
    "former_students_of_18",
    when=LETTER_IS_DUE & ASKED_BY_THE_STUDENT,
    claimed=CERTIFIES,
    says="A former student of 18, gone from the district for 60 days, is given the letter that an operator asks for"
    " before it deletes.",
    cites=c.BP_5125_OPERATORS,
    limits=(Limit.ENROLMENT_END_ONLY,),
)

law.compels(
    "rights_holders_of_a_preschooler",
    when=LETTER_IS_DUE & HOLDS_A_PRESCHOOLERS_RIGHTS,
    claimed=CERTIFIES,
    says="For a child who left preschool or prekindergarten, an educational rights holder too is given the letter.",
    cites=c.BP_22586_D3,
    limits=(Limit.ENROLMENT_END_ONLY,),
)
