"""Files of proceedings: a challenge is for those who decide it; an expulsion names nobody in public."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.directory import GOES_OUT, PUBLISHES
from fileroom.law.facts import RecordKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import IS_STAFF, SEES
from fileroom.law.vocabulary import record, requester

law = Chapter(__name__)

DECIDES = requester.kind.is_(Who.ADMINISTRATOR, Who.BOARD_MEMBER, Who.CUSTODIAN_OF_RECORDS)
IN_PUBLIC = PUBLISHES | requester.kind.is_(
    Who.MEDIA, Who.PUBLIC, Who.NONPROFIT, Who.PTA, Who.FOR_PROFIT, Who.EMPLOYER, Who.ATTORNEY
)
EXPULSION = GOES_OUT & record.kind.is_(RecordKind.EXPULSION_FILE)

law.forbids(
    "a_challenge_is_for_those_who_decide_it",
    when=SEES & record.kind.is_(RecordKind.CHALLENGE_FILE) & IS_STAFF & ~DECIDES & ~requester.panel_member.holds,
    says="The file of a challenge is confidential: those who decide it see it, and the family.",
    cites=c.EC_49070_C4,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=EXPULSION & IN_PUBLIC,
    says="Send the request to counsel: the statute calls the record public, and courts keep the names from it.",
    cites=c.EC_48918_K,
)

law.closes(
    "an_expulsion_names_nobody",
    when=EXPULSION & IN_PUBLIC,
    says="Who was expelled is not made public. Counsel answers what can be said without naming anyone.",
    cites=c.EC_48918_K,
)
