"""What was sent to counsel is answered by counsel: of a court's order, that it is read, or that it still holds; of what
is held from destruction, that it goes, or that it waits.

No text says who speaks for a district's counsel, nor that it waits. Where counsel has an account here nobody else says
it; else who works with the student notes what counsel has said. Both are the district's practice.
"""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.custodians import OF_THE_DISTRICTS_OFFICE
from fileroom.law.casework.orders_reviewed import RESTRAINED_BY_ONE, WORKS_WITH_THE_STUDENT
from fileroom.law.codes import DutyCode
from fileroom.law.facts import Action
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import action, other, requester

law = Chapter(__name__)

OF_A_HOLD = action.is_(Action.SPEAK_OF_HOLD)
SPEAKS = action.is_(Action.SPEAK_OF_ORDER, Action.SPEAK_OF_HOLD)
# Whom the district has made its counsel is its own choice (offices.toml), and an administrator to the law.
IS_COUNSEL = requester.kind.is_(Who.ADMINISTRATOR) & requester.designated.holds
HAS_AN_ACCOUNT = other.counsel_speaks_here.holds

law.forbids(
    "whom_an_order_restrains",
    when=OF_A_HOLD & RESTRAINED_BY_ONE,
    says="Nobody whom an order restrains has a say in what is kept of the child, or for how long. Another lawyer does.",
    cites=c.FC_6323_5,
    silent=True,
)

law.allows(
    "counsel_says_it",
    when=SPEAKS & IS_COUNSEL & HAS_AN_ACCOUNT,
    claimed=OF_THE_DISTRICTS_OFFICE,
    says="District counsel answers what was sent to counsel.",
    cites=c.BP_5125_REGULATIONS,
)

law.allows(
    "who_works_with_the_student_notes_it",
    when=SPEAKS & WORKS_WITH_THE_STUDENT & ~HAS_AN_ACCOUNT,
    claimed=OF_THE_DISTRICTS_OFFICE,
    says="Where counsel has no account here, the custodian of records, or an administrator, who works with the student"
    " notes what counsel has said.",
    cites=c.BP_5125_REGULATIONS,
)

law.closes(
    "nobody_says_it_for_counsel",
    when=SPEAKS & HAS_AN_ACCOUNT & ~IS_COUNSEL,
    says="District counsel says so here: it stands on counsel's own first screen.",
    cites=c.BP_5125_REGULATIONS,
)

law.closes(
    "nobody_else_notes_it",
    when=SPEAKS & ~HAS_AN_ACCOUNT,
    says="What counsel has said is noted by the custodian of records, or an administrator, who works with the student.",
    cites=c.BP_5125_REGULATIONS,
)

law.obliges(
    DutyCode.KEEP_UNDER_SEAL,
    when=OF_A_HOLD,
    says="Keep the entry under seal: whoever asked learns neither that a child is missed nor of a hold.",
    cites=c.EC_49068_6,
    seals=True,
)
