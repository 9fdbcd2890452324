"""What a vendor holds for the district is gone when the contract is satisfied."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import DESTROYS, KEEPS_THE_RECORDS, RETAINS, SHARES
from fileroom.law.programmes.vendors import IS_VENDOR
from fileroom.law.programmes.vendors_at_work import RECEIVES
from fileroom.law.retention.challenge_files import OVER_BY_THE_BOARD
from fileroom.law.vocabulary import VENDORS, is_pupil_record, record, requester

law = Chapter(__name__)

HELD_BY_A_VENDOR = record.kind.is_(RecordKind.VENDOR_HELD_DATA)
IN_A_VENDORS_HANDS = HELD_BY_A_VENDOR | requester.kind.is_(*VENDORS)

law.compels(
    "when_the_contract_is_satisfied",
    when=DESTROYS & HELD_BY_A_VENDOR & record.contract_satisfied.holds,
    claimed=HELD_BY_A_VENDOR,
    says="When its contract is satisfied a vendor keeps no record of the district's students, and certifies it.",
    cites=c.EC_49073_1_B7,
)

law.allows(
    "at_the_districts_word",
    when=DESTROYS
    & KEEPS_THE_RECORDS
    & HELD_BY_A_VENDOR
    & record.contract_satisfied.is_(False)
    & record.no_longer_needed.holds,
    claimed=KEEPS_THE_RECORDS & HELD_BY_A_VENDOR & record.contract_satisfied.is_(False),
    says="While its contract runs a vendor deletes at the district's word what the district needs there no more.",
    cites=c.BP_22584_D2,
)

law.obliges(
    DutyCode.DESTROY_WHEN_DONE,
    when=(SHARES & is_pupil_record.holds & IS_VENDOR) | RECEIVES,
    upon=Upon.GRANT,
    says="When the contract ends the vendor keeps nothing: it returns or destroys the records, and certifies it.",
    cites=c.EC_49073_1_B7,
)

law.forbids(
    "nothing_kept_after_the_contract",
    when=RETAINS & IN_A_VENDORS_HANDS & record.contract_satisfied.holds,
    says="After the contract a vendor keeps none of the records, but for content a student keeps in an account of"
    " their own.",
    cites=c.EC_49073_1_B7,
)

law.allows(
    "while_the_contract_runs",
    when=RETAINS & IN_A_VENDORS_HANDS & record.contract_satisfied.is_(False) & ~OVER_BY_THE_BOARD,
    claimed=IN_A_VENDORS_HANDS,
    says="While its contract runs a vendor keeps what it holds for the district, under the district's control.",
    cites=c.EC_49073_1_B7,
)
