"""Custodians of records open the files of their site."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.phrases import IDENTIFIED, IS_APART, IS_CUSTODIAN, NOT_OF_THE_SCHOOL, SEES, SERVES_THE_STUDENT

law = Chapter(__name__)

AT_THEIR_SITE = IS_CUSTODIAN & IDENTIFIED & SERVES_THE_STUDENT & ~NOT_OF_THE_SCHOOL & ~IS_APART

law.compels(
    "custodian_at_the_site",
    when=SEES & AT_THEIR_SITE,
    claimed=IS_CUSTODIAN,
    says="The custodian of records is responsible for the files of the site and may open them.",
    cites=c.R_431,
)

law.allows(
    "federal_school_official",
    when=SEES & AT_THEIR_SITE,
    claimed=IS_CUSTODIAN,
    key=Key.FEDERAL,
    says="Federal law lets the official who keeps the records see them.",
    cites=c.CFR_99_31_A1,
)
