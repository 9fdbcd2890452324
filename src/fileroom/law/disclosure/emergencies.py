"""Emergencies: those who must know to protect someone, while the danger lasts. Never the press."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.court_papers import SILENCED
from fileroom.law.disclosure.affidavit_caregivers import OF_KIN
from fileroom.law.disclosure.child_welfare import A_CHILD_WELFARE_INQUIRY
from fileroom.law.disclosure.parents import A_PARENT
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.parties import OF_THE_FILE
from fileroom.law.phrases import A_THREAT, FOR_AN_EMERGENCY, IDENTIFIED, IS_PARENT, RELATED, SEES, STAFF_KINDS
from fileroom.law.vocabulary import other, requester

law = Chapter(__name__)

OFFICES = requester.kind.is_(
    *STAFF_KINDS, Who.SCHOOL_RESOURCE_OFFICER, Who.EMERGENCY_RESPONDER, Who.POLICE, Who.HEALTH_DEPARTMENT,
    Who.CHILD_WELFARE_WORKER, Who.TRIBAL_CASEWORKER, Who.COUNTY_PLACING_AGENCY, Who.COUNTY_AGENCY, Who.CITY_AGENCY,
    Who.STATE_AGENCY, Who.FEDERAL_AGENCY, Who.PROBATION_OFFICER, Who.PRIVATE_PROFESSIONAL, Who.OTHER_SCHOOL,
    Who.PRIVATE_SCHOOL, Who.CAREGIVER, Who.FOSTER_CAREGIVER, Who.FOSTER_FAMILY_AGENCY, Who.STRTP_STAFF,
    Who.EDUCATIONAL_RIGHTS_HOLDER, Who.VOLUNTEER, Who.SARB_AIDE, Who.CONTRACTOR, Who.NONPROFIT, Who.VENDOR,
    Who.COLLEGE, Who.PRIVATE_COLLEGE, Who.DISTRICT_ATTORNEY, Who.MINORS_COUNSEL, Who.JUDGE,
)  # fmt: skip
CAN_PROTECT = OFFICES | OF_KIN | IS_PARENT
PROTECTOR = (OFFICES & IDENTIFIED) | (OF_KIN & IDENTIFIED & RELATED) | A_PARENT
CALLED_ONE = SEES & FOR_AN_EMERGENCY
IN_DANGER = CALLED_ONE & A_THREAT & PROTECTOR & OF_THE_FILE

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
    when=CALLED_ONE & ~IS_PARENT & ~Shown(other.telling_parents_endangers.holds | A_CHILD_WELFARE_INQUIRY) & ~SILENCED,
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
