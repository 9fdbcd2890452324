"""A demand from its signing to its end, as a table: in which stage which step leads where."""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """Where a demand stands."""

    SENT = "sent"
    PROMISED = "promised"
    ASKED = "asked"  # for more time than the district has given
    REMINDED = "reminded"
    REFUSED = "refused"
    ESCALATED = "escalated"
    OVER = "over"


class Step(StrEnum):
    """What may happen to it: the company answers, the district reminds, gives time or closes, the night escalates."""

    DELETED = "deleted"
    WILL_DELETE = "will_delete"
    ASK = "ask"
    GIVE_TIME = "give_time"
    REFUSE = "refused"
    REMIND = "remind"
    ESCALATE = "escalate"
    CLOSE = "close"


S, T = Stage, Step
# An answer may come in every stage but the last: a company that refused may think better of it.
NEXT: dict[tuple[Stage, Step], Stage] = {
    **{(stage, T.DELETED): S.OVER for stage in S if stage is not S.OVER},
    **{(stage, T.WILL_DELETE): S.PROMISED for stage in S if stage is not S.OVER},
    **{(stage, T.ASK): S.ASKED for stage in S if stage is not S.OVER},
    **{(stage, T.REFUSE): S.REFUSED for stage in S if stage is not S.OVER},
    **{(stage, T.CLOSE): S.OVER for stage in S if stage is not S.OVER},
    (S.SENT, T.REMIND): S.REMINDED,
    (S.PROMISED, T.REMIND): S.REMINDED,
    (S.ASKED, T.GIVE_TIME): S.PROMISED,
    (S.ASKED, T.REMIND): S.REMINDED,
    (S.ASKED, T.ESCALATE): S.ESCALATED,
    (S.REFUSED, T.REMIND): S.REMINDED,
    (S.ESCALATED, T.REMIND): S.REMINDED,
    (S.SENT, T.ESCALATE): S.ESCALATED,
    (S.PROMISED, T.ESCALATE): S.ESCALATED,
    (S.REMINDED, T.ESCALATE): S.ESCALATED,
}


def after(stage: str, step: Step) -> Stage | None:
    """The stage that this step leads to; None: it cannot be taken here."""
    return NEXT.get((Stage(stage), step))
