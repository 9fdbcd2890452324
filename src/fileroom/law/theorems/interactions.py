"""Where two rules meet (California table, section 14): what none of them lets through."""

from __future__ import annotations

from fileroom.law import directory as d
from fileroom.law.casework.challenges import FILES
from fileroom.law.casework.corrections import ORDERED_REMOVED
from fileroom.law.casework.failing_notices import A_NOTICE
from fileroom.law.casework.who_adds import ADDS
from fileroom.law.classes import INTERIM
from fileroom.law.codes import DutyCode
from fileroom.law.court_papers import (
    BY_A_JUDGE,
    COURT_PAPERS,
    FORBIDDEN_TO_TELL,
    SHOWN,
    SILENCED,
    SUBPOENAS,
)
from fileroom.law.disclosure import emergencies, juvenile_notices, sealed_log, wardship_investigations
from fileroom.law.disclosure.child_welfare import A_CHILD_WELFARE_INQUIRY, MAY_BE_TOLD_AT_HOME
from fileroom.law.disclosure.civil_subpoenas import SERVED
from fileroom.law.disclosure.proceedings import EXPULSION, IN_PUBLIC
from fileroom.law.disclosure.restraining_orders import RIGHTS_LIMITED
from fileroom.law.enforcement import ENTERS
from fileroom.law.facts import Choice, ConsentBy, Order, PaperKind, Standing
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.papers import UNREFUTED, some
from fileroom.law.kernel.proof import Theorem
from fileroom.law.parties import PASSES_ON
from fileroom.law.phrases import (
    ADULT,
    CLEARED_BY_COUNSEL,
    CONSENT_BY_STATE_LAW,
    CONSENT_IS_CLAIMED,
    CONSENTED,
    DESTROYS,
    FOR_COUNSEL_TO_SAY,
    IS_FAMILY,
    IS_PARENT,
    IS_STAFF,
    PARENTS_HOLD_THE_RIGHTS,
    PASSED_EARLY,
    RELEASED,
    SEES,
    STAFF_KINDS,
)  # fmt: skip
from fileroom.law.retention.hard_last_days import OF_THE_COURT_NO_LONGER, SOCIAL_MEDIA
from fileroom.law.theorems.outsiders import GROUNDS, OF_THE_PUPIL, REPORT_TO_THE_BOARD, by, only
from fileroom.law.theorems.prohibitions import A_COURTS_PAPER
from fileroom.law.theorems.shapes import (
    follows,
    never,
    never_before_known,
    never_follows,
    never_tells,
    never_together,
    never_without,
)
from fileroom.law.vocabulary import FOSTERING, choices, is_pupil_record, orders, record, requester, student

TO_AN_OUTSIDER = (
    SEES & OF_THE_PUPIL & requester.kind.is_(Who.PRIVATE_PROFESSIONAL, Who.ATTORNEY, Who.NONPROFIT, Who.PUBLIC)
)  # fmt: skip
TELLS_THE_FAMILY = (
    DutyCode.NOTIFY_PARENT_BEFORE, DutyCode.NOTIFY_STUDENT_BEFORE, DutyCode.NOTIFY_PARENT_AFTER,
    DutyCode.NOTIFY_PARENT_WITHIN_24_HOURS, DutyCode.GIVE_FAMILY_THE_PAPERS, DutyCode.COPY_ON_REQUEST,
)  # fmt: skip
TO_A_PARTY = (
    SEES & OF_THE_PUPIL & requester.kind.is_(
        Who.PRIVATE_PROFESSIONAL, Who.ATTORNEY, Who.NONPROFIT, Who.PUBLIC, Who.MEDIA, Who.EMPLOYER, Who.FOR_PROFIT,
        Who.PTA, Who.RESEARCHER, Who.RELATIVE, Who.STEPPARENT, Who.ACCREDITOR,
    )
)  # fmt: skip
OTHER_GROUNDS = (*GROUNDS, A_COURTS_PAPER, REPORT_TO_THE_BOARD)


def no_consent_but(*by: ConsentBy) -> Condition:
    """Whatever consent is shown is this person's."""
    return ~some(PaperKind.CONSENT, by=tuple(other for other in ConsentBy if other not in by))


