"""What is no pupil record, and why a request for one ends differently."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import SEES
from fileroom.law.vocabulary import is_pupil_record, record

law = Chapter(__name__)

law.closes(
    "sole_possession_notes",
    when=SEES & record.kind.is_(RecordKind.SOLE_POSSESSION_NOTES) & ~is_pupil_record.holds,
    says="Notes in their maker's sole possession are no pupil record. Once shown to anyone but a substitute they are.",
    cites=c.EC_49061_B,
)

law.closes(
    "law_enforcement_unit",
    when=SEES & record.kind.is_(RecordKind.LAW_ENFORCEMENT_UNIT_RECORD),
    says="Records of the law-enforcement unit are no pupil records; that unit answers for them.",
    cites=c.CFR_99_3_RECORDS,
)

law.closes(
    "counselling_confidences",
    when=SEES & record.kind.is_(RecordKind.COUNSELLING_CONFIDENCE),
    says="What a student of 12 or over confides to a counselor is not part of the record without written consent.",
    cites=c.EC_49602,
)

law.closes(
    "child_abuse_reports",
    when=SEES & record.kind.is_(RecordKind.CHILD_ABUSE_REPORT),
    says="Child-abuse reports are confidential and lie outside the pupil record. Ask the custodian of records.",
    cites=c.PENAL_11167_5,
)

law.closes(
    "safe_at_home_address",
    when=SEES & record.kind.is_(RecordKind.ACTUAL_ADDRESS),
    says="The file holds one address; no other is given out. Ask the custodian of records.",
    cites=c.GC_6207,
)
