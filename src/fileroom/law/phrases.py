"""Phrases of the law that more than one subject uses, each said once."""

from __future__ import annotations

from typing import Any

from fileroom.law.bound_by_orders import OWN_PEOPLE
from fileroom.law.facts import Action as Do
from fileroom.law.facts import (
    ConsentBy,
    ConsentForm,
    Emergency,
    Order,
    PaperKind,
    Purpose,
    RecordKind,
    Standing,
    StudentVisa,
)
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.condition import Condition, any_of
from fileroom.law.kernel.papers import UNREFUTED, some
from fileroom.law.vendor_contracts import VOID
from fileroom.law.vocabulary import (
    action,
    is_pupil_record,
    orders,
    other,
    purpose,
    record,
    requester,
    student,
)

RELEASES = frozenset(
    {
        Do.INSPECT, Do.COPY, Do.DISCLOSE, Do.TRANSFER, Do.REDISCLOSE, Do.PUBLISH, Do.VIEW_LOG, Do.VIEW_SEALED_LOG,
        Do.SHARE_WITH_VENDOR,
    }
)  # fmt: skip
SEES = action.is_(Do.INSPECT, Do.COPY, Do.DISCLOSE)
LOOKS = action.is_(Do.VIEW_LOG)
SHARES = action.is_(Do.SHARE_WITH_VENDOR)
CERTIFIES = action.is_(Do.CERTIFY_NONENROLMENT)
MONITORS = action.is_(Do.MONITOR_SOCIAL_MEDIA)
RELEASED = action.is_(*sorted(RELEASES))
TAKES_IN = action.is_(Do.COLLECT, Do.SOLICIT, Do.REQUIRE_FOR_ENROLMENT)
ASKS_FOR = action.is_(Do.COLLECT, Do.SOLICIT)
REQUIRES = action.is_(Do.REQUIRE_FOR_ENROLMENT)
DESTROYS = action.is_(Do.DESTROY)
RETAINS = action.is_(Do.RETAIN)
IS_HELD = record.on_hold.holds | record.pending_request.holds  # an open request is a hold

IDENTIFIED = requester.identity.is_(Standing.VERIFIED, curable=(Standing.CLAIMED,))
RELATED = requester.relationship.is_(Standing.VERIFIED, curable=(Standing.CLAIMED,))
A_FALSE_NAME = requester.identity.is_(Standing.REFUTED)
CLEARED_BY_COUNSEL = other.counsel_cleared.holds

ADULT = student.age.at_least(FIGURES["adult_student_age"].value)
MINOR = ~ADULT
# Whose the rights are of a minor who attends a college, is emancipated, or was born on 29 February and is 18 by one
# count alone, the records law does not plainly say. This district's records stay the parents' while a minor attends a
# college, unless counsel finds otherwise; an emancipated minor's are whose counsel says. On the one day between two
# counts the parents look as before: it is their consent alone that is not relied on.
EMANCIPATED = student.emancipated.holds & MINOR
BETWEEN_TWO_COUNTS = student.eighteen_by_one_count.holds
FOR_COUNSEL_TO_SAY = student.attends_postsecondary.holds | EMANCIPATED | BETWEEN_TWO_COUNTS
PASSED_EARLY = (
    student.rights_passed.holds & student.attends_postsecondary.holds & MINOR & ~student.adjudged_incompetent.holds
)

# Who holds the rights today, one phrase for looking and for consenting: whoever may consent for a student is one to
# whom the right to inspect belongs. Legal custody is asked besides for a consent, and not for a look (Fam. Code 3025).
PARENTS_HOLD_THE_RIGHTS = (
    (MINOR | student.adjudged_incompetent.holds) & ~PASSED_EARLY & (~EMANCIPATED | CLEARED_BY_COUNSEL)
)
PARENTS_MAY_CONSENT = PARENTS_HOLD_THE_RIGHTS & (~BETWEEN_TWO_COUNTS | CLEARED_BY_COUNSEL)
THE_STUDENT_HOLDS_THE_RIGHTS = (ADULT | PASSED_EARLY) & ~student.adjudged_incompetent.holds
# A paper that says it is by whoever holds the rights is taken at its word, but where counsel says whose they are, and
# where counsel has found that they are the student's, who then signs in person.
A_HOLDER_MAY_CONSENT = ~PASSED_EARLY & (~(EMANCIPATED | BETWEEN_TWO_COUNTS) | CLEARED_BY_COUNSEL)

