"""What is never collected, what is never destroyed, and who may keep it."""

from __future__ import annotations

from fileroom.law.casework.absences import BY_THE_OFFICE_OF_THE_FILE, BY_THE_OFFICE_OF_THE_SITE, SETTLES
from fileroom.law.casework.corrections import REMOVABLE, WON
from fileroom.law.casework.custodians import DESIGNATES, SUPERINTENDENT_OR_DESIGNEE
from fileroom.law.casework.declarations import APPROVES, BY_AN_OFFICE_OF_RECORDS, BY_ANOTHER, DECLARES
from fileroom.law.casework.relationships import KEEPS_THE_FILE, VERIFIES
from fileroom.law.catalogue import CLASS_OF_KIND
from fileroom.law.classes import CALLED_PERMANENT, INTERIM, LISTED_AS_PERMANENT, PERMANENT, PERMITTED
from fileroom.law.collection.f_1_students import AN_F_1_RECORD
from fileroom.law.collection.federal_aid_forms import ON_THE_AID_FORM
from fileroom.law.collection.fingerprint_forms import AT_LIVE_SCAN
from fileroom.law.collection.held_for_nothing import FILES_IT, FOR_SURE
from fileroom.law.collection.immigration_status import APART_FROM_ENROLMENT, OF_STATUS
from fileroom.law.collection.social_security_numbers import (
    A_NUMBER,
    BY_PERMISSION,
    OF_AN_EMPLOYEE,
    ON_THE_MEAL_FORM,
    PERMIT_CLEARED,
)
from fileroom.law.disclosure import sealed_log
from fileroom.law.facts import Action, ChallengeDecision, InterimReading, RecordClass, RecordKind
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.proof import Theorem
from fileroom.law.phrases import (
    CLEARED_BY_COUNSEL,
    DESTROYS,
    IDENTIFIED,
    IS_CUSTODIAN,
    IS_HELD,
    KEEPS_THE_RECORDS,
    RETAINS,
    SERVES_THE_STUDENT,
    TAKES_IN,
)
from fileroom.law.retention.interim_records import THE_LOG, THIRD
from fileroom.law.retention.permitted_records import SIX_MONTHS_ON
from fileroom.law.retention.removed_by_challenge import REMOVED
from fileroom.law.retention.special_education import OF_SPECIAL_EDUCATION
from fileroom.law.theorems.shapes import never, never_before_known, never_while_open, never_without
from fileroom.law.vocabulary import action, district, other, record, requester, student

NOT_SUSTAINED = other.challenge_decision.is_(ChallengeDecision.DENIED, ChallengeDecision.PENDING)
BY_YEARS = (
    (PERMITTED | (INTERIM & district.interim_reading.is_(InterimReading.A)))
    & record.kind.is_(
        *(kind for kind, it in CLASS_OF_KIND.items() if it in (RecordClass.INTERIM, RecordClass.PERMITTED))
    )
    & ~OF_SPECIAL_EDUCATION
)

