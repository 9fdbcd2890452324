"""Directory information, recruiters, the family's choices and the log: what is never given, what never refused."""

from __future__ import annotations

from fileroom.law import directory as d
from fileroom.law.casework.family_choices import HOLDER, RESTRICTS
from fileroom.law.casework.orders_received import AN_ORDER_IS_SHOWN, HANDS_IN
from fileroom.law.collection.admission import SAFE_AT_HOME_CARD
from fileroom.law.court_papers import SILENCED
from fileroom.law.disclosure import access_log_limits, board_minutes, private_colleges, recruiters, recruiters_limits
from fileroom.law.disclosure.access_log import KEEPER
from fileroom.law.disclosure.audits_and_evaluations import IS_AUDITING
from fileroom.law.disclosure.court_process import PROCESS
from fileroom.law.disclosure.homeless_screenings import FOR_A_SCREENING
from fileroom.law.facts import Choice, Purpose, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.proof import Theorem
from fileroom.law.parties import SENDS
from fileroom.law.phrases import (
    A_JUDGES_PAPER,
    CLEARED_BY_COUNSEL,
    CONSENT_BY_STATE_LAW,
    FOR_IMMIGRATION,
    IDENTIFIED,
    IS_APART,
    IS_FAMILY,
    IS_STUDENT,
    MINOR,
    PASSED_EARLY,
    SEES,
)
from fileroom.law.theorems.shapes import granted, never_without
from fileroom.law.vocabulary import (
    THE_THREE,
    choices,
    contact_only,
    is_pupil_record,
    other,
    purpose,
    record,
    requester,
    restrained,
)

OF_SOMEBODY = (
    is_pupil_record.holds
    & ~IS_APART
    & ~record.kind.is_(RecordKind.BUSINESS_RECORD, RecordKind.DEIDENTIFIED, RecordKind.AGGREGATE)
)
OF_THE_PRESS = SEES & requester.kind.is_(Who.MEDIA, Who.EMPLOYER, Who.PTA, Who.PUBLIC) & OF_SOMEBODY
ASKED_BY_THE_MILITARY = recruiters.MILITARY & OF_SOMEBODY
FOR_PUBLIC_RECORDS = purpose.is_(Purpose.PUBLIC_RECORDS_REQUEST)
NOBODY_BARRED = ~restrained.holds & ~contact_only.holds & ~requester.shared_login.holds
SEEN_AS_A_RECORD = access_log_limits.AS_A_RECORD & SEES

