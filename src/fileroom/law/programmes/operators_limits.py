"""When no enrolment-end letter is given, and why."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CERTIFIES, IS_PARENT, IS_STAFF, IS_STUDENT
from fileroom.law.programmes.operators import FORMER_AND_18, IS_HERE, LONG_GONE, OF_A_MINOR
from fileroom.law.programmes.operators_requests import IS_OPERATOR
from fileroom.law.vocabulary import other

law = Chapter(__name__)

law.closes(
    "the_student_is_here",
    when=CERTIFIES & IS_HERE,
    says="The student is enrolled in this district: a move between two of its schools is no leaving, nor is the summer"
    " between them, and a time away from which the student came back does not count.",
    cites=c.BP_22584_D3,
)

law.closes(
    "too_soon",
    when=CERTIFIES & ~LONG_GONE,
    says="It is too soon: the letter is for a student gone from every school of the district for 60 days.",
    cites=c.BP_22584_D3,
)

law.closes(
    "under_the_ccpa",
    when=CERTIFIES & other.ccpa_excluded.is_(False),
    says="This information is under the California Consumer Privacy Act: ask the company itself; no letter is needed.",
    cites=c.BP_22584_D3,
)

law.closes(
    "a_minor_alone",
    when=CERTIFIES & IS_STUDENT & OF_A_MINOR,
    says="A former student asks alone from 18; until then a parent or guardian asks.",
    cites=c.BP_22584_D3,
)

law.closes(
    "the_former_student_is_18",
    when=CERTIFIES & IS_PARENT & FORMER_AND_18,
    says="The former student is 18: the request is theirs to make.",
    cites=c.BP_22584_D3,
)

law.closes(
    "not_the_superintendent_or_designee",
    when=CERTIFIES & IS_STAFF,
    says="The Superintendent or a designee issues this letter. Send the request there.",
    cites=c.BP_5125_OPERATORS,
)

law.closes(
    "the_familys_request_first",
    when=CERTIFIES & IS_OPERATOR,
    says="An operator is given the letter on the family's own request, signed and dated by a parent with legal custody"
    " or by the former student of 18.",
    cites=c.EC_49075,
)

law.closes(
    "nobody_else",
    when=CERTIFIES,
    says="A parent or guardian of a former student under 18 asks for this letter, or the former student from 18.",
    cites=c.BP_22584_D3,
)
