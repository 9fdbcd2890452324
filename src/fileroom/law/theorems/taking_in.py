"""What is asked of families, what stands before enrolment, what is listed, counted and surveyed."""

from __future__ import annotations

from fileroom.law.casework.who_adds import ADDS
from fileroom.law.collection.admission import ANY_PROOF_OF_ADDRESS, MAY_BRING_A_CHILD
from fileroom.law.collection.caregivers import ADULT_AGE, SHOWN_FALSE
from fileroom.law.collection.departed_parents import LEFT_BEHIND
from fileroom.law.collection.enrolment_conditions import AGE, ONE_PAPER_ONLY, PROOF_OF_RESIDENCE
from fileroom.law.collection.federal_aid_forms import ON_THE_AID_FORM
from fileroom.law.collection.immediate_enrolment import ENROLS, HOMELESS, IN_FOSTER_CARE
from fileroom.law.collection.immigration_status import OF_STATUS
from fileroom.law.collection.kept_out_of_the_file import A_CONFIDENCE, BY_WHOEVER_TOLD
from fileroom.law.collection.named_programs import ETHNICITY, LANGUAGE, LIVING, MOVES, TRIBE
from fileroom.law.collection.protected_traits import TAKING_IN
from fileroom.law.collection.social_security_numbers import A_NUMBER, BY_PERMISSION, PERMIT_CLEARED
from fileroom.law.collection.surveys import EVALUATES, HEALTH_STUDY, PERMISSION, PRIVATE_AREAS, SURVEYS
from fileroom.law.collection.taxpayer_numbers import A_TAXPAYER_NUMBER
from fileroom.law.disclosure.affidavit_caregivers import AFFIDAVIT, OF_THE_HOUSEHOLD
from fileroom.law.disclosure.coppa import FOR_THE_SCHOOL_ALONE, IN_THE_PARENTS_PLACE
from fileroom.law.disclosure.proceedings import DECIDES
from fileroom.law.disclosure.published_tables import NOT_GIVEN_BACK, PUBLISHES_A_TABLE, SMALL, WITHHELD
from fileroom.law.disclosure.registries import (
    BY_TRAIT,
    COMPILES,
    EXCEPTED,
    FOR_A_REGISTRY,
    OF_PERSONS,
    ORDERED_AND_CLEARED,
)
from fileroom.law.disclosure.social_media_captures import CAPTURES, LISTED_FOR_THE_PROGRAM
from fileroom.law.exceptions import kinds_by_purpose
from fileroom.law.facts import PaperKind, Purpose, Whose
from fileroom.law.facts import RecordKind as Kind
from fileroom.law.kernel.condition import any_of
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.proof import Theorem
from fileroom.law.listed_kinds import A_CHALLENGE, MAY_TELL_AN_ORIGIN, NEVER_LISTED, OF_MOVES, THE_CUSTODIANS
from fileroom.law.phrases import (
    CLEARED_BY_COUNSEL,
    FOR_IMMIGRATION,
    IS_CUSTODIAN,
    IS_FAMILY,
    OF_AN_F_1_STUDENT,
    RELEASED,
    REQUIRES,
    SOMEBODY_ELSE,
    TAKES_IN,
)
from fileroom.law.theorems.shapes import granted, never, never_without, not_refused
from fileroom.law.vocabulary import action, identifies_student, other, purpose, record, requester

