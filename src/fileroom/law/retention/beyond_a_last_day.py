"""Keeping beyond a last day that a statute sets: the day itself is lawful, no hold moves it, it never rolls."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.kernel.condition import any_of
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CLEARED_BY_COUNSEL, KEEPS_THE_RECORDS, RETAINS
from fileroom.law.retention.challenge_files import CHALLENGE_FILE, NO_SUIT, OVER_BY_THE_BOARD, YEAR_IS_RUNNING
from fileroom.law.retention.hard_last_days import (
    A_VENDORS_AT_ONCE,
    COURT_NOTICE,
    COURT_NOTICE_DUE,
    SOCIAL_MEDIA,
    SOCIAL_MEDIA_DUE,
)
from fileroom.law.vocabulary import record, student

law = Chapter(__name__)

OF_A_STATUTES_DAY = SOCIAL_MEDIA | COURT_NOTICE | CHALLENGE_FILE
HARD = SOCIAL_MEDIA | COURT_NOTICE | (CHALLENGE_FILE & NO_SUIT)
LAST_DAY = record.on_its_last_day.holds & ~A_VENDORS_AT_ONCE
PAST_A_STATUTES_DAY = (SOCIAL_MEDIA_DUE | COURT_NOTICE_DUE) & ~LAST_DAY
HARD_DUE = PAST_A_STATUTES_DAY | (OVER_BY_THE_BOARD & ~LAST_DAY)
CAME_BACK = SOCIAL_MEDIA & ~SOCIAL_MEDIA_DUE & student.came_back.holds
NOT_YET_DUE = any_of(
    SOCIAL_MEDIA & ~SOCIAL_MEDIA_DUE & ~CAME_BACK,
    COURT_NOTICE & ~COURT_NOTICE_DUE,
    CHALLENGE_FILE & YEAR_IS_RUNNING,
    OF_A_STATUTES_DAY & LAST_DAY,
)

law.forbids(
    "kept_no_longer",
    when=RETAINS & PAST_A_STATUTES_DAY & ~(record.on_hold.holds & CLEARED_BY_COUNSEL),
    says="A statute sets the last day: it is destroyed by then, and no hold moves that day unless counsel says so.",
    cites=c.HARD_LAST_DAYS,
)

law.allows(
    "kept_for_who_came_back",
    when=RETAINS & KEEPS_THE_RECORDS & CAME_BACK,
    says="Who comes back before the last day starts the year after leaving anew with the next leaving; the year after"
    " the 18th birthday runs on.",
    cites=u.RE_ENROLMENT,
)

law.closes(
    "a_challenge_file_past_its_year",
    when=RETAINS & OVER_BY_THE_BOARD,
    says="The year since the board's decision is over and no suit runs: the file is destroyed, not kept.",
    cites=c.EC_49070_C4,
)
