"""What lies outside the ordinary file, several students in one record, orders and courts' papers."""

from __future__ import annotations

from fileroom.law import court_papers
from fileroom.law import directory as d
from fileroom.law.disclosure import (
    child_abuse_reports,
    civil_subpoenas,
    counselling_confidences,
    counselling_exceptions,
    court_process,
    emergencies,
    immigration_incidents,
    lawsuits,
    meal_records,
    names_and_gender,
    safe_at_home,
    several_students,
    several_students_outside,
    sevis,
    social_media_captures,
    state_reporting,
    stay_away_orders,
    students,
)
from fileroom.law.disclosure.parents import A_PARENT
from fileroom.law.disclosure.statistics import NOBODY_FOUND
from fileroom.law.facts import Action, Order, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.proof import Theorem
from fileroom.law.parties import OF_THE_FILE, STAYS_BEHIND
from fileroom.law.phrases import (
    A_JUDGES_PAPER,
    CLEARED_BY_COUNSEL,
    CONSENT_BY_STATE_LAW,
    CONSENT_IS_CLAIMED,
    EMANCIPATED,
    FOR_IMMIGRATION,
    IS_APART,
    IS_CUSTODIAN,
    IS_FAMILY,
    IS_PARENT,
    IS_STAFF,
    IS_STUDENT,
    MINOR,
    RELEASED,
    SEES,
)
from fileroom.law.theorems.shapes import granted, never, never_without, not_refused
from fileroom.law.vendor_contracts import SOCIAL_MEDIA_TERMS
from fileroom.law.vocabulary import (
    action,
    contact_only,
    identifies_student,
    is_pupil_record,
    orders,
    other,
    record,
    requester,
    restrained,
    rights_terminated,
    student,
)

CONFIDED_AT_12 = counselling_confidences.CONFIDED & ~counselling_confidences.TOLD_UNDER_TWELVE & ~is_pupil_record.holds
NOBODY_ELSES_LOGIN = ~requester.shared_login.holds
AN_ATTORNEY = (
    SEES
    & requester.kind.is_(Who.ATTORNEY)
    & is_pupil_record.holds
    & ~IS_APART
    & ~record.kind.is_(RecordKind.BUSINESS_RECORD, RecordKind.DEIDENTIFIED, RecordKind.AGGREGATE)
)
TO_THE_BOARD = immigration_incidents.TO_THE_BOARD

