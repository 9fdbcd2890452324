"""What tells of no student is no pupil record under a vendor's contract: data and counts in which nobody can be found,
and the district's own business records."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.disclosure.public_records_requests import A_BARE_CODE
from fileroom.law.disclosure.statistics import CELLS_SAFE, NOBODY_FOUND
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.phrases import SHARES
from fileroom.law.vocabulary import identifies_student, record

law = Chapter(__name__)

DATA = record.kind.is_(RecordKind.DEIDENTIFIED)
ONLY_COUNTS = record.kind.is_(RecordKind.AGGREGATE)
SENT_WITHOUT_NAMES = SHARES & (DATA | ONLY_COUNTS)
SAFE_TO_SEND = NOBODY_FOUND & ((DATA & A_BARE_CODE) | (ONLY_COUNTS & CELLS_SAFE))
OF_BUSINESS = SHARES & record.kind.is_(RecordKind.BUSINESS_RECORD)

law.allows(
    "data_in_which_nobody_is_found",
    when=SENT_WITHOUT_NAMES & SAFE_TO_SEND,
    claimed=SENT_WITHOUT_NAMES,
    says="De-identified data are no pupil records: a vendor may use them to improve and show what it makes.",
    cites=c.EC_49073_1,
)

law.allows(
    "federal_deidentified",
    when=SENT_WITHOUT_NAMES & SAFE_TO_SEND,
    claimed=SENT_WITHOUT_NAMES,
    key=Key.FEDERAL,
    says="Federal law lets data go out once nobody can be found in it, whatever else was released.",
    cites=c.CFR_99_31_B1,
)

law.allows(
    "business_records",
    when=OF_BUSINESS & ~identifies_student.holds,
    claimed=OF_BUSINESS,
    key=Key.BOTH,
    says="A record that tells of no student is no pupil record; it goes by the district's ordinary rules.",
    cites=c.GC_7920,
)

law.obliges(
    DutyCode.REGISTER_RELEASE,
    when=SENT_WITHOUT_NAMES,
    upon=Upon.GRANT,
    says="Enter the release in the register, so that the next one is weighed with it.",
    cites=c.EC_49076_C,
)

law.closes(
    "somebody_could_be_found",
    when=SENT_WITHOUT_NAMES & ~SAFE_TO_SEND,
    says="First make sure that nobody can be found, alone or with earlier releases; no code tells of a person.",
    cites=c.CFR_99_31_B2,
)
