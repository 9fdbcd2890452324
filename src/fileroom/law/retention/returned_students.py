"""Interim records of a student who had left and is here again: what was judged disposable on the leaving is a
continuing record once more, and its years wait for counsel. What a sustained challenge removes goes by no years."""

from __future__ import annotations

from fileroom.law import unsettled as u
from fileroom.law.casework.corrections import ORDERED_REMOVED
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CLEARED_BY_COUNSEL, DESTROYS
from fileroom.law.retention.interim_records import CONTINUING_AGAIN

law = Chapter(__name__)

law.forbids(
    "judged_before_the_return",
    when=DESTROYS & CONTINUING_AGAIN & ~CLEARED_BY_COUNSEL & ~ORDERED_REMOVED,
    says="The student is here again, and a record in use is not disposable: what was judged so when the student left"
    " waits for counsel, or is judged anew with the next leaving.",
    cites=u.RETURN_OF_A_STUDENT,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=DESTROYS & CONTINUING_AGAIN & ~Shown(ORDERED_REMOVED),
    says="Ask counsel whether the years that began before the student came back still run.",
    cites=u.RETURN_OF_A_STUDENT,
)