OF_ORIGIN = record.kind.is_(
    Kind.PLACE_OF_BIRTH, Kind.RELIGION, Kind.ETHNICITY, Kind.HOME_LANGUAGE, Kind.TRIBAL_ENROLMENT, Kind.MIGRATORY_MOVES
)
TELLS_OF_MEALS = record.kind.is_(Kind.MEAL_APPLICATION, Kind.MEAL_ELIGIBILITY)
OF_A_PROGRAM = record.kind.is_(
    Kind.ETHNICITY, Kind.HOME_LANGUAGE, Kind.MIGRATORY_MOVES, Kind.TRIBAL_ENROLMENT, Kind.HOMELESS_STATUS
)
# Of each declared exception its purpose with whatever is banned, but the kinds that exceptions of that purpose cover.
KEPT_OUT = A_NUMBER | OF_STATUS | record.kind.is_(Kind.RELIGION)
ANOTHER_FIELD = KEPT_OUT & any_of(
    *(purpose.is_(each) & ~record.kind.is_(*sorted(kinds)) for each, kinds in kinds_by_purpose().items())
)
ANOTHER_PERSON = any_of(
    purpose.is_(Purpose.NSLP_INCOME_APPLICATION) & record.whose.is_(Whose.STUDENT),
    purpose.is_(Purpose.WORK_PERMIT) & record.whose.is_(Whose.PARENT, Whose.EMPLOYEE),
    purpose.is_(Purpose.NSLP_INCOME_APPLICATION) & record.kind.is_(Kind.SSN_LAST4),
    purpose.is_(Purpose.STAFF_PAYROLL) & record.whose.is_(Whose.STUDENT, Whose.PARENT),
    purpose.is_(Purpose.FINGERPRINTING) & record.whose.is_(Whose.STUDENT),
)
AT_STAKE = purpose.is_(Purpose.ENROLMENT, Purpose.PROOF_OF_RESIDENCY)

