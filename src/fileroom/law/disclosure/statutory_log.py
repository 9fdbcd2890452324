"""Whom the list of Ed. Code 49064 names: everybody who asks for a pupil record, granted or refused, but for parents,
students by their own right, officials with an interest, and recipients of directory information or by consent."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode
from fileroom.law.directory import DIRECTORY_ASKED, OF_THE_HOUSE
from fileroom.law.disclosure.access_log import KEEPER
from fileroom.law.disclosure.custodians import AT_THEIR_SITE
from fileroom.law.disclosure.educational_interest import WITH_INTEREST
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.disclosure.students import ADULT_STUDENT, SIXTEEN_OR_GRADE_10
from fileroom.law.facts import Action, Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.condition import Shown, any_of
from fileroom.law.kernel.rule import Chapter, Upon
from fileroom.law.phrases import (
    CONSENTED,
    FOR_IMMIGRATION,
    RELEASED,
    SEES,
)
from fileroom.law.vocabulary import action, identifies_student, purpose, requester, restrained

law = Chapter(__name__)

OF_THE_SCHOOL = requester.kind.is_(Who.SYSTEM) | (
    requester.kind.is_(*OF_THE_HOUSE)
    & ((SEES & (WITH_INTEREST | AT_THEIR_SITE)) | KEEPER | ~(SEES | action.is_(Action.VIEW_LOG)))
)
NEED_NOT_BE_LISTED = any_of(HOLDS_THE_RIGHTS & ~restrained.holds, ADULT_STUDENT, SIXTEEN_OR_GRADE_10, OF_THE_SCHOOL)
IF_GRANTED = (DIRECTORY_ASKED & ~requester.kind.is_(Who.ELECTIONS_OFFICIAL)) | (
    CONSENTED & ~purpose.is_(Purpose.KIDNAPPING_INVESTIGATION)
)
TELLS_OF_NOBODY = Shown(~identifies_student.holds)
ASKED_OF_SOMEBODY = RELEASED & ~TELLS_OF_NOBODY
STANDS_IN_THE_LOG = ASKED_OF_SOMEBODY & (~Shown(NEED_NOT_BE_LISTED) | FOR_IMMIGRATION)

law.obliges(
    DutyCode.LOG_REQUEST,
    when=STANDS_IN_THE_LOG & (~Shown(IF_GRANTED) | FOR_IMMIGRATION),
    says="List the request and the interest, granted or refused.",
    cites=c.EC_49064,
)

law.obliges(
    DutyCode.LOG_REQUEST,
    name="log_refused_request",
    when=STANDS_IN_THE_LOG & Shown(IF_GRANTED),
    upon=Upon.NO_GRANT,
    says="List the refused request and the interest; only what is given as directory information or by consent is not.",
    cites=c.EC_49064,
)

law.obliges(
    DutyCode.LOG_RELEASE,
    when=STANDS_IN_THE_LOG & (~Shown(IF_GRANTED) | FOR_IMMIGRATION),
    upon=Upon.GRANT,
    says="List who received what, and the interest.",
    cites=c.EC_49064,
)
