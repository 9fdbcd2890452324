"""Whom the school tells of a request by immigration enforcement, and whom not."""

from __future__ import annotations

from fileroom.law.codes import DutyCode
from fileroom.law.court_papers import SILENCED, TOLD_ALREADY
from fileroom.law.disclosure import sealed_log
from fileroom.law.disclosure.child_welfare import A_CHILD_WELFARE_INQUIRY, MAY_BE_TOLD_AT_HOME
from fileroom.law.disclosure.court_notices import TOLD_OF_THE_PAPER
from fileroom.law.disclosure.published_tables import PUBLISHES_A_TABLE
from fileroom.law.disclosure.registries import COMPILES
from fileroom.law.enforcement import ENFORCEMENT_ASKS, ENTERS, OF_A_PLACE, OF_NO_STUDENT
from fileroom.law.facts import Grade, PaperKind, StudentVisa
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.proof import Theorem
from fileroom.law.phrases import FOR_AN_EMERGENCY, FOR_IMMIGRATION, RELEASED
from fileroom.law.theorems.interactions import TELLS_THE_FAMILY
from fileroom.law.theorems.shapes import follows, never_tells, one_follows
from fileroom.law.vocabulary import student

ONE_WORD_OF_A_STUDENT = (
    student.grade.is_(*Grade)
    | student.foster.holds
    | student.homeless.holds
    | student.disability.holds
    | student.missing_child_flag.holds
    | student.visa.is_(*StudentVisa)
    | student.graduated.is_(True, False)
    | student.days_since_left.at_least(0)
    | some(PaperKind.JUDICIAL_WARRANT, PaperKind.ADMINISTRATIVE_WARRANT, names_these_records=True)
)
UNTIL_COUNSEL_SAYS = A_CHILD_WELFARE_INQUIRY & ~MAY_BE_TOLD_AT_HOME

THEOREMS: tuple[Theorem, ...] = (
    never_tells(
        "an_officers_valid_paper_brings_one_notice",
        "Where the family is told, before anything goes out, of the judge's paper that an officer brings, no second"
        " notice follows but in an emergency.",
        (DutyCode.NOTIFY_PARENT_AFTER,),
        FOR_IMMIGRATION & TOLD_OF_THE_PAPER & ~FOR_AN_EMERGENCY,
    ),
    one_follows(
        "of_immigration_enforcement_a_family_always_hears",
        "Whatever immigration enforcement asks, with whichever papers and of whichever record or none, the family is"
        " told, before or after, but where a court forbids it, of a list, of the seal, of what is of no student, and of"
        " an officer's visit for which no student was named; of an inquiry of child welfare, once counsel has found"
        " that it may be.",
        (DutyCode.NOTIFY_PARENT_BEFORE, DutyCode.NOTIFY_PARENT_AFTER),
        ENFORCEMENT_ASKS
        & ~COMPILES
        & ~sealed_log.READS
        & ~SILENCED
        & ~TOLD_ALREADY
        & ~(OF_NO_STUDENT | OF_A_PLACE)
        & ~UNTIL_COUNSEL_SAYS,
    ),
    one_follows(
        "of_a_visit_for_a_child_the_family_always_hears",
        "Whoever of immigration enforcement comes with one word of a student, be it a grade, a date or a paper that"
        " names the student's records, the family is told, but where a court forbids it, or it was told already, or of"
        " an inquiry of child welfare counsel has not found that it may be.",
        (DutyCode.NOTIFY_PARENT_BEFORE, DutyCode.NOTIFY_PARENT_AFTER),
        ENTERS
        & FOR_IMMIGRATION
        & ~SILENCED
        & ~TOLD_ALREADY
        & ~OF_NO_STUDENT
        & ONE_WORD_OF_A_STUDENT
        & ~UNTIL_COUNSEL_SAYS,
    ),
    never_tells(
        "where_no_student_is_named_no_family_is_told_of_a_visit",
        "Of a visit of immigration enforcement for which no student was named no duty has the school tell a family.",
        TELLS_THE_FAMILY,
        ENFORCEMENT_ASKS & OF_A_PLACE,
    ),
    never_tells(
        "of_counts_no_family_is_told",
        "That immigration enforcement asked for counts that name no one no duty has the school tell a family, nor give"
        " it the papers, but in an emergency.",
        (DutyCode.NOTIFY_PARENT_AFTER, DutyCode.GIVE_FAMILY_THE_PAPERS),
        ENFORCEMENT_ASKS & OF_NO_STUDENT & ~FOR_AN_EMERGENCY,
    ),
    follows(
        "the_board_hears_of_every_request_of_enforcement",
        "Whatever immigration enforcement asks, counts, a table or a visit too, the superintendent reports it to the"
        " Board.",
        DutyCode.REPORT_TO_BOARD,
        (RELEASED | ENTERS | COMPILES | PUBLISHES_A_TABLE) & FOR_IMMIGRATION,
    ),
)
