"""Keeping a record beyond its time: the permanent one for ever, one on hold while it is held, an interim one not at
all."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.classes import CALLED_PERMANENT, INTERIM, LISTED_AS_PERMANENT, PERMANENT, PERMITTED
from fileroom.law.facts import RecordKind
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import CLEARED_BY_COUNSEL, IS_HELD, IS_STAFF, KEEPS, KEEPS_THE_RECORDS, RETAINS
from fileroom.law.retention.beyond_a_last_day import HARD_DUE, NOT_YET_DUE, OF_A_STATUTES_DAY
from fileroom.law.retention.challenge_files import OVER_BY_THE_BOARD, UNAPPEALED
from fileroom.law.retention.interim_records import CONTINUING_AGAIN, IN_TIME, THE_LOG
from fileroom.law.retention.kept_apart import A_CONFIDENCE_OF_ONES_OWN
from fileroom.law.retention.own_notes import OWN_NOTES
from fileroom.law.retention.recipients import GIVEN_OUT
from fileroom.law.retention.vendor_copies import IN_A_VENDORS_HANDS
from fileroom.law.vocabulary import record

law = Chapter(__name__)

FORWARDED = INTERIM & record.forwarded.holds
# A hold binds whoever rightly has it in hand: it gives nobody else leave to keep it.
WHO_HAS_IT = KEEPS_THE_RECORDS | IN_A_VENDORS_HANDS | GIVEN_OUT | (OWN_NOTES & IS_STAFF) | A_CONFIDENCE_OF_ONES_OWN
FOR_EVER = (PERMANENT & ~OF_A_STATUTES_DAY) | record.kind.is_(RecordKind.CONSENT_FORM, RecordKind.NAME_GENDER_CHANGE)

law.compels(
    "for_ever",
    when=KEEPS & FOR_EVER,
    says="This is kept for ever.",
    cites=c.R_437_B,
)

law.compels(
    "the_log",
    when=KEEPS & THE_LOG,
    says="The log is kept for as long as any part of the record that it describes.",
    cites=c.CFR_99_32_A2,
)

law.compels(
    "while_held",
    when=RETAINS & WHO_HAS_IT & ((IS_HELD & ~HARD_DUE) | (record.on_hold.holds & CLEARED_BY_COUNSEL)),
    says="What is on hold, or has been asked for, is kept until the hold is lifted or access given.",
    cites=c.CFR_99_10_E,
)

law.allows(
    "until_its_last_day",
    when=KEEPS & (IN_TIME | CONTINUING_AGAIN | PERMITTED | FORWARDED | NOT_YET_DUE),
    claimed=~UNAPPEALED & ~OVER_BY_THE_BOARD,
    says="It may still be kept: its last day has not come, or the law sets it none.",
    cites=c.R_437_INTERIM,
)

law.closes(
    "permanent_in_name_alone",
    when=RETAINS & CALLED_PERMANENT & ~LISTED_AS_PERMANENT,
    says="The regulation lists what is permanent, and this is not on the list: nobody's word makes it so. Say whether"
    " it is interim or permitted, and keep it as long as that class is kept.",
    cites=c.R_432_LIST,
)

law.closes(
    "only_as_the_regulations_say",
    when=RETAINS,
    says="A record is kept by the office that keeps the records, as long as the law says and no longer; a vendor, and"
    " whoever audits or studies, keeps its own copy while it has the work for it.",
    cites=c.EC_49062,
)
