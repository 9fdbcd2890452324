"""What may be destroyed, and when; and the permanent record, never."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.classes import PERMANENT
from fileroom.law.codes import DutyCode
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import DESTROYS
from fileroom.law.vocabulary import record

law = Chapter(__name__)

A_CONSENT = record.kind.is_(RecordKind.CONSENT_FORM)

law.forbids(
    "permanent_records",
    when=DESTROYS & PERMANENT & ~A_CONSENT,
    says="A permanent record is kept for ever, by every school.",
    cites=c.R_437_B,
)

law.forbids(
    "consents",
    when=DESTROYS & A_CONSENT,
    says="A consent is kept permanently with the record file, whatever class it is given.",
    cites=c.EC_49075,
)

law.forbids(
    "name_documents",
    when=DESTROYS & record.kind.is_(RecordKind.NAME_GENDER_CHANGE),
    says="The document about a changed name or gender is kept for ever, apart and in confidence.",
    cites=c.EC_49070_C5,
)

law.forbids(
    "the_log_of_what_is_kept",
    when=DESTROYS & record.kind.is_(RecordKind.ACCESS_LOG) & ~record.describes_nothing_kept.holds,
    says="The log is kept for as long as any part of the record that it describes.",
    cites=c.CFR_99_32_A2,
)

law.obliges(
    DutyCode.SECURE_DESTRUCTION,
    when=DESTROYS,
    upon=Upon.GRANT,
    says="Destroy it so that nobody can read it on the way.",
    cites=c.R_437_C,
)

law.obliges(
    DutyCode.HONOR_OPT_OUT,
    when=DESTROYS & record.kind.is_(RecordKind.DIRECTORY_RESTRICTION),
    upon=Upon.GRANT,
    says="Carry the family's refusal over first, to where it is kept for good: it binds after the student has left.",
    cites=c.CFR_99_37_B,
)

law.closes(
    "only_as_the_regulations_say",
    when=DESTROYS,
    says="Records are destroyed only as the state's regulations say; no rule lets this one go today.",
    cites=c.EC_49062,
)
