"""People with a ground in law on which this book has no rule: neither granted nor refused here, but for counsel."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import CLEARED_BY_COUNSEL, SEES
from fileroom.law.vocabulary import is_pupil_record, requester

law = Chapter(__name__)

HAS_A_GROUND = requester.kind.is_(
    Who.CAREGIVER, Who.FOSTER_CAREGIVER, Who.FOSTER_FAMILY_AGENCY, Who.STRTP_STAFF, Who.CHILD_WELFARE_WORKER,
    Who.TRIBAL_CASEWORKER,
)  # fmt: skip

law.allows(
    "what_counsel_has_cleared",
    when=SEES & HAS_A_GROUND & is_pupil_record.holds & CLEARED_BY_COUNSEL,
    claimed=HAS_A_GROUND,
    key=Key.BOTH,
    says="The law gives this person some records on conditions; district counsel says which.",
    cites=c.EC_49076,
    limits=(Limit.RELEVANT_RECORDS_ONLY,),
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=SEES & HAS_A_GROUND,
    says="Ask district counsel the same day: this person may have a right to some records.",
    cites=c.EC_49076,
)
