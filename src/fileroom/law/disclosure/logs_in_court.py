"""The log, where a court's paper asks for it by its own name: it is furnished as any record is."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import Limit
from fileroom.law.disclosure.court_process import CLAIMS_PROCESS, PROCESS
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import BY_A_KNOWN_BEARER
from fileroom.law.phrases import IS_STAFF, LOOKS

law = Chapter(__name__)

# Whoever works here reads the log by office, whatever paper is in hand.
READ_FROM_OUTSIDE = LOOKS & ~IS_STAFF

law.compels(
    "order_or_subpoena",
    when=READ_FROM_OUTSIDE & PROCESS & BY_A_KNOWN_BEARER,
    claimed=READ_FROM_OUTSIDE & CLAIMS_PROCESS,
    key=Key.BOTH,
    says="A court's paper that reaches the list of who has looked is obeyed, as one that reaches any record.",
    cites=c.EC_49077,
    limits=(Limit.SCOPE_OF_THE_ORDER,),
)
