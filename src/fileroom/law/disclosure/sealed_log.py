"""Who may read what is kept under seal: of one student the custodian of records of the district, or of the student's
school; of no student the district's custodian; and nobody else."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import IDENTIFIED, IS_CUSTODIAN, NOT_OF_THE_SCHOOL, SERVES_THE_STUDENT
from fileroom.law.vocabulary import action, requester

law = Chapter(__name__)

READS = action.is_(Action.VIEW_SEALED_LOG)
# What is noted apart from every student's file, as an officer's request is, lies in no student's log.
READS_APART = action.is_(Action.VIEW_SEALED_APART)
# Ed. Code 49064 lets a designee read the log too. What a court or the law keeps from the family is read by as few as
# can answer for it: a designee reads the open list alone.
A_CUSTODIAN = IS_CUSTODIAN & IDENTIFIED
KEEPS_THEM = A_CUSTODIAN & SERVES_THE_STUDENT & ~NOT_OF_THE_SCHOOL

law.allows(
    "the_custodian",
    when=READS & KEEPS_THEM,
    claimed=IS_CUSTODIAN,
    says="The custodian of records, of the district or of the student's school, may read what is kept under seal.",
    cites=c.EC_49064,
)

law.allows(
    "federal_reader",
    when=READS & KEEPS_THEM,
    claimed=IS_CUSTODIAN,
    key=Key.FEDERAL,
    says="The official who is responsible for the custody of the records may inspect the record of disclosures.",
    cites=c.CFR_99_32_C,
)

law.closes(
    "nobody_else",
    when=READS,
    says="What is kept under seal is for the custodian of records of the district, or of the student's school, alone.",
    cites=c.EC_49064,
)

law.allows(
    "the_districts_custodian",
    when=READS_APART & A_CUSTODIAN & requester.whole_district.holds,
    claimed=IS_CUSTODIAN,
    says="The district's custodian of records may read what is kept under seal of no student.",
    cites=c.R_431,
)

law.closes(
    "nobody_else_apart",
    when=READS_APART,
    says="What is kept under seal of no student is for the district's custodian of records alone.",
    cites=c.R_431,
)

law.obliges(
    DutyCode.KEEP_UNDER_SEAL,
    when=READS | READS_APART,
    says="Speak of it to nobody but those named here: a court may have forbidden it. That it was asked for is kept"
    " under seal too.",
    cites=c.EC_49064,
    seals=True,
)
