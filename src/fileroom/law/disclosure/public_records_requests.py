"""The Public Records Act is never a way to a pupil record; what is no pupil record goes by that Act."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.directory import GOES_OUT
from fileroom.law.disclosure.statistics import NOBODY_FOUND
from fileroom.law.facts import CodeBasis, PaperKind, Purpose, RecordKind
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.phrases import RELEASED
from fileroom.law.vocabulary import code_basis, identifies_student, is_pupil_record, purpose, record

law = Chapter(__name__)

UNDER_THE_ACT = purpose.is_(Purpose.PUBLIC_RECORDS_REQUEST) | some(PaperKind.PUBLIC_RECORDS_REQUEST)
A_BUSINESS_RECORD = GOES_OUT & record.kind.is_(RecordKind.BUSINESS_RECORD)
DEIDENTIFIED = GOES_OUT & record.kind.is_(RecordKind.DEIDENTIFIED)
A_BARE_CODE = ~code_basis.is_(CodeBasis.SSN, CodeBasis.PERSONAL)

law.allows(
    "business_records",
    when=A_BUSINESS_RECORD & ~identifies_student.holds,
    claimed=A_BUSINESS_RECORD,
    key=Key.BOTH,
    says="A record that tells of no student is no pupil record; it goes by the district's ordinary rules.",
    cites=c.GC_7920,
)

law.allows(
    "business_records_under_the_act",
    when=A_BUSINESS_RECORD & ~identifies_student.holds & purpose.is_(Purpose.PUBLIC_RECORDS_REQUEST),
    claimed=A_BUSINESS_RECORD,
    key=Key.BOTH,
    says="A record that tells of no student is answered under the Public Records Act.",
    cites=c.GC_7920,
    clock="public_records_answer",
)

law.allows(
    "deidentified",
    when=DEIDENTIFIED & NOBODY_FOUND & A_BARE_CODE,
    claimed=DEIDENTIFIED,
    says="Data in which nobody can be found, alone or with what else was released, may go to anybody.",
    cites=c.EC_49076_C,
)

law.allows(
    "federal_deidentified",
    when=DEIDENTIFIED & NOBODY_FOUND & A_BARE_CODE,
    claimed=DEIDENTIFIED,
    key=Key.FEDERAL,
    says="Federal law lets data go out once nobody can be found in it, whatever else was released.",
    cites=c.CFR_99_31_B1,
)

law.obliges(
    DutyCode.REGISTER_RELEASE,
    when=DEIDENTIFIED,
    upon=Upon.GRANT,
    says="Enter the release in the register, so that the next one is weighed with it.",
    cites=c.EC_49076_C,
)

law.closes(
    "never_a_way_to_pupil_records",
    when=RELEASED & UNDER_THE_ACT & is_pupil_record.holds,
    says="The Public Records Act opens no pupil record. A parent or adult student asks without it; others by consent.",
    cites=c.EC_49060_D,
)

law.closes(
    "somebody_could_be_found",
    when=DEIDENTIFIED & ~(NOBODY_FOUND & A_BARE_CODE),
    says="First make sure that nobody can be found, alone or with earlier releases; no code tells of a person.",
    cites=c.CFR_99_31_B2,
)
