"""The file of a challenge: kept in confidence for a year after the board's decision, then destroyed."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import RecordKind
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import CLEARED_BY_COUNSEL, DESTROYS, KEEPS_THE_RECORDS, RETAINS
from fileroom.law.vocabulary import other, record

law = Chapter(__name__)

CHALLENGE_FILE = record.kind.is_(RecordKind.CHALLENGE_FILE)
A_YEAR = FIGURES["challenge_file_destruction"].value
NO_SUIT = ~other.suit_pending.holds
BY_THE_BOARD, BY_THE_SUPERINTENDENT = record.years_since_board_decision, record.years_since_superintendent_decision
THE_BOARD_HAS_DECIDED = Shown(BY_THE_BOARD.at_least(A_YEAR)) | Shown(BY_THE_BOARD.below(A_YEAR))
NOBODY_APPEALED = Shown(BY_THE_SUPERINTENDENT.at_least(A_YEAR)) | Shown(BY_THE_SUPERINTENDENT.below(A_YEAR))
YEAR_IS_RUNNING = BY_THE_BOARD.below(A_YEAR) | BY_THE_SUPERINTENDENT.below(A_YEAR)
OVER_BY_THE_BOARD = CHALLENGE_FILE & NO_SUIT & BY_THE_BOARD.at_least(A_YEAR)
UNAPPEALED = CHALLENGE_FILE & NOBODY_APPEALED & ~THE_BOARD_HAS_DECIDED

law.compels(
    "a_year_after_the_board",
    when=DESTROYS & CHALLENGE_FILE & NO_SUIT & BY_THE_BOARD.at_least(A_YEAR),
    claimed=CHALLENGE_FILE & ~NOBODY_APPEALED,
    says="The file of a challenge is destroyed one year after the board's decision, unless a suit was filed in time.",
    cites=c.EC_49070_C4,
)

law.allows(
    "a_year_after_the_superintendent",
    when=DESTROYS & CHALLENGE_FILE & NO_SUIT & BY_THE_SUPERINTENDENT.at_least(A_YEAR) & CLEARED_BY_COUNSEL,
    claimed=CHALLENGE_FILE & ~THE_BOARD_HAS_DECIDED,
    says="Where nobody appealed no decision of the board starts the year; counsel says whether the superintendent's"
    " does.",
    cites=c.EC_49070_UNAPPEALED,
)

law.compels(
    "kept_while_a_suit_runs",
    when=RETAINS & KEEPS_THE_RECORDS & CHALLENGE_FILE & ~NO_SUIT,
    claimed=CHALLENGE_FILE,
    says="The file of a challenge is kept while a suit over it runs.",
    cites=c.EC_49070_C4,
)

law.allows(
    "kept_where_nobody_appealed",
    when=RETAINS & KEEPS_THE_RECORDS & CHALLENGE_FILE & BY_THE_SUPERINTENDENT.at_least(A_YEAR) & CLEARED_BY_COUNSEL,
    claimed=UNAPPEALED,
    says="Where nobody appealed, the file is kept beyond a year after the superintendent's decision only if counsel"
    " says that no year has run.",
    cites=c.EC_49070_UNAPPEALED,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=(DESTROYS | RETAINS) & UNAPPEALED & Shown(BY_THE_SUPERINTENDENT.at_least(A_YEAR)),
    upon=Upon.NO_GRANT,
    says="Nobody appealed: ask district counsel whether the year runs from the superintendent's decision.",
    cites=c.EC_49070_UNAPPEALED,
)

law.closes(
    "not_yet",
    when=DESTROYS & CHALLENGE_FILE,
    says="The file of a challenge is kept in confidence for a year after the board's decision, and while a suit runs.",
    cites=c.EC_49070_C4,
)