PROHIBITIONS = (
    never_without(
        "no_list_of_persons_by_trait",
        "No list of persons by religion, national origin or ethnicity is made, but for a program the law names, by the"
        " school's own or the state's education agency.",
        COMPILES & identifies_student.holds & BY_TRAIT,
        EXCEPTED,
    ),
    never(
        "no_list_of_persons_by_religion",
        "No list of persons by religion is made for anyone, for anything, on any paper.",
        COMPILES & identifies_student.holds & record.kind.is_(Kind.RELIGION),
    ),
    never(
        "no_list_of_what_lies_outside_the_file",
        "No list of persons is made of Social Security or taxpayer numbers, or of what lies outside the ordinary file.",
        OF_PERSONS & NEVER_LISTED,
    ),
    never_without(
        "what_may_tell_an_origin_is_listed_through_counsel",
        "No list of persons by a family's moves, a paper of birth or a whole file is made but through counsel, or of"
        " moves for migrant education.",
        OF_PERSONS & MAY_TELL_AN_ORIGIN,
        OF_MOVES,
        CLEARED_BY_COUNSEL,
    ),
    never_without(
        "what_one_office_sees_no_other_lists",
        "No list of persons by a court's order, a change of name or gender, or a challenge is made but by who sees it.",
        OF_PERSONS & (THE_CUSTODIANS | A_CHALLENGE),
        IS_CUSTODIAN,
        A_CHALLENGE & DECIDES,
    ),
    never_without(
        "captures_are_listed_for_the_program_alone",
        "No list of persons by what was gathered from their social media is made but for safety, or to destroy it in"
        " time, by the custodian of records or whom the Superintendent has designated.",
        OF_PERSONS & CAPTURES,
        LISTED_FOR_THE_PROGRAM,
    ),
    never(
        "no_list_for_enforcement_or_a_registry",
        "No list of persons at all is made for immigration enforcement or a registry.",
        COMPILES & identifies_student.holds & (FOR_IMMIGRATION | purpose.is_(Purpose.REGISTRY)),
    ),
    never_without(
        "nothing_released_for_a_registry",
        "Nothing about a person goes to an outsider for a registry, short of a judge's paper that counsel has read.",
        RELEASED & ~IS_FAMILY & FOR_A_REGISTRY & identifies_student.holds,
        ORDERED_AND_CLEARED,
    ),
    never(
        "nothing_is_gathered_for_enforcement_or_a_registry",
        "Nothing is asked, taken in or filed where any part of it helps immigration enforcement or a registry.",
        (action.is_(*TAKING_IN) | SURVEYS) & (FOR_IMMIGRATION | purpose.is_(Purpose.REGISTRY)),
    ),
    never(
        "no_religion_is_taken_in",
        "No religion is asked for, taken in or filed.",
        action.is_(*TAKING_IN) & record.kind.is_(Kind.RELIGION),
    ),
    never_without(
        "a_programs_question_is_for_that_program",
        "Ethnicity, language, moves, tribe and living situation are asked for their own program alone.",
        TAKES_IN & OF_A_PROGRAM,
        any_of(ETHNICITY, LANGUAGE, MOVES, TRIBE, LIVING),
    ),
    never_without(
        "no_social_security_number_of_a_student",
        "No number of a student is asked for, but with permission for student aid, on the federal form that goes to the"
        " aid agency, or once counsel has cleared a work permit.",
        TAKES_IN & A_NUMBER & record.kind.is_(Kind.SSN, Kind.SSN_LAST4) & record.whose.is_(Whose.STUDENT),
        BY_PERMISSION,
        PERMIT_CLEARED,
        ON_THE_AID_FORM,
    ),
    never(
        "no_declared_exception_opens_another_field",
        "A form on which a law lets one thing be asked opens no other number, paper, word on status or faith.",
        TAKES_IN & ANOTHER_FIELD,
    ),
    never(
        "a_form_asks_its_own_person_alone",
        "The meal application asks no child, the payroll and the fingerprint form no student, the payroll and the work"
        " permit no parent.",
        TAKES_IN & A_NUMBER & ANOTHER_PERSON,
    ),
    never_without(
        "the_form_for_fingerprints_waits_to_hear_whose_number_it_is",
        "On the form for fingerprints no number is taken in before it is known to be that of who will work here, or of"
        " a parent whom counsel has cleared.",
        TAKES_IN & A_NUMBER & purpose.is_(Purpose.FINGERPRINTING),
        record.whose.is_(Whose.EMPLOYEE),
        record.whose.is_(Whose.PARENT) & CLEARED_BY_COUNSEL,
    ),
    never(
        "nothing_first_of_homeless_or_foster_children",
        "Nothing at all is demanded of a homeless or foster child before enrolment.",
        REQUIRES & (HOMELESS | IN_FOSTER_CARE),
    ),
    never(
        "no_particular_paper_is_demanded",
        "No one particular paper is demanded as the proof of an age or of an address, nor all of them.",
        TAKES_IN & (AGE | PROOF_OF_RESIDENCE) & ONE_PAPER_ONLY,
    ),
    never(
        "enrolment_depends_on_no_status_origin_or_number",
        "Enrolment never depends on status, origin, faith, language or a Social Security or taxpayer number.",
        REQUIRES & (OF_STATUS | OF_ORIGIN | A_NUMBER | A_TAXPAYER_NUMBER),
    ),
    never(
        "no_number_status_or_meals_in_the_file",
        "No Social Security or taxpayer number, nothing on immigration and nothing on meals goes into a student's"
        " file.",
        ADDS & (A_NUMBER | A_TAXPAYER_NUMBER | OF_STATUS | TELLS_OF_MEALS),
    ),
    never(
        "the_true_address_enters_no_file",
        "The true address of a Safe at Home family goes into no file.",
        ADDS & record.kind.is_(Kind.ACTUAL_ADDRESS),
    ),
    never_without(
        "confidences_enter_the_file_by_consent_alone",
        "What was confided to a counselor becomes a record only by the written consent of whoever told it.",
        ADDS & A_CONFIDENCE,
        BY_WHOEVER_TOLD,
    ),
    never_without(
        "small_cells_are_never_published",
        "A table with small cells is published only if they, and what would give them back, are withheld.",
        PUBLISHES_A_TABLE & SMALL,
        WITHHELD & NOT_GIVEN_BACK,
    ),
    never(
        "no_table_names_anybody",
        "A table that names somebody, or was not checked, is never published.",
        PUBLISHES_A_TABLE & (identifies_student.holds | ~record.reidentification_checked.holds),
    ),
    never_without(
        "private_areas_by_permission",
        "Nobody is asked about private areas, or evaluated, without written permission, but in an anonymous, voluntary"
        " health study announced to the parents and cleared by counsel.",
        SURVEYS & (PRIVATE_AREAS | EVALUATES),
        PERMISSION,
        HEALTH_STUDY & other.parents_notified.holds & CLEARED_BY_COUNSEL,
    ),
    never(
        "who_refused_is_not_surveyed",
        "A student whose family said no is not asked about private areas.",
        SURVEYS & (PRIVATE_AREAS | EVALUATES) & other.consent_refused.holds,
    ),
    never_without(
        "a_click_is_no_consent_for_children",
        "For a child under 13 the school consents only on notice, under contract and for its own use.",
        IN_THE_PARENTS_PLACE,
        FOR_THE_SCHOOL_ALONE,
    ),
    never_without(
        "the_visa_program_opens_nothing_of_others",
        "No paper on immigration is taken in for the visa program of anyone but an F-1 student.",
        TAKES_IN & OF_STATUS & purpose.is_(Purpose.SEVIS),
        OF_AN_F_1_STUDENT & record.whose.is_(Whose.STUDENT) & requester.designated.holds,
    ),
    never_without(
        "who_is_known_to_be_somebody_else_enrols_nobody",
        "Who is known not to be who they say, or not to be the parent, enrols no child but one whom the law itself"
        " enrols or makes a resident.",
        ENROLS & SOMEBODY_ELSE,
        HOMELESS,
        IN_FOSTER_CARE,
        LEFT_BEHIND & other.lived_and_enrolled_before.holds,
    ),
)

