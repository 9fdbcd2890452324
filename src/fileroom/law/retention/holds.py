"""Nothing on hold is destroyed, and nothing somebody has asked to see. An open request is a hold. Where a statute sets
a hard last day neither moves it: access is given at once, and counsel is told."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import DESTROYS, IS_HELD, RETAINS
from fileroom.law.retention.beyond_a_last_day import HARD
from fileroom.law.retention.interim_records import READING_B
from fileroom.law.vocabulary import record, student

law = Chapter(__name__)

DESTROYS_OR_RETAINS = DESTROYS | RETAINS

law.forbids(
    "while_on_hold",
    when=DESTROYS & record.on_hold.holds,
    says="A hold is in force: nothing under it is destroyed until it is lifted.",
    cites=c.EC_49062,
)

law.forbids(
    "while_a_request_is_open",
    when=DESTROYS & record.pending_request.holds,
    says="Somebody has asked to see this record: it stays until access is given or the request withdrawn.",
    cites=c.CFR_99_10_E,
)

law.obliges(
    DutyCode.HOLD_DESTRUCTION,
    when=DESTROYS & IS_HELD,
    says="Keep it, and look again when the hold or the request ends.",
    cites=c.EC_49062,
)

law.obliges(
    DutyCode.GIVE_ACCESS_FIRST,
    when=DESTROYS_OR_RETAINS & HARD & record.pending_request.holds,
    says="The law sets a hard last day: give access at once, then destroy it in time.",
    cites=c.CFR_99_10_E,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=DESTROYS_OR_RETAINS & HARD & record.on_hold.holds,
    says="A hold does not move a hard last day by itself: tell district counsel today, who lifts it or says why not.",
    cites=c.EC_49062,
)

law.obliges(
    DutyCode.TRANSFER_RECORD,
    when=DESTROYS & READING_B & student.former.holds,
    upon=Upon.GRANT,
    says="By this board's reading it can fall due on the very day the student leaves: see first that no next school has"
    " asked for the file or is about to, for the whole interim record is sent on.",
    cites=c.R_438,
)
