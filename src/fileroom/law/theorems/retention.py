"""What stays, what goes, and what nobody keeps."""

from __future__ import annotations

from fileroom.law.casework.corrections import ORDERED_REMOVED
from fileroom.law.catalogue import CLASS_OF_KIND
from fileroom.law.classes import INTERIM, MOVED, NEVER_TAKEN_IN, PERMANENT, PERMITTED
from fileroom.law.disclosure.outside_the_file import UNSHOWN
from fileroom.law.exceptions import kinds_by_purpose
from fileroom.law.facts import InterimReading, RecordClass, RecordKind, StudentVisa, Whose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.proof import Theorem
from fileroom.law.phrases import ADULT, CLEARED_BY_COUNSEL, DESTROYS, IS_HELD, KEEPS_THE_RECORDS, RETAINS
from fileroom.law.retention import classification, keepers, kept_apart, never_taken_in, sealed_juvenile_records
from fileroom.law.retention.beyond_a_last_day import LAST_DAY, PAST_A_STATUTES_DAY
from fileroom.law.retention.challenge_files import (
    A_YEAR,
    BY_THE_SUPERINTENDENT,
    CHALLENGE_FILE,
    NO_SUIT,
    OVER_BY_THE_BOARD,
)
from fileroom.law.retention.district_records import CLASS_1, CLASS_3
from fileroom.law.retention.hard_last_days import A_VENDORS_AT_ONCE, ADULT_OR_GONE, COURT_NOTICE, MAY_ASK, SOCIAL_MEDIA
from fileroom.law.retention.interim_records import CONTINUING_AGAIN, THIRD
from fileroom.law.retention.own_notes import OWN_NOTES
from fileroom.law.retention.permitted_records import SIX_MONTHS_ON
from fileroom.law.retention.special_education import OF_SPECIAL_EDUCATION
from fileroom.law.theorems.casework import NOBODY_RESTRAINED
from fileroom.law.theorems.shapes import granted, never, never_while_open, never_without
from fileroom.law.vocabulary import VENDORS, district, record, record_class, requester, student

OF_THE_REGULATION = {
    class_: record.kind.is_(*(kind for kind, it in CLASS_OF_KIND.items() if it is class_))
    for class_ in (RecordClass.PERMANENT, RecordClass.INTERIM)
}
UNAPPEALED_THIS_YEAR = BY_THE_SUPERINTENDENT.below(A_YEAR)  # then no board's decision can be a year old
OUTSIDE_THE_CLASSES = record_class.is_(RecordClass.APART)
COVERED_BY_AN_EXCEPTION = record.kind.is_(
    RecordKind.ITIN, *sorted({kind for kinds in kinds_by_purpose().values() for kind in kinds})
)  # a taxpayer number is no declared exception's: counsel clears it
OF_A_STUDENTS_FILE = ~record.kind.is_(*(kind for kind, it in CLASS_OF_KIND.items() if it is RecordClass.APART))

