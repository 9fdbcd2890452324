"""Phrases on a court's papers: whose they are, when one silences the school, and when the family counts as told."""

from __future__ import annotations

from typing import Any

from fileroom.law.facts import PaperKind
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.figures import FIGURES
from fileroom.law.kernel.condition import Condition, Shown
from fileroom.law.kernel.papers import UNREFUTED, some
from fileroom.law.phrases import A_FALSE_NAME, FOR_IMMIGRATION, OF_A_CRIME
from fileroom.law.vocabulary import other, requester

BY_A_JUDGE = (PaperKind.COURT_ORDER, PaperKind.JUDICIAL_WARRANT, PaperKind.DEPENDENCY_ORDER)
SUBPOENAS = (PaperKind.JUDICIAL_SUBPOENA, PaperKind.GRAND_JURY_SUBPOENA)
COURT_PAPERS = (*BY_A_JUDGE, *SUBPOENAS, PaperKind.CIVIL_SUBPOENA)
SHOWN = some(*COURT_PAPERS)
OF_THESE_RECORDS = some(*COURT_PAPERS, names_these_records=UNREFUTED)
IN_SCOPE: dict[str, Any] = {"names_these_records": True, "valid_on": True}
_UNREFUTED: dict[str, Any] = {"names_these_records": UNREFUTED, "valid_on": UNREFUTED}
# One of which nothing is known to be wrong: not run out, not of other records, and no order without a judge.
MAY_OPEN = some(*BY_A_JUDGE, signed_by_judge=UNREFUTED, **_UNREFUTED) | some(
    *SUBPOENAS, PaperKind.CIVIL_SUBPOENA, **_UNREFUTED
)

# The consumer's law leaves out the subpoenas of state and local agencies (Code Civ. Proc. 1985.3(a)(3)): which these
# are, counsel says. A court's own and those of the United States are of no action under that code. In any other hands a
# subpoena that no judge has signed is a party's own, whatever it is called; whether one has signed it is asked. An
# immigration officer's is nobody's until a judge has: the office writes its own (Ed. Code 234.7(b)).
OF_A_COURT_OR_THE_UNITED_STATES = requester.kind.is_(Who.COURT, Who.JUDGE, Who.GRAND_JURY, Who.FEDERAL_AGENCY)
OF_THE_STATE_OR_LOCAL = requester.kind.is_(
    Who.POLICE, Who.DISTRICT_ATTORNEY, Who.PROBATION_OFFICER, Who.SCHOOL_RESOURCE_OFFICER, Who.STATE_AGENCY,
    Who.COUNTY_AGENCY, Who.CITY_AGENCY, Who.COUNTY_PLACING_AGENCY, Who.CHILD_WELFARE_WORKER, Who.HEALTH_DEPARTMENT,
)  # fmt: skip
OF_A_PUBLIC_BODY = OF_A_COURT_OR_THE_UNITED_STATES | OF_THE_STATE_OR_LOCAL
# That a subpoena is of a criminal case nobody's word shows: it is where a court, or those who investigate and prosecute
# crime, say so. A false officer's is nobody's.
BY_THOSE_WHO_PROSECUTE = OF_A_CRIME & requester.kind.is_(
    Who.COURT, Who.JUDGE, Who.GRAND_JURY, Who.POLICE, Who.DISTRICT_ATTORNEY, Who.PROBATION_OFFICER, Who.STATE_AGENCY,
    Who.FEDERAL_AGENCY,
)  # fmt: skip
OF_A_CRIMINAL_CASE = BY_THOSE_WHO_PROSECUTE & ~Shown(A_FALSE_NAME)
UNSIGNED_WILL_DO = OF_A_COURT_OR_THE_UNITED_STATES | (BY_THOSE_WHO_PROSECUTE & ~A_FALSE_NAME)

A_JUDGES_OWN = some(*BY_A_JUDGE, PaperKind.JUDICIAL_SUBPOENA, signed_by_judge=True, **IN_SCOPE)
COURTS_SUBPOENA = (
    some(PaperKind.GRAND_JURY_SUBPOENA, signed_by_judge=True, **IN_SCOPE)
    | (some(PaperKind.GRAND_JURY_SUBPOENA, **IN_SCOPE) & OF_A_PUBLIC_BODY)
    | some(PaperKind.JUDICIAL_SUBPOENA, signed_by_judge=True, **IN_SCOPE)
    | (some(PaperKind.JUDICIAL_SUBPOENA, **IN_SCOPE) & UNSIGNED_WILL_DO)
)
COURTS_OWN = some(*BY_A_JUDGE, signed_by_judge=True, **IN_SCOPE) | COURTS_SUBPOENA


def _forbids(signed: Any, standing: dict[str, Any]) -> Condition:
    """A court, or a subpoena of a criminal case, forbids telling the family; a party to a civil suit cannot."""
    word: dict[str, Any] = {"nondisclosure_order": True, **standing}
    by_a_judge = some(*BY_A_JUDGE, *SUBPOENAS, signed_by_judge=signed, **word)
    of_a_grand_jury = some(PaperKind.GRAND_JURY_SUBPOENA, **word) & OF_A_PUBLIC_BODY
    of_a_crime = some(PaperKind.JUDICIAL_SUBPOENA, **word) & OF_A_CRIMINAL_CASE & ~FOR_IMMIGRATION
    return by_a_judge | of_a_grand_jury | of_a_crime


# A paper that no judge has signed where one must, or that is not in force, or is of other records, silences nobody.
# Until one of these is known the word stands: what a family has been told cannot be taken back.
SILENCED = Shown(_forbids(UNREFUTED, _UNREFUTED))
FORBIDDEN_TO_TELL = _forbids(True, IN_SCOPE)

# Three days are a floor: a notice of which nobody knows the day is not known to have been out so long.
TOLD_ALREADY = Shown(other.days_since_notice.at_least(FIGURES["court_process_notice"].value))
# A party to a dependency case knows of the order made there (20 USC 1232g(b)(2)(B)), and of no other with it.
# One of which nobody has said whether the parent is a party counts as another.
_OF_DEPENDENCY = some(PaperKind.DEPENDENCY_ORDER, signed_by_judge=True, parent_is_party=True, **IN_SCOPE)
_ELSEWHERE = [kind for kind in COURT_PAPERS if kind is not PaperKind.DEPENDENCY_ORDER]
_OF_ANOTHER_CASE = some(*_ELSEWHERE, **_UNREFUTED) | some(
    PaperKind.DEPENDENCY_ORDER, parent_is_party=(False, None), **_UNREFUTED
)
PARTY_TO_IT = Shown(_OF_DEPENDENCY) & ~Shown(_OF_ANOTHER_CASE)
