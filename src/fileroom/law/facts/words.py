"""The closed vocabularies of a question: every value a fact may take, in the contract's own spelling.

A `Word` is a string, so it prints and serialises as itself; it hashes as its string, so a set of words is
searched at the speed of a set of strings.
"""

from __future__ import annotations

from enum import StrEnum


class Word(StrEnum):
    """A value of a closed vocabulary."""

    __hash__ = str.__hash__


class Action(Word):
    INSPECT = "inspect"
    COPY = "copy"
    DISCLOSE = "disclose"
    TRANSFER = "transfer"
    REDISCLOSE = "redisclose"
    PUBLISH = "publish"
    VIEW_LOG = "view_log"
    VIEW_SEALED_LOG = "view_sealed_log"
    COLLECT = "collect"
    SOLICIT = "solicit"
    REQUIRE_FOR_ENROLMENT = "require_for_enrolment"
    COMPILE_LIST = "compile_list"
    PUBLISH_TABLE = "publish_table"
    FILE_CHALLENGE = "file_challenge"
    AMEND = "amend"
    ATTACH_STATEMENT = "attach_statement"
    ADD_TO_RECORD = "add_to_record"
    CLASSIFY = "classify"  # judge a record disposable: from then the years to its destruction run
    DESTROY = "destroy"
    WITHHOLD = "withhold"
    CHARGE_FEE = "charge_fee"
    CERTIFY_NONENROLMENT = "certify_nonenrolment"
    SHARE_WITH_VENDOR = "share_with_vendor"
    MONITOR_SOCIAL_MEDIA = "monitor_social_media"
    SURVEY = "survey"
    FILE_ORDER = "file_order"
    ENTER_NONPUBLIC_AREA = "enter_nonpublic_area"
    ADOPT_PROTOCOLS = "adopt_protocols"
    COMPLETE_TRAINING = "complete_training"
    NOTIFY_BREACH = "notify_breach"
    REPORT_CYBERATTACK = "report_cyberattack"
    SEND_NOTICE = "send_notice"
    TRAIN = "train"
    ENROL = "enrol"
    RESTRICT = "restrict"
    RETAIN = "retain"
    DESIGNATE_CUSTODIAN = "designate_custodian"
    CHECK_LOG = "check_log"
    EXPLAIN_GAP = "explain_gap"
    SECOND_GAP = "second_gap"
    VERIFY_RELATIONSHIP = "verify_relationship"
    HAND_OVER_COPY = "hand_over_copy"
    SIGN_LAW = "sign_law"
    SETTLE_ABSENCE = "settle_absence"
    VIEW_SEALED_APART = "view_sealed_apart"
    FILE_AS_SOMETHING_ELSE = "file_as_something_else"  # of what waits in quarantine: it was held for nothing
    DECLARE_EXCEPTION = "declare_exception"
    APPROVE_EXCEPTION = "approve_exception"
    LIFT_ORDER = "lift_order"  # propose that an order on file no longer holds
    CONFIRM_LIFTING = "confirm_lifting"
    REVIEW_ORDER = "review_order"  # note that an order was looked at before its last day
    RULE_OUT = "rule_out"  # for good: they are not whom an order restrains, or are whom it protects
    SPEAK_OF_ORDER = "speak_of_order"  # say for the district's counsel what holds of an order
    SPEAK_OF_HOLD = "speak_of_hold"  # the same of what is held from destruction: it goes, or it waits
    HAND_OVER_CHILD = "hand_over_child"  # the child goes home with whoever asks


