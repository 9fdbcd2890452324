"""Grade averages and graduation go to the Student Aid Commission, unless the family, or the adult student, refused."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Choice, Grade, Purpose, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import IDENTIFIED, SEES
from fileroom.law.vocabulary import choices, purpose, record, requester, student

law = Chapter(__name__)

AID_BODY = requester.kind.is_(Who.FINANCIAL_AID_BODY, Who.STATE_AGENCY) & purpose.is_(Purpose.FINANCIAL_AID)
COMMISSION = AID_BODY & requester.student_aid_commission.holds
AVERAGES = record.kind.is_(RecordKind.GRADES, RecordKind.GRADUATION_DATE)
AVERAGES_KEPT_BACK = choices.has(Choice.GPA_TO_CSAC_REFUSED)
# Whoever refused has refused the average, whatever the paper is called from which it can be read.
TELLS_THE_AVERAGE = AVERAGES | record.kind.is_(
    RecordKind.MARKS_AND_CREDITS, RecordKind.TRANSCRIPT, RecordKind.CUMULATIVE_FILE, RecordKind.PERMANENT_RECORD
)
AVERAGES_REFUSED = COMMISSION & TELLS_THE_AVERAGE & AVERAGES_KEPT_BACK
IN_GRADE_12 = student.grade.is_(Grade.TWELFTH) | student.former.holds
COMMISSION_ASKS = SEES & COMMISSION & IDENTIFIED & AVERAGES & IN_GRADE_12 & ~AVERAGES_KEPT_BACK

law.compels(
    "averages_of_grade_12",
    when=COMMISSION_ASKS,
    claimed=AID_BODY & AVERAGES,
    says="The Student Aid Commission gets each grade 12 student's grade average and graduation, unless refused.",
    cites=c.EC_69432_9,
    limits=(Limit.FIXED_LIST_ONLY,),
)

law.allows(
    "federal_aid_deemed_applied_for",
    when=COMMISSION_ASKS,
    claimed=AID_BODY & AVERAGES,
    key=Key.FEDERAL,
    says="Federal law lets records go out for aid applied for; who has not refused counts as having applied.",
    cites=c.CFR_99_31_A4,
)

law.obliges(
    DutyCode.HONOR_OPT_OUT,
    when=SEES & COMMISSION & AVERAGES,
    says="Leave out whoever refused; the notice went out by 1 January of grade 11, with 30 days to refuse.",
    cites=c.EC_69432_9,
)

law.closes(
    "refused",
    when=SEES & AVERAGES_REFUSED,
    says="The family, or the adult student, has refused that grade averages go out for state aid.",
    cites=c.EC_69432_9,
)
