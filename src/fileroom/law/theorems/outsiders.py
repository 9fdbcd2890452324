"""What those outside the district are never given without its condition."""

from __future__ import annotations

from fileroom.law import court_papers
from fileroom.law.disclosure import (
    accreditors,
    apart_from_the_file,
    audits_and_evaluations,
    caseworkers,
    contractors,
    court_process,
    crime_reports,
    emergencies,
    financial_aid,
    foster_caregivers,
    kidnapping_inquiries,
    lawsuits,
    placing_agencies,
    redisclosure,
    redisclosure_exceptions,
    research,
    school_police,
    schools_of_enrolment,
    sevis,
    state_reporting,
    statistics,
    student_aid_commission,
    swift_transfers,
    transfers,
    truancy,
    wardship_investigations,
)
from fileroom.law.disclosure import affidavit_caregivers as caregivers
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.disclosure.students import ADULT_STUDENT
from fileroom.law.facts import Purpose, RecordKind, Standing
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Condition
from fileroom.law.kernel.proof import Theorem
from fileroom.law.parties import (
    AGREED_FOR_AN_AUDIT,
    CERTIFIES_NO_REDISCLOSURE,
    CERTIFIES_TRUANCY_ONLY,
    FOR_ENROLMENT,
    IS_SCHOOL,
    OF_THE_FILE,
    PASSES_ON,
    SENDS,
    STAYS_BEHIND,
)
from fileroom.law.phrases import (
    A_THREAT,
    CLEARED_BY_COUNSEL,
    CONSENT_IS_CLAIMED,
    CONSENTED,
    FOR_AN_EMERGENCY,
    IDENTIFIED,
    RELEASED,
    SEES,
)
from fileroom.law.programmes import vendors_at_work
from fileroom.law.theorems.shapes import never, never_without
from fileroom.law.vocabulary import (
    is_pupil_record,
    lives_with_student,
    other,
    purpose,
    record,
    requester,
    restrained,
)

REPORT_TO_THE_BOARD = purpose.is_(Purpose.IMMIGRATION_REPORT_TO_BOARD)  # names nobody: a chapter of its own
OTHER_DOORS = (court_papers.SHOWN, CONSENT_IS_CLAIMED, REPORT_TO_THE_BOARD)
OF_THE_PUPIL = OF_THE_FILE & ~record.kind.is_(
    RecordKind.DIRECTORY_INFORMATION, RecordKind.LEGAL_NAME, RecordKind.ADDRESS, RecordKind.TELEPHONE,
    RecordKind.BIRTH_DATE, RecordKind.BUSINESS_RECORD, RecordKind.DEIDENTIFIED, RecordKind.AGGREGATE,
)  # fmt: skip


def by(*kinds: Who) -> Condition:
    """One of these asks for a record of the ordinary file that is no directory information and names somebody."""
    return SEES & OF_THE_PUPIL & requester.kind.is_(*kinds)


def only(name: str, sentence: str, asked: Condition, *grounds: Condition) -> Theorem:
    """What is asked is granted on these grounds alone, a court's paper and written consent apart."""
    return never_without(name, sentence, asked, *grounds, *OTHER_DOORS)


# Every ground on which a statute opens a record to one who is neither family nor staff.
GROUNDS: tuple[Condition, ...] = (
    schools_of_enrolment.OF_ENROLMENT & IS_SCHOOL,
    audits_and_evaluations.AUDIT,
    state_reporting.REPORTED & other.required_before_1974.holds,
    state_reporting.TO_AN_AUTHORITY,
    truancy.TRUANCY & truancy.PROSECUTES,
    truancy.TRUANCY & truancy.FOR_TRUANCY_ALONE,
    wardship_investigations.CERTIFIED,
    placing_agencies.AGREED,
    caseworkers.RESPONSIBLE,
    caregivers.CARES,
    foster_caregivers.THE_LIST,
    emergencies.IN_DANGER,
    financial_aid.APPLIED_FOR,
    student_aid_commission.COMMISSION_ASKS,
    accreditors.ACCREDITS,
    research.FOR_THE_DISTRICT,
    contractors.WORKS_BY_AGREEMENT,
    school_police.KEEPS_IT_SAFE,
    kidnapping_inquiries.INQUIRY_ANSWERED,
    crime_reports.SENT_WITH_IT,
    vendors_at_work.AT_WORK_UNDER_CONTRACT,
    statistics.SAFE,
    lawsuits.BETWEEN_THEM,
    sevis.ANSWERED,
)

