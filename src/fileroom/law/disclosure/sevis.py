"""Questions of the student-visa program about F-1 students of a certified school. Of no one else: what it asks beyond
them is immigration enforcement, and refused as that is."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import BY_THE_VISA_PROGRAM, IDENTIFIED, OF_ITS_OWN_STUDENTS, SEES
from fileroom.law.vocabulary import requester

law = Chapter(__name__)

ANSWERED = OF_ITS_OWN_STUDENTS & IDENTIFIED

law.compels(
    "f_1_students_of_this_school",
    when=ANSWERED,
    claimed=BY_THE_VISA_PROGRAM,
    key=Key.BOTH,
    says="Of its own F-1 students a certified school answers the visa program, with the listed data and no more.",
    cites=c.USC_1372,
    limits=(Limit.FIXED_LIST_ONLY,),
    clock="sevis_one_student",
)

law.obliges(
    DutyCode.DOCUMENT_ENCOUNTER,
    when=SEES & requester.kind.is_(Who.SEVP_OFFICER),
    says="The designated official alone answers, in writing where asked; note who asked and for whom.",
    cites=c.CFR_214_3,
)
