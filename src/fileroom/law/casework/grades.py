"""A teacher's grade is final, but for four grounds, and never changed unheard: by the teacher where it was written down
wrongly, else by order of the superintendent or a designee, or after a challenge that was won."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.challenge_duties import A_GRADE
from fileroom.law.casework.corrections import AMENDS, BY_WHO_MAY_CORRECT, WON
from fileroom.law.casework.who_adds import AT_WORK_ON_THE_FILE
from fileroom.law.codes import DutyCode
from fileroom.law.facts import GradeGround, RequesterKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.vocabulary import other, requester

law = Chapter(__name__)

CHANGES_A_GRADE = AMENDS & A_GRADE
ONE_OF_FOUR = other.grade_ground.is_(
    GradeGround.CLERICAL_OR_MECHANICAL_MISTAKE, GradeGround.FRAUD, GradeGround.BAD_FAITH, GradeGround.INCOMPETENCY
)
A_SLIP_IN_THE_GRADE = other.grade_ground.is_(GradeGround.CLERICAL_OR_MECHANICAL_MISTAKE)
BY_ITS_TEACHER = requester.kind.is_(RequesterKind.TEACHER) & A_SLIP_IN_THE_GRADE
BY_ORDER = requester.kind.is_(RequesterKind.ADMINISTRATOR) & requester.designated.holds
WHO_CHANGES_IT = AT_WORK_ON_THE_FILE & (BY_ITS_TEACHER | BY_ORDER)
TEACHER_HEARD = other.teacher_heard.is_(True, curable=(False,)) | other.teacher_out_of_reach.holds

law.allows(
    "on_one_of_four_grounds",
    when=CHANGES_A_GRADE & WHO_CHANGES_IT & ONE_OF_FOUR & TEACHER_HEARD,
    claimed=CHANGES_A_GRADE,
    says="A grade may be changed for a clerical or mechanical mistake, fraud, bad faith or incompetency, the teacher"
    " heard, or why that was not practicable noted: by order of the superintendent or a designee, or, where it was"
    " written down wrongly, by the student's teacher.",
    cites=c.EC_49066,
)

law.compels(
    "after_a_sustained_challenge",
    when=CHANGES_A_GRADE & BY_WHO_MAY_CORRECT & ONE_OF_FOUR & TEACHER_HEARD & WON,
    claimed=CHANGES_A_GRADE,
    says="When the challenge is sustained and one of the four grounds found, the teacher heard, the mark is corrected.",
    cites=c.EC_49070_C,
)

law.obliges(
    DutyCode.HEAR_TEACHER,
    when=CHANGES_A_GRADE,
    upon=Upon.NO_GRANT,
    says="Let the teacher give reasons, spoken, written or both, and join every discussion, as far as practicable.",
    cites=c.EC_49066,
)

law.obliges(
    DutyCode.HEAR_TEACHER,
    name="why_the_teacher_was_not_heard",
    when=CHANGES_A_GRADE & other.teacher_out_of_reach.holds,
    upon=Upon.GRANT,
    says="Note with the change why it was not practicable to hear the teacher, and what was tried.",
    cites=c.EC_49066,
)

law.closes(
    "a_grade_is_final",
    when=CHANGES_A_GRADE,
    says="The teacher's grade is final unless there was a clerical or mechanical mistake, fraud, bad faith or"
    " incompetency. Speak with the teacher; a mark wrongly written down can be corrected.",
    cites=c.EC_49066,
)
