"""Teachers are told, without asking, of dangerous conduct of their students in the school years just past."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Action, RecordKind, RequesterKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.phrases import IDENTIFIED, NOT_OF_THE_SCHOOL, SERVES_THE_STUDENT
from fileroom.law.vocabulary import action, other, record, requester, student

law = Chapter(__name__)

TEACHER = requester.kind.is_(RequesterKind.TEACHER)
OF_CONDUCT = record.kind.is_(
    RecordKind.DISCIPLINE, RecordKind.DISCIPLINARY_NOTICE, RecordKind.EXPULSION_FILE, RecordKind.BEHAVIOUR_REPORT
)
WARNS = action.is_(Action.DISCLOSE) & TEACHER & OF_CONDUCT & other.dangerous_conduct.holds
RECENT = student.school_years_since_conduct.at_most(FIGURES["teacher_warning_look_back"].value)
WARNING_IS_DUE = WARNS & IDENTIFIED & SERVES_THE_STUDENT & RECENT & ~NOT_OF_THE_SCHOOL

law.compels(
    "of_the_last_school_years",
    when=WARNING_IS_DUE,
    claimed=WARNS,
    says="Each teacher is told of a student who did, or is reasonably suspected of, conduct the law names, in this or"
    f" the last {FIGURES['teacher_warning_look_back'].within}.",
    cites=c.EC_49079,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.allows(
    "federal_discipline_information",
    when=WARNING_IS_DUE,
    claimed=WARNS,
    key=Key.FEDERAL,
    says="Federal law lets a school tell teachers of conduct that posed a significant risk.",
    cites=c.CFR_99_36_B,
)

law.obliges(
    DutyCode.AGREE_CONFIDENTIALITY,
    when=WARNS,
    upon=Upon.GRANT,
    says="The teacher keeps it to the purpose for which it was told, and passes it on to nobody.",
    cites=c.EC_49079,
)
