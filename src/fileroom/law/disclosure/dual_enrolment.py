"""A minor who attends a college: read literally, all rights move; in practice each school's records follow its own
rule. Counsel says which, and until then nobody is refused."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import IS_PARENT, IS_STUDENT, MINOR, SEES
from fileroom.law.vocabulary import student

law = Chapter(__name__)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=SEES & (IS_PARENT | IS_STUDENT) & MINOR & student.attends_postsecondary.holds,
    says="A minor attends a college: counsel says whose the rights are in this case.",
    cites=c.EC_49061_A,
)