FAMILY = (Who.PARENT, Who.STUDENT, Who.FORMER_STUDENT, Who.EDUCATIONAL_RIGHTS_HOLDER)
IS_FAMILY = requester.kind.is_(*FAMILY)
IS_PARENT = requester.kind.is_(Who.PARENT)
IS_STUDENT = requester.kind.is_(Who.STUDENT, Who.FORMER_STUDENT)
PARENT_OR_STUDENT = IS_PARENT | IS_STUDENT
# Known, and not merely not shown: another person than they say, or no parent of this student, or not the student.
SOMEBODY_ELSE = A_FALSE_NAME | (PARENT_OR_STUDENT & requester.relationship.is_(Standing.REFUTED))
STAFF_KINDS = OWN_PEOPLE
IS_STAFF = requester.kind.is_(*STAFF_KINDS)
IS_CUSTODIAN = requester.kind.is_(Who.CUSTODIAN_OF_RECORDS)
# Whoever acts for the district in its own files: its people, and the system that carries out what they have approved.
OF_THE_DISTRICT = IS_STAFF | requester.kind.is_(Who.SYSTEM)
# A company whose use of records the district directs takes in for its files, and puts into them, what the office would
# (Ed. Code 49076(a)(2)(G), 49073.1), while its contract stands: it reads them by a ground of its own.
DIRECTED_COMPANY = (
    requester.kind.is_(Who.VENDOR, Who.CONTRACTOR)
    & ~A_FALSE_NAME
    & requester.under_direct_control.holds
    & some(PaperKind.VENDOR_CONTRACT, PaperKind.WRITTEN_AGREEMENT, signed=UNREFUTED, valid_on=UNREFUTED)
    & ~VOID
)
ACTS_FOR_THE_DISTRICT = OF_THE_DISTRICT | DIRECTED_COMPANY
IS_FORMER_STUDENT = student.former.holds | requester.kind.is_(Who.FORMER_STUDENT)
SERVES_THE_STUDENT = requester.has_student.holds
# The office that answers for the files (5 CCR 431, 433), and the system that carries out what it has approved.
KEEPS_THE_RECORDS = requester.kind.is_(Who.CUSTODIAN_OF_RECORDS, Who.SYSTEM) | (
    requester.kind.is_(Who.ADMINISTRATOR, Who.EMPLOYEE) & requester.keeps_records.holds
)
KEEPS = RETAINS & KEEPS_THE_RECORDS

# What lies outside the ordinary file, each under its own statute (california.md §13): no office and no court's paper
# opens it by the ordinary rules.
KEPT_APART = (
    RecordKind.COUNSELLING_CONFIDENCE, RecordKind.CHILD_ABUSE_REPORT, RecordKind.LAW_ENFORCEMENT_UNIT_RECORD,
    RecordKind.JUVENILE_COURT_NOTICE, RecordKind.SCHOOL_POLICE_NOTICE, RecordKind.SEALED_JUVENILE_RECORD,
    RecordKind.ACTUAL_ADDRESS, RecordKind.MEAL_APPLICATION, RecordKind.MEAL_ELIGIBILITY,
    RecordKind.IMMIGRATION_INCIDENT_FILE,
)  # fmt: skip
IS_APART = record.kind.is_(*KEPT_APART) | (record.kind.is_(RecordKind.SOLE_POSSESSION_NOTES) & ~is_pupil_record.holds)

A_DISTRICTS_RECORD = record.kind.is_(RecordKind.BUSINESS_RECORD)  # of the district's business, and of no student

NOT_OF_THE_SCHOOL = purpose.is_(
    Purpose.PRIVATE_INTEREST, Purpose.FUNDRAISING, Purpose.MARKETING, Purpose.OWN_RESEARCH, Purpose.NEWS,
    Purpose.RECRUITMENT, Purpose.REGISTRY, Purpose.EMPLOYMENT_CHECK, Purpose.VOTER_REGISTRATION,
    Purpose.PUBLIC_RECORDS_REQUEST, Purpose.PRIVATE_SERVICE,
)  # fmt: skip