THEOREMS: tuple[Theorem, ...] = (
    never_without(
        "what_its_own_words_name_is_filed_as_something_else_through_counsel_alone",
        "What its own words name as a thing that is never taken in is filed as something else only once district"
        " counsel has looked and agrees.",
        FOR_SURE,
        CLEARED_BY_COUNSEL,
    ),
    never_without(
        "nobody_but_its_custodian_files_what_was_held_for_nothing",
        "What waits in quarantine is filed as something else by nobody but a custodian of records of that student.",
        FILES_IT,
        IS_CUSTODIAN & IDENTIFIED & SERVES_THE_STUDENT,
    ),
    never(
        "permanent_records_are_never_destroyed",
        "A permanent record is never destroyed, by anyone, for any reason.",
        DESTROYS & PERMANENT,
    ),
    never(
        "consents_are_never_destroyed",
        "A consent is never destroyed, whatever class somebody gives it.",
        DESTROYS & record.kind.is_(RecordKind.CONSENT_FORM),
    ),
    never("nothing_on_hold_is_destroyed", "Nothing on hold is destroyed.", DESTROYS & record.on_hold.holds),
    never(
        "nothing_under_request_is_destroyed",
        "Nothing that somebody has asked to see is destroyed while the request is open.",
        DESTROYS & record.pending_request.holds,
    ),
    never_while_open(
        "unclassed_records_are_kept",
        "A record that may for all we know be permanent is not destroyed.",
        DESTROYS & PERMANENT,
    ),
    never(
        "nothing_is_permanent_in_name_alone",
        "What the regulation does not list as permanent is never kept as permanent by the office that keeps it, whoever"
        " calls it so, where nothing holds it.",
        RETAINS & KEEPS_THE_RECORDS & CALLED_PERMANENT & ~LISTED_AS_PERMANENT & ~IS_HELD,
    ),
    never(
        "what_a_challenge_removed_is_not_kept",
        "An interim or permitted record that a sustained challenge ordered removed is never kept, where nothing holds"
        " it; the log of it is.",
        RETAINS & REMOVED,
    ),
    never_before_known(
        "until_it_is_known_what_was_ordered_nothing_challenged_is_kept_on",
        "Once a challenge is sustained, an interim or permitted record that nothing holds is not kept on before it is"
        " known whether it was to be corrected or removed.",
        RETAINS & REMOVABLE & ~THE_LOG & ~IS_HELD & other.challenge_decision.is_(ChallengeDecision.SUSTAINED),
        other.removal_ordered.holds,
    ),
    never_without(
        "nothing_is_destroyed_by_a_correction_or_a_denial",
        "An interim or permitted record, but for special education, is destroyed neither by a challenge that was denied"
        " or is not decided, whatever somebody says it ordered, nor by one that did not order it removed, but by its"
        " own years alone, and not by those where it has gone to the next school.",
        DESTROYS & BY_YEARS & (NOT_SUSTAINED | ~other.removal_ordered.holds),
        INTERIM & student.school_years_since_classified.at_least(THIRD) & ~record.forwarded.holds,
        PERMITTED & ~Shown(~record.no_longer_needed.holds) & SIX_MONTHS_ON,
    ),
    never_before_known(
        "until_it_is_known_what_was_ordered_nothing_is_destroyed_for_a_challenge",
        "Once a challenge is sustained, an interim record that has gone to the next school is not destroyed before it"
        " is known whether it was to be corrected or removed.",
        DESTROYS & BY_YEARS & INTERIM & record.forwarded.holds & WON,
        other.removal_ordered.holds,
    ),
    never_without(
        "no_social_security_number",
        "No Social Security number, whole or in part, is collected or asked for, but on the federal meal form, of an"
        " employee for the payroll or for fingerprints, with permission for student aid or on the federal form that"
        " goes to the aid agency, or once counsel has cleared the case.",
        TAKES_IN & A_NUMBER,
        ON_THE_MEAL_FORM,
        OF_AN_EMPLOYEE,
        BY_PERMISSION,
        PERMIT_CLEARED,
        ON_THE_AID_FORM,
        AT_LIVE_SCAN,
    ),
    never_without(
        "no_immigration_status",
        "Nothing on citizenship or immigration is collected or asked for, but for the Title III count, apart from"
        " enrolment, and of the F-1 students of a certified school.",
        TAKES_IN & OF_STATUS,
        APART_FROM_ENROLMENT,
        AN_F_1_RECORD,
    ),
    never(
        "custodians_are_certificated",
        "No one without a certificated position becomes custodian of records.",
        DESIGNATES & ~other.nominee_certificated.holds,
    ),
    never(
        "custodians_are_employed",
        "No one who has left the district becomes custodian of records.",
        DESIGNATES & other.nominee_left.holds,
    ),
    never_without(
        "custodians_are_named_by_the_superintendent_or_designee",
        "No one but the Superintendent or a designee names a custodian of records.",
        DESIGNATES,
        SUPERINTENDENT_OR_DESIGNEE,
    ),
    never_without(
        "only_who_keeps_the_file_verifies",
        "Nobody settles who is related to a student but an official who works with the file and whose office keeps"
        " records.",
        VERIFIES,
        KEEPS_THE_FILE,
    ),
    never_without(
        "only_who_keeps_the_file_or_the_records_there_says_who_has_left",
        "Nobody says what became of somebody whom a roster no longer names but an official whose office keeps records:"
        " of a student one who works with the file, of an employee one of where they work, who is another person.",
        SETTLES,
        BY_THE_OFFICE_OF_THE_FILE,
        BY_THE_OFFICE_OF_THE_SITE & ~other.of_oneself.holds,
    ),
    never_without(
        "only_an_office_that_keeps_records_declares_an_exception",
        "Nobody declares that a form asks under a law's exception but an official whose office keeps records.",
        DECLARES,
        BY_AN_OFFICE_OF_RECORDS,
    ),
    never_without(
        "a_declared_exception_is_approved_by_another",
        "Nobody approves a declared exception but the Superintendent or a designee, and never who declared it.",
        APPROVES,
        SUPERINTENDENT_OR_DESIGNEE & BY_ANOTHER,
    ),
    never(
        "gaps_are_explained_by_the_districts_custodian",
        "No one but the district's custodian of records explains a gap in the log.",
        action.is_(Action.EXPLAIN_GAP) & ~(IS_CUSTODIAN & requester.whole_district.holds),
    ),
    never_without(
        "only_custodians_read_what_is_sealed",
        "No one but a custodian of records of the district, or of the student's school, reads what is kept under seal.",
        sealed_log.READS,
        IS_CUSTODIAN & IDENTIFIED & SERVES_THE_STUDENT,
    ),
    never_without(
        "only_the_districts_custodian_reads_what_is_sealed_of_no_student",
        "No one but the district's custodian of records reads what is kept under seal apart from every student's file.",
        sealed_log.READS_APART,
        IS_CUSTODIAN & IDENTIFIED & requester.whole_district.holds,
    ),
)
