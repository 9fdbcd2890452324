"""Who takes something in for the district's records, or asks a family for it: the district's own people, and a company
under the district's direct control."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import ACTS_FOR_THE_DISTRICT, TAKES_IN

law = Chapter(__name__)

law.forbids(
    "nobody_else",
    when=TAKES_IN & ~ACTS_FOR_THE_DISTRICT,
    says="Only the district's own people, or a company whose use of records the district directs, ask for anything or"
    " take it in for its records. A family hands its paper in at the office.",
    cites=c.EC_49062,
)
