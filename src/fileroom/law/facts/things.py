"""The closed vocabularies that describe records, papers, orders, choices and the case at hand."""

from __future__ import annotations

from fileroom.law.facts.words import Word


class Whose(Word):
    """Whose number or paper a form asks for."""

    STUDENT = "student"
    PARENT = "parent"
    EMPLOYEE = "employee"


class RecordClass(Word):
    """The three classes of 5 CCR 430; `apart`: outside the ordinary file, under its own statute."""

    PERMANENT = "permanent"
    INTERIM = "interim"
    PERMITTED = "permitted"
    APART = "apart"


class DistrictClass(Word):
    """The classes of a district's own records, 5 CCR 16022-16025."""

    CLASS_1 = "class_1"
    CLASS_2 = "class_2"
    CLASS_3 = "class_3"


class InterimReading(Word):
    """From when the clock of an interim record runs: classification, origin, or leaving. The board's choice."""

    A = "A"
    B = "B"
    C = "C"


class DirectoryField(Word):
    """The closed list of Ed. Code 49061(c)."""

    NAME = "name"
    ADDRESS = "address"
    TELEPHONE = "telephone"
    BIRTH_DATE = "birth_date"
    EMAIL = "email"
    MAJOR = "major"
    ACTIVITIES = "activities"
    WEIGHT_HEIGHT = "weight_height"
    DATES_OF_ATTENDANCE = "dates_of_attendance"
    AWARDS = "awards"
    PREVIOUS_SCHOOL = "previous_school"


class SharedWith(Word):
    NOBODY = "nobody"
    TEMPORARY_SUBSTITUTE = "temporary_substitute"
    ANOTHER_PERSON = "another_person"


class ConfidedBy(Word):
    """Who told the school counselor."""

    STUDENT = "student"
    PARENT = "parent"


class CodeBasis(Word):
    NONE = "none"
    RANDOM = "random"
    SSN = "ssn"
    PERSONAL = "personal"


class PaperKind(Word):
    CONSENT = "consent"
    COURT_ORDER = "court_order"
    JUDICIAL_WARRANT = "judicial_warrant"
    JUDICIAL_SUBPOENA = "judicial_subpoena"
    CIVIL_SUBPOENA = "civil_subpoena"
    GRAND_JURY_SUBPOENA = "grand_jury_subpoena"
    ADMINISTRATIVE_WARRANT = "administrative_warrant"
    ADMINISTRATIVE_SUBPOENA = "administrative_subpoena"
    AGENCY_LETTER = "agency_letter"
    DETAINER = "detainer"
    CAREGIVER_AFFIDAVIT = "caregiver_affidavit"
    PLACEMENT_DOCUMENT = "placement_document"
    DEPENDENCY_ORDER = "dependency_order"
    RIGHTS_APPOINTMENT = "rights_appointment"
    INCOMPETENCE_FINDING = "incompetence_finding"
    TAX_RETURN = "tax_return"
    PHOTO_ID = "photo_id"
    AGENCY_CREDENTIALS = "agency_credentials"
    ENROLMENT_REQUEST = "enrolment_request"
    CERTIFICATION = "certification"
    WRITTEN_AGREEMENT = "written_agreement"
    VENDOR_CONTRACT = "vendor_contract"
    CLICK_WRAP_TERMS = "click_wrap_terms"
    RECORDS_ORDER_6323_5 = "records_order_6323_5"
    SAFE_AT_HOME_CARD = "safe_at_home_card"
    PUBLIC_RECORDS_REQUEST = "public_records_request"
    AFFIDAVIT_OF_AGE = "affidavit_of_age"
    PASSPORT = "passport"
    COPPA_NOTICE = "coppa_notice"
    RESIDENCY_EVIDENCE = "residency_evidence"
    DELETION_REQUEST = "deletion_request"
    BIRTH_CERTIFICATE = "birth_certificate"
    SOCIAL_SECURITY_CARD = "social_security_card"
    GUARDIAN_NOMINATION = "guardian_nomination"
    LETTERS_OF_GUARDIANSHIP = "letters_of_guardianship"


