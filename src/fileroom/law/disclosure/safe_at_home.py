"""Safe at Home: everybody is given the substitute address. The true one is opened for residency and for emergencies."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key, Upon
from fileroom.law.phrases import (
    A_JUDGES_PAPER,
    A_THREAT,
    CLEARED_BY_COUNSEL,
    FOR_AN_EMERGENCY,
    IDENTIFIED,
    IS_PARENT,
    IS_STAFF,
    LOOKS,
    RELEASED,
    SEES,
    SERVES_THE_STUDENT,
)
from fileroom.law.vocabulary import is_pupil_record, purpose, record, requester, student

law = Chapter(__name__)

PARTICIPANT = student.safe_at_home.holds
# A lease or a bill that was shown to prove residency bears the true address, whatever the normal fields hold.
TRUE_ADDRESS = record.kind.is_(RecordKind.ACTUAL_ADDRESS) | (
    PARTICIPANT & record.kind.is_(RecordKind.PROOF_OF_RESIDENCY) & ~LOOKS
)
OF_THE_SITE = IS_STAFF & IDENTIFIED & SERVES_THE_STUDENT
RESIDENCY = OF_THE_SITE & purpose.is_(Purpose.PROOF_OF_RESIDENCY, Purpose.EMERGENCY_CARD)
HELPERS = requester.kind.is_(Who.EMERGENCY_RESPONDER, Who.POLICE)
EMERGENCY = (OF_THE_SITE | (HELPERS & IDENTIFIED)) & FOR_AN_EMERGENCY & A_THREAT
THROUGH_COUNSEL = A_JUDGES_PAPER & CLEARED_BY_COUNSEL
# Any paper of a file may carry an address, the one from the kitchen too.
MAY_BEAR_AN_ADDRESS = (is_pupil_record.holds | record.kind.is_(RecordKind.MEAL_APPLICATION)) & ~TRUE_ADDRESS

law.forbids(
    "the_true_address",
    when=RELEASED & TRUE_ADDRESS & ~(SEES & (RESIDENCY | EMERGENCY | THROUGH_COUNSEL)),
    says="The file holds one address; no other is given out. Ask the custodian of records.",
    cites=c.GC_6207,
    silent=True,
)

law.allows(
    "residency_and_emergency",
    when=SEES & TRUE_ADDRESS & (RESIDENCY | EMERGENCY),
    claimed=IS_STAFF | (HELPERS & purpose.is_(Purpose.HEALTH_OR_SAFETY_EMERGENCY)),
    key=Key.BOTH,
    says="The true address is opened to settle residency, or in an emergency, and goes nowhere else.",
    cites=c.GC_6207,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=RELEASED & TRUE_ADDRESS & IS_PARENT,
    says="Ask counsel the same day. Show the file as it stands, with its one address, and say nothing of another.",
    cites=c.GC_6207,
)

law.obliges(
    DutyCode.GIVE_SUBSTITUTE_ADDRESS,
    when=RELEASED & PARTICIPANT & MAY_BEAR_AN_ADDRESS,
    upon=Upon.GRANT,
    says="Give the substitute address alone; no copy, map, route or date shows where the family lives.",
    cites=c.GC_6207,
)
