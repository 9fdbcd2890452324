"""A student who comes from another school: both requests to that school, and the word to the parent."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import action, student

law = Chapter(__name__)

COMES_FROM_A_SCHOOL = action.is_(Action.ENROL) & Shown(student.from_another_school.holds)

law.obliges(
    DutyCode.REQUEST_RECORDS_FROM_LAST_SCHOOL,
    when=COMES_FROM_A_SCHOOL,
    says="Ask the last school for the student's record; nobody waits for it to begin lessons.",
    cites=c.EC_49068_D,
)

law.obliges(
    DutyCode.REQUEST_DISCIPLINE_RECORDS,
    when=COMES_FROM_A_SCHOOL,
    says="Ask, apart from that, for records of acts that led to suspension or expulsion; when they come, tell every"
    " teacher of the student, who keeps it confidential.",
    cites=c.EC_48201_B,
)

law.obliges(
    DutyCode.NOTIFY_PARENT_AFTER,
    when=COMES_FROM_A_SCHOOL,
    says="Tell the parent of the right to a copy of what was asked for, and to a hearing to challenge it.",
    cites=c.EC_49068_D,
)
