"""The notice that immigration enforcement is on a school's site, as the safety plan says. Its law ends in 2031."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.facts import NoticeKind
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter
from fileroom.law.programmes.notices import SENDS_NOTICE
from fileroom.law.vocabulary import notice

law = Chapter(__name__)

ON_SITE = SENDS_NOTICE & notice.kind.is_(NoticeKind.ENFORCEMENT_ON_SITE)

law.compels(
    "once_confirmed",
    when=ON_SITE & notice.enforcement_confirmed.holds,
    says="As the safety plan says, students, parents and staff are told that immigration enforcement is on a school's"
    " site, once the school has confirmed it.",
    cites=c.SB_98,
)

law.allows(
    "without_a_duty",
    when=ON_SITE,
    says="The district may tell families what it knows of enforcement on a site, naming nobody.",
    cites=c.EC_49076,
)

law.obliges(
    DutyCode.CONFIRM_FIRST,
    when=ON_SITE & ~Shown(notice.enforcement_confirmed.holds),
    says="Confirm it first; from then on the safety plan asks for the notice.",
    cites=c.SB_98,
)
