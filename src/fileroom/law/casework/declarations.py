"""Who declares that a form of the district asks under a law's exception, and who approves it: two people.

No text speaks of such declarations. The exception is the law's own; that the district uses it, for which form and until
when, is part of the regulations on records that the policy gives the Superintendent or a designee.
"""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.custodians import OF_THE_DISTRICTS_OFFICE, SUPERINTENDENT_OR_DESIGNEE
from fileroom.law.facts import Action
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import IS_STAFF
from fileroom.law.vocabulary import action, other, requester

law = Chapter(__name__)

DECLARES = action.is_(Action.DECLARE_EXCEPTION)
APPROVES = action.is_(Action.APPROVE_EXCEPTION)
BY_AN_OFFICE_OF_RECORDS = IS_STAFF & requester.keeps_records.holds
BY_ANOTHER = ~other.declared_by_oneself.holds

law.allows(
    "an_office_that_keeps_records_declares",
    when=DECLARES & BY_AN_OFFICE_OF_RECORDS,
    claimed=BY_AN_OFFICE_OF_RECORDS,
    says="An official whose office keeps the records may declare that a form asks under a law's exception, and take the"
    " declaration back.",
    cites=c.BP_5125_REGULATIONS,
)

law.closes(
    "nobody_else_declares",
    when=DECLARES,
    says="That a form asks under a law's exception is declared by an office that keeps the records. Ask the custodian.",
    cites=c.BP_5125_REGULATIONS,
)

law.allows(
    "another_of_the_districts_office_approves",
    when=APPROVES & SUPERINTENDENT_OR_DESIGNEE & BY_ANOTHER,
    claimed=OF_THE_DISTRICTS_OFFICE,
    says="The Superintendent's designee may approve what another has declared.",
    cites=c.BP_5125_REGULATIONS,
)

law.closes(
    "nobody_approves_their_own",
    when=APPROVES & other.declared_by_oneself.holds,
    says="Nobody approves what they have declared themselves. Ask another person of the district's office.",
    cites=c.BP_5125_REGULATIONS,
)

law.closes(
    "nobody_else_approves",
    when=APPROVES,
    says="Only the Superintendent or a designee approves a declared exception. Ask the district's custodian.",
    cites=c.BP_5125_REGULATIONS,
)
