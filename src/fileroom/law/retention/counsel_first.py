"""What is destroyed only once counsel has looked: counsel is asked the same day, and until then it is kept."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import unsettled as u
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.retention.destruction import DESTROYS
from fileroom.law.retention.hard_last_days import OF_THE_COURT_NO_LONGER, POLICE_NOTICE
from fileroom.law.retention.special_education import ASKED_BY_THE_FAMILY

law = Chapter(__name__)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=ASKED_BY_THE_FAMILY,
    upon=Upon.NO_GRANT,
    says="The parents' wish goes to district counsel the same day; a family is never refused in silence.",
    cites=u.SPECIAL_EDUCATION_RECORDS,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    name="notice_of_the_school_police",
    when=DESTROYS & POLICE_NOTICE & OF_THE_COURT_NO_LONGER,
    upon=Upon.NO_GRANT,
    says="Ask district counsel whether the last day of this notice has come; destroy it as soon as the answer is yes.",
    cites=c.WIC_828_1,
)
