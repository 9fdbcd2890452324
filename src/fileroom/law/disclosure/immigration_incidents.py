"""The file of a request by immigration enforcement lies apart; the board is told without a name."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Purpose, RecordKind
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import (
    CLEARED_BY_COUNSEL,
    IDENTIFIED,
    IS_FAMILY,
    IS_STAFF,
    PARENT_OR_STUDENT,
    RELEASED,
    SEES,
)
from fileroom.law.vocabulary import identifies_student, purpose, record, requester

law = Chapter(__name__)

TO_THE_BOARD = purpose.is_(Purpose.IMMIGRATION_REPORT_TO_BOARD)
INCIDENT = SEES & record.kind.is_(RecordKind.IMMIGRATION_INCIDENT_FILE)

law.compels(
    "report_to_the_board",
    when=SEES & TO_THE_BOARD & IS_STAFF & ~identifies_student.holds,
    claimed=TO_THE_BOARD,
    key=Key.BOTH,
    says="The board is told of every such request, without a name or anything by which somebody could be found.",
    cites=c.EC_234_7_C,
)

law.forbids(
    "a_report_with_names",
    when=RELEASED & TO_THE_BOARD & ~IS_FAMILY & identifies_student.holds,
    says="The report to the board names and shows nobody. Take out what tells of a person, then report.",
    cites=c.EC_234_7_C,
)

law.allows(
    "those_designated",
    when=INCIDENT & IS_STAFF & IDENTIFIED & requester.designated.holds,
    claimed=INCIDENT & IS_STAFF,
    key=Key.BOTH,
    says="Those whom the superintendent has designated keep the file of the incident.",
    cites=c.EC_234_7_C,
)

law.allows(
    "families_through_counsel",
    when=INCIDENT & PARENT_OR_STUDENT & IDENTIFIED & CLEARED_BY_COUNSEL,
    claimed=INCIDENT & PARENT_OR_STUDENT,
    key=Key.BOTH,
    says="The file is no pupil record; this family may be shown of it what counsel says.",
    cites=c.EC_234_7_C,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=INCIDENT & PARENT_OR_STUDENT,
    says="Ask counsel the same day what the family may be shown of it.",
    cites=c.EC_234_7_C,
)

law.closes(
    "others",
    when=INCIDENT,
    says="This is kept apart by those whom the superintendent has designated. Ask the superintendent.",
    cites=c.EC_234_7_C,
)
