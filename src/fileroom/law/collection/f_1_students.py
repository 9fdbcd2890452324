"""F-1 students of a certified school: what the school must keep of them, through its designated official, of no one
else."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Purpose, RecordKind, Whose
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import ASKS_FOR, OF_AN_F_1_STUDENT
from fileroom.law.vocabulary import purpose, record, requester

law = Chapter(__name__)

ON_THE_FEDERAL_LIST = record.kind.is_(
    RecordKind.CITIZENSHIP_STATUS, RecordKind.IMMIGRATION_DOCUMENT, RecordKind.BIRTH_COUNTRY
)
FOR_SEVIS = ASKS_FOR & ON_THE_FEDERAL_LIST & purpose.is_(Purpose.SEVIS)
THE_STUDENTS_OWN = OF_AN_F_1_STUDENT & record.whose.is_(Whose.STUDENT)
AN_F_1_RECORD = FOR_SEVIS & THE_STUDENTS_OWN & requester.designated.holds

law.compels(
    "what_a_certified_school_keeps",
    when=AN_F_1_RECORD,
    claimed=FOR_SEVIS,
    says="A certified school keeps the listed data of its own F-1 students, through its designated official.",
    cites=c.CFR_214_3,
    limits=(Limit.FIXED_LIST_ONLY, Limit.KEPT_APART),
)

law.obliges(
    DutyCode.COLLECT_SEPARATELY,
    when=FOR_SEVIS,
    upon=Upon.GRANT,
    says="Keep it apart from the student's file; ask it of no other student.",
    cites=c.CFR_214_3,
)
