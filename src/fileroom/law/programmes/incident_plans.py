"""What a district's own plan for incidents asks beside the law: who else hears of one, and that it is exercised. No law
sets a day for any of it: the days are the district's (programmes.settings)."""

from __future__ import annotations

from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.rule import Chapter
from fileroom.law.programmes.breaches import NOTIFIES, TAKEN
from fileroom.law.programmes.cyberattacks import ATTACKED, REPORTS_ATTACK

law = Chapter(__name__)

law.obliges(
    DutyCode.FOLLOW_THE_PLAN,
    when=(NOTIFIES & TAKEN) | (REPORTS_ATTACK & ATTACKED),
    says="Follow the district's own plan: the Board hears of the incident without a name in it, the insurer hears of it"
    " by its policy's terms, and the plan is exercised every year. No statute sets a day.",
    cites=u.INCIDENT_PLAN,
)
