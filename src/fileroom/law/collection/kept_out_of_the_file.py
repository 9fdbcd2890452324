"""What nobody may put into a student's file, whoever brings it and whatever it is called."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.who_adds import ADDS, AT_WORK_ON_THE_FILE
from fileroom.law.collection.immigration_status import OF_STATUS
from fileroom.law.collection.social_security_numbers import A_NUMBER
from fileroom.law.collection.taxpayer_numbers import A_TAXPAYER_NUMBER
from fileroom.law.facts import ConfidedBy, ConsentBy, ConsentForm, PaperKind, RecordKind
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import record

law = Chapter(__name__)

A_CONFIDENCE = record.kind.is_(RecordKind.COUNSELLING_CONFIDENCE)
OF_THE_STUDENT = some(PaperKind.CONSENT, by=(ConsentBy.MINOR_STUDENT, ConsentBy.ADULT_STUDENT),
                      form=ConsentForm.WRITTEN, signed=True)  # fmt: skip
OF_THE_PARENT = some(PaperKind.CONSENT, by=(ConsentBy.PARENT_WITH_CUSTODY, ConsentBy.PARENT_WITHOUT_CUSTODY),
                     form=ConsentForm.WRITTEN, signed=True)  # fmt: skip
BY_WHOEVER_TOLD = (record.confided_by.is_(ConfidedBy.STUDENT) & OF_THE_STUDENT) | (
    record.confided_by.is_(ConfidedBy.PARENT) & OF_THE_PARENT
)

law.forbids(
    "no_social_security_number",
    when=ADDS & A_NUMBER,
    says="No Social Security number, whole or in part, goes into a student's file.",
    cites=c.EC_49076_7,
)

law.forbids(
    "no_taxpayer_number",
    when=ADDS & A_TAXPAYER_NUMBER,
    says="No taxpayer number goes into a student's file: it is on no list of the regulation.",
    cites=c.R_432_LIST,
)

law.forbids(
    "no_immigration_status",
    when=ADDS & OF_STATUS,
    says="Nothing on citizenship or immigration goes into a student's file.",
    cites=c.EC_234_7_A,
)

law.forbids(
    "no_meal_status",
    when=ADDS & record.kind.is_(RecordKind.MEAL_APPLICATION, RecordKind.MEAL_ELIGIBILITY),
    says="Nothing in a student's file tells whether the student gets free or reduced meals.",
    cites=c.EC_49558,
)

law.forbids(
    "no_child_abuse_report",
    when=ADDS & record.kind.is_(RecordKind.CHILD_ABUSE_REPORT),
    says="A child-abuse report is confidential and never part of a student's file.",
    cites=c.PENAL_11167_5,
)

law.forbids(
    "no_confidence_without_consent",
    when=ADDS & A_CONFIDENCE & ~BY_WHOEVER_TOLD,
    says="What was confided to a counselor becomes no record without the written consent of whoever told it.",
    cites=c.EC_49602,
)

law.allows(
    "a_confidence_by_consent",
    when=ADDS & A_CONFIDENCE & BY_WHOEVER_TOLD & AT_WORK_ON_THE_FILE,
    claimed=A_CONFIDENCE,
    says="Whoever told it has consented in writing: it may go into the record, and is then open as the record is.",
    cites=c.EC_49602,
)
