"""Phrases on the parties outside the district: what they may be given at all, for what, and with which paper."""

from __future__ import annotations

from fileroom.law.facts import Action as Do
from fileroom.law.facts import PaperKind, Purpose, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.papers import UNREFUTED, to_show
from fileroom.law.phrases import A_FALSE_NAME, IDENTIFIED, IS_APART, STAFF_KINDS
from fileroom.law.vocabulary import action, is_pupil_record, purpose, record, requester

SENDS = action.is_(Do.TRANSFER)
PASSES_ON = action.is_(Do.REDISCLOSE)
OF_THE_FILE = is_pupil_record.holds & ~IS_APART
# What runs on a clock of its own, belongs to one proceeding, or is no part of any file: it moves with no student,
# and no outsider's ordinary ground opens it; the family, the custodian, consent, a court and an emergency may.
STAYS_BEHIND = record.kind.is_(
    RecordKind.CHALLENGE_FILE, RecordKind.NAME_GENDER_CHANGE, RecordKind.SOCIAL_MEDIA_INFORMATION, RecordKind.SSN,
    RecordKind.SSN_LAST4,
    RecordKind.ADULT_SSN_LAST4, RecordKind.ITIN, RecordKind.CITIZENSHIP_STATUS, RecordKind.IMMIGRATION_DOCUMENT,
    RecordKind.US_ENTRY_DATE, RecordKind.BIRTH_COUNTRY, RecordKind.FIRST_US_SCHOOL_DATE, RecordKind.NATIONAL_ORIGIN,
    RecordKind.RELIGION, RecordKind.PARENT_DEPARTURE_PROOF,
)  # fmt: skip
TRAVELS = OF_THE_FILE & ~STAYS_BEHIND

PUBLIC_SCHOOLS = (Who.OTHER_SCHOOL, Who.COLLEGE)
PRIVATE_SCHOOLS = (Who.PRIVATE_SCHOOL, Who.PRIVATE_COLLEGE)
IS_SCHOOL = requester.kind.is_(*PUBLIC_SCHOOLS, *PRIVATE_SCHOOLS)
# A school to which a file is to be sent, and that does not say why, is asked; one that wants to look says it first.
ENROLMENTS = (Purpose.ENROLMENT_TRANSFER, Purpose.ENROLMENT)
FOR_ENROLMENT = purpose.is_(*ENROLMENTS) | (SENDS & purpose.is_(*ENROLMENTS, curable=(Purpose.NONE_STATED,)))

FOLLOWS_THE_STUDENT = FOR_ENROLMENT & TRAVELS

# Those who care for the child come without a purpose in words; they are asked for it.
UNSAID = (Purpose.NONE_STATED, Purpose.INSPECTION)
FOR_THE_CHILDS_SCHOOLING = purpose.is_(
    Purpose.MONITOR_PROGRESS, Purpose.CASE_PLAN, Purpose.EDUCATION_DECISIONS, Purpose.EDUCATIONAL_INTEREST,
    Purpose.CARE_OF_CHILD, Purpose.ENROLMENT, Purpose.ENROLMENT_TRANSFER, curable=UNSAID,
)  # fmt: skip

CERTIFIES_NO_REDISCLOSURE = to_show(PaperKind.CERTIFICATION, no_redisclosure=True, valid_on=UNREFUTED)
CERTIFIES_TRUANCY_ONLY = to_show(PaperKind.CERTIFICATION, truancy_only=True, valid_on=UNREFUTED)
AGREED_FOR_AN_AUDIT = to_show(
    PaperKind.WRITTEN_AGREEMENT,
    signed=True, purpose=True, destruction=True, under_34cfr99_35=True, valid_on=UNREFUTED,
)  # fmt: skip

# A court is known by its paper, unless it is found to be none; whoever else brings one shows who they are (34 CFR
# 99.31(c)).
BY_A_KNOWN_BEARER = IDENTIFIED | (requester.kind.is_(Who.COURT, Who.JUDGE, Who.GRAND_JURY) & ~A_FALSE_NAME)

# Those whom 34 CFR 99.33 and Ed. Code 49076(a)(3) bind not to pass on what they were given.
BOUND = requester.kind.is_(
    *PUBLIC_SCHOOLS, *PRIVATE_SCHOOLS, Who.FEDERAL_AGENCY, Who.STATE_AGENCY, Who.COUNTY_AGENCY, Who.CITY_AGENCY,
    Who.AUDITOR, Who.DISTRICT_ATTORNEY, Who.JUDGE, Who.PROBATION_OFFICER, Who.MINORS_COUNSEL,
    Who.COUNTY_PLACING_AGENCY, Who.CHILD_WELFARE_WORKER, Who.TRIBAL_CASEWORKER, Who.CAREGIVER, Who.RELATIVE,
    Who.STEPPARENT, Who.FOSTER_CAREGIVER, Who.FOSTER_FAMILY_AGENCY, Who.STRTP_STAFF, Who.EMERGENCY_RESPONDER,
    Who.POLICE, Who.SCHOOL_RESOURCE_OFFICER, Who.HEALTH_DEPARTMENT, Who.PRIVATE_PROFESSIONAL, Who.FINANCIAL_AID_BODY,
    Who.ACCREDITOR, Who.RESEARCHER, Who.NONPROFIT, Who.CONTRACTOR, Who.VENDOR,
)  # fmt: skip
# Of no agency within which to share it: told all the same to pass on nothing.
IS_VOLUNTEER = requester.kind.is_(Who.VOLUNTEER)

# Whom it may be necessary to tell in an emergency, kin and parents apart (Ed. Code 49076(a)(2)(A), 34 CFR 99.36).
APPROPRIATE = requester.kind.is_(
    *STAFF_KINDS, Who.SCHOOL_RESOURCE_OFFICER, Who.EMERGENCY_RESPONDER, Who.POLICE, Who.HEALTH_DEPARTMENT, Who.COLLEGE,
    Who.CHILD_WELFARE_WORKER, Who.TRIBAL_CASEWORKER, Who.COUNTY_PLACING_AGENCY, Who.COUNTY_AGENCY, Who.CITY_AGENCY,
    Who.STATE_AGENCY, Who.FEDERAL_AGENCY, Who.PROBATION_OFFICER, Who.PRIVATE_PROFESSIONAL, Who.OTHER_SCHOOL, Who.JUDGE,
    Who.PRIVATE_SCHOOL, Who.PRIVATE_COLLEGE, Who.CAREGIVER, Who.FOSTER_CAREGIVER, Who.FOSTER_FAMILY_AGENCY,
    Who.STRTP_STAFF, Who.DISTRICT_ATTORNEY, Who.MINORS_COUNSEL, Who.EDUCATIONAL_RIGHTS_HOLDER, Who.VOLUNTEER,
    Who.SARB_AIDE, Who.CONTRACTOR, Who.NONPROFIT,
)  # fmt: skip
