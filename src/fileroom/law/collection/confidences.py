"""What a counselor is told in confidence, and what whoever must report abuse has reported: noted apart, and in no
student's file."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.collection.catalogue_kinds import ASKED_FOR_THE_SCHOOL
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import IS_STAFF, SERVES_THE_STUDENT
from fileroom.law.vocabulary import purpose, record, requester

law = Chapter(__name__)

OF_ITS_OWN = ASKED_FOR_THE_SCHOOL & ~purpose.is_(Purpose.ENROLMENT)  # nobody is asked for either
A_CONFIDENCE_TO_A_COUNSELOR = record.kind.is_(RecordKind.COUNSELLING_CONFIDENCE) & requester.kind.is_(Who.COUNSELOR)
A_REPORT_BY_STAFF = record.kind.is_(RecordKind.CHILD_ABUSE_REPORT) & IS_STAFF

law.allows(
    "told_to_a_counselor",
    when=OF_ITS_OWN & A_CONFIDENCE_TO_A_COUNSELOR & SERVES_THE_STUDENT,
    claimed=A_CONFIDENCE_TO_A_COUNSELOR,
    says="A counselor may note what a student confides: apart, and never in the file without the student's consent.",
    cites=c.EC_49602,
    limits=(Limit.KEPT_APART,),
)

law.allows(
    "reports_of_abuse",
    when=OF_ITS_OWN & A_REPORT_BY_STAFF & SERVES_THE_STUDENT,
    claimed=A_REPORT_BY_STAFF,
    says="Who must report abuse may keep the report that was made: apart, in confidence, and never in a file.",
    cites=c.PENAL_11167_5,
    limits=(Limit.KEPT_APART,),
)
