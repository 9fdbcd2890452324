"""That somebody is not whom an order restrains, or is whom it protects: what an order takes, or may take, is given back
by no one person.

No text speaks of it. Who keeps the order says so; where more than a like name speaks for it, or somebody has said that
it is the same person, the word that counts is another's than the first. That a yes takes one alone is practice too.
"""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.casework.custodians import OF_THE_DISTRICTS_OFFICE
from fileroom.law.casework.orders_lifted import BY_ANOTHER
from fileroom.law.casework.orders_reviewed import WORKS_WITH_THE_STUDENT
from fileroom.law.facts import Action
from fileroom.law.kernel.rule import Chapter
from fileroom.law.vocabulary import action, other

law = Chapter(__name__)

RULES_OUT = action.is_(Action.RULE_OUT)

law.allows(
    "another_rules_out",
    when=RULES_OUT & WORKS_WITH_THE_STUDENT & BY_ANOTHER,
    claimed=OF_THE_DISTRICTS_OFFICE,
    says="The custodian of records, or an administrator, who works with the student may rule out that somebody is whom"
    " an order restrains, or say after its filing whom it protects.",
    cites=c.BP_5125_REGULATIONS,
)

law.closes(
    "nobody_rules_out_alone",
    when=RULES_OUT & WORKS_WITH_THE_STUDENT & other.proposed_by_oneself.holds,
    says="Nobody gives back alone what an order takes: another person who keeps the order says so too.",
    cites=c.BP_5125_REGULATIONS,
)

law.closes(
    "nobody_else_rules_out",
    when=RULES_OUT & ~WORKS_WITH_THE_STUDENT,
    says="Whether somebody is whom an order restrains, or protects, is said by the custodian of records, or an"
    " administrator, who works with the student.",
    cites=c.BP_5125_REGULATIONS,
)