FOR_AN_EMERGENCY = purpose.is_(Purpose.HEALTH_OR_SAFETY_EMERGENCY)
A_THREAT = other.emergency.is_(Emergency.ARTICULABLE_THREAT)
OF_A_CRIME = purpose.is_(Purpose.CRIMINAL_INVESTIGATION, Purpose.LAW_ENFORCEMENT)
# Federal law has a certified school answer the visa program about its own F-1 students, on a fixed list (8 CFR
# 214.3(g)). Of anybody and anything else that program is immigration enforcement like any other (Ed. Code 234.7).
ON_THE_VISA_PROGRAMS_LIST = record.kind.is_(
    RecordKind.LEGAL_NAME, RecordKind.BIRTH_DATE, RecordKind.PLACE_OF_BIRTH, RecordKind.BIRTH_COUNTRY,
    RecordKind.CITIZENSHIP_STATUS, RecordKind.IMMIGRATION_DOCUMENT, RecordKind.ADDRESS, RecordKind.STUDENT_ADDRESS,
    RecordKind.ENROLMENT_STATUS, RecordKind.ENTRY_AND_LEAVING_DATES, RecordKind.SUBJECTS_TAKEN,
    RecordKind.GRADUATION_DATE,
)  # fmt: skip
OF_AN_F_1_STUDENT = student.visa.is_(StudentVisa.F_1)
BY_THE_VISA_PROGRAM = SEES & requester.kind.is_(Who.SEVP_OFFICER) & purpose.is_(Purpose.SEVIS)
OF_ITS_OWN_STUDENTS = BY_THE_VISA_PROGRAM & OF_AN_F_1_STUDENT & ON_THE_VISA_PROGRAMS_LIST
_BY_IMMIGRATION = (
    purpose.is_(Purpose.IMMIGRATION_ENFORCEMENT),
    requester.kind.is_(Who.IMMIGRATION_OFFICER),
    requester.kind.is_(Who.SEVP_OFFICER) & ~OF_ITS_OWN_STUDENTS,
    requester.kind.is_(Who.FEDERAL_AGENCY) & purpose.is_(Purpose.SEVIS),  # the same office by another name
)
BY_IMMIGRATION = any_of(*_BY_IMMIGRATION)
FOR_IMMIGRATION = any_of(
    *_BY_IMMIGRATION,
    other.assists_immigration_enforcement.holds,  # whoever asks, if any part of it assists (234.7(l)(1))
)

OF_A_JUDICIAL_COURT = (PaperKind.COURT_ORDER, PaperKind.JUDICIAL_WARRANT, PaperKind.JUDICIAL_SUBPOENA)
A_JUDGES_PAPER = some(*OF_A_JUDICIAL_COURT, signed_by_judge=True, names_these_records=True, valid_on=True)

_STANDS: dict[str, Any] = {"valid_on": UNREFUTED, "fits_this_request": UNREFUTED}  # not withdrawn, of this request
_MEND = {"form": ConsentForm.ORAL, "signed": False, "dated": False, "records": False, "purpose": False,
         "recipient": False, "authenticated": False}  # fmt: skip


def given(by: ConsentBy, *elements: str) -> Condition:
    """A consent by this person with these elements: written and signed, or electronic and authenticated."""
    has = dict.fromkeys(elements, True) | _STANDS
    written = some(PaperKind.CONSENT, curable=_MEND, by=by, form=ConsentForm.WRITTEN, signed=True, **has)
    electronic = some(PaperKind.CONSENT, curable=_MEND, by=by, form=ConsentForm.ELECTRONIC, authenticated=True, **has)
    return (written | electronic) & ~other.consent_refused.holds


def consent_with(*elements: str) -> Condition:
    """Consent of whoever holds the right to give it on this day, with these elements."""
    return any_of(
        given(ConsentBy.PARENT_WITH_CUSTODY, *elements)
        & PARENTS_MAY_CONSENT
        & (~orders.has(Order.EDUCATION_RIGHTS_LIMITED) | CLEARED_BY_COUNSEL),
        given(ConsentBy.PARENT_WITHOUT_CUSTODY, *elements)
        & PARENTS_MAY_CONSENT
        & orders.has(Order.BOTH_PARENTS_MAY_CONSENT_AGREEMENT),
        given(ConsentBy.ADULT_STUDENT, *elements) & THE_STUDENT_HOLDS_THE_RIGHTS,
        given(ConsentBy.RIGHTS_HOLDER, *elements) & A_HOLDER_MAY_CONSENT,
        (given(ConsentBy.MINOR_STUDENT, *elements) | given(ConsentBy.ADULT_STUDENT, *elements))
        & MINOR
        & ~student.adjudged_incompetent.holds
        & (PASSED_EARLY | (FOR_COUNSEL_TO_SAY & CLEARED_BY_COUNSEL)),
    )


CONSENT_IS_CLAIMED = some(PaperKind.CONSENT)
A_CONSENT_MAY_STAND = some(PaperKind.CONSENT, **_STANDS) & ~other.consent_refused.holds
CONSENT_BY_STATE_LAW = consent_with("records", "recipient")
CONSENT_BY_FEDERAL_LAW = consent_with("dated", "records", "purpose", "recipient")
CONSENTED = CONSENT_BY_STATE_LAW & CONSENT_BY_FEDERAL_LAW
ENFORCEMENT_WITHOUT_CONSENT_OR_A_JUDGE = FOR_IMMIGRATION & ~(CONSENT_BY_FEDERAL_LAW | A_JUDGES_PAPER)
