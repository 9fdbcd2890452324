"""A record about several students: each family sees the part on its own child; what is of one piece, it looks at."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.directory import GOES_OUT, OF_THE_HOUSE
from fileroom.law.disclosure.affidavit_caregivers import CARES
from fileroom.law.disclosure.court_process import PROCESS
from fileroom.law.facts import Action, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.parties import SENDS
from fileroom.law.phrases import FAMILY, SEES
from fileroom.law.vocabulary import FOSTERING, about_this_student, action, can_be_separated, record, requester

law = Chapter(__name__)

OF_SEVERAL = record.involves_other_students.holds
ONE_PIECE = OF_SEVERAL & ~can_be_separated.holds
FAMILY_OR_IN_ITS_PLACE = requester.kind.is_(*FAMILY, Who.CAREGIVER, *FOSTERING) | CARES
# Of a whole file one paper is left out, and the rest goes: the next school waits for none of it (5 CCR 438).
A_WHOLE_FILE = record.kind.is_(
    RecordKind.CUMULATIVE_FILE, RecordKind.PERMANENT_RECORD, RecordKind.INTERIM_RECORD, RecordKind.PERMITTED_RECORD
)
LEAVES_IT_OUT = SENDS & A_WHOLE_FILE
LOOKS_FROM_OUTSIDE = action.is_(Action.INSPECT) & ~requester.kind.is_(*OF_THE_HOUSE) & ~PROCESS

law.forbids(
    "not_about_this_student",
    when=SEES & FAMILY_OR_IN_ITS_PLACE & OF_SEVERAL & ~about_this_student.holds & ~PROCESS,
    says="This is a record of other students, in which this one only appears: only their families see it.",
    cites=c.CFR_99_12,
)

law.forbids(
    "no_copy_of_what_cannot_be_taken_apart",
    when=action.is_(Action.COPY) & FAMILY_OR_IN_ITS_PLACE & ONE_PIECE & ~PROCESS,
    says="Other students cannot be taken out of it, so no copy is made. Come and look at it, or be told what it says.",
    cites=c.CFR_99_12,
)

law.obliges(
    DutyCode.REDACT_OTHER_STUDENTS,
    when=(GOES_OUT | SENDS) & OF_SEVERAL & ~Shown(ONE_PIECE),
    upon=Upon.GRANT,
    says="Hide what concerns other students; a person sees only the part about this one.",
    cites=c.CFR_99_12,
    limits=(Limit.OTHER_STUDENTS_REDACTED,),
)

law.obliges(
    DutyCode.REDACT_OTHER_STUDENTS,
    name="view_only",
    when=((SEES & FAMILY_OR_IN_ITS_PLACE & ~Shown(PROCESS)) | LOOKS_FROM_OUTSIDE) & ONE_PIECE,
    upon=Upon.GRANT,
    says="Let them look at it, or tell them what it says of this student and of nobody else; no copy.",
    cites=c.CFR_99_12,
    limits=(Limit.VIEW_ONLY,),
)

law.obliges(
    DutyCode.REDACT_OTHER_STUDENTS,
    name="leave_the_paper_out",
    when=LEAVES_IT_OUT & ONE_PIECE,
    upon=Upon.GRANT,
    says="Leave out the paper that cannot be taken apart; write down what it says of this student, and send that.",
    cites=c.R_438,
    limits=(Limit.OTHER_STUDENTS_REDACTED,),
)
