"""Acts on which this book has no rule: neither granted nor refused here. A person decides, with counsel."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action as Do
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import CLEARED_BY_COUNSEL
from fileroom.law.vocabulary import action

law = Chapter(__name__)

UNWRITTEN = (
    Do.SHARE_WITH_VENDOR,
    Do.CERTIFY_NONENROLMENT, Do.MONITOR_SOCIAL_MEDIA,
)  # fmt: skip
NO_RULE = action.is_(*UNWRITTEN)

law.allows(
    "what_counsel_has_cleared",
    when=NO_RULE & CLEARED_BY_COUNSEL,
    key=Key.BOTH,
    says="This book has no rule on this act: district counsel says what the law is.",
    cites=c.EC_49062,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=NO_RULE,
    says="Ask district counsel before anything is done.",
    cites=c.EC_49062,
)
