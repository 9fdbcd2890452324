"""A teacher's grade is final, but for four grounds, and never changed unheard."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.challenge_duties import A_GRADE
from fileroom.law.casework.corrections import AMENDS, BY_WHO_MAY_CORRECT, WON
from fileroom.law.codes import DutyCode
from fileroom.law.facts import GradeGround
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import OF_THE_DISTRICT
from fileroom.law.vocabulary import other

law = Chapter(__name__)

CHANGES_A_GRADE = AMENDS & A_GRADE
ONE_OF_FOUR = other.grade_ground.is_(
    GradeGround.CLERICAL_OR_MECHANICAL_MISTAKE, GradeGround.FRAUD, GradeGround.BAD_FAITH, GradeGround.INCOMPETENCY
)
TEACHER_HEARD = other.teacher_heard.is_(True, curable=(False,)) | other.teacher_out_of_reach.holds

law.allows(
    "on_one_of_four_grounds",
    when=CHANGES_A_GRADE & OF_THE_DISTRICT & ONE_OF_FOUR & TEACHER_HEARD,
    claimed=CHANGES_A_GRADE,
    says="A grade may be changed for a clerical or mechanical mistake, fraud, bad faith or incompetency, the teacher"
    " heard, or why that was not practicable noted.",
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
