"""Private colleges: name and address of students in grade 12, and of those who left, for academic purposes."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import directory as d
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.court_process import PROCESS
from fileroom.law.disclosure.directory_information import BY_THE_POLICY
from fileroom.law.disclosure.emergencies import IN_DANGER
from fileroom.law.disclosure.parents import IN_A_PARENTS_PLACE
from fileroom.law.facts import DirectoryField as Field
from fileroom.law.facts import Grade
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.parties import FOR_ENROLMENT, IS_SCHOOL, PRIVATE_SCHOOLS
from fileroom.law.phrases import CLEARED_BY_COUNSEL, CONSENTED, IS_FAMILY, NOT_OF_THE_SCHOOL, RELEASED, SEES
from fileroom.law.vocabulary import noncommercial, requester, student

law = Chapter(__name__)

A_PRIVATE_COLLEGE = SEES & requester.kind.is_(Who.PRIVATE_COLLEGE) & d.IS_DIRECTORY
NAME_AND_ADDRESS = d.only(Field.NAME, Field.ADDRESS)
TWELFTH_OR_LEFT = student.grade.is_(Grade.TWELFTH) | student.former.holds
ITS_TWO_FIELDS = NAME_AND_ADDRESS & TWELFTH_OR_LEFT & noncommercial.holds
# The state's bar is of the directory and of private schools alone; the federal one, of third parties, rests on memory.
BARRED = requester.barred_for_misuse.holds & ~IS_FAMILY & ~IN_A_PARENTS_PLACE & ~requester.kind.is_(*d.OF_THE_HOUSE)
BY_ITS_OWN_GROUND = CONSENTED | PROCESS | (IS_SCHOOL & FOR_ENROLMENT) | IN_DANGER
ASKED_OF_THE_DIRECTORY = d.GOES_OUT & d.IS_DIRECTORY & (d.DIRECTORY_ASKED | NOT_OF_THE_SCHOOL)
BY_THE_PRIVILEGE = ASKED_OF_THE_DIRECTORY & requester.kind.is_(*PRIVATE_SCHOOLS)

law.allows(
    "grade_12_and_early_leavers",
    when=A_PRIVATE_COLLEGE
    & ITS_TWO_FIELDS
    & BY_THE_POLICY
    & ~d.FOUND_BY_NUMBER
    & ~d.REFUSED
    & ~d.HOMELESS_WITHOUT_CONSENT,
    claimed=A_PRIVATE_COLLEGE,
    says="A private college may have name and address of students in grade 12 or gone, for its own academic purposes.",
    cites=c.EC_49073,
)

law.forbids(
    "barred_for_misuse",
    when=BY_THE_PRIVILEGE & BARRED & ~BY_ITS_OWN_GROUND,
    says="This school misused information on students: the directory is closed to it for a time. A family may consent.",
    cites=c.EC_49073,
)

law.forbids(
    "barred_until_counsel_has_looked",
    when=RELEASED & ~BY_THE_PRIVILEGE & BARRED & ~BY_ITS_OWN_GROUND & ~CLEARED_BY_COUNSEL,
    says="This recipient misused information about students, and may be barred for five years: counsel says first.",
    cites=c.CFR_99_67,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=RELEASED & BARRED,
    says="Ask counsel the same day how far the bar for misuse reaches, and until when.",
    cites=c.CFR_99_67,
)

law.closes(
    "more_than_name_and_address",
    when=A_PRIVATE_COLLEGE & ~ITS_TWO_FIELDS,
    says="A private college gets name and address of students in grade 12 or gone, for academic purposes alone.",
    cites=c.EC_49073,
)

law.closes(
    "left_out",
    when=A_PRIVATE_COLLEGE & (d.REFUSED | d.HOMELESS_WITHOUT_CONSENT),
    says="Leave this student out, as one of whom nothing is known.",
    cites=c.EC_49073_B,
    silent=True,
)
