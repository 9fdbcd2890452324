"""What is no social media, and what may be a program already."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import FOR_IMMIGRATION, OF_THE_DISTRICT
from fileroom.law.programmes.social_media import (
    ADOPTED,
    BY_THE_DISTRICT,
    FOR_SAFETY,
    GATHERING,
    HEARD,
    OF_SOCIAL_MEDIA,
    ONE_LOOK,
    TOLD,
)
from fileroom.law.vocabulary import other

law = Chapter(__name__)

A_SCHOOL_ACCOUNT = GATHERING & other.school_account.holds

law.allows(
    "accounts_for_school",
    when=A_SCHOOL_ACCOUNT & OF_THE_DISTRICT & ~FOR_IMMIGRATION,
    claimed=A_SCHOOL_ACCOUNT,
    says="An account used only for education, or mainly for a school's own publication, is no social media here; what"
    " is kept from it is an ordinary record.",
    cites=c.EC_49073_6,
)

law.allows(
    "one_look_that_counsel_has_cleared",
    when=OF_SOCIAL_MEDIA & ONE_LOOK & FOR_SAFETY & BY_THE_DISTRICT,
    claimed=GATHERING & other.one_look.holds,
    says="Counsel has found that this one look at one student's social media, for safety, needs no program.",
    cites=c.ONE_LOOK,
    limits=(Limit.SAFETY_ONLY, Limit.KEPT_APART),
)

law.obliges(
    DutyCode.COUNSEL_REVIEW,
    when=OF_SOCIAL_MEDIA & ~Shown(TOLD & HEARD & ADOPTED),
    says="Even one look at one student may be a program: ask district counsel before anything is gathered.",
    cites=c.ONE_LOOK,
)

law.closes(
    "nobody_else",
    when=GATHERING,
    says="The Superintendent or a designee gathers, or a vendor bound by the contract that the statute asks for.",
    cites=c.EC_49073_6,
)