THEOREMS: tuple[Theorem, ...] = (
    never_without(
        "confidences_stay_with_the_counselor",
        "What a student of 12 told the counselor is told to nobody without the written consent of whoever told it, a"
        " judge's order, or one of the exceptions of the statute.",
        CONFIDED_AT_12 & ~TO_THE_BOARD,
        counselling_confidences.WHO_TOLD_CONSENTS,
        counselling_exceptions.EXCEPTION,
        A_JUDGES_PAPER,
        CLEARED_BY_COUNSEL,
    ),
    never(
        "parents_whom_it_would_endanger",
        "Parents are never told a confidence that would endanger the student.",
        CONFIDED_AT_12 & IS_PARENT & other.telling_parents_endangers.holds,
    ),
    never_without(
        "child_abuse_reports",
        "A child-abuse report goes to no one but an agency the law lists, and through counsel.",
        RELEASED & child_abuse_reports.A_REPORT,
        child_abuse_reports.WHOM_THE_LAW_LISTS,
    ),
    never_without(
        "sealed_records",
        "What a juvenile court has sealed is opened only on a judge's paper that counsel has read.",
        RELEASED & record.kind.is_(RecordKind.SEALED_JUVENILE_RECORD),
        A_JUDGES_PAPER & CLEARED_BY_COUNSEL,
    ),
    never_without(
        "the_true_address",
        "The true address of a Safe at Home family is opened for residency, in an emergency, or through counsel.",
        RELEASED & safe_at_home.TRUE_ADDRESS,
        safe_at_home.RESIDENCY,
        safe_at_home.EMERGENCY,
        safe_at_home.THROUGH_COUNSEL,
    ),
    never_without(
        "meals_for_the_program_alone",
        "Staff see who gets free meals only to run the program, or as the board has allowed.",
        SEES & meal_records.OF_MEALS & IS_STAFF,
        meal_records.RUNS_THE_PROGRAM,
        meal_records.DISAGGREGATES,
    ),
    never(
        "changes_of_name_are_for_the_custodian",
        "Of the staff the custodian alone sees the papers on a change of name or gender.",
        SEES & names_and_gender.CHANGE_OF_NAME & IS_STAFF & ~IS_CUSTODIAN,
    ),
    never(
        "no_automatic_notice_of_gender",
        "No program tells anyone of a student's orientation or gender.",
        action.is_(Action.DISCLOSE) & requester.kind.is_(Who.SYSTEM) & names_and_gender.TELLS_OF_IT,
    ),
    never(
        "the_board_hears_no_name",
        "The report of immigration requests to the board names nobody.",
        RELEASED & TO_THE_BOARD & ~IS_FAMILY & identifies_student.holds,
    ),
    never_without(
        "no_copy_of_what_cannot_be_taken_apart",
        "No family, and nobody in its place, gets a copy of a record from which other students cannot be taken out, but"
        " on a court's paper.",
        action.is_(Action.COPY) & several_students.FAMILY_OR_IN_ITS_PLACE & several_students.ONE_PIECE,
        court_process.PROCESS,
    ),
    never_without(
        "nobody_outside_takes_other_students_along",
        "Nobody outside takes a pupil record along from which other students cannot be taken out, but on a court's"
        " paper, in an emergency, or through counsel on a ground that names no one student.",
        several_students_outside.TAKEN_ALONG & several_students_outside.OF_PUPILS,
        several_students_outside.REACHES_THE_OTHERS,
        several_students_outside.OF_NO_ONE_STUDENT & CLEARED_BY_COUNSEL,
    ),
    never_without(
        "one_familys_consent_opens_no_other_student",
        "Whatever one family consents to, nobody outside sees in what cannot be taken apart what it says of others, but"
        " on a court's paper, in an emergency, or through counsel.",
        SEES & several_students_outside.OUTSIDE & several_students_outside.OF_PUPILS
        & ~requester.kind.is_(Who.CONTRACTOR),
        several_students_outside.REACHES_THE_OTHERS,
        CLEARED_BY_COUNSEL,
    ),
    never_without(
        "what_stays_behind_opens_to_nobody_outside",
        "What stays behind even from the next school, such as the papers of a challenge or of a new name, is opened to"
        " nobody outside, but to a court, in a lawsuit with the family, in an emergency, to an office that the law has"
        " report it, with written consent, or on the terms for what was gathered from social media.",
        SEES & STAYS_BEHIND & OF_THE_FILE & ~IS_FAMILY & ~requester.kind.is_(*d.OF_THE_HOUSE),
        court_papers.SHOWN,
        CONSENT_IS_CLAIMED,
        emergencies.IN_DANGER,
        state_reporting.REPORTED,
        state_reporting.TO_AN_AUTHORITY,
        sevis.ANSWERED,
        lawsuits.BETWEEN_THEM,
        SOCIAL_MEDIA_TERMS,
    ),
    never(
        "two_people_at_one_login",
        "While a records order is on file nothing is shown through a login that two people share.",
        RELEASED & orders.has(Order.RECORDS_ORDER_6323_5) & requester.shared_login.holds,
    ),
    never_without(
        "civil_subpoenas_wait_for_notice",
        "An attorney's civil subpoena opens nothing before the notice is served, nor while the family objects.",
        AN_ATTORNEY & ~civil_subpoenas.SERVED,
        court_papers.COURTS_OWN,
        CONSENT_BY_STATE_LAW,
    ),
    never_without(
        "a_withdrawn_consent_opens_nothing",
        "A consent that was withdrawn or refused opens nothing to an attorney.",
        AN_ATTORNEY & other.consent_refused.holds,
        court_process.PROCESS,
    ),
    never_without(
        "data_in_which_somebody_is_found",
        "Data from which a student could be found are not given out as de-identified.",
        d.GOES_OUT & record.kind.is_(RecordKind.DEIDENTIFIED) & ~NOBODY_FOUND
        & ~is_pupil_record.holds & ~requester.kind.is_(*d.OF_THE_HOUSE),
        court_process.PROCESS,
        lawsuits.BETWEEN_THEM,
    ),
    granted(
        "a_stay_away_order_closes_no_record_by_itself",
        "A parent under a stay-away order that says nothing of records sees what does not tell where the student is.",
        SEES & A_PARENT & MINOR & contact_only.holds & ~restrained.holds
        & ~stay_away_orders.TELLS_WHERE & ~IS_APART & ~safe_at_home.TRUE_ADDRESS
        & is_pupil_record.holds & ~record.kind.is_(RecordKind.COURT_ORDER) & ~record.involves_other_students.holds
        & ~student.rights_passed.holds & ~student.emancipated.holds
        & ~orders.has(Order.EDUCATION_RIGHTS_LIMITED) & ~rights_terminated.holds
        & ~FOR_IMMIGRATION & NOBODY_ELSES_LOGIN,
    ),
    granted(
        "students_see_what_was_gathered_of_their_social_media",
        "A student, verified, sees at any age what was gathered of their social media.",
        social_media_captures.GATHERED & students.THE_STUDENT & ~restrained.holds
        & ~contact_only.holds
        & ~FOR_IMMIGRATION & NOBODY_ELSES_LOGIN & ~record.involves_other_students.holds,
    ),
    not_refused(
        "emancipated_minors_are_never_refused",
        "An emancipated student, verified, is never told no before counsel has said so.",
        SEES & students.THE_STUDENT & EMANCIPATED & IS_STUDENT & is_pupil_record.holds & ~IS_APART
        & ~safe_at_home.TRUE_ADDRESS
        & ~record.kind.is_(RecordKind.COURT_ORDER) & ~record.involves_other_students.holds
        & ~restrained.holds
        & ~contact_only.holds & ~FOR_IMMIGRATION & NOBODY_ELSES_LOGIN,
        unless=(other.counsel_cleared.is_(False),),
    ),
)  # fmt: skip
