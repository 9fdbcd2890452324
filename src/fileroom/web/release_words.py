"""Words of the page that releases a copy: who outside may ask, what for, and which papers they show. For the office."""

from __future__ import annotations

from collections.abc import Mapping

from fileroom.law import PaperKind, Purpose
from fileroom.law import RequesterKind as Who
from fileroom.law.codes import Limit

# Those who ask most often; the rest are one step further.
OFTEN: Mapping[Who, str] = {
    Who.OTHER_SCHOOL: "Another public school or district",
    Who.ATTORNEY: "An attorney",
    Who.COURT: "A court or its clerk",
    Who.CHILD_WELFARE_WORKER: "A child-welfare worker",
    Who.POLICE: "A police officer or sheriff’s deputy",
    Who.PRIVATE_PROFESSIONAL: "A doctor, therapist or tutor of the family’s own",
    Who.IMMIGRATION_OFFICER: "An immigration officer or agent",
}
SELDOM: Mapping[str, Mapping[Who, str]] = {
    "People around the child": {
        Who.RELATIVE: "A relative",
        Who.STEPPARENT: "A stepparent",
        Who.CAREGIVER: "A caregiver with an affidavit",
        Who.FOSTER_CAREGIVER: "A foster parent or caregiver",
        Who.FOSTER_FAMILY_AGENCY: "A foster family agency",
        Who.STRTP_STAFF: "Staff of a residential therapeutic program",
        Who.EDUCATIONAL_RIGHTS_HOLDER: "An educational rights holder",
        Who.TRIBAL_CASEWORKER: "A tribal caseworker",
        Who.COUNTY_PLACING_AGENCY: "A county placing agency",
        Who.MINORS_COUNSEL: "The child’s own counsel of record",
    },
    "Courts and police": {
        Who.JUDGE: "A judge",
        Who.GRAND_JURY: "A grand jury",
        Who.DISTRICT_ATTORNEY: "A district attorney",
        Who.PROBATION_OFFICER: "A probation officer",
        Who.SCHOOL_RESOURCE_OFFICER: "A school resource officer",
        Who.SEVP_OFFICER: "An officer of the student visa program",
    },
    "Schools and colleges": {
        Who.PRIVATE_SCHOOL: "A private school",
        Who.COLLEGE: "A public college",
        Who.PRIVATE_COLLEGE: "A private college",
        Who.COLLEGE_RECRUITER: "A college recruiter",
        Who.MILITARY_RECRUITER: "A military recruiter",
        Who.FINANCIAL_AID_BODY: "A financial-aid body",
        Who.ACCREDITOR: "An accreditor",
        Who.RESEARCHER: "A researcher",
    },
    "Agencies": {
        Who.FEDERAL_AGENCY: "A federal agency",
        Who.STATE_AGENCY: "A state agency",
        Who.COUNTY_AGENCY: "A county agency",
        Who.CITY_AGENCY: "A city agency",
        Who.HEALTH_DEPARTMENT: "A health department",
        Who.EMERGENCY_RESPONDER: "Fire or ambulance, in an emergency",
        Who.ELECTIONS_OFFICIAL: "An elections official",
        Who.AUDITOR: "An auditor",
    },
    "Others": {
        Who.CONTRACTOR: "A contractor of the district",
        Who.VENDOR: "A software or service company",
        Who.VOLUNTEER: "A volunteer",
        Who.SARB_AIDE: "An aide of the attendance review board",
        Who.PTA: "A parents’ association",
        Who.NONPROFIT: "A nonprofit",
        Who.EMPLOYER: "An employer",
        Who.FOR_PROFIT: "A business",
        Who.MEDIA: "A newspaper or broadcaster",
        Who.PUBLIC: "Somebody else",
    },
}
PURPOSES: Mapping[str, Mapping[Purpose, str]] = {
    "Often": {
        Purpose.COURT_PROCESS: "A court’s order or subpoena",
        Purpose.ENROLMENT_TRANSFER: "The student enrols at another school",
        Purpose.LITIGATION: "A lawsuit or a claim",
        Purpose.PRIVATE_SERVICE: "Treatment or tutoring the family arranged",
        Purpose.INSPECTION: "A parent or the student wants a copy",
        Purpose.LAW_ENFORCEMENT: "Police work",
        Purpose.IMMIGRATION_ENFORCEMENT: "Immigration enforcement",
        Purpose.NONE_STATED: "No reason was given",
    },
    "Others": {
        Purpose.CARE_OF_CHILD: "Care of the child",
        Purpose.EDUCATION_DECISIONS: "Decisions about the child’s schooling",
        Purpose.CASE_PLAN: "A case plan",
        Purpose.CHILD_WELFARE_INVESTIGATION: "A child-welfare inquiry",
        Purpose.HEALTH_OR_SAFETY_EMERGENCY: "An emergency to health or safety",
        Purpose.CRIMINAL_INVESTIGATION: "A criminal investigation",
        Purpose.WARD_INVESTIGATION: "An investigation on wardship or probation",
        Purpose.KIDNAPPING_INVESTIGATION: "A kidnapping inquiry",
        Purpose.TRUANCY: "Truancy",
        Purpose.FINANCIAL_AID: "Financial aid",
        Purpose.EMPLOYMENT_CHECK: "A job",
        Purpose.BENEFIT_ELIGIBILITY: "A public benefit",
        Purpose.AUDIT_OR_EVALUATION: "An audit or evaluation",
        Purpose.STUDY: "A study for the district or the state",
        Purpose.OWN_RESEARCH: "Somebody’s own research",
        Purpose.RECRUITMENT: "Recruiting",
        Purpose.NEWS: "News",
        Purpose.MARKETING: "Advertising or sales",
        Purpose.FUNDRAISING: "Raising money",
        Purpose.REGISTRY: "A registry or list of people",
        Purpose.PRIVATE_INTEREST: "A private matter",
    },
}
PAPERS: Mapping[PaperKind, str] = {
    PaperKind.COURT_ORDER: "A court’s order",
    PaperKind.JUDICIAL_WARRANT: "A court’s warrant",
    PaperKind.JUDICIAL_SUBPOENA: "A subpoena issued by a court",
    PaperKind.GRAND_JURY_SUBPOENA: "A grand jury’s subpoena",
    PaperKind.CIVIL_SUBPOENA: "An attorney’s subpoena in a civil case",
    PaperKind.ADMINISTRATIVE_WARRANT: "An agency’s own warrant, such as I-200 or I-205",
    PaperKind.ADMINISTRATIVE_SUBPOENA: "An agency’s own subpoena, such as I-138",
    PaperKind.AGENCY_LETTER: "An agency’s letter",
    PaperKind.DETAINER: "A detainer",
}
# What somebody signs for themselves, or agrees with the district; and what each may be seen to say.
CERTIFICATES: Mapping[PaperKind, str] = {
    PaperKind.CAREGIVER_AFFIDAVIT: "A caregiver’s affidavit",
    PaperKind.CERTIFICATION: "A certificate of how it will be used",
    PaperKind.WRITTEN_AGREEMENT: "A written agreement with the district",
}
CERTIFIES: Mapping[PaperKind, Mapping[str, str]] = {
    PaperKind.CAREGIVER_AFFIDAVIT: {"items_1_to_4": "Items 1 to 4 are filled in"},
    PaperKind.CERTIFICATION: {
        "no_redisclosure": "It will be passed on to nobody",
        "truancy_only": "It will be used for truancy alone",
    },
    PaperKind.WRITTEN_AGREEMENT: {
        "purpose": "The purpose",
        "scope": "The scope: which data",
        "duration": "How long it lasts",
        "destruction": "That the data are destroyed, and when",
        "direct_control": "That the district directs them as to the records",
        "names_this_item": "This very item, in its list of data",
        "under_34cfr99_35": "That it is for an audit or evaluation, under 34 CFR 99.35",
        "under_99_31_a_6": "That it is for a study for the district, under 34 CFR 99.31(a)(6)",
    },
}
# The field of the form in which a certificate of each kind is read.
SAYS_IN: Mapping[PaperKind, str] = {
    PaperKind.CAREGIVER_AFFIDAVIT: "certificate_affidavit",
    PaperKind.CERTIFICATION: "certificate_certification",
    PaperKind.WRITTEN_AGREEMENT: "certificate_agreement",
}
ASKED_OF_A_CERTIFICATE = {
    "certificate_kind": "Choose which it is.",
    "certificate_by": "Write whose it is.",
    "certificate_dated_on": "Give the day it bears.",
}
FORMS = {"written": "In writing", "electronic": "Electronically", "oral": "Only spoken"}
ANSWERS = {"must": "Must release", "may": "May release", "no": "Do not release", "more": "Needs more"}
NOT_YET = {"must": "Must release, but not yet", "may": "May release, but not yet"}
SAY_NO = "I cannot give this out. It takes the parent’s written consent, or a court’s paper, that names this record."
SAY_NOT_SHOWN = "I cannot show you this file. You may ask for the reason in writing, and call Student Records."
SAY_WAIT = "The law asks something of us first. You will hear from us as soon as this may go."
SAY_TO_OFFICER = (
    "I am not able to give you anything or to answer questions. The district’s counsel reads every such request. "
    "Please leave a copy of your paper, and your name, badge number and telephone."
)
# Limits of a grant: what the program keeps to by itself, and what the releasing person confirms by name.
KEPT: Mapping[Limit, str] = {
    Limit.RECORDS_NAMED_IN_THE_CONSENT: "The consent names this record. No other goes with it.",
    Limit.SCOPE_OF_THE_ORDER: "The paper names this record. No other goes with it.",
    Limit.THREE_FIELDS_ONLY: "Only the fields that the law names go out. Every other field is left out.",
    Limit.PERMANENT_RECORD_ONLY: "It is of the permanent record, of which alone a copy goes.",
    Limit.ADDRESS_AND_SCHEDULE_WITHHELD: "The fields of an address are left out.",
}
TO_CONFIRM: Mapping[Limit, str] = {
    Limit.SCOPE_OF_THE_ORDER: "It holds nothing beyond what the paper orders.",
    Limit.FIXED_LIST_ONLY: "It holds nothing beyond the list that the law fixes.",
    Limit.RELEVANT_RECORDS_ONLY: "All of it is relevant to what it is asked for.",
    Limit.ONLY_WHAT_THE_PURPOSE_NEEDS: "It holds no more than the purpose needs.",
    Limit.OTHER_STUDENTS_REDACTED: "Nothing in it tells of another student.",
    Limit.ADDRESS_AND_SCHEDULE_WITHHELD: "Nothing in it tells the address, the schedule or the school.",
}
NO_COPY_GOES = "No copy of this"
NO_COPY: Mapping[Limit, str] = {
    Limit.VIEW_ONLY: "It may be looked at here, beside an employee. No copy of it goes out.",
    Limit.AGGREGATE_ONLY: "Only counts of many students may go out, never the record of one.",
    Limit.THREE_FIELDS_ONLY: "The law gives this recipient three fields, and this record cannot be cut down to them.",
    Limit.PERMANENT_RECORD_ONLY: "Only the permanent record may go, and this is no part of it.",
    Limit.RECORDS_NAMED_IN_THE_CONSENT: "The consent does not name this record.",
    Limit.SCOPE_OF_THE_ORDER: "The paper does not name this record.",
}
NO_COPY_AT_ALL = "The law sets a limit that no copy of this record keeps. Ask the custodian of records."
SAY_NO_COPY = "I cannot give you a copy of this. Please ask the custodian of records what you may have instead."
ASK_PRINCIPAL = {
    "kind": "no",
    "answer": "Ask the principal",
    "says": "Do not answer and do not explain. Ask the person to have a seat, and call the principal.",
    "words": "Please have a seat. The principal will be with you.",
}


def all_kinds() -> dict[Who, str]:
    """Everybody outside the district who may stand in the list, in words."""
    return {**OFTEN, **{kind: words for group in SELDOM.values() for kind, words in group.items()}}
