"""A company asks the district itself whether a student is no longer enrolled. Without the family's own signed and dated
request it gets no letter (operators_limits), and an answer all the same: one that confirms nothing about anybody.

The law sets no day for it, and asks the company for the documentation, not the district for an answer to it (Bus. &
Prof. Code 22584(d)(3)(B)). How long the answer may take is the district's practice (figures.toml).
"""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CERTIFIES
from fileroom.law.programmes.operators_requests import IS_OPERATOR

law = Chapter(__name__)

law.obliges(
    DutyCode.ANSWER_THE_COMPANY,
    when=CERTIFIES & IS_OPERATOR,
    says="Answer the company in writing. Where no letter is given the answer confirms nothing: the same words, whether"
    " or not the district has ever known such a student.",
    cites=c.BP_5125_OPERATORS,
)
