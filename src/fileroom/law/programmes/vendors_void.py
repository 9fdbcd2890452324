"""A contract that lacks a clause: notice, a reasonable time to cure it, and only then void. Then every record comes
back."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import DESTROYS, RETAINS, SHARES
from fileroom.law.retention.vendor_copies import HELD_BY_A_VENDOR
from fileroom.law.vendor_contracts import DEFECTIVE, NOTICED, VOID
from fileroom.law.vocabulary import is_pupil_record

law = Chapter(__name__)

SHARES_RECORDS = SHARES & is_pupil_record.holds
KEPT_BY_A_VENDOR = (RETAINS | DESTROYS) & HELD_BY_A_VENDOR

law.forbids(
    "nothing_shared",
    when=SHARES_RECORDS & VOID,
    says="The contract was not cured after notice, and is void: nothing more is shared, and every record comes back.",
    cites=c.EC_49073_1,
)

law.forbids(
    "nothing_kept",
    when=RETAINS & HELD_BY_A_VENDOR & VOID,
    says="Once its contract is void a vendor keeps no record: it returns all of them to the district.",
    cites=c.EC_49073_1,
)

law.obliges(
    DutyCode.RETURN_RECORDS,
    when=(SHARES_RECORDS | KEPT_BY_A_VENDOR) & VOID,
    says="Have every record returned by all parties to the contract, before any copy is destroyed.",
    cites=c.EC_49073_1,
)

law.obliges(
    DutyCode.GIVE_NOTICE_TO_CURE,
    when=SHARES_RECORDS & DEFECTIVE & ~NOTICED,
    says="Tell the vendor in writing what the contract lacks, with a reasonable time to cure it. It is void only if it"
    " is not cured by then.",
    cites=c.EC_49073_1,
)