class ConsentBy(Word):
    PARENT_WITH_CUSTODY = "parent_with_custody"
    PARENT_WITHOUT_CUSTODY = "parent_without_custody"
    ADULT_STUDENT = "adult_student"
    MINOR_STUDENT = "minor_student"
    RESTRAINED_PARENT = "restrained_parent"
    RIGHTS_HOLDER = "rights_holder"
    OTHER = "other"


class ConsentForm(Word):
    WRITTEN = "written"
    ELECTRONIC = "electronic"
    ORAL = "oral"


class Order(Word):
    """A court's order, or an agreement, on the student's file."""

    RECORDS_ORDER_6323_5 = "records_order_6323_5"
    STAY_AWAY_NO_RECORDS_CLAUSE = "stay_away_no_records_clause"
    CUSTODY_ORDER_SILENT = "custody_order_silent"
    SOLE_LEGAL_CUSTODY_OTHER_PARENT = "sole_legal_custody_other_parent"
    JOINT_LEGAL_CUSTODY = "joint_legal_custody"
    RIGHTS_TERMINATED = "rights_terminated"
    EDUCATION_RIGHTS_LIMITED = "education_rights_limited"
    BOTH_PARENTS_MAY_CONSENT_AGREEMENT = "both_parents_may_consent_agreement"


class Choice(Word):
    DIRECTORY_REFUSED = "directory_refused"
    DIRECTORY_REFUSED_WHILE_ENROLLED = "directory_refused_while_enrolled"
    DIRECTORY_CONSENT_HOMELESS = "directory_consent_homeless"
    MILITARY_REFUSED = "military_refused"
    MILITARY_REFUSED_BY_ADULT_STUDENT = "military_refused_by_adult_student"
    COLLEGE_RECRUITER_REFUSED = "college_recruiter_refused"
    GPA_TO_CSAC_REFUSED = "gpa_to_csac_refused"
    IMMUNIZATION_REGISTRY_REFUSED = "immunization_registry_refused"
    TRANSITION_NOTICE_FORWARDING = "transition_notice_forwarding"
    LEFT_OUT_OF_MINUTES = "left_out_of_minutes"
    SCREENING_REFUSED = "screening_refused"


class Emergency(Word):
    ARTICULABLE_THREAT = "articulable_threat"
    ENDED = "ended"
    NONE = "none"


class FeeKind(Word):
    SEARCH = "search"
    ACTUAL_COPY_COST = "actual_copy_cost"
    FREE_COPY_LEFT = "free_copy_left"


class ChallengeGround(Word):
    INACCURATE = "inaccurate"
    UNSUBSTANTIATED_CONCLUSION = "unsubstantiated_conclusion"
    OUTSIDE_COMPETENCE = "outside_competence"
    NOT_PERSONAL_OBSERVATION = "not_personal_observation"
    MISLEADING = "misleading"
    PRIVACY_OR_OTHER_RIGHTS = "privacy_or_other_rights"


class ChallengeStep(Word):
    """The written request to the superintendent, or the appeal to the board."""

    REQUEST = "request"
    APPEAL = "appeal"


class ChallengeDecision(Word):
    PENDING = "pending"
    SUSTAINED = "sustained"
    DENIED = "denied"


class GradeGround(Word):
    CLERICAL_OR_MECHANICAL_MISTAKE = "clerical_or_mechanical_mistake"
    FRAUD = "fraud"
    BAD_FAITH = "bad_faith"
    INCOMPETENCY = "incompetency"
    NONE = "none"


class Channel(Word):
    IN_PERSON = "in_person"
    TELEPHONE = "telephone"
    WRITTEN = "written"


class Debt(Word):
    UNPAID_FEE = "unpaid_fee"
    WILFUL_DAMAGE = "wilful_damage"
