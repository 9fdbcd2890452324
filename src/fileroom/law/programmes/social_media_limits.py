"""What is no social media, what may be a program already, and of whom nothing more is gathered."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import ADULT, FOR_IMMIGRATION, NOT_OF_THE_SCHOOL, OF_THE_DISTRICT
from fileroom.law.programmes.social_media import (
    A_SINGLE_LOOK,
    BOARD_HAS_ADOPTED,
    FOR_SAFETY,
    GATHERING,
    GATHERS_FOR_THE_DISTRICT,
    GATHERS_UNDER_CONTRACT,
    HEARD,
    OF_SOCIAL_MEDIA,
    PROPOSAL_IS_TOLD,
    TAKES_IT_IN,
)
from fileroom.law.retention.hard_last_days import A_YEAR_GONE, A_YEAR_PAST_18, LEFT
from fileroom.law.vendor_contracts import A_CONTRACT
from fileroom.law.vocabulary import other

law = Chapter(__name__)

A_SCHOOL_ACCOUNT = GATHERING & other.school_account.holds

law.allows(
    "accounts_for_school",
    when=A_SCHOOL_ACCOUNT & OF_THE_DISTRICT & ~FOR_IMMIGRATION & ~NOT_OF_THE_SCHOOL,
    claimed=A_SCHOOL_ACCOUNT,
    says="An account used only for education, or mainly for a school's own publication, is no social media here; what"
    " is kept from it is an ordinary record.",
    cites=c.EC_49073_6,
)

law.allows(
    "one_look_that_counsel_has_cleared",
    when=OF_SOCIAL_MEDIA & A_SINGLE_LOOK & FOR_SAFETY & GATHERS_FOR_THE_DISTRICT,
    claimed=GATHERING & other.one_look.holds,
    says="Counsel has found that this one look at one student's social media, for safety, needs no program.",
    cites=c.ONE_LOOK,
    limits=(Limit.SAFETY_ONLY, Limit.KEPT_APART),
)

law.forbids(
    "past_its_last_day",
    when=OF_SOCIAL_MEDIA & TAKES_IT_IN & (A_YEAR_PAST_18 | A_YEAR_GONE),
    says="What would have to be destroyed already is not gathered: its last day is a year after the student turns 18 or"
    " leaves, whichever is first.",
    cites=c.EC_49073_6_C3,
)

law.forbids(
    "by_a_vendor_of_who_is_18_or_gone",
    when=OF_SOCIAL_MEDIA & TAKES_IT_IN & (GATHERS_UNDER_CONTRACT | A_CONTRACT) & (ADULT | LEFT),
    says="A vendor has no extra year: of a student who is 18 or has left it gathers nothing, and destroys at once what"
    " it holds.",
    cites=c.EC_49073_6_C3C,
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=OF_SOCIAL_MEDIA & ~Shown(PROPOSAL_IS_TOLD & HEARD & BOARD_HAS_ADOPTED),
    says="Even one look at one student may be a program: ask district counsel before anything is gathered.",
    cites=c.ONE_LOOK,
)

law.closes(
    "nobody_else",
    when=GATHERING,
    says="The Superintendent or a designee gathers, or a vendor bound by the contract that the statute asks for.",
    cites=c.EC_49073_6,
)
