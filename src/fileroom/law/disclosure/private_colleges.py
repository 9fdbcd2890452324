"""Private colleges: name and address of students in grade 12, and of those who left, for academic purposes."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import directory as d
from fileroom.law.disclosure.directory_information import BY_THE_POLICY
from fileroom.law.facts import DirectoryField as Field
from fileroom.law.facts import Grade
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import RELEASED, SEES
from fileroom.law.vocabulary import noncommercial, requester, student

law = Chapter(__name__)

A_PRIVATE_COLLEGE = SEES & requester.kind.is_(Who.PRIVATE_COLLEGE) & d.IS_DIRECTORY
NAME_AND_ADDRESS = d.only(Field.NAME, Field.ADDRESS)
TWELFTH_OR_LEFT = student.grade.is_(Grade.TWELFTH) | student.former.holds

law.allows(
    "grade_12_and_early_leavers",
    when=A_PRIVATE_COLLEGE
    & NAME_AND_ADDRESS
    & TWELFTH_OR_LEFT
    & noncommercial.holds
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
    when=RELEASED & requester.barred_for_misuse.holds & ~requester.kind.is_(*d.FAMILY, *d.OF_THE_HOUSE),
    says="This recipient misused information about students and is barred for a time: two years a private college, five"
    " years any other.",
    cites=c.CFR_99_67,
)

law.closes(
    "more_than_name_and_address",
    when=A_PRIVATE_COLLEGE & ~(NAME_AND_ADDRESS & TWELFTH_OR_LEFT & noncommercial.holds),
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
