"""The log, where a court's paper asks for it by its own name: it is furnished as any record is."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.court_papers import PARTY_TO_IT, SILENCED, TOLD_ALREADY
from fileroom.law.disclosure.access_log import LOOKS
from fileroom.law.disclosure.court_process import CLAIMED, PROCESS, SHOWN
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import BY_A_KNOWN_BEARER
from fileroom.law.phrases import IS_STAFF

law = Chapter(__name__)

# Whoever works here reads the log by office, whatever paper is in hand.
FROM_OUTSIDE = LOOKS & ~IS_STAFF

law.compels(
    "order_or_subpoena",
    when=FROM_OUTSIDE & PROCESS & BY_A_KNOWN_BEARER,
    claimed=FROM_OUTSIDE & CLAIMED,
    key=Key.BOTH,
    says="A court's paper that reaches the list of who has looked is obeyed, as one that reaches any record.",
    cites=c.EC_49077,
    limits=(Limit.SCOPE_OF_THE_ORDER,),
)

law.obliges(
    DutyCode.NOTIFY_PARENT_BEFORE,
    when=FROM_OUTSIDE & SHOWN & ~SILENCED & ~TOLD_ALREADY & ~PARTY_TO_IT,
    says="Make a reasonable effort to tell parent and student first, at least 3 days before the list goes out.",
    cites=c.R_435,
    before=True,
    wait="court_process_notice",
)

law.obliges(
    DutyCode.NOTIFY_STUDENT_BEFORE,
    when=FROM_OUTSIDE & SHOWN & ~SILENCED & ~TOLD_ALREADY & PARTY_TO_IT,
    says="A parent who is a party to the dependency case is told there; tell the student, and the other parent, 3 days"
    " before the list goes out.",
    cites=c.USC_1232G_B2B,
    before=True,
    wait="court_process_notice",
)

law.obliges(
    DutyCode.DO_NOT_NOTIFY_PARENT,
    when=FROM_OUTSIDE & SHOWN & SILENCED,
    says="A court forbids telling the family that the list was asked for: tell no one, and keep the entry under seal.",
    cites=c.CFR_99_31_A9,
    seals=True,
)
