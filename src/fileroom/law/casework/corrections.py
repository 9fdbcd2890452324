"""What follows a sustained challenge: the item is corrected, or removed and destroyed. Nothing else is changed."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.challenge_duties import A_GRADE
from fileroom.law.casework.challenges import IS_OF_THE_FAMILY, MAY_CHALLENGE, ON_A_GROUND
from fileroom.law.casework.who_adds import AT_WORK_ON_THE_FILE
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action, ChallengeDecision, RecordClass, RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import DESTROYS, IS_STAFF, KEEPS_THE_RECORDS
from fileroom.law.vocabulary import action, other, record, record_class

law = Chapter(__name__)

AMENDS = action.is_(Action.AMEND)
BY_WHO_MAY_CORRECT = AT_WORK_ON_THE_FILE | MAY_CHALLENGE
WON = other.challenge_decision.is_(ChallengeDecision.SUSTAINED)
ORDERED_REMOVED = WON & other.removal_ordered.holds  # a removal by a challenge that was denied is a contradiction
SUSTAINED = other.challenge_decision.is_(ChallengeDecision.SUSTAINED, curable=(ChallengeDecision.PENDING,))
KEPT_UP_TO_DATE = record.kind.is_(
    RecordKind.PARENT_NAME_AND_ADDRESS, RecordKind.STUDENT_ADDRESS, RecordKind.ANNUAL_VERIFICATION,
    RecordKind.CONTACT_AND_HOUSEHOLD, RecordKind.ADDRESS, RecordKind.TELEPHONE,
)  # fmt: skip
REMOVABLE = record_class.is_(RecordClass.INTERIM, RecordClass.PERMITTED)

law.compels(
    "a_sustained_challenge",
    when=AMENDS & ~A_GRADE & BY_WHO_MAY_CORRECT & SUSTAINED,
    claimed=ON_A_GROUND,
    says="When a challenge is sustained the item is corrected at once.",
    cites=c.EC_49070_B,
)

law.allows(
    "what_is_verified_each_year",
    when=AMENDS & KEPT_UP_TO_DATE & BY_WHO_MAY_CORRECT & other.routine_update.holds,
    claimed=KEPT_UP_TO_DATE & (IS_STAFF | IS_OF_THE_FAMILY),
    says="Names of parents, addresses and telephones are verified each year, and brought up to date when they change.",
    cites=c.R_432_YEARLY,
)

law.compels(
    "removed_after_a_sustained_challenge",
    when=DESTROYS & REMOVABLE & ORDERED_REMOVED & (KEEPS_THE_RECORDS | MAY_CHALLENGE),
    claimed=WON | other.removal_ordered.holds,
    says="What a sustained challenge removes from the record is also destroyed, with every copy and export of it.",
    cites=c.EC_49070_B,
)

law.obliges(
    DutyCode.NOTIFY_PARENT_AFTER,
    when=(AMENDS & WON) | (DESTROYS & ORDERED_REMOVED),
    upon=Upon.GRANT,
    says="Tell whoever brought the challenge, in writing, what was corrected or removed.",
    cites=c.CFR_99_22,
)

law.closes(
    "no_change_without_a_ground",
    when=AMENDS,
    says="A record is changed after a challenge that was sustained, or on proof of a new name or gender; an address or"
    " telephone is brought up to date. Whoever holds the rights may bring a challenge, after looking at the record.",
    cites=c.EC_49070_A,
)
