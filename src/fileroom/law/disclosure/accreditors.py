"""Accrediting associations, for accrediting."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.facts import Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import TRAVELS
from fileroom.law.phrases import IDENTIFIED, SEES
from fileroom.law.vocabulary import purpose, requester

law = Chapter(__name__)

IS_ACCREDITOR = requester.kind.is_(Who.ACCREDITOR)
ACCREDITS = SEES & IS_ACCREDITOR & purpose.is_(Purpose.ACCREDITATION) & IDENTIFIED & TRAVELS

law.allows(
    "to_accredit",
    when=ACCREDITS,
    claimed=IS_ACCREDITOR,
    says="An accrediting association may see what its accrediting needs.",
    cites=c.EC_49076_2D,
    limits=(Limit.ONLY_WHAT_THE_PURPOSE_NEEDS,),
)

law.allows(
    "federal_accreditation",
    when=ACCREDITS,
    claimed=IS_ACCREDITOR,
    key=Key.FEDERAL,
    says="Federal law lets accrediting organizations see records to accredit.",
    cites=c.CFR_99_31_A7,
)
