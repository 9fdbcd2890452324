"""The child goes home with whoever asks at the counter (the act `hand_over_child`): a parent whom no order keeps back.

A no has many plain causes, and is the same to the eye and to the ear: the principal is called. What an order says the
answer never tells. Whom the emergency card names the principal sees to, with the card in hand.
"""

from __future__ import annotations

from fileroom.law import citations as c
from fileroom.law.disclosure.parents import A_PARENT
from fileroom.law.facts import Action
from fileroom.law.facts import RequesterKind as Who
from fileroom.law.kernel.rule import Chapter
from fileroom.law.phrases import IDENTIFIED, RELATED
from fileroom.law.vocabulary import action, contact_only, requester, restrained

law = Chapter(__name__)

COLLECTS = action.is_(Action.HAND_OVER_CHILD)
KEPT_FROM_THE_CHILD = requester.may_not_collect.holds | restrained.holds | contact_only.holds
A_PARENT_WITH_CUSTODY = A_PARENT & requester.legal_custody.holds
CARES_FOR_THE_CHILD = requester.kind.is_(Who.CAREGIVER) & IDENTIFIED & RELATED

law.forbids(
    "whom_an_order_keeps_from_the_child",
    when=COLLECTS & KEPT_FROM_THE_CHILD,
    says="The principal is called before the child goes with this person. Nobody at the counter says more.",
    cites=c.BP_5021,
    silent=True,
)

law.allows(
    "a_parent",
    when=COLLECTS & A_PARENT_WITH_CUSTODY,
    says="A parent whom no order keeps from it collects the child. The custodial parent shows an order, if there is"
    " one.",
    cites=c.BP_5021,
)

law.allows(
    "who_cares_for_the_child_in_the_parents_place",
    when=COLLECTS & CARES_FOR_THE_CHILD,
    says="Whoever cares for the child in the parents' place, and with whom the child lives, collects the child.",
    cites=c.FC_6550_B,
)

law.closes(
    "a_foster_caregiver",
    when=COLLECTS & requester.kind.is_(Who.FOSTER_CAREGIVER),
    says="The principal is called: a placement can end on any day, and the child goes with the foster caregiver whom"
    " the agency's paper names today.",
    cites=c.EC_49076_1O,
)

law.closes(
    "nobody_else",
    when=COLLECTS,
    says="The principal is called: whom else the family lets collect the child stands on the emergency card.",
    cites=c.BP_5021,
)
