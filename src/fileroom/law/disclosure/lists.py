"""Lists of students, and counts: for the school's own work, by those whose work it is; and for a named program."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.disclosure.educational_interest import FITS
from fileroom.law.disclosure.registries import BY_TRAIT, COMPILES, EXCEPTED, NAMED_PROGRAM, OF_PERSONS
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.listed_kinds import BY_WHO_SEES_IT, MAY_TELL_AN_ORIGIN, NEVER_LISTED, TELLS_NO_ORIGIN
from fileroom.law.phrases import IDENTIFIED, IS_STAFF, NOT_OF_THE_SCHOOL, OF_A_CRIME
from fileroom.law.vocabulary import identifies_student

law = Chapter(__name__)

ORDINARY = OF_PERSONS & ~BY_TRAIT & ~NEVER_LISTED & BY_WHO_SEES_IT

law.allows(
    "lists_for_the_schools_work",
    when=ORDINARY & IS_STAFF & IDENTIFIED & FITS & ~NOT_OF_THE_SCHOOL & ~OF_A_CRIME & TELLS_NO_ORIGIN,
    claimed=COMPILES & IS_STAFF,
    says="Staff may list students for the school's own work, with what that work needs.",
    cites=c.EC_49076_1A,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=OF_PERSONS & IS_STAFF & MAY_TELL_AN_ORIGIN,
    upon=Upon.NO_GRANT,
    says="Ask counsel whether this list would tell where people come from. Until then name the one item needed.",
    cites=u.LISTS_BY_WHAT_MAY_TELL,
)

law.allows(
    "list_of_a_named_program",
    when=OF_PERSONS & BY_TRAIT & EXCEPTED & (FITS | ~IS_STAFF),
    claimed=COMPILES & NAMED_PROGRAM,
    says="A program that state or federal law names may be reported to its education agency.",
    cites=c.GC_8310_3,
    limits=(Limit.KEPT_APART,),
)

law.obliges(
    DutyCode.SECOND_APPROVAL,
    when=OF_PERSONS & BY_TRAIT,
    upon=Upon.GRANT,
    says="A second person approves it; it goes to that education agency alone, and to no federal or immigration body.",
    cites=c.GC_8310_3,
)

law.allows(
    "counts_that_name_no_one",
    when=COMPILES & ~identifies_student.holds,
    claimed=COMPILES,
    says="Counts that name no one may be made.",
    cites=c.EC_49074,
    limits=(Limit.AGGREGATE_ONLY,),
)

law.obliges(
    DutyCode.SUPPRESS_SMALL_CELLS,
    when=COMPILES & ~identifies_student.holds,
    upon=Upon.GRANT,
    says="Before counts leave the office, withhold the small ones.",
    cites=c.EC_49076_C,
)

law.closes(
    "not_for_the_schools_work",
    when=COMPILES,
    says="A list of students is made for the school's own work alone. Ask the custodian of records about directory"
    " information, or for counts that name no one.",
    cites=c.EC_49076_1A,
)
