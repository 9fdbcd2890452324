"""Who takes something in for the district's records, or asks a family for it: the district's own people, and a company
under the district's direct control."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import OF_THE_DISTRICT, TAKES_IN
from fileroom.law.vocabulary import requester

law = Chapter(__name__)

UNDER_CONTRACT = requester.kind.is_(Who.VENDOR, Who.CONTRACTOR) & requester.under_direct_control.holds

law.forbids(
    "nobody_else",
    when=TAKES_IN & ~(OF_THE_DISTRICT | UNDER_CONTRACT),
    says="Only the district's own people, or a company whose use of records the district directs, ask for anything or"
    " take it in for its records. A family hands its paper in at the office.",
    cites=c.EC_49062,
)