THEOREMS: tuple[Theorem, ...] = (
    never_without(
        "directory_never_to_companies",
        "Directory information never goes to a profit-making company without consent or a court's paper.",
        SEES & requester.kind.is_(Who.FOR_PROFIT) & OF_SOMEBODY,
        CONSENT_BY_STATE_LAW,
        PROCESS,
    ),
    never_without(
        "directory_fields_alone",
        "The press, employers, parents' clubs and the public get directory information of the policy alone.",
        OF_THE_PRESS & ~(d.IS_DIRECTORY & d.DESIGNATED & d.TO_A_NAMED_RECIPIENT & d.NOTICE_GIVEN),
        CONSENT_BY_STATE_LAW,
        PROCESS,
    ),
    never_without(
        "refusals_hold",
        "What a family has refused goes to none of them, also after the student has left.",
        OF_THE_PRESS & d.REFUSED,
        CONSENT_BY_STATE_LAW,
        PROCESS,
    ),
    never_without(
        "a_private_school_that_misused_it_has_no_directory",
        "A private school or college that misused information about students has nothing from the directory, but by"
        " written consent, on a court's paper, for an enrolment or in an emergency.",
        private_colleges.BY_THE_PRIVILEGE & private_colleges.BARRED,
        private_colleges.BY_ITS_OWN_GROUND,
    ),
    never_without(
        "homeless_students_opt_in",
        "Nothing about a homeless student goes to the press, employers, clubs or the public without written consent.",
        OF_THE_PRESS & d.HOMELESS_WITHOUT_CONSENT,
        CONSENT_BY_STATE_LAW,
        PROCESS,
    ),
    never_without(
        "a_class_list_leaves_homeless_students_out",
        "Directory information of a homeless student is published nowhere, nor listed in the own class, without written"
        " consent.",
        d.PUBLISHES & d.IS_DIRECTORY & d.HOMELESS_WITHOUT_CONSENT,
        CONSENT_BY_STATE_LAW,
    ),
    never_without(
        "nobody_is_found_by_a_social_security_number",
        "Nobody is found or confirmed for them by a Social Security number.",
        OF_THE_PRESS & d.FOUND_BY_NUMBER,
        CONSENT_BY_STATE_LAW,
        PROCESS,
    ),
    never_without(
        "screenings_wait_for_the_policy",
        "A screening gets directory information of a homeless student only where the policy names it.",
        FOR_A_SCREENING & requester.kind.is_(Who.NONPROFIT) & d.HOMELESS_WITHOUT_CONSENT
        & choices.has(Choice.SCREENING_REFUSED),
        CONSENT_BY_STATE_LAW,
        PROCESS,
    ),
    never_without(
        "recruiters_get_three_fields",
        "A military recruiter gets name, address and telephone number, and nothing else but an e-mail address that"
        " counsel has cleared.",
        ASKED_BY_THE_MILITARY & ~recruiters.ASKS_FOR_THE_THREE,
        recruiters_limits.BY_EMAIL & CLEARED_BY_COUNSEL,
        CONSENT_BY_STATE_LAW,
        PROCESS,
    ),
    never_without(
        "recruiters_wait_where_a_family_refused",
        "A military recruiter gets nothing about a student whose family, or who at 18, has refused.",
        ASKED_BY_THE_MILITARY & recruiters.REFUSES_MILITARY,
        CONSENT_BY_STATE_LAW,
        PROCESS,
    ),
    granted(
        "recruiters_are_not_refused",
        "A military recruiter, known to be one, gets the three fields of a high-school student nobody has refused for.",
        recruiters.MILITARY & IDENTIFIED & d.LISTED & record.fields.has(*THE_THREE) & recruiters.IN_HIGH_SCHOOL
        & ~recruiters.REFUSES_MILITARY & ~d.HOMELESS_WITHOUT_CONSENT & NOBODY_BARRED & ~FOR_IMMIGRATION
        & ~requester.barred_for_misuse.holds & ~SILENCED,
    ),
    granted(
        "colleges_that_recruit_are_not_refused",
        "A college that recruits, known to be one, gets the three fields of a high-school student, alone,"
        " whom nobody has refused for.",
        recruiters.COLLEGE & IDENTIFIED & d.LISTED & record.fields.has(*THE_THREE) & recruiters.IN_HIGH_SCHOOL
        & ~recruiters.REFUSES_COLLEGES & ~d.HOMELESS_WITHOUT_CONSENT & NOBODY_BARRED & ~FOR_IMMIGRATION
        & ~requester.barred_for_misuse.holds & ~record.involves_other_students.holds & ~SILENCED,
    ),
    never_without(
        "the_public_records_act_opens_nothing",
        "A public-records request opens no pupil record to the press or the public.",
        SEES & requester.kind.is_(Who.MEDIA, Who.PUBLIC) & FOR_PUBLIC_RECORDS & OF_SOMEBODY,
        CONSENT_BY_STATE_LAW,
        PROCESS,
    ),
    never_without(
        "minutes_leave_out_who_asked",
        "The minutes of the board never name who has asked to be left out, but on a judge's order.",
        d.PUBLISHES & other.in_board_minutes.holds & board_minutes.PERSONAL & choices.has(Choice.LEFT_OUT_OF_MINUTES),
        A_JUDGES_PAPER,
    ),
    never_without(
        "the_log_by_another_name",
        "Asked for as a record, the log opens to nobody but its readers.",
        SEEN_AS_A_RECORD & ~IS_FAMILY,
        KEEPER,
        IS_AUDITING,
        PROCESS,
    ),
    never_without(
        "the_log_travels_with_the_interim_record_alone",
        "The log is sent on with the file to the next public school of the state, and to nobody else without a court's"
        " paper but its readers.",
        access_log_limits.AS_A_RECORD & SENDS & ~IS_FAMILY,
        access_log_limits.LOG_GOES_ALONG,
        KEEPER,
        IS_AUDITING,
        PROCESS,
    ),
    never_without(
        "a_minor_closes_nothing",
        "A student under 18 neither opts out nor closes the record to a parent, unless counsel has spoken for it or a"
        " Safe at Home card is shown.",
        RESTRICTS & IS_STUDENT & MINOR,
        CLEARED_BY_COUNSEL,
        PASSED_EARLY,
        SAFE_AT_HOME_CARD,
    ),
    granted(
        "a_family_may_refuse_directory_release",
        "Whoever holds the rights is never refused when refusing directory release.",
        RESTRICTS & d.IS_DIRECTORY & HOLDER,
    ),
    granted(
        "an_order_is_taken_from_anybody",
        "A court's order that is handed in is taken, whoever brings it.",
        HANDS_IN & AN_ORDER_IS_SHOWN,
    ),
)  # fmt: skip
