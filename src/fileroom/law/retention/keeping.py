"""Keeping a record beyond its time: the permanent one for ever, one on hold while it is held, an interim one not at
all."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import RecordClass, RecordKind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CLEARED_BY_COUNSEL
from fileroom.law.retention.challenge_files import CHALLENGE_FILE, NO_SUIT, YEAR_IS_OVER, YEAR_IS_RUNNING
from fileroom.law.retention.destruction import INTERIM, PERMITTED
from fileroom.law.retention.hard_last_days import COURT_NOTICE, COURT_NOTICE_DUE, SOCIAL_MEDIA, SOCIAL_MEDIA_DUE
from fileroom.law.retention.interim_records import HELD, IN_TIME, RETAINS, THE_LOG
from fileroom.law.vocabulary import any_of, record, record_class

law = Chapter(__name__)

HARD = SOCIAL_MEDIA | COURT_NOTICE | (CHALLENGE_FILE & NO_SUIT)
HARD_DUE = SOCIAL_MEDIA_DUE | COURT_NOTICE_DUE | (CHALLENGE_FILE & NO_SUIT & YEAR_IS_OVER)
NOT_YET_DUE = any_of(
    SOCIAL_MEDIA & ~SOCIAL_MEDIA_DUE, COURT_NOTICE & ~COURT_NOTICE_DUE, CHALLENGE_FILE & NO_SUIT & YEAR_IS_RUNNING
)
FORWARDED = INTERIM & record.forwarded.holds
FOR_EVER = record_class.is_(RecordClass.PERMANENT) | record.kind.is_(
    RecordKind.CONSENT_FORM, RecordKind.NAME_GENDER_CHANGE
)

law.forbids(
    "past_a_hard_last_day",
    when=RETAINS & HARD_DUE & ~(record.on_hold.holds & CLEARED_BY_COUNSEL),
    says="A statute sets the last day: it is destroyed by then, and no hold moves that day unless counsel says so.",
    cites=c.HARD_LAST_DAYS,
)

law.compels(
    "for_ever",
    when=RETAINS & FOR_EVER,
    says="This is kept for ever.",
    cites=c.R_437_B,
)

law.compels(
    "the_log",
    when=RETAINS & THE_LOG,
    says="The log is kept for as long as any part of the record that it describes.",
    cites=c.CFR_99_32_A2,
)

law.compels(
    "while_held",
    when=RETAINS & HELD & (~HARD_DUE | CLEARED_BY_COUNSEL),
    says="What is on hold, or has been asked for, is kept until the hold is lifted or access given.",
    cites=c.CFR_99_10_E,
)

law.compels(
    "challenge_file_while_a_suit_runs",
    when=RETAINS & CHALLENGE_FILE & ~NO_SUIT,
    says="The file of a challenge is kept while a suit over it runs.",
    cites=c.EC_49070_C4,
)

law.allows(
    "until_its_last_day",
    when=RETAINS & (IN_TIME | PERMITTED | FORWARDED | NOT_YET_DUE),
    says="It may still be kept: its last day has not come, or the law sets it none.",
    cites=c.R_437_INTERIM,
)

law.closes(
    "only_as_the_regulations_say",
    when=RETAINS,
    says="A record is kept as long as the law says, and no longer; no rule keeps this one beyond its time.",
    cites=c.EC_49062,
)
