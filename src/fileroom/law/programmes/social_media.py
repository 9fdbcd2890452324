"""Gathering from students' social media: only under a program that families were told of, that the public could comment
on at a regular meeting, and that the board adopted; and only what directly pertains to safety."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.facts import Action, Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CLEARED_BY_COUNSEL, FOR_IMMIGRATION, MONITORS, OF_THE_DISTRICT
from fileroom.law.retention.hard_last_days import SOCIAL_MEDIA
from fileroom.law.vendor_contracts import A_CONTRACT, SOCIAL_MEDIA_TERMS
from fileroom.law.vocabulary import action, other, purpose, requester, social_media

law = Chapter(__name__)

TAKES_IT_IN = action.is_(Action.COLLECT) & SOCIAL_MEDIA
GATHERING = MONITORS | TAKES_IT_IN
OF_SOCIAL_MEDIA = GATHERING & ~other.school_account.holds
GATHERS_FOR_THE_DISTRICT = OF_THE_DISTRICT & requester.designated.holds
GATHERS_UNDER_CONTRACT = requester.kind.is_(Who.VENDOR, Who.CONTRACTOR)
MAY_GATHER = (GATHERS_FOR_THE_DISTRICT & ~A_CONTRACT) | (
    (GATHERS_FOR_THE_DISTRICT | GATHERS_UNDER_CONTRACT) & SOCIAL_MEDIA_TERMS
)

OF_SAFETY = (Purpose.SCHOOL_SAFETY, Purpose.HEALTH_OR_SAFETY_EMERGENCY)
FOR_SAFETY = purpose.is_(*OF_SAFETY, curable=(Purpose.NONE_STATED,)) & ~FOR_IMMIGRATION
FOR_ANOTHER_END = ~purpose.is_(*OF_SAFETY, Purpose.NONE_STATED) | FOR_IMMIGRATION
PROPOSAL_IS_TOLD = social_media.pupils_and_parents_notified.holds
HEARD = social_media.comment_at_regular_meeting.holds
BOARD_HAS_ADOPTED = social_media.adopted.holds
LIMITED = social_media.limited_to_safety.holds
A_SINGLE_LOOK = other.one_look.holds & CLEARED_BY_COUNSEL

law.forbids(
    "before_families_are_told",
    when=OF_SOCIAL_MEDIA & ~A_SINGLE_LOOK & ~PROPOSAL_IS_TOLD,
    says="Nothing is gathered before students and parents were told of the proposed program. A policy on smartphones,"
    " or on social media in school, is no such program.",
    cites=c.EC_49073_6,
)

law.forbids(
    "before_the_public_is_heard",
    when=OF_SOCIAL_MEDIA & ~A_SINGLE_LOOK & ~HEARD,
    says="Nothing is gathered before the public could comment at a regular meeting of the board. A special meeting"
    " does not do.",
    cites=c.EC_49073_6,
)

law.forbids(
    "before_adoption",
    when=OF_SOCIAL_MEDIA & ~A_SINGLE_LOOK & ~BOARD_HAS_ADOPTED,
    says="Nothing is gathered before the board has adopted the program.",
    cites=c.EC_49073_6,
)

law.forbids(
    "beyond_safety",
    when=OF_SOCIAL_MEDIA & (FOR_ANOTHER_END | (~A_SINGLE_LOOK & ~LIMITED)),
    says="Only what directly pertains to the safety of the school or of students is gathered from social media.",
    cites=c.EC_49073_6,
)

law.allows(
    "under_an_adopted_program",
    when=OF_SOCIAL_MEDIA & PROPOSAL_IS_TOLD & HEARD & BOARD_HAS_ADOPTED & LIMITED & FOR_SAFETY & MAY_GATHER,
    claimed=GATHERING,
    says="Under the program that the board adopted, what directly pertains to safety may be gathered and kept.",
    cites=c.EC_49073_6,
    limits=(Limit.SAFETY_ONLY, Limit.KEPT_APART),
)
