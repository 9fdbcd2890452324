"""Emergencies: those who must know to protect someone, while the danger lasts. Never the press."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.court_papers import SILENCED
from fileroom.law.disclosure.affidavit_caregivers import OF_KIN
from fileroom.law.disclosure.child_welfare import KEPT_FROM_HOME
from fileroom.law.disclosure.counselling_confidences import CONFIDED
from fileroom.law.disclosure.educational_interest import WITH_INTEREST
from fileroom.law.disclosure.parents import A_PARENT
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import APPROPRIATE, OF_THE_FILE
from fileroom.law.phrases import A_THREAT, FOR_AN_EMERGENCY, IDENTIFIED, IS_PARENT, PARENT_OR_STUDENT, RELATED, SEES
from fileroom.law.vocabulary import other

law = Chapter(__name__)

CAN_PROTECT = APPROPRIATE | OF_KIN | IS_PARENT
PROTECTOR = (APPROPRIATE & IDENTIFIED) | (OF_KIN & IDENTIFIED & RELATED) | A_PARENT
CALLED_ONE = SEES & FOR_AN_EMERGENCY
TOLD_OF_A_THREAT = CALLED_ONE & A_THREAT & PROTECTOR
IN_DANGER = TOLD_OF_A_THREAT & OF_THE_FILE
# Of what parents, students, or staff by their work see anyhow, and of a confidence, no parent is told afterwards.
BY_ANOTHER_GROUND = PARENT_OR_STUDENT | CONFIDED | Shown(WITH_INTEREST)
TELLING_HARMS = Shown(other.telling_parents_endangers.holds | KEPT_FROM_HOME)

law.allows(
    "articulable_threat",
    when=IN_DANGER,
    claimed=CALLED_ONE & CAN_PROTECT,
    says="In an emergency those who must know it to protect someone's health or safety may be told.",
    cites=c.EC_49076_2A,
    limits=(Limit.ONLY_WHAT_THE_PURPOSE_NEEDS,),
)

law.allows(
    "federal_health_or_safety",
    when=IN_DANGER,
    claimed=CALLED_ONE & CAN_PROTECT,
    key=Key.FEDERAL,
    says="Federal law lets a school speak on an articulable and significant threat, as long as it lasts.",
    cites=c.CFR_99_31_A10,
)

law.obliges(
    DutyCode.RECORD_EMERGENCY_BASIS,
    when=CALLED_ONE,
    upon=Upon.GRANT,
    says="Write down what the threat was, and who was told.",
    cites=c.CFR_99_32_A5,
)

law.obliges(
    DutyCode.NOTIFY_PARENT_AFTER,
    when=TOLD_OF_A_THREAT & ~BY_ANOTHER_GROUND & ~TELLING_HARMS & ~SILENCED,
    upon=Upon.GRANT,
    says="Tell the parent or adult student within a week.",
    cites=c.AR_5125_EMERGENCY,
)

law.closes(
    "no_emergency_now",
    when=CALLED_ONE & ~A_THREAT,
    says="There is no danger today that can be put in words; the emergency door is shut.",
    cites=c.EC_49076_2A,
)

law.closes(
    "nobody_to_protect_with_it",
    when=CALLED_ONE & ~CAN_PROTECT,
    says="In an emergency only those who need it to protect someone are told. The press is not among them.",
    cites=c.CFR_99_31_A10,
)
