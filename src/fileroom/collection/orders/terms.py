"""What a court's order says, as it is filed: its sentence, whom it binds and protects, and from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.law.facts import Order
from fileroom.law.order_terms import NAMES_SOMEBODY, READINGS, OrderTerm
from fileroom.people.models.orders import BINDING, CourtOrder

# Of Terms, as the row has them.
ASKED = (
    "served", "safe_tonight", "reached", "court", "number", "brought_by", "term", "collects_on", "stage", "hearing_on",
)  # fmt: skip
WEEK = set("1234567")
DAYS_FIRST = "Tick the days on which this person may collect the child."
NO_DAYS = "Days belong to the sentence that lets somebody collect the child only on some days."


@dataclass(frozen=True)
class Terms:
    """What every door must obey. `restrained` and `protected` are contacts; an end never restores access by itself.

    `named`: given and family name of whom it restrains, where that is no contact yet: one is entered, related to
    nobody. `served`, `safe_tonight`, `reached`: what whoever brought it was asked; `court`, `number`: as its head has
    them; `brought_by`: what they are to the child (people.models.CourtOrder).
    `term`: the sentence, of law.order_terms, by which it is filed, and that `kind` is the reading of; `collects_on`: of
    one that lets somebody collect the child only on some days, those days of the week, 1 for Monday to 7 for Sunday.
    `stage`, `hearing_on`: is it temporary, or made after a hearing; and of a temporary one, when the hearing is.
    `names_others`: it names a child whose file this employee does not work with; the district's custodian files it
    there.
    """

    kind: Order
    restrained: UUID | None
    protected: UUID | None
    children: tuple[UUID, ...]
    from_on: date
    to_on: date | None = None
    named: tuple[str, str] | None = None
    served: str = ""
    safe_tonight: str = ""
    reached: str = ""
    court: str = ""
    number: str = ""
    brought_by: str = ""
    names_others: bool = False
    term: str = ""
    collects_on: str = ""
    stage: str = ""
    hearing_on: date | None = None

    @property
    def whom(self) -> UUID | tuple[str, str] | None:
        """Whom it restrains: a contact, or somebody by name."""
        return self.named or self.restrained

    @property
    def binds(self) -> bool:
        """Does it take something from somebody?"""
        return self.kind.value in BINDING or (self.term or self.kind.value) in NAMES_SOMEBODY


def possible(terms: Terms, today: date) -> None:
    """ValidationError where the terms alone say too little, or what nobody could obey."""
    if not terms.children:
        raise ValidationError({"children": "Name at least one child the order speaks of."})
    if terms.binds and terms.whom is None and terms.term != OrderTerm.SOMETHING_ELSE:
        raise ValidationError({"restrained": "Say whom the order binds. Enter the person as a contact first."})
    if terms.binds and terms.from_on > today:
        raise ValidationError(
            {"from_on": "What has been handed in is obeyed today. Write the day on which the court made it."}
        )
    if terms.restrained is not None and terms.restrained == terms.protected:
        raise ValidationError({"protected": "This is the same person whom the order binds. Read both names again."})
    if terms.to_on is not None and terms.to_on < terms.from_on:
        raise ValidationError({"to_on": "The order ends before it begins. Read both days again."})
    if terms.hearing_on is not None and terms.stage != CourtOrder.Stage.TEMPORARY:
        raise ValidationError({"hearing_on": "A hearing that is to come is a temporary order’s. Say that it is one."})
    if terms.hearing_on is not None and terms.hearing_on < terms.from_on:
        raise ValidationError({"hearing_on": "The hearing is before the order was made. Read both days again."})
    if terms.term and READINGS[OrderTerm(terms.term)].order is not terms.kind:
        raise ValidationError({"kind": "Choose what the order says."})
    if (terms.term == OrderTerm.COLLECTS_ON_DAYS) is not bool(terms.collects_on) or set(terms.collects_on) - WEEK:
        raise ValidationError({"collects_on": DAYS_FIRST if not terms.collects_on else NO_DAYS})
