"""Who signs for the law."""

from __future__ import annotations

from fileroom.law.casework.counsel import SIGNS
from fileroom.law.casework.custodians import SUPERINTENDENT_OR_DESIGNEE
from fileroom.law.kernel.proof import Theorem
from fileroom.law.theorems.shapes import granted, never_without

THEOREMS: tuple[Theorem, ...] = (
    never_without(
        "only_a_designee_or_counsel_signs_for_the_law",
        "No one signs for the law but whom the Superintendent has designated, counsel included.",
        SIGNS,
        SUPERINTENDENT_OR_DESIGNEE,
    ),
    granted(
        "a_designee_may_sign_for_the_law",
        "Whom the Superintendent has designated for it is never refused when signing for the law.",
        SIGNS & SUPERINTENDENT_OR_DESIGNEE,
    ),
)
