"""Born on 29 February: 18 on 28 February by one count, on 1 March by the other. Between the two counsel says."""

from __future__ import annotations

from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.dual_enrolment import CONSENTS
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import student

law = Chapter(__name__)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=CONSENTS & student.eighteen_by_one_count.holds,
    says="The student turns 18 on 29 February of a year that has none: a parent's consent is not relied on today, and"
    " the student's own is from 1 March. Wait the day, or ask district counsel.",
    cites=u.BORN_ON_29_FEBRUARY,
)
