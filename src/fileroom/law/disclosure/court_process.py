"""Court orders, warrants and subpoenas: obeyed within their scope, the family told first unless a court forbids it."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.codes import DutyCode, Limit
from fileroom.law.disclosure.civil_subpoenas import BY_AN_AGENCY, IN_SCOPE, SERVED
from fileroom.law.facts import PaperKind, Purpose
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.papers import some
from fileroom.law.kernel.rule import Chapter, Key
from fileroom.law.parties import BY_A_KNOWN_BEARER
from fileroom.law.phrases import IS_APART, SEES
from fileroom.law.vocabulary import other, purpose

law = Chapter(__name__)

BY_A_JUDGE = (PaperKind.COURT_ORDER, PaperKind.JUDICIAL_WARRANT, PaperKind.DEPENDENCY_ORDER)
SUBPOENAS = (PaperKind.JUDICIAL_SUBPOENA, PaperKind.GRAND_JURY_SUBPOENA)
COURT_PAPERS = (*BY_A_JUDGE, *SUBPOENAS, PaperKind.CIVIL_SUBPOENA)

COURTS_OWN = some(*BY_A_JUDGE, signed_by_judge=True, **IN_SCOPE) | some(*SUBPOENAS, **IN_SCOPE)
PROCESS = COURTS_OWN | SERVED | BY_AN_AGENCY
OF_A_CRIMINAL_CASE = some(PaperKind.JUDICIAL_WARRANT, signed_by_judge=True, **IN_SCOPE) | (
    some(*SUBPOENAS, **IN_SCOPE) & purpose.is_(Purpose.CRIMINAL_INVESTIGATION, Purpose.LAW_ENFORCEMENT)
)
SHOWN = some(*COURT_PAPERS)
CLAIMED = SHOWN | purpose.is_(Purpose.COURT_PROCESS)  # whoever says that a court asks claims to have its paper
SILENCED = Shown(some(*COURT_PAPERS, nondisclosure_order=True))
TOLD_IN_TIME = Shown(other.days_since_notice.at_least(FIGURES["court_process_notice"].value))
TOLD_LATELY = Shown(other.days_since_notice.below(FIGURES["court_process_notice"].value))
TOLD_ALREADY = (Shown(some(*COURT_PAPERS, parent_notified=True)) & ~TOLD_LATELY) | TOLD_IN_TIME
PARTY_TO_IT = Shown(some(PaperKind.COURT_ORDER, PaperKind.DEPENDENCY_ORDER, parent_is_party=True))

law.compels(
    "order_or_subpoena",
    when=SEES & COURTS_OWN & BY_A_KNOWN_BEARER & ~IS_APART,
    claimed=CLAIMED,
    says="A court order or a lawfully issued subpoena that reaches these records is obeyed.",
    cites=c.EC_49077,
    limits=(Limit.SCOPE_OF_THE_ORDER,),
)

law.compels(
    "warrant_or_criminal_subpoena",
    when=SEES & OF_A_CRIMINAL_CASE & BY_A_KNOWN_BEARER & ~IS_APART,
    claimed=SHOWN,
    says="A warrant, or a subpoena of a criminal case, that reaches these records is obeyed within 5 days.",
    cites=c.EV_1560,
    limits=(Limit.SCOPE_OF_THE_ORDER,),
    clock="criminal_subpoena_mailing",
)

law.allows(
    "federal_judicial_order_or_subpoena",
    when=SEES & PROCESS & BY_A_KNOWN_BEARER & ~IS_APART,
    claimed=CLAIMED,
    key=Key.FEDERAL,
    says="Federal law lets a school comply with a judicial order or a lawfully issued subpoena.",
    cites=c.CFR_99_31_A9,
)

law.obliges(
    DutyCode.NOTIFY_PARENT_BEFORE,
    when=SEES & SHOWN & ~SILENCED & ~TOLD_ALREADY & ~PARTY_TO_IT,
    says="Make a reasonable effort to tell parent and student first, at least 3 days before anything goes out.",
    cites=c.R_435,
    before=True,
    wait="court_process_notice",
)

law.obliges(
    DutyCode.DO_NOT_NOTIFY_PARENT,
    when=SEES & SHOWN & SILENCED,
    says="A court forbids telling the family: tell no one, and keep the entry under seal.",
    cites=c.CFR_99_31_A9,
    seals=True,
)
