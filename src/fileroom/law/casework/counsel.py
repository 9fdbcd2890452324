"""Signing for the law: who says for the district that a rule resting on memory holds, which reading of an unclear text
the district follows, and from when a change of law that came with an upgrade bites."""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.custodians import OF_THE_DISTRICTS_OFFICE, SUPERINTENDENT_OR_DESIGNEE
from fileroom.law.facts import Action
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import action

law = Chapter(__name__)

SIGNS = action.is_(Action.SIGN_LAW)
# The policy gives the regulations on student records to the Superintendent or designee. That counsel, where the
# district gives counsel an account, is designated for this too is the district's choice (offices.toml, `signs`).

law.allows(
    "the_designee_or_counsel",
    when=SIGNS & SUPERINTENDENT_OR_DESIGNEE,
    claimed=OF_THE_DISTRICTS_OFFICE,
    says="The Superintendent's designee, or district counsel, signs for the law the district follows.",
    cites=c.BP_5125_REGULATIONS,
)

law.closes(
    "nobody_else",
    when=SIGNS,
    says="Only the Superintendent, a designee, or district counsel signs for the law. Ask the district's custodian.",
    cites=c.BP_5125_REGULATIONS,
)
