"""What is no pupil record, and why a request for one ends differently."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import RecordKind, RequesterKind, SharedWith
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import IDENTIFIED, SEES, SERVES_THE_STUDENT
from fileroom.law.vocabulary import is_pupil_record, record, requester

law = Chapter(__name__)

A_NOTE = SEES & record.kind.is_(RecordKind.SOLE_POSSESSION_NOTES)
A_SUBSTITUTE = requester.kind.is_(RequesterKind.SUBSTITUTE)
UNSHOWN = record.shared_with.is_(SharedWith.NOBODY, SharedWith.TEMPORARY_SUBSTITUTE)

law.allows(
    "a_temporary_substitute",
    when=A_NOTE & A_SUBSTITUTE & IDENTIFIED & SERVES_THE_STUDENT & UNSHOWN,
    claimed=A_NOTE & A_SUBSTITUTE,
    key=Key.BOTH,
    says="A maker's own notes may be shown to a temporary substitute, and stay the maker's own. A successor is none.",
    cites=c.EC_49061_B,
)

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
