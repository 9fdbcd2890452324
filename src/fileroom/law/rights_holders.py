"""Who holds which right over a student's records on a day: computed from facts, never stored (california.md §3).

Not known is not a right: a relationship only claimed gives nothing here, and an order whose effect on a person is
not known is treated as restraining. The answer is for a page's heading; the act itself is decided by `decide`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fileroom.law import citations as c
from fileroom.law.days import age_on, of_age_by_one_count
from fileroom.law.figures import ADULT, FIGURES
from fileroom.law.kernel.citation import Citation


class Right(StrEnum):
    SEE = "see"
    SEE_RELEVANT = "see_relevant"
    CHALLENGE = "challenge"
    CONSENT = "consent"
    DIRECTORY_CHOICE = "directory_choice"
    READ_LOG = "read_log"


ALL_RIGHTS = (Right.SEE, Right.CHALLENGE, Right.CONSENT, Right.DIRECTORY_CHOICE, Right.READ_LOG)
WITHOUT_CUSTODY = (Right.SEE, Right.DIRECTORY_CHOICE, Right.READ_LOG)  # the more private choice holds (section 3)
# What waits for counsel. An order to stay away closes no record by itself; by the log a student could be found, and a
# challenge or a consent brings the person near. Limited education rights leave the choice of what goes out.
OF_A_STAY_AWAY_ORDER = frozenset({Right.CHALLENGE, Right.CONSENT, Right.READ_LOG})
OF_LIMITED_RIGHTS = frozenset({Right.SEE, Right.SEE_RELEVANT, Right.CHALLENGE, Right.CONSENT, Right.READ_LOG})


class TieKind(StrEnum):
    PARENT = "parent"
    EDUCATIONAL_RIGHTS_HOLDER = "educational_rights_holder"
    OTHER = "other"


def tie_of(requester_kind: str) -> TieKind:
    """The tie of this kind of requester: only a parent's and an appointed person's carry rights."""
    return TieKind(requester_kind) if requester_kind in set(TieKind) else TieKind.OTHER


@dataclass(frozen=True)
class Tie:
    """One person's tie to the student on the day. `verified` None: only claimed. `legal_custody` None: nobody has said,
    so no court has divided it.

    `restrained`: from the records; `contact_only`: by an order to stay away that does not speak of records; both None:
    not known. `rights_limited`: a court has limited this parent's education rights, and has not given them.
    """

    person: Hashable
    kind: TieKind
    verified: bool | None
    legal_custody: bool | None = None
    rights_terminated: bool = False
    restrained: bool | None = False
    contact_only: bool | None = False
    rights_limited: bool = False
    tax_dependency_proved: bool = False

    @property
    def waits_for_counsel(self) -> bool:
        """An order closes nothing by itself here, and counsel looks before this person consents."""
        return Right.CONSENT in self.through_counsel

    @property
    def through_counsel(self) -> frozenset[Right]:
        """The rights that this person uses when counsel has looked, and not before."""
        near = OF_A_STAY_AWAY_ORDER if self.contact_only is not False else frozenset()
        return near | (OF_LIMITED_RIGHTS if self.rights_limited and self.kind is TieKind.PARENT else frozenset())


@dataclass(frozen=True)
class Child:
    """The student on the day. `person` is the student's own id.

    `emancipated`: counsel says whose the rights are. `rights_passed`: counsel has found that they are the student's.
    """

    person: Hashable
    born: date
    completed_grade_10: bool = False
    adjudged_incompetent: bool = False
    homeless: bool = False
    unaccompanied: bool = False
    emancipated: bool = False
    rights_passed: bool = False


@dataclass(frozen=True)
class Holding:
    """One right of one person, with where it comes from."""

    person: Hashable
    right: Right
    citation: Citation


def rights_holders(ties: Iterable[Tie], child: Child, on: date) -> tuple[Holding, ...]:
    """Everyone who holds a right over this student's records on this day: the ties in order, the student last."""
    age = age_on(child.born, on)
    passed = age >= ADULT or (child.rights_passed and not child.adjudged_incompetent)
    held = [holding for tie in ties for holding in _of_tie(tie, _parental(child, passed), age)]
    if of_age_by_one_count(child.born, ADULT, on):
        held = [holding for holding in held if holding.right is not Right.CONSENT]  # unsettled.BORN_ON_29_FEBRUARY
    return (*held, *_of_student(child, age, passed))


def _parental(child: Child, passed: bool) -> Citation | None:
    """The law by which the rights are the parents' today; None: they are not, or counsel has not said so yet."""
    if passed:
        return c.EC_56041_5 if child.adjudged_incompetent else None
    return None if child.emancipated else c.EC_49061_A  # unsettled.EMANCIPATED_MINOR


def _of_tie(tie: Tie, parental: Citation | None, age: int) -> list[Holding]:
    if not tie.verified or tie.rights_terminated or tie.restrained is not False:
        return []
    if tie.kind is TieKind.PARENT:
        held = _of_parent(tie, parental, age)
    elif tie.kind is TieKind.EDUCATIONAL_RIGHTS_HOLDER and parental:
        held = [Holding(tie.person, right, c.WIC_361) for right in ALL_RIGHTS]
    else:
        return []
    return [holding for holding in held if holding.right not in tie.through_counsel]


def _of_parent(tie: Tie, parental: Citation | None, age: int) -> list[Holding]:
    if not parental:
        dependent = tie.tax_dependency_proved and age >= ADULT
        return [Holding(tie.person, Right.SEE_RELEVANT, c.EC_49076_1E)] if dependent else []
    if tie.legal_custody is False:
        return [Holding(tie.person, right, c.FC_3025) for right in WITHOUT_CUSTODY]
    # Whose custody it is, nobody need say who looks, chooses or consents; who challenges is asked (49061(a)).
    rights = ALL_RIGHTS if tie.legal_custody else tuple(it for it in ALL_RIGHTS if it is not Right.CHALLENGE)
    return [Holding(tie.person, right, parental) for right in rights]


def _of_student(child: Child, age: int, passed: bool) -> list[Holding]:
    if passed and not child.adjudged_incompetent:
        return [Holding(child.person, right, c.EC_49061_A) for right in ALL_RIGHTS]
    if age >= FIGURES["own_access_age"].value or child.completed_grade_10:
        log = Holding(child.person, Right.READ_LOG, c.R_432_LOG)
        return [Holding(child.person, Right.SEE_RELEVANT, c.EC_49076_1F), log]
    if child.homeless and child.unaccompanied and age >= FIGURES["homeless_access_age"].value:
        return [Holding(child.person, Right.SEE_RELEVANT, c.EC_49076_1L)]
    return []
