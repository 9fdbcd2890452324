"""A child whom the police have reported missing: they hear of any inquiry before anybody is answered."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import RELEASED
from fileroom.law.vocabulary import student

law = Chapter(__name__)

law.obliges(
    DutyCode.ALERT_POLICE_FIRST,
    when=RELEASED & student.missing_child_flag.holds,
    says="Alert the police agency that reported the child missing before anything is shown. Do not tell the requester.",
    cites=c.EC_49068_6,
    before=True,
)
