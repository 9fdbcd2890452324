"""Where a program to gather from students' social media stands (Ed. Code 49073.6), by the days of its steps.

Each step counts from its day, and only where the one before it was taken no later: comment at a meeting that nobody was
told of is no comment on this program, and a program adopted before it is not adopted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fileroom.law.facts import SocialMedia


class Stage(StrEnum):
    DRAFT = "draft"
    NOTICE_PROPOSED = "notice_proposed"
    COMMENT_HELD = "comment_held"
    ADOPTED = "adopted"
    PARENT_NOTICE_SENT = "parent_notice_sent"
    COLLECTING = "collecting"


STAGES = tuple(Stage)


@dataclass(frozen=True)
class Program:
    """The day of each step; None: not taken. `comment_held_on`: a regular meeting of the board, a special one is none.

    `limited_to_safety`: what the board adopted gathers only what directly pertains to safety.
    """

    notice_proposed_on: date | None = None
    comment_held_on: date | None = None
    adopted_on: date | None = None
    parent_notice_sent_on: date | None = None
    collecting_from: date | None = None
    limited_to_safety: bool = False

    @property
    def steps(self) -> tuple[date | None, ...]:
        """The days of the steps after the draft, in the order of the stages."""
        return (
            self.notice_proposed_on, self.comment_held_on, self.adopted_on, self.parent_notice_sent_on,
            self.collecting_from,
        )  # fmt: skip


def stage(program: Program, on: date) -> Stage:
    """How far the program has come by this day."""
    reached, before = Stage.DRAFT, date.min
    for next_stage, day in zip(STAGES[1:], program.steps, strict=True):
        if day is None or not before <= day <= on:
            break
        reached, before = next_stage, day
    return reached


def facts(program: Program, on: date) -> SocialMedia:
    """What the rules are told of the program on this day."""
    place = STAGES.index(stage(program, on))

    def past(step: Stage) -> bool:
        return place >= STAGES.index(step)

    return SocialMedia(
        pupils_and_parents_notified=past(Stage.NOTICE_PROPOSED),
        comment_at_regular_meeting=past(Stage.COMMENT_HELD),
        adopted=past(Stage.ADOPTED),
        parent_notice_sent=past(Stage.PARENT_NOTICE_SENT),
        limited_to_safety=program.limited_to_safety,
    )
