"""The notice to each student of grade 11, and to the parent of one under 18, that the grade average goes to the Student
Aid Commission: by 1 January, with time to refuse."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.checklists import CHECKLISTS
from fileroom.law.facts import Grade, NoticeKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter
from fileroom.law.programmes.notices import SENDS_NOTICE
from fileroom.law.vocabulary import notice, student

law = Chapter(__name__)

OF_AVERAGES = SENDS_NOTICE & notice.kind.is_(NoticeKind.GRADE_AVERAGES)
ALL_ITEMS = CHECKLISTS["grade_averages"].all_in(notice.items)
TIME_TO_REFUSE = notice.days_to_refuse.at_least(FIGURES["grade_average_opt_out"].value)
IN_GRADE_11 = student.grade.is_(Grade.ELEVENTH)

law.compels(
    "in_grade_11",
    when=OF_AVERAGES & ALL_ITEMS & TIME_TO_REFUSE & IN_GRADE_11,
    claimed=OF_AVERAGES,
    clock="grade_average_notice",
    says="Each student of grade 11, and the parent of one under 18, is told in writing by 1 January that the grade"
    " average goes to the Student Aid Commission unless it is refused.",
    cites=c.EC_69432_9,
)

law.closes(
    "too_little_time",
    when=OF_AVERAGES & ~TIME_TO_REFUSE,
    says="The notice gives fewer days to refuse than the law does. Give them, and send it.",
    cites=c.EC_69432_9,
)

law.closes(
    "lacking",
    when=OF_AVERAGES,
    says="The notice goes to students of grade 11 and their parents, and says that the average may be refused, how, and"
    " by whom. Complete it, and send it.",
    cites=c.EC_69432_9,
)
