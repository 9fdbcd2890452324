"""A challenge that the superintendent has refused goes to the board, on appeal."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.challenges import FILES, IN_WRITING, IS_OF_THE_FAMILY, MAY_CHALLENGE
from fileroom.law.codes import DutyCode
from fileroom.law.facts import ChallengeDecision, ChallengeStep
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.vocabulary import challenge_decision, challenge_step, other

law = Chapter(__name__)

APPEALS = FILES & challenge_step.is_(ChallengeStep.APPEAL)
WAS_REFUSED = challenge_decision.is_(ChallengeDecision.DENIED, curable=(ChallengeDecision.PENDING,))
WAS_SUSTAINED = challenge_decision.is_(ChallengeDecision.SUSTAINED)

law.compels(
    "appeal_to_the_board",
    when=APPEALS & WAS_REFUSED & MAY_CHALLENGE & IN_WRITING & other.appeal_in_time.holds,
    claimed=IS_OF_THE_FAMILY,
    says="A challenge that the superintendent has refused may be brought before the board, in writing.",
    cites=c.EC_49070_B,
    clock="challenge_board_decision",
)

law.obliges(
    DutyCode.FAIR_HEARING,
    when=APPEALS,
    upon=Upon.GRANT,
    says="Tell the family the day, time and place beforehand; nobody who decides has an interest of their own; they may"
    " bring counsel; decide in writing, on the evidence alone, with reasons.",
    cites=c.CFR_99_22,
)

law.obliges(
    DutyCode.CLOSED_SESSION_NOTICE,
    when=APPEALS,
    upon=Upon.GRANT,
    says="The board sits in closed session. Tell the family of it in writing by registered or certified mail, or in"
    f" person; within {FIGURES['closed_session_election'].within} of receipt they may ask in writing for a public one.",
    cites=c.EC_35146,
)

law.closes(
    "nothing_to_appeal",
    when=APPEALS & WAS_SUSTAINED,
    says="The challenge of this item was sustained: there is nothing to appeal. It is corrected, or removed and"
    " destroyed, at once; of an item that was refused the appeal is open.",
    cites=c.EC_49070_B,
)

law.closes(
    "the_time_to_appeal_is_over",
    when=APPEALS & ~other.appeal_in_time.holds,
    says="The time to appeal is over. A written objection may be filed at any time; it stays with the record.",
    cites=c.EC_49070_D,
)
