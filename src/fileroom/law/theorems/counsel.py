"""Who signs for the law."""

from __future__ import annotations

from fileroom.law.casework.counsel import OF_THE_DISTRICT, SIGNS
from fileroom.law.kernel.proof import Theorem
from fileroom.law.theorems.shapes import granted, never_without
from fileroom.law.vocabulary import requester

DESIGNATED = OF_THE_DISTRICT & requester.designated.holds

THEOREMS: tuple[Theorem, ...] = (
    never_without(
        "only_a_designee_or_counsel_signs_for_the_law",
        "No one signs for the law but whom the Superintendent has designated, counsel included.",
        SIGNS,
        DESIGNATED,
    ),
    granted(
        "a_designee_may_sign_for_the_law",
        "Whom the Superintendent has designated for it is never refused when signing for the law.",
        SIGNS & DESIGNATED,
    ),
)