class Purpose(Word):
    INSPECTION = "inspection"
    SELF_INSPECTION = "self_inspection"
    EDUCATIONAL_INTEREST = "educational_interest"
    ENROLMENT_TRANSFER = "enrolment_transfer"
    ENROLMENT = "enrolment"
    IMMIGRATION_ENFORCEMENT = "immigration_enforcement"
    REGISTRY = "registry"
    LAW_ENFORCEMENT = "law_enforcement"
    CRIMINAL_INVESTIGATION = "criminal_investigation"
    WARD_INVESTIGATION = "ward_investigation"
    TRUANCY = "truancy"
    KIDNAPPING_INVESTIGATION = "kidnapping_investigation"
    COURT_PROCESS = "court_process"
    LITIGATION = "litigation"
    HEALTH_OR_SAFETY_EMERGENCY = "health_or_safety_emergency"
    CARE_OF_CHILD = "care_of_child"
    MONITOR_PROGRESS = "monitor_progress"
    CASE_PLAN = "case_plan"
    EDUCATION_DECISIONS = "education_decisions"
    AUDIT_OR_EVALUATION = "audit_or_evaluation"
    STUDY = "study"
    OWN_RESEARCH = "own_research"
    ACCREDITATION = "accreditation"
    FINANCIAL_AID = "financial_aid"
    VOTER_REGISTRATION = "voter_registration"
    RECRUITMENT = "recruitment"
    DIRECTORY = "directory"
    NEWS = "news"
    EMPLOYMENT_CHECK = "employment_check"
    FUNDRAISING = "fundraising"
    MARKETING = "marketing"
    PUBLIC_RECORDS_REQUEST = "public_records_request"
    OUTSOURCED_FUNCTION = "outsourced_function"
    OPERATOR_DELETION = "operator_deletion"
    RETENTION_SCHEDULE = "retention_schedule"
    CORRECTION = "correction"
    FEE = "fee"
    NSLP_INCOME_APPLICATION = "nslp_income_application"
    NSLP_CATEGORICAL_APPLICATION = "nslp_categorical_application"
    TITLE_III_IMMIGRANT_COUNT = "title_iii_immigrant_count"
    MIGRANT_EDUCATION = "migrant_education"
    SEVIS = "sevis"
    EMERGENCY_CARD = "emergency_card"
    PROOF_OF_AGE = "proof_of_age"
    PROOF_OF_RESIDENCY = "proof_of_residency"
    STATE_REPORTING = "state_reporting"
    PLANNING = "planning"
    BENEFIT_ELIGIBILITY = "benefit_eligibility"
    SCHOOL_SAFETY = "school_safety"
    PRIVATE_SERVICE = "private_service"
    CHILD_NUTRITION_REVIEW = "child_nutrition_review"
    CHILD_WELFARE_INVESTIGATION = "child_welfare_investigation"
    IMMIGRATION_REPORT_TO_BOARD = "immigration_report_to_board"
    EYE_EXAMINATION = "eye_examination"
    ORAL_HEALTH_ASSESSMENT = "oral_health_assessment"
    TREATMENT_REFERRAL = "treatment_referral"
    STAFF_PAYROLL = "staff_payroll"
    WORK_PERMIT = "work_permit"
    FINGERPRINTING = "fingerprinting"
    INDIAN_EDUCATION = "indian_education"
    PRIVATE_INTEREST = "private_interest"
    NONE_STATED = "none_stated"


