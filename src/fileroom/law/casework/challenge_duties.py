"""What follows on a challenge: the meeting, the teacher heard, the word on appeal and objection, and no shredding."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.challenges import FILES, REQUESTS
from fileroom.law.codes import DutyCode
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.vocabulary import record

law = Chapter(__name__)

A_GRADE = record.kind.is_(RecordKind.GRADES, RecordKind.MARKS_AND_CREDITS, RecordKind.TRANSCRIPT)

law.obliges(
    DutyCode.MEET_PARENT_AND_AUTHOR,
    when=REQUESTS,
    upon=Upon.GRANT,
    says="The superintendent meets the family, with the employee who made the record if still here, and then decides"
    " each item for itself.",
    cites=c.EC_49070_B,
)

law.obliges(
    DutyCode.NOTIFY_OF_APPEAL_RIGHT,
    when=REQUESTS,
    upon=Upon.GRANT,
    says="Whoever is refused is told in writing of the appeal to the board, and of the hearing federal law gives.",
    cites=c.CFR_99_20,
)

law.obliges(
    DutyCode.ATTACH_STATEMENT,
    when=FILES,
    upon=Upon.GRANT,
    says="Tell whoever loses that a written objection may be filed; it stays until the item is corrected or removed.",
    cites=c.EC_49070_D,
)

law.obliges(
    DutyCode.HEAR_TEACHER,
    when=FILES & A_GRADE,
    upon=Upon.GRANT,
    says="A grade has a second gate: the teacher is heard, as far as practicable, and joins every discussion of it.",
    cites=c.EC_49066,
)

law.obliges(
    DutyCode.HOLD_DESTRUCTION,
    when=FILES,
    upon=Upon.GRANT,
    says="Keep what is challenged, and place a hold on it, until the challenge is over.",
    cites=c.EC_49062,
)
