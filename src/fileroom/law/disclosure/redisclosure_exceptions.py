"""What a recipient may pass on though nobody has consented: as a court commands, or to protect somebody in danger."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.court_papers import SILENCED
from fileroom.law.disclosure.child_welfare import A_CHILD_WELFARE_INQUIRY
from fileroom.law.disclosure.court_process import PROCESS
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import BOUND, OF_THE_FILE, PASSES_ON
from fileroom.law.phrases import A_THREAT, FOR_AN_EMERGENCY

law = Chapter(__name__)

HANDS_ON = PASSES_ON & BOUND & OF_THE_FILE
AS_A_COURT_COMMANDS = HANDS_ON & PROCESS
AN_EMERGENCY = PASSES_ON & BOUND & FOR_AN_EMERGENCY
TO_PROTECT = AN_EMERGENCY & OF_THE_FILE & A_THREAT

law.allows(
    "as_a_court_commands",
    when=AS_A_COURT_COMMANDS,
    claimed=AS_A_COURT_COMMANDS,
    key=Key.BOTH,
    says="A recipient who is served with a court's order or subpoena that reaches the record may obey it.",
    cites=c.CFR_99_33_B,
    limits=(Limit.SCOPE_OF_THE_ORDER,),
)

law.allows(
    "to_protect_somebody_in_danger",
    when=TO_PROTECT,
    claimed=AN_EMERGENCY,
    key=Key.BOTH,
    says="In an emergency a recipient may tell those who must know it to protect someone's health or safety.",
    cites=c.CFR_99_33_B,
    limits=(Limit.ONLY_WHAT_THE_PURPOSE_NEEDS,),
)

law.obliges(
    DutyCode.NOTIFY_PARENT_BEFORE,
    when=AS_A_COURT_COMMANDS & ~SILENCED & ~Shown(A_CHILD_WELFARE_INQUIRY),
    says="Whoever was served tells the parent or adult student first; ask that it be done.",
    cites=c.CFR_99_33_B,
)

law.obliges(
    DutyCode.RECORD_EMERGENCY_BASIS,
    when=AN_EMERGENCY,
    upon=Upon.GRANT,
    says="Write down what the threat was, and to whom it was passed on.",
    cites=c.CFR_99_32_A5,
)
