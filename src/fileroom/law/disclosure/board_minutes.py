"""Minutes of the board leave out whoever has asked in writing to be left out."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import directory as d
from fileroom.law.facts import Choice, RecordKind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import A_JUDGES_PAPER
from fileroom.law.vocabulary import choices, other, record

law = Chapter(__name__)

PERSONAL = d.IS_DIRECTORY | record.kind.is_(
    RecordKind.STUDENT_ADDRESS, RecordKind.PARENT_NAME_AND_ADDRESS, RecordKind.CONTACT_AND_HOUSEHOLD
)

law.forbids(
    "left_out_of_the_minutes",
    when=d.PUBLISHES
    & other.in_board_minutes.holds
    & PERSONAL
    & choices.has(Choice.LEFT_OUT_OF_MINUTES)
    & ~A_JUDGES_PAPER,
    says="The family has asked the clerk in writing: neither name, address, telephone, birth date nor e-mail of student"
    " or parent stands in the minutes.",
    cites=c.EC_49073_2,
)