RIGHTS = (
    granted("homeless_children_are_enrolled", "A homeless child is enrolled, whatever else is so.", ENROLS & HOMELESS),
    granted("foster_children_are_enrolled", "A child in foster care is enrolled, whatever else is so.",
            ENROLS & IN_FOSTER_CARE),
    granted(
        "any_one_proof_of_address_enrols",
        "Whoever may bring a child enrols it with any one proof of address the school does not know to be false.",
        ENROLS & AT_STAKE & MAY_BRING_A_CHILD & ANY_PROOF_OF_ADDRESS & ~SHOWN_FALSE,
    ),
    not_refused(
        "no_parent_is_turned_away_for_want_of_a_paper",
        "A person who may bring a child is never turned away for want of a paper: it is asked for.",
        ENROLS & MAY_BRING_A_CHILD & ~SHOWN_FALSE,
    ),
    not_refused(
        "no_child_is_turned_away_for_want_of_a_birth_certificate",
        "No child whom a parent brings, or another who may, is turned away for want of a proof of age: any one is asked"
        " for.",
        ENROLS & purpose.is_(Purpose.PROOF_OF_AGE) & MAY_BRING_A_CHILD & ~SOMEBODY_ELSE,
    ),
    granted(
        "caregivers_enrol_with_the_affidavit",
        "A grown caregiver with the signed affidavit enrols the child.",
        ENROLS & OF_THE_HOUSEHOLD & requester.age.at_least(ADULT_AGE) & AFFIDAVIT & ~SHOWN_FALSE,
    ),
    granted(
        "a_passport_proves_an_age",
        "Any passport of a child whom a parent brings, or another who may, proves an age; the method is noted and the"
        " paper handed back.",
        ENROLS
        & purpose.is_(Purpose.PROOF_OF_AGE)
        & MAY_BRING_A_CHILD
        & ~SOMEBODY_ELSE
        & some(PaperKind.PASSPORT),
    ),
    granted(
        "counts_are_free",
        "Counts that name no one may be made.",
        COMPILES & identifies_student.is_(False),
    ),
)  # fmt: skip

THEOREMS: tuple[Theorem, ...] = (*PROHIBITIONS, *RIGHTS)
