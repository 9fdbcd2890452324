"""A family that shows a Safe at Home card has the substitute address in every record."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.family_choices import RESTRICTS
from fileroom.law.codes import DutyCode
from fileroom.law.collection.admission import SAFE_AT_HOME_CARD
from fileroom.law.disclosure.safe_at_home import TRUE_ADDRESS
from fileroom.law.facts import PaperKind, RecordKind
from fileroom.law.kernel.decision import Duty
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import record, restrained

law = Chapter(__name__)

BEARS_AN_ADDRESS = record.kind.is_(
    RecordKind.ADDRESS, RecordKind.STUDENT_ADDRESS, RecordKind.PARENT_NAME_AND_ADDRESS, RecordKind.ANNUAL_VERIFICATION,
    RecordKind.CONTACT_AND_HOUSEHOLD, RecordKind.CUMULATIVE_FILE, RecordKind.PERMANENT_RECORD, RecordKind.TRANSCRIPT,
    RecordKind.DIRECTORY_INFORMATION,
)  # fmt: skip

law.compels(
    "substitute_address",
    when=RESTRICTS & (BEARS_AN_ADDRESS | TRUE_ADDRESS) & SAFE_AT_HOME_CARD & ~restrained.holds,
    claimed=some(PaperKind.SAFE_AT_HOME_CARD),
    says="The Safe at Home card is accepted: every record shows the substitute address.",
    cites=c.GC_6207,
    duties=(Duty(DutyCode.GIVE_SUBSTITUTE_ADDRESS, c.GC_6207.text, "Put the substitute address in every field."),),
)
