"""Phrases on a court's papers: whose they are, when one silences the school, and when the family counts as told."""

from __future__ import annotations

from typing import Any

from fileroom.law.facts import PaperKind, Purpose
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.condition import Shown
from fileroom.law.kernel.papers import UNREFUTED, some
from fileroom.law.phrases import FOR_IMMIGRATION, OF_A_JUDICIAL_COURT
from fileroom.law.vocabulary import other, purpose, requester

BY_A_JUDGE = (PaperKind.COURT_ORDER, PaperKind.JUDICIAL_WARRANT, PaperKind.DEPENDENCY_ORDER)
SUBPOENAS = (PaperKind.JUDICIAL_SUBPOENA, PaperKind.GRAND_JURY_SUBPOENA)
COURT_PAPERS = (*BY_A_JUDGE, *SUBPOENAS, PaperKind.CIVIL_SUBPOENA)
IN_SCOPE: dict[str, Any] = {"names_these_records": True, "valid_on": True}

OF_A_CRIME = purpose.is_(Purpose.CRIMINAL_INVESTIGATION, Purpose.LAW_ENFORCEMENT)
# In such hands a subpoena that no judge has signed is a party's own, whatever it is called (Code Civ. Proc. 1985.3).
FOR_A_PARTY = requester.kind.is_(
    Who.ATTORNEY, Who.PRIVATE_PROFESSIONAL, Who.EMPLOYER, Who.FOR_PROFIT, Who.NONPROFIT, Who.MEDIA, Who.PUBLIC,
    Who.CONTRACTOR, Who.VENDOR,
)  # fmt: skip

A_JUDGES_OWN = some(*BY_A_JUDGE, PaperKind.JUDICIAL_SUBPOENA, signed_by_judge=True, **IN_SCOPE)
COURTS_OWN = (
    some(*BY_A_JUDGE, signed_by_judge=True, **IN_SCOPE)
    | some(PaperKind.GRAND_JURY_SUBPOENA, **IN_SCOPE)
    | some(PaperKind.JUDICIAL_SUBPOENA, signed_by_judge=UNREFUTED, **IN_SCOPE)
    | (some(*SUBPOENAS, **IN_SCOPE) & (~FOR_A_PARTY | OF_A_CRIME))
)

# A court, or a subpoena of a criminal case, can forbid telling the family; a party to a civil suit cannot. A paper that
# no judge has signed where one must, or that is not in force, or is of other records, silences nobody. Until one of
# these is known the word stands: what a family has been told cannot be taken back.
_FORBIDS: dict[str, Any] = {"nondisclosure_order": True, "names_these_records": UNREFUTED, "valid_on": UNREFUTED}
FORBIDDEN_BY_A_JUDGE = Shown(
    some(*BY_A_JUDGE, PaperKind.JUDICIAL_SUBPOENA, signed_by_judge=UNREFUTED, **_FORBIDS)
)  # fmt: skip
SILENCED = FORBIDDEN_BY_A_JUDGE | Shown(
    (some(PaperKind.GRAND_JURY_SUBPOENA, **_FORBIDS) | (some(*SUBPOENAS, **_FORBIDS) & OF_A_CRIME)) & ~FOR_IMMIGRATION
)
SILENCED_FOR_IMMIGRATION = Shown(some(*OF_A_JUDICIAL_COURT, signed_by_judge=UNREFUTED, **_FORBIDS))

# Three days are a floor: a notice of which nobody knows the day is not known to have been out so long.
TOLD_ALREADY = Shown(other.days_since_notice.at_least(FIGURES["court_process_notice"].value))
PARTY_TO_IT = Shown(some(PaperKind.DEPENDENCY_ORDER, signed_by_judge=True, parent_is_party=True, **IN_SCOPE))