THEOREMS: tuple[Theorem, ...] = (
    never(
        "name_documents_are_never_destroyed",
        "The document about a changed name or gender is never destroyed, whatever class somebody gives it.",
        DESTROYS & record.kind.is_(RecordKind.NAME_GENDER_CHANGE),
    ),
    never_without(
        "the_log_outlives_what_it_describes",
        "The log is never destroyed while any part of the record that it describes is kept.",
        DESTROYS & record.kind.is_(RecordKind.ACCESS_LOG),
        record.describes_nothing_kept.holds,
    ),
    never_without(
        "records_are_destroyed_by_who_keeps_them",
        "No record is destroyed but by the office that keeps it, by a vendor or whoever audits or studies of its own"
        " copy, by the maker of notes that are no record, or for whoever of the family holds a right that lets them"
        " ask it.",
        DESTROYS,
        KEEPS_THE_RECORDS,
        keepers.OF_ITS_OWN_COPY,
        OWN_NOTES,
        keepers.FAMILIES_MAY_ASK & MAY_ASK,
    ),
    never(
        "volunteers_and_teachers_destroy_nothing",
        "A volunteer, a teacher, a nurse, a counselor or a member of the board never destroys a record; notes of one's"
        " own are none.",
        DESTROYS
        & ~OWN_NOTES
        & requester.kind.is_(Who.VOLUNTEER, Who.TEACHER, Who.NURSE, Who.COUNSELOR, Who.BOARD_MEMBER),
    ),
    never_without(
        "a_teacher_destroys_only_notes_that_nobody_has_seen",
        "A teacher destroys nothing but notes of her own that nobody but a substitute is known to have seen.",
        DESTROYS & requester.kind.is_(Who.TEACHER),
        UNSHOWN,
    ),
    never_while_open(
        "nothing_is_destroyed_while_it_may_be_a_volunteer",
        "While it is not known whether a volunteer would destroy it, no record is destroyed.",
        DESTROYS & ~OWN_NOTES & requester.kind.is_(Who.VOLUNTEER),
    ),
    never(
        "volunteers_keep_no_records",
        "A volunteer never keeps a pupil record.",
        RETAINS & requester.kind.is_(Who.VOLUNTEER),
    ),
    never_without(
        "disposable_is_judged_by_the_superintendent_or_custodian",
        "Nobody judges a record disposable but the Superintendent, a designee or the custodian of records.",
        classification.CLASSIFIES,
        classification.BY_WHO_MAY,
    ),
    never(
        "permanent_records_are_never_judged_disposable",
        "A permanent record, and a Class 1 record of the district, is never judged disposable.",
        classification.CLASSIFIES & (record_class.is_(RecordClass.PERMANENT) | CLASS_1),
    ),
    never(
        "permanent_items_go_by_no_other_class",
        "An item that the regulation makes permanent is never destroyed nor judged disposable, whatever class somebody"
        " gives it.",
        (DESTROYS | classification.CLASSIFIES) & OF_THE_REGULATION[RecordClass.PERMANENT],
    ),
    never_without(
        "interim_items_go_by_no_other_class",
        "Where the board has chosen no other reading, an item that the regulation makes interim, but for special"
        " education and a test result of three years, is not destroyed before the third school year after its"
        " classification, whatever class somebody gives it, but for what a challenge ordered removed.",
        DESTROYS
        & OF_THE_REGULATION[RecordClass.INTERIM]
        & ~MOVED
        & ~OF_SPECIAL_EDUCATION
        & district.interim_reading.is_(InterimReading.A),
        student.school_years_since_classified.at_least(THIRD),
        ORDERED_REMOVED,
    ),
    never_without(
        "nothing_of_use_is_judged_disposable",
        "Nothing is judged disposable while the student is here and it is of use.",
        classification.CLASSIFIES & ~student.former.holds,
        classification.USELESS,
    ),
    never(
        "class_1_is_never_destroyed",
        "A Class 1 record of the district is never destroyed.",
        DESTROYS & CLASS_1,
    ),
    never_without(
        "class_3_waits_to_hear_when_it_was_classified",
        "A Class 3 record of the district is not destroyed before it is known that its school year was classified in"
        " time, or since when that is due.",
        DESTROYS & CLASS_3,
        record.classified_in_time.holds,
        record.years_since_classification_due.at_least(0),
    ),
    never_without(
        "interim_records_stay_until_the_third_school_year",
        "Where the board has chosen no other reading, an interim record, but for special education, is not destroyed"
        " before the third school year after its classification, but for what a challenge ordered removed.",
        DESTROYS
        & INTERIM
        & OF_A_STUDENTS_FILE
        & ~OF_SPECIAL_EDUCATION
        & district.interim_reading.is_(InterimReading.A),
        student.school_years_since_classified.at_least(THIRD),
        ORDERED_REMOVED,
    ),
    never_without(
        "what_was_judged_before_a_return_waits_for_counsel",
        "An interim record in use of a student who had left and is here again is destroyed through counsel alone, but"
        " for what a challenge ordered removed.",
        DESTROYS & CONTINUING_AGAIN,
        CLEARED_BY_COUNSEL,
        ORDERED_REMOVED,
    ),
    never_without(
        "permitted_records_stay_while_useful",
        "A permitted record, but for special education, is not destroyed while somebody says it is of use, nor before"
        " the student has been gone six months, but for what a challenge ordered removed.",
        DESTROYS & PERMITTED & OF_A_STUDENTS_FILE & ~OF_SPECIAL_EDUCATION,
        ~Shown(~record.no_longer_needed.holds) & SIX_MONTHS_ON,
        ORDERED_REMOVED,
    ),
    never(
        "what_may_not_be_asked_for_is_never_kept",
        "A Social Security number, a word or paper on immigration status, or a faith is never kept as a record of any"
        " class where nothing holds it: it lies on a federal form, or apart with a federal count, or nowhere.",
        RETAINS & NEVER_TAKEN_IN & ~never_taken_in.ON_ITS_FORM & ~IS_HELD,
    ),
    never(
        "what_no_exception_covers_is_kept_on_no_form",
        "What no declared exception covers, from a faith to a day of entry, is kept on no form of whatever law where"
        " nothing holds it.",
        RETAINS & NEVER_TAKEN_IN & ~COVERED_BY_AN_EXCEPTION & ~IS_HELD,
    ),
    never_without(
        "a_federal_form_keeps_no_number_but_through_counsel",
        "A whole Social Security number on a federal form is not kept where nothing holds it, but an employee's or"
        " through counsel.",
        RETAINS & record.kind.is_(RecordKind.SSN) & ~IS_HELD,
        CLEARED_BY_COUNSEL,
        record.whose.is_(Whose.EMPLOYEE),
    ),
    never_without(
        "papers_on_status_are_kept_of_f_1_students_alone",
        "A paper or word on citizenship is not kept where nothing holds it, but of an F-1 student.",
        RETAINS & record.kind.is_(RecordKind.CITIZENSHIP_STATUS, RecordKind.IMMIGRATION_DOCUMENT) & ~IS_HELD,
        student.visa.is_(StudentVisa.F_1),
    ),
    never_without(
        "what_lies_apart_stays_for_the_districts_time",
        "What a statute keeps apart, and gives no day, is not destroyed before its purpose and the time that the"
        " district has set are over, but for what a challenge ordered removed.",
        DESTROYS & kept_apart.WITHOUT_A_CLOCK & OUTSIDE_THE_CLASSES,
        record.no_longer_needed.holds & record.set_time_over.holds,
        ORDERED_REMOVED,
    ),
    never_without(
        "sealed_juvenile_records_go_through_counsel",
        "What a juvenile court has sealed is not destroyed before counsel has read the court's order.",
        DESTROYS & sealed_juvenile_records.SEALED & OUTSIDE_THE_CLASSES,
        CLEARED_BY_COUNSEL,
        ORDERED_REMOVED,
    ),
    never_without(
        "challenge_files_stay_a_year",
        "The file of a challenge is not destroyed before the board's decision is a year old, but through counsel.",
        DESTROYS & CHALLENGE_FILE & OUTSIDE_THE_CLASSES,
        record.years_since_board_decision.at_least(A_YEAR),
        CLEARED_BY_COUNSEL,
    ),
    never_without(
        "hard_last_days_are_kept",
        "What was gathered from social media and a juvenile court's notice are never kept beyond their last day, hold"
        " or no hold, but through counsel.",
        RETAINS & PAST_A_STATUTES_DAY & OUTSIDE_THE_CLASSES,
        CLEARED_BY_COUNSEL,
    ),
    never_without(
        "challenge_files_are_kept_no_longer",
        "The file of a challenge is never kept beyond the year after the board's decision while no suit runs, hold or"
        " no hold, but through counsel, or where the superintendent decided this very year.",
        RETAINS & OVER_BY_THE_BOARD & ~LAST_DAY & OUTSIDE_THE_CLASSES,
        CLEARED_BY_COUNSEL,
        UNAPPEALED_THIS_YEAR,
    ),
    never(
        "nothing_interim_is_kept_beyond_the_third_school_year",
        "An interim record that nothing holds, that has not gone to the next school, and whose student has not come"
        " back, is never kept beyond the third"
        " school year after its classification by the office that keeps it.",
        RETAINS
        & KEEPS_THE_RECORDS
        & INTERIM
        & ~record.kind.is_(RecordKind.ACCESS_LOG)
        & district.interim_reading.is_(InterimReading.A)
        & ~student.school_years_since_classified.at_most(THIRD)
        & ~record.forwarded.holds
        & ~IS_HELD
        & ~student.came_back.holds,
    ),
    granted(
        "permanent_records_are_kept",
        "To keep a permanent record is never refused to the office that keeps it.",
        RETAINS
        & KEEPS_THE_RECORDS
        & PERMANENT
        & OF_A_STUDENTS_FILE,
    ),
    granted(
        "social_media_goes_when_the_student_is_18_or_gone",
        "What was gathered from social media is destroyed by the office that keeps it when the student is 18 or has"
        " left, where nothing holds it.",
        DESTROYS & KEEPS_THE_RECORDS & SOCIAL_MEDIA & OUTSIDE_THE_CLASSES & ADULT_OR_GONE & ~IS_HELD
        & NOBODY_RESTRAINED,
    ),
    never(
        "vendors_keep_nothing_after_the_contract",
        "When its contract is satisfied no vendor, contractor or other party of a contract keeps a record, of whatever"
        " kind and class.",
        RETAINS & requester.kind.is_(*VENDORS) & record.contract_satisfied.holds,
    ),
    never(
        "vendors_keep_nothing_gathered_from_social_media",
        "A vendor never keeps what it gathered from social media once its contract is satisfied, the student is 18 or"
        " has left, but through counsel.",
        RETAINS & A_VENDORS_AT_ONCE & OUTSIDE_THE_CLASSES & ~CLEARED_BY_COUNSEL,
    ),
    granted(
        "juvenile_notices_go_at_18",
        "A juvenile court's notice is destroyed at 18 by the office that keeps it, where nothing holds it.",
        DESTROYS & KEEPS_THE_RECORDS & COURT_NOTICE & OUTSIDE_THE_CLASSES & ADULT & ~IS_HELD & NOBODY_RESTRAINED,
    ),
    granted(
        "challenge_files_go_after_a_year",
        "The file of a challenge is destroyed by the office that keeps it when the board's decision is a year old,"
        " where no suit and nothing else holds it.",
        DESTROYS
        & KEEPS_THE_RECORDS
        & CHALLENGE_FILE
        & OUTSIDE_THE_CLASSES
        & NO_SUIT
        & record.years_since_board_decision.at_least(A_YEAR)
        & ~IS_HELD
        & NOBODY_RESTRAINED,
    ),
)  # fmt: skip
