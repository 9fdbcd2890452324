"""What those outside the district are never refused, once they meet its condition."""

from __future__ import annotations

from fileroom.law.court_papers import SILENCED
from fileroom.law.disclosure import affidavit_caregivers as caregivers
from fileroom.law.disclosure import (
    caseworkers,
    emergencies,
    foster_caregivers,
    placing_agencies,
    student_aid_commission,
    swift_transfers,
    wardship_investigations,
)
from fileroom.law.disclosure.schools_of_enrolment import IS_PUBLIC, OF_ENROLMENT
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.proof import Theorem
from fileroom.law.parties import SENDS
from fileroom.law.phrases import FOR_IMMIGRATION, IDENTIFIED, MINOR, PARENTS_HOLD_THE_RIGHTS, SEES
from fileroom.law.theorems.outsiders import REPORT_TO_THE_BOARD
from fileroom.law.theorems.shapes import granted, not_refused
from fileroom.law.vocabulary import is_pupil_record, lives_with_student, other, purpose, record, requester, restrained

PLAIN = (
    record.kind.is_(RecordKind.TRANSCRIPT, RecordKind.GRADES, RecordKind.ATTENDANCE)
    & is_pupil_record.holds
    & ~record.involves_other_students.holds
    & ~restrained.holds
    & ~requester.shared_login.holds
    & ~requester.barred_for_misuse.holds
    & ~requester.panel_member.holds
    & ~REPORT_TO_THE_BOARD
    & ~FOR_IMMIGRATION
)
NOT_SILENCED = PLAIN & ~SILENCED  # whether a court forbids telling the family is asked first

THEOREMS: tuple[Theorem, ...] = (
    granted(
        "the_next_public_school_sees",
        "The public school a student enters sees the record, once its caller is known.",
        SEES & IS_PUBLIC & OF_ENROLMENT & NOT_SILENCED,
    ),
    granted(
        "the_permanent_record_follows",
        "The permanent record follows to any public or private school the student enters, whatever is owed.",
        SENDS
        & requester.kind.is_(Who.OTHER_SCHOOL, Who.PRIVATE_SCHOOL)
        & OF_ENROLMENT
        & NOT_SILENCED
        & record.kind.is_(RecordKind.TRANSCRIPT),
    ),
    granted(
        "foster_students_records_follow",
        "A foster student's record goes out when the placing agency or the next school asks.",
        swift_transfers.FOSTER & (swift_transfers.NEXT_SCHOOL | placing_agencies.PLACING_AGENCY) & NOT_SILENCED,
    ),
    granted(
        "responsible_caseworkers_see",
        "The caseworker of an agency legally responsible for the child sees the record, for the child's schooling.",
        SEES & caseworkers.ON_THE_CASE & NOT_SILENCED,
    ),
    granted(
        "caregivers_with_the_affidavit_see",
        "The caregiver who signed the affidavit, and with whom the child lives, sees the record.",
        SEES & caregivers.CARES & NOT_SILENCED,
    ),
    not_refused(
        "caregivers_are_asked_for_the_affidavit",
        "A grown caregiver with whom the child lives is asked for the affidavit, not refused.",
        SEES
        & MINOR
        & caregivers.IS_CAREGIVER
        & requester.age.at_least(FIGURES["caregiver_age"].value)
        & IDENTIFIED
        & lives_with_student.holds
        & purpose.is_(Purpose.CARE_OF_CHILD, Purpose.INSPECTION, Purpose.NONE_STATED)
        & PLAIN,
    ),
    not_refused(
        "kin_in_the_home_wait_for_counsel",
        "A relative or stepparent who lives with the student is not refused before counsel has said so.",
        SEES & caregivers.ACTS_AS_A_PARENT & PLAIN,
        unless=(other.counsel_cleared.is_(False),),
    ),
    granted(
        "foster_caregivers_see_the_list",
        "Whoever is responsible for a foster student sees the grades, transcript and attendance; a foster parent until"
        " the student is 18.",
        foster_caregivers.THE_LIST
        & (foster_caregivers.IS_FOSTER_AGENCY | (foster_caregivers.IS_FOSTER_CAREGIVER & PARENTS_HOLD_THE_RIGHTS))
        & NOT_SILENCED,
    ),
    granted(
        "investigators_with_a_certificate_see",
        "The probation officer, prosecutor or minor's counsel who certifies sees the record in an investigation.",
        SEES & wardship_investigations.CERTIFIED & NOT_SILENCED,
    ),
    granted(
        "rescuers_are_told",
        "In an emergency an identified rescuer or police officer is told.",
        emergencies.IN_DANGER & requester.kind.is_(Who.EMERGENCY_RESPONDER, Who.POLICE) & PLAIN,
    ),
    granted(
        "averages_go_to_the_commission",
        "The Student Aid Commission gets the averages of grade 12 that nobody has refused.",
        student_aid_commission.COMMISSION_ASKS & NOT_SILENCED,
    ),
)
