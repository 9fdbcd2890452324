"""The state's request for fingerprints (Live Scan): of who will work here, and with counsel of a parent who helps."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.facts import Purpose, RecordKind, Whose
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import ASKS_FOR, CLEARED_BY_COUNSEL
from fileroom.law.vocabulary import purpose, record

law = Chapter(__name__)

FINGERPRINT_FORM = record.kind.is_(RecordKind.SSN) & purpose.is_(Purpose.FINGERPRINTING)
FINGERPRINTS = ASKS_FOR & FINGERPRINT_FORM
OF_WHO_WILL_WORK_HERE = FINGERPRINTS & record.whose.is_(Whose.EMPLOYEE)
OF_A_PARENT = FINGERPRINTS & record.whose.is_(Whose.PARENT)
AT_LIVE_SCAN = OF_WHO_WILL_WORK_HERE | (OF_A_PARENT & CLEARED_BY_COUNSEL)

law.allows(
    "of_who_will_work_here",
    when=OF_WHO_WILL_WORK_HERE,
    claimed=FINGERPRINTS,
    says="The state's form for fingerprints has a box for the number of whoever applies to work here. It is no"
    " student's and no parent's.",
    cites=c.EC_45125,
    limits=(Limit.ON_THAT_FORM_ONLY,),
)

law.allows(
    "of_a_parent_if_counsel_agrees",
    when=OF_A_PARENT & CLEARED_BY_COUNSEL,
    claimed=OF_A_PARENT,
    says="A parent who helps at school is fingerprinted on the same form. Whether the box may be filled in, counsel"
    " says.",
    cites=c.PARENT_AT_LIVE_SCAN,
    limits=(Limit.ON_THAT_FORM_ONLY,),
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=OF_A_PARENT,
    upon=Upon.NO_GRANT,
    says="Ask counsel whether any law demands a parent's number on this form. Until then the box stays empty.",
    cites=c.PARENT_AT_LIVE_SCAN,
)