class RequesterKind(Word):
    PARENT = "parent"
    STEPPARENT = "stepparent"
    RELATIVE = "relative"
    CAREGIVER = "caregiver"
    FOSTER_CAREGIVER = "foster_caregiver"
    FOSTER_FAMILY_AGENCY = "foster_family_agency"
    STRTP_STAFF = "strtp_staff"
    EDUCATIONAL_RIGHTS_HOLDER = "educational_rights_holder"
    STUDENT = "student"
    FORMER_STUDENT = "former_student"
    EMPLOYEE = "employee"
    SUBSTITUTE = "substitute"
    ADMINISTRATOR = "administrator"
    TEACHER = "teacher"
    COUNSELOR = "counselor"
    NURSE = "nurse"
    CUSTODIAN_OF_RECORDS = "custodian_of_records"
    BOARD_MEMBER = "board_member"
    VOLUNTEER = "volunteer"
    SARB_MEMBER = "sarb_member"
    SARB_AIDE = "sarb_aide"
    SCHOOL_RESOURCE_OFFICER = "school_resource_officer"
    SYSTEM = "system"
    CONTRACTOR = "contractor"
    VENDOR = "vendor"
    OTHER_SCHOOL = "other_school"
    PRIVATE_SCHOOL = "private_school"
    COLLEGE = "college"
    PRIVATE_COLLEGE = "private_college"
    DISTRICT_ATTORNEY = "district_attorney"
    PROBATION_OFFICER = "probation_officer"
    MINORS_COUNSEL = "minors_counsel"
    JUDGE = "judge"
    COURT = "court"
    GRAND_JURY = "grand_jury"
    COUNTY_PLACING_AGENCY = "county_placing_agency"
    CHILD_WELFARE_WORKER = "child_welfare_worker"
    TRIBAL_CASEWORKER = "tribal_caseworker"
    POLICE = "police"
    IMMIGRATION_OFFICER = "immigration_officer"
    SEVP_OFFICER = "sevp_officer"
    FEDERAL_AGENCY = "federal_agency"
    STATE_AGENCY = "state_agency"
    COUNTY_AGENCY = "county_agency"
    CITY_AGENCY = "city_agency"
    AUDITOR = "auditor"
    HEALTH_DEPARTMENT = "health_department"
    EMERGENCY_RESPONDER = "emergency_responder"
    FINANCIAL_AID_BODY = "financial_aid_body"
    ELECTIONS_OFFICIAL = "elections_official"
    ACCREDITOR = "accreditor"
    RESEARCHER = "researcher"
    EMPLOYER = "employer"
    MILITARY_RECRUITER = "military_recruiter"
    COLLEGE_RECRUITER = "college_recruiter"
    MEDIA = "media"
    PTA = "pta"
    NONPROFIT = "nonprofit"
    FOR_PROFIT = "for_profit"
    ATTORNEY = "attorney"
    PRIVATE_PROFESSIONAL = "private_professional"
    PUBLIC = "public"


class Publication(Word):
    """A recipient of directory information that is not a person."""

    YEARBOOK = "yearbook"


class Standing(Word):
    """How well a statement of the requester's is borne out."""

    VERIFIED = "verified"
    CLAIMED = "claimed"
    REFUTED = "refuted"


class TaxDependency(Word):
    PROVED = "proved"
    CLAIMED = "claimed"
    NONE = "none"


class Interest(Word):
    """The requester's educational interest, measured by the criteria the district has published."""

    STATED_AND_FITS = "stated_and_fits"
    STATED_AND_DOES_NOT_FIT = "stated_and_does_not_fit"
    NOT_STATED = "not_stated"


class Grade(Word):
    PRESCHOOL = "PK"
    TRANSITIONAL_KINDERGARTEN = "TK"
    KINDERGARTEN = "K"
    FIRST = "1"
    SECOND = "2"
    THIRD = "3"
    FOURTH = "4"
    FIFTH = "5"
    SIXTH = "6"
    SEVENTH = "7"
    EIGHTH = "8"
    NINTH = "9"
    TENTH = "10"
    ELEVENTH = "11"
    TWELFTH = "12"
    UNGRADED_ELEMENTARY = "UE"
    UNGRADED_SECONDARY = "US"


class StudentVisa(Word):
    F_1 = "F-1"
    NONE = "none"


class ProtocolPart(Word):
    """What protocols for orders that bar a party from records hold at least (Fam. Code 6323.5(c)(1))."""

    PERSONNEL_WHO_RECEIVE = "personnel_who_receive"
    RESTRAINED_PARTY_KEPT_OUT = "restrained_party_kept_out"
    SUBMISSION_AND_RECEIPT = "submission_and_receipt"
