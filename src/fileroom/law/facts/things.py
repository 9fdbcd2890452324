"""The closed vocabularies that describe records, papers, orders, choices and the case at hand."""

from __future__ import annotations

from fileroom.law.facts.words import Word


class RecordKind(Word):
    """A catalogue code of 5 CCR 432, a group of records, or a thing somebody wants to collect."""

    LEGAL_NAME = "legal_name"
    BIRTH_DATE = "birth_date"
    BIRTH_DATE_VERIFICATION = "birth_date_verification"
    SEX = "sex"
    PLACE_OF_BIRTH = "place_of_birth"
    PARENT_NAME_AND_ADDRESS = "parent_name_and_address"
    STUDENT_ADDRESS = "student_address"
    ANNUAL_VERIFICATION = "annual_verification"
    ENTRY_AND_LEAVING_DATES = "entry_and_leaving_dates"
    SUBJECTS_TAKEN = "subjects_taken"
    MARKS_AND_CREDITS = "marks_and_credits"
    IMMUNIZATION = "immunization"
    GRADUATION_DATE = "graduation_date"
    ACCESS_LOG = "access_log"
    HEALTH = "health"
    SPECIAL_EDUCATION = "special_education"
    LANGUAGE_TRAINING = "language_training"
    PROGRESS_NOTICE = "progress_notice"
    DIRECTORY_RESTRICTION = "directory_restriction"
    REJOINDER = "rejoinder"
    PROGRAM_AUTHORIZATION = "program_authorization"
    TEST_RESULTS = "test_results"
    EXPULSION_FILE = "expulsion_file"
    INDEPENDENT_STUDY_EVALUATION = "independent_study_evaluation"
    COUNSELLOR_OR_TEACHER_RATING = "counsellor_or_teacher_rating"
    OLD_TEST_RESULTS = "old_test_results"
    DISCIPLINE = "discipline"
    BEHAVIOUR_REPORT = "behaviour_report"
    DISCIPLINARY_NOTICE = "disciplinary_notice"
    SUPPLEMENTARY_ATTENDANCE = "supplementary_attendance"
    CONSENT_FORM = "consent_form"
    COURT_ORDER = "court_order"
    CUMULATIVE_FILE = "cumulative_file"
    PERMANENT_RECORD = "permanent_record"
    INTERIM_RECORD = "interim_record"
    PERMITTED_RECORD = "permitted_record"
    TRANSCRIPT = "transcript"
    GRADES = "grades"
    ATTENDANCE = "attendance"
    IEP_OR_504_PLAN = "iep_or_504_plan"
    COUNSELLING_CONFIDENCE = "counselling_confidence"
    SOLE_POSSESSION_NOTES = "sole_possession_notes"
    LAW_ENFORCEMENT_UNIT_RECORD = "law_enforcement_unit_record"
    CHILD_ABUSE_REPORT = "child_abuse_report"
    DIRECTORY_INFORMATION = "directory_information"
    ADDRESS = "address"
    TELEPHONE = "telephone"
    CONTACT_AND_HOUSEHOLD = "contact_and_household"
    SCHEDULE = "schedule"
    PHOTO_OR_VIDEO = "photo_or_video"
    ENROLMENT_STATUS = "enrolment_status"
    CHALLENGE_FILE = "challenge_file"
    MEAL_APPLICATION = "meal_application"
    MEAL_ELIGIBILITY = "meal_eligibility"
    HOMELESS_STATUS = "homeless_status"
    ONLINE_COMMUNICATION = "online_communication"
    SOCIAL_MEDIA_INFORMATION = "social_media_information"
    COPIED_ORIGINAL = "copied_original"
    VENDOR_HELD_DATA = "vendor_held_data"
    STUDY_COPY = "study_copy"
    NAME_GENDER_CHANGE = "name_gender_change"
    TRANSFER_DESTINATION = "transfer_destination"
    JUVENILE_COURT_NOTICE = "juvenile_court_notice"
    SCHOOL_POLICE_NOTICE = "school_police_notice"
    SEALED_JUVENILE_RECORD = "sealed_juvenile_record"
    IMMIGRATION_INCIDENT_FILE = "immigration_incident_file"
    ACTUAL_ADDRESS = "actual_address"
    BUSINESS_RECORD = "business_record"
    MIGRATORY_MOVES = "migratory_moves"
    DEIDENTIFIED = "deidentified"
    AGGREGATE = "aggregate"
    SSN = "ssn"
    SSN_LAST4 = "ssn_last4"
    ADULT_SSN_LAST4 = "adult_ssn_last4"
    CITIZENSHIP_STATUS = "citizenship_status"
    IMMIGRATION_DOCUMENT = "immigration_document"
    US_ENTRY_DATE = "us_entry_date"
    BIRTH_COUNTRY = "birth_country"
    FIRST_US_SCHOOL_DATE = "first_us_school_date"
    NATIONAL_ORIGIN = "national_origin"
    RELIGION = "religion"
    ETHNICITY = "ethnicity"
    HOME_LANGUAGE = "home_language"
    TRIBAL_ENROLMENT = "tribal_enrolment"
    PROOF_OF_AGE = "proof_of_age"
    PROOF_OF_RESIDENCY = "proof_of_residency"
    PARENT_DEPARTURE_PROOF = "parent_departure_proof"


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
