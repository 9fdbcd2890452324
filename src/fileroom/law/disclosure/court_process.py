"""Court orders, warrants and subpoenas: obeyed within their scope."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law import court_papers as p
from fileroom.law.codes import Limit
from fileroom.law.disclosure.civil_subpoenas import BY_AN_AGENCY, SERVED
from fileroom.law.disclosure.counselling_confidences import CONFIDED
from fileroom.law.disclosure.parents import HOLDS_THE_RIGHTS
from fileroom.law.facts import PaperKind, Purpose
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import BY_A_KNOWN_BEARER
from fileroom.law.phrases import A_JUDGES_PAPER, CLEARED_BY_COUNSEL, IS_APART, IS_PARENT, OF_A_CRIME, RELATED, SEES
from fileroom.law.vocabulary import purpose

law = Chapter(__name__)

PROCESS = p.COURTS_OWN | SERVED | BY_AN_AGENCY
# A confidence goes out on a judge's paper, counsel or none (Ed. Code 49602).
OPENS = BY_A_KNOWN_BEARER & ((PROCESS & (~IS_APART | CLEARED_BY_COUNSEL)) | (CONFIDED & A_JUDGES_PAPER))
# What a parent has no right to see, but for the paper, is the student's to know of, and the other parent's.
OPENS_TO_A_PARENT = Shown(IS_PARENT & RELATED & OPENS) & ~Shown(HOLDS_THE_RIGHTS)
# What the asker says of a crime opens nothing: it brings forward the day on which what is open already is due.
WITHIN_FIVE_DAYS = some(PaperKind.JUDICIAL_WARRANT, signed_by_judge=True, **p.IN_SCOPE) | (
    p.COURTS_SUBPOENA & OF_A_CRIME
)
CLAIMS_PROCESS = p.SHOWN | purpose.is_(Purpose.COURT_PROCESS)  # whoever says that a court asks claims to have its paper

law.compels(
    "order_or_subpoena",
    when=SEES & p.COURTS_OWN & BY_A_KNOWN_BEARER & ~IS_APART,
    claimed=CLAIMS_PROCESS,
    says="A court order or a lawfully issued subpoena that reaches these records is obeyed.",
    cites=c.EC_49077,
    limits=(Limit.SCOPE_OF_THE_ORDER,),
)

law.compels(
    "warrant_or_criminal_subpoena",
    when=SEES & WITHIN_FIVE_DAYS & BY_A_KNOWN_BEARER & ~IS_APART,
    claimed=p.SHOWN,
    says="A warrant, or a subpoena of a criminal case, that reaches these records is obeyed within 5 days.",
    cites=c.EV_1560,
    limits=(Limit.SCOPE_OF_THE_ORDER,),
    clock="criminal_subpoena_mailing",
)

law.allows(
    "federal_judicial_order_or_subpoena",
    when=SEES & PROCESS & BY_A_KNOWN_BEARER & ~IS_APART,
    claimed=CLAIMS_PROCESS,
    key=Key.FEDERAL,
    says="Federal law lets a school comply with a judicial order or a lawfully issued subpoena.",
    cites=c.CFR_99_31_A9,
    limits=(Limit.SCOPE_OF_THE_ORDER,),
)
