"""What no survey does, and what families are told first."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.collection.surveys import EVALUATES, HEALTH_STUDY, PRIVATE_AREAS, SEVENTH_ON, SURVEYS
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.vocabulary import other

law = Chapter(__name__)

law.forbids(
    "permission_refused",
    when=SURVEYS & (PRIVATE_AREAS | EVALUATES) & other.consent_refused.holds,
    says="The family has said no: this student is not asked, and loses nothing by it.",
    cites=c.EC_51513,
)

law.forbids(
    "state_tests_never_ask",
    when=SURVEYS & PRIVATE_AREAS & other.part_of_state_test.holds,
    says="A state test never asks about the beliefs or practices of a student or family.",
    cites=c.EC_60614,
)

law.obliges(
    DutyCode.NOTIFY_PARENT_BEFORE,
    when=SURVEYS & PRIVATE_AREAS & ~other.parents_notified.holds,
    says="Tell the parents in writing, with the dates; let them see the survey and say no.",
    cites=c.USC_1232H_C,
)

law.obliges(
    DutyCode.HONOR_OPT_OUT,
    when=SURVEYS & PRIVATE_AREAS,
    upon=Upon.GRANT,
    says="Whoever said no is left out, and loses nothing by it.",
    cites=c.USC_1232H_C,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=SURVEYS & HEALTH_STUDY & SEVENTH_ON & other.parents_notified.holds,
    upon=Upon.NO_GRANT,
    says="Ask counsel whether this study may go without written permission. Until then nobody is asked.",
    cites=c.EC_51938,
)