THEOREMS: tuple[Theorem, ...] = (
    never(
        "no_challenge_by_the_parent_of_an_adult",
        "The parent of a student of 18 whom no court has found incompetent never brings a challenge, tax dependent or"
        " not.",
        FILES & IS_PARENT & ADULT & ~student.adjudged_incompetent.holds,
    ),
    never_without(
        "a_minors_own_consent_opens_nothing",
        "The consent of a student under 18 who is neither at a college nor emancipated opens nothing to an outsider.",
        TO_AN_OUTSIDER
        & no_consent_but(ConsentBy.MINOR_STUDENT, ConsentBy.ADULT_STUDENT)
        & ~ADULT
        & ~FOR_COUNSEL_TO_SAY,
        *OTHER_GROUNDS,
    ),
    never_without(
        "one_parents_consent_without_custody_needs_the_agreement",
        "The consent of a parent without legal custody opens nothing to an outsider where no agreement of both parents"
        " is on file.",
        TO_AN_OUTSIDER & no_consent_but(ConsentBy.PARENT_WITHOUT_CUSTODY),
        orders.has(Order.BOTH_PARENTS_MAY_CONSENT_AGREEMENT),
        *OTHER_GROUNDS,
    ),
    never_without(
        "a_parents_consent_opens_only_what_the_parent_may_see",
        "The consent of a parent opens nothing to an outsider while the rights are not the parents': of an adult, of an"
        " emancipated minor before counsel has looked, or once they have passed to a student at a college.",
        TO_AN_OUTSIDER & no_consent_but(ConsentBy.PARENT_WITH_CUSTODY, ConsentBy.PARENT_WITHOUT_CUSTODY),
        PARENTS_HOLD_THE_RIGHTS,
        *OTHER_GROUNDS,
    ),
    only(
        "who_holds_no_rights_does_not_look",
        "A parent, or whoever a court has appointed, sees nothing while the rights are not the parents', but as the"
        " parent of a tax dependent, of a student who may fail, or in an emergency.",
        by(Who.PARENT, Who.EDUCATIONAL_RIGHTS_HOLDER) & ~A_NOTICE,
        PARENTS_HOLD_THE_RIGHTS,
        requester.tax_dependency.is_("proved"),
        emergencies.IN_DANGER,
    ),
    never_without(
        "passed_rights_are_the_students_to_consent_by",
        "Once the rights have passed to a student at a college, no consent but the student's own opens anything to an"
        " outsider.",
        TO_AN_OUTSIDER
        & PASSED_EARLY
        & no_consent_but(*(by for by in ConsentBy if by not in (ConsentBy.MINOR_STUDENT, ConsentBy.ADULT_STUDENT))),
        *OTHER_GROUNDS,
    ),
    never_without(
        "limited_rights_challenge_through_counsel",
        "A parent whose education rights a court has limited brings no challenge before counsel has read the order.",
        FILES & IS_PARENT & RIGHTS_LIMITED,
        CLEARED_BY_COUNSEL,
    ),
    never_follows(
        "a_silenced_family_is_not_told_first",
        "Where a court forbids telling the family, no notice to it is owed before the court's paper is answered.",
        DutyCode.NOTIFY_PARENT_BEFORE,
        SEES & SHOWN & SILENCED,
    ),
    never_together(
        "nobody_is_told_what_a_court_forbids_to_tell",
        "Where the school is to tell nobody of a release, no other duty has it tell the family of that release.",
        DutyCode.DO_NOT_NOTIFY_PARENT,
        *TELLS_THE_FAMILY,
    ),
    never_tells(
        "no_family_is_told_of_the_seal",
        "No duty has the school tell the family that somebody asked to read what is kept under seal.",
        TELLS_THE_FAMILY,
        sealed_log.READS | sealed_log.READS_APART,
    ),
    never_tells(
        "no_household_is_told_of_an_inquiry_before_counsel_has_looked",
        "No duty has the school tell the family of a child-welfare inquiry that is kept from the family's list, nor of"
        " a visit for one.",
        TELLS_THE_FAMILY,
        (RELEASED | ENTERS) & A_CHILD_WELFARE_INQUIRY & ~MAY_BE_TOLD_AT_HOME,
    ),
    never_before_known(
        "a_silence_of_which_nothing_is_known_lets_nothing_out",
        "Until it is known whether a court forbids telling the family, nothing goes to anybody but the family and the"
        " school's own people, but what an emergency needs, and a student's file to the next school.",
        (SEES | PASSES_ON) & ~IS_FAMILY & ~IS_STAFF & SILENCED,
        FORBIDDEN_TO_TELL,
        emergencies.IN_DANGER,
    ),
    never_without(
        "a_partys_own_subpoena_waits_for_the_consumer_notice",
        "A subpoena that no judge is known to have signed opens no record to a party of its own, whatever that party"
        " says that it is for, before the consumer notice is served.",
        TO_A_PARTY
        & some(PaperKind.JUDICIAL_SUBPOENA)
        & ~some(*BY_A_JUDGE, PaperKind.GRAND_JURY_SUBPOENA, PaperKind.CIVIL_SUBPOENA)
        & ~CONSENT_IS_CLAIMED
        & ~CLEARED_BY_COUNSEL,
        some(PaperKind.JUDICIAL_SUBPOENA, signed_by_judge=True),
        SERVED,
        *GROUNDS,
        REPORT_TO_THE_BOARD,
    ),
    follows(
        "a_dead_paper_stands_in_for_no_certificate",
        "An investigator who shows a court's paper that has run out, and nothing else, still owes the certificate.",
        DutyCode.OBTAIN_CERTIFICATION,
        SEES
        & wardship_investigations.INVESTIGATES
        & SHOWN
        & ~d.DIRECTORY_ASKED
        & ~CONSENT_IS_CLAIMED
        & ~some(*COURT_PAPERS, valid_on=UNREFUTED)
        & ~some(PaperKind.CERTIFICATION),
    ),
    never_follows(
        "a_party_to_a_suit_silences_nobody",
        "Where a civil subpoena is the only court's paper, nothing keeps the school from telling the family.",
        DutyCode.DO_NOT_NOTIFY_PARENT,
        SEES & some(PaperKind.CIVIL_SUBPOENA) & ~some(*BY_A_JUDGE, *SUBPOENAS),
    ),
    only(
        "the_affidavit_ends_at_eighteen",
        "The caregiver's affidavit opens nothing of a student of 18, but in an emergency.",
        by(Who.CAREGIVER) & ADULT,
        emergencies.IN_DANGER,
    ),
    only(
        "a_foster_parents_list_ends_at_eighteen",
        "A foster parent sees nothing of a student of 18 whom no court has found incompetent, but in an emergency.",
        by(Who.FOSTER_CAREGIVER) & ADULT & ~student.adjudged_incompetent.holds,
        emergencies.IN_DANGER,
    ),
    only(
        "a_refuted_tie_opens_nothing",
        "Who is known not to be the student, the appointed holder or the foster parent of this student sees nothing,"
        " but in an emergency.",
        by(Who.STUDENT, Who.FORMER_STUDENT, Who.EDUCATIONAL_RIGHTS_HOLDER, *FOSTERING)
        & requester.relationship.is_(Standing.REFUTED),
        emergencies.IN_DANGER,
    ),
    never_without(
        "a_juvenile_notice_ends_with_its_last_day",
        "No teacher, counselor or administrator works by a notice of the juvenile court or the school's police once the"
        " student is 18, has graduated, or the court has let go, unless counsel has cleared the case.",
        juvenile_notices.NOTICE
        & OF_THE_COURT_NO_LONGER
        & ~is_pupil_record.holds
        & IS_STAFF
        & ~some(*COURT_PAPERS)
        & ~CONSENT_IS_CLAIMED,
        CLEARED_BY_COUNSEL,
        REPORT_TO_THE_BOARD,
    ),
    never_without(
        "no_homeless_student_in_a_class_list",
        "The school publishes nothing of a homeless student, in the own class or elsewhere, without written consent.",
        d.PUBLISHES & d.IS_DIRECTORY & requester.kind.is_(*STAFF_KINDS) & student.homeless.holds,
        choices.has(Choice.DIRECTORY_CONSENT_HOMELESS),
        CONSENT_BY_STATE_LAW,
    ),
    never_without(
        "an_expulsion_names_nobody_in_public",
        "Who was expelled is made known to no press, company, club, lawyer or member of the public, but by written"
        " consent, on a court's paper, or on a ground that a statute names.",
        EXPULSION & IN_PUBLIC,
        CONSENTED,
        *OTHER_GROUNDS,
    ),
    follows(
        "the_police_hear_first_of_a_missing_child",
        "Whoever asks for whatever record of a child reported missing, the police are alerted first.",
        DutyCode.ALERT_POLICE_FIRST,
        RELEASED & student.missing_child_flag.holds,
    ),
    never_without(
        "captures_enter_a_file_through_counsel",
        "Nothing gathered from social media is added to a file but through counsel.",
        ADDS & SOCIAL_MEDIA,
        CLEARED_BY_COUNSEL,
    ),
    never_without(
        "what_was_forwarded_is_not_destroyed_here",
        "An interim record that has gone to the next school is not destroyed by the clock of this one, but for"
        " what a challenge ordered removed.",
        DESTROYS & INTERIM & record.forwarded.holds,
        ORDERED_REMOVED,
    ),
)