THEOREMS: tuple[Theorem, ...] = (
    never_without(
        "records_go_only_to_the_next_school",
        "A record is sent only to a school the student enters, to a foster student's next placement, or where the"
        " family itself asks that it follow.",
        SENDS,
        transfers.TO_THE_NEXT_SCHOOL,
        apart_from_the_file.THE_NOTICE & transfers.A_SCHOOL_OF_THE_STATE & FOR_ENROLMENT,
        swift_transfers.FOSTER & placing_agencies.PLACING_AGENCY,
        HOLDS_THE_RIGHTS,
        ADULT_STUDENT,
    ),
    never(
        "what_stays_behind_is_sent_to_nobody",
        "Challenge papers, papers on a change of name, social-media captures, Social Security numbers and what tells of"
        " immigration or religion are never sent on with a student's file.",
        SENDS & STAYS_BEHIND,
    ),
    never_without(
        "the_juvenile_courts_notice_goes_to_a_public_school_alone",
        "The juvenile court's notice is sent to the next public school of the state, and to nobody else.",
        apart_from_the_file.THE_NOTICE,
        transfers.A_SCHOOL_OF_THE_STATE & IDENTIFIED,
    ),
    never_without(
        "who_is_not_who_they_say_sees_nothing",
        "Whoever is known not to be who they say sees no pupil record, on any ground.",
        SEES
        & OF_THE_PUPIL
        & requester.identity.is_(Standing.REFUTED)
        & ~requester.kind.is_(Who.COURT, Who.JUDGE, Who.GRAND_JURY),
        REPORT_TO_THE_BOARD,
    ),
    only(
        "auditors_need_an_authority",
        "Nobody audits with pupil records but whom an education authority has named in a written agreement.",
        by(Who.AUDITOR),
        audits_and_evaluations.AUDIT & AGREED_FOR_AN_AUDIT,
    ),
    only(
        "investigators_certify",
        "Probation officers, and for truancy the district attorney, see a pupil record only on a certificate that fits"
        " their purpose, or in an emergency.",
        by(Who.PROBATION_OFFICER) | (by(Who.DISTRICT_ATTORNEY) & truancy.FOR_TRUANCY),
        wardship_investigations.INVESTIGATES & CERTIFIES_NO_REDISCLOSURE,
        truancy.FOR_TRUANCY & (CERTIFIES_TRUANCY_ONLY | truancy.PROSECUTES),
        emergencies.IN_DANGER,
    ),
    only(
        "placing_agencies_have_an_agreement",
        "A county placing agency sees a pupil record only under its written agreement, or in an emergency.",
        by(Who.COUNTY_PLACING_AGENCY),
        placing_agencies.AGREED,
        emergencies.IN_DANGER,
    ),
    only(
        "caseworkers_are_responsible",
        "A caseworker whose agency is not legally responsible for the child sees nothing, but in an emergency.",
        by(Who.CHILD_WELFARE_WORKER, Who.TRIBAL_CASEWORKER),
        caseworkers.RESPONSIBLE,
        emergencies.IN_DANGER,
    ),
    only(
        "caregivers_have_the_affidavit",
        "A caregiver, relative or stepparent sees nothing without the signed affidavit, or counsel's word for kin in"
        " the home, but in an emergency.",
        by(Who.CAREGIVER, Who.RELATIVE, Who.STEPPARENT),
        caregivers.AFFIDAVIT,
        caregivers.ACTS_AS_A_PARENT & CLEARED_BY_COUNSEL,
        emergencies.IN_DANGER,
    ),
    only(
        "the_affidavit_ends_when_the_child_leaves",
        "Once the school has been told that the child has left, the affidavit opens nothing, but in an emergency.",
        by(Who.CAREGIVER) & lives_with_student.is_(False),
        emergencies.IN_DANGER,
    ),
    only(
        "foster_caregivers_see_the_list_and_nothing_else",
        "Foster caregivers, agencies and residential staff see nothing outside their fixed list, but in an emergency.",
        by(Who.FOSTER_CAREGIVER, Who.FOSTER_FAMILY_AGENCY, Who.STRTP_STAFF) & ~foster_caregivers.ON_THE_LIST,
        emergencies.IN_DANGER,
    ),
    only(
        "the_press_is_told_nothing_in_an_emergency",
        "In an emergency the press, the public, employers and lawyers are told nothing.",
        by(Who.MEDIA, Who.PUBLIC, Who.EMPLOYER, Who.ATTORNEY) & FOR_AN_EMERGENCY,
    ),
    only(
        "an_emergency_that_has_ended_opens_nothing",
        "An emergency that has ended opens nothing to police or rescuers.",
        by(Who.POLICE, Who.EMERGENCY_RESPONDER) & FOR_AN_EMERGENCY & ~A_THREAT,
    ),
    never(
        "no_emergency_door_for_a_restrained_person",
        "No emergency opens a record to a person whom an order bars from it.",
        RELEASED & FOR_AN_EMERGENCY & restrained.holds,
    ),
    only(
        "averages_refused_stay",
        "Grade averages that the family has refused never go to the Student Aid Commission, whatever tells them.",
        by(Who.FINANCIAL_AID_BODY) & student_aid_commission.AVERAGES_REFUSED,
    ),
    only(
        "aid_bodies_see_applicants_only",
        "A body that gives financial aid sees only what is its business: applicants, and grade 12 for the Commission.",
        by(Who.FINANCIAL_AID_BODY),
        financial_aid.APPLIED_FOR,
        student_aid_commission.COMMISSION_ASKS,
    ),
    only(
        "researchers_have_an_agreement",
        "A researcher sees a pupil record only for a study by written agreement; a project of one's own opens none.",
        by(Who.RESEARCHER),
        research.FOR_THE_DISTRICT,
    ),
    only(
        "contractors_are_directed",
        "A contractor sees a pupil record only under the district's direct control and a written agreement or a"
        " vendor's contract, or in an emergency.",
        by(Who.CONTRACTOR),
        contractors.WORKS_BY_AGREEMENT,
        vendors_at_work.AT_WORK_UNDER_CONTRACT,
        emergencies.IN_DANGER,
    ),
    only(
        "school_officers_have_no_wider_lookup",
        "An officer at the school sees a record for the school's safety, or in an emergency, and for nothing else.",
        by(Who.SCHOOL_RESOURCE_OFFICER),
        school_police.KEEPS_IT_SAFE,
        emergencies.IN_DANGER,
    ),
    only(
        "police_have_three_doors",
        "Police without a court's paper or a consent see a record only in an emergency, in a kidnapping inquiry, or"
        " with a crime that the school itself reported.",
        by(Who.POLICE),
        emergencies.IN_DANGER,
        kidnapping_inquiries.INQUIRY_ANSWERED,
        crime_reports.SENT_WITH_IT,
    ),
    only(
        "a_kidnapping_inquiry_opens_three_fields",
        "A kidnapping inquiry never opens more than who the child is and where the records went.",
        by(Who.POLICE, Who.FEDERAL_AGENCY)
        & purpose.is_(Purpose.KIDNAPPING_INVESTIGATION)
        & ~kidnapping_inquiries.THREE_FIELDS,
    ),
    only(
        "health_departments_wait_for_counsel",
        "A health department gets no pupil record before counsel has said on what federal ground, but in an emergency.",
        by(Who.HEALTH_DEPARTMENT),
        CLEARED_BY_COUNSEL,
        emergencies.IN_DANGER,
    ),
    never_without(
        "unsafe_counts_stay",
        "Counts in which somebody could be found go to nobody outside, but on a court's paper.",
        SEES
        & record.kind.is_(RecordKind.AGGREGATE)
        & ~is_pupil_record.holds
        & requester.kind.is_(Who.PUBLIC, Who.MEDIA, Who.RESEARCHER, Who.NONPROFIT, Who.STATE_AGENCY),
        statistics.SAFE,
        court_process.PROCESS,
        REPORT_TO_THE_BOARD,
    ),
    never_without(
        "what_was_given_is_not_passed_on",
        "Who was given a record passes it on only within the same agency, by a caseworker to those who teach the"
        " child, by written consent, as a court commands, to protect somebody in danger, or as the family itself.",
        PASSES_ON,
        redisclosure.WITHIN_THE_AGENCY,
        redisclosure.TO_THOSE_WHO_TEACH,
        redisclosure_exceptions.AS_A_COURT_COMMANDS,
        redisclosure_exceptions.TO_PROTECT,
        CONSENTED,
        FOR_AN_EMERGENCY,
        redisclosure.THEIRS_TO_PASS_ON,
    ),
)
