"""What does not go with the file to the next school: the juvenile court's notice follows apart, the rest stays here."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.disclosure.transfers import A_SCHOOL_OF_THE_STATE
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import FOR_ENROLMENT, IS_SCHOOL, SENDS, STAYS_HERE
from fileroom.law.phrases import IDENTIFIED, SEES
from fileroom.law.vocabulary import record

law = Chapter(__name__)

NOTICE = SENDS & record.kind.is_(RecordKind.JUVENILE_COURT_NOTICE)

law.compels(
    "the_juvenile_courts_notice",
    when=NOTICE & A_SCHOOL_OF_THE_STATE & IDENTIFIED & FOR_ENROLMENT,
    claimed=NOTICE & A_SCHOOL_OF_THE_STATE,
    key=Key.BOTH,
    says="The juvenile court's notice follows the student to the next public school of the state, in its own stamped"
    " file.",
    cites=c.WIC_827_B,
    limits=(Limit.KEPT_APART,),
)

law.obliges(
    DutyCode.NO_REDISCLOSURE_NOTICE,
    when=NOTICE,
    upon=Upon.GRANT,
    says="It is received in confidence: to pass it on is a crime.",
    cites=c.WIC_827_B,
)

law.closes(
    "to_no_other_school",
    when=NOTICE,
    says="The court's notice goes to the next public school of the state alone; else the superintendent keeps it.",
    cites=c.WIC_827_B,
)

law.closes(
    "what_stays_here",
    when=(SEES | SENDS) & IS_SCHOOL & STAYS_HERE,
    says="The file of a challenge, papers on a change of name or gender, and what was gathered from social media stay"
    " here: they do not follow the student.",
    cites=c.EC_49070_C4,
)
