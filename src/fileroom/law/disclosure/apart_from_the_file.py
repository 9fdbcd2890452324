"""What does not travel in the file: a juvenile court's notice goes apart from it, other things not at all."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.transfers import A_SCHOOL_OF_THE_STATE
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import FOR_ENROLMENT, SENDS, STAYS_BEHIND
from fileroom.law.phrases import IDENTIFIED, MINOR
from fileroom.law.vocabulary import record

law = Chapter(__name__)

THE_NOTICE = SENDS & record.kind.is_(RecordKind.JUVENILE_COURT_NOTICE)

law.compels(
    "to_the_next_public_school",
    when=THE_NOTICE & A_SCHOOL_OF_THE_STATE & IDENTIFIED & FOR_ENROLMENT & MINOR,
    claimed=THE_NOTICE & A_SCHOOL_OF_THE_STATE,
    key=Key.BOTH,
    says="When a student changes schools the court's notice goes to the next public school, apart from the file.",
    cites=c.WIC_827_D,
)

law.obliges(
    DutyCode.AGREE_CONFIDENTIALITY,
    when=THE_NOTICE,
    upon=Upon.GRANT,
    says="Send it to the principal alone, stamped as confidential. To pass it on is a crime.",
    cites=c.WIC_827_D,
)

law.closes(
    "no_further",
    when=THE_NOTICE,
    says="The court's notice goes to the next public school of a student under 18, and nowhere else.",
    cites=c.WIC_827_D,
)

law.closes(
    "stays_behind",
    when=SENDS & STAYS_BEHIND,
    says="This lies apart from the file, or in no file at all, and is not sent on with it.",
    cites=c.R_432_LIST,
)
