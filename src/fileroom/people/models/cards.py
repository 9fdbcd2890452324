"""Safe at Home cards: whose household has one, from when until when, and by whom it was ended. No address is here.

What the card says, and where the family lives, are sealed records. Here stand keyed hashes (records.addresses), by
which a paper with the true address is known again when somebody brings it.
"""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fileroom.people.models.families import Contact
from fileroom.people.models.rows import Row, in_order
from fileroom.people.models.students import Student


class AddressCard(Row):
    """One card. `holder`: who showed it; null: the student. Its last day reveals nothing: the other address stands
    until one person has proposed to end it, and another has."""

    holder = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True)
    from_on = models.DateField()
    to_on = models.DateField()
    entered_at = models.DateTimeField()
    entered_by = models.UUIDField(null=True)
    entry = models.UUIDField()
    proposed_at = models.DateTimeField(null=True)
    proposed_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.UUIDField(null=True)
    ended_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            in_order("address_card_ends_after_it_begins"),
            models.CheckConstraint(
                name="an_address_card_is_ended_by_another",
                condition=Q(ended_at=None, ended_by=None, ended_entry=None)
                | (
                    Q(ended_at__isnull=False, ended_by__isnull=False, ended_entry__isnull=False)
                    & Q(proposed_by__isnull=False)
                    & ~Q(ended_by=F("proposed_by"))
                ),
            ),
        ]


class AddressCardChild(Row):
    """A child of that household. `true_address`: the sealed record of where the family lives; null: nobody has it."""

    card = models.ForeignKey(AddressCard, on_delete=models.PROTECT)
    student = models.ForeignKey(Student, on_delete=models.PROTECT)
    true_address = models.UUIDField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(name="a_card_names_a_child_once", fields=["card", "student"])]


class AddressCardAdult(Row):
    """A contact who lives in that household."""

    card = models.ForeignKey(AddressCard, on_delete=models.PROTECT)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT)

    class Meta:
        constraints = [models.UniqueConstraint(name="a_card_names_an_adult_once", fields=["card", "contact"])]


class AddressMark(Row):
    """A keyed hash of an address of the household, of so many `words`. `given_out`: it is the one on the card."""

    card = models.ForeignKey(AddressCard, on_delete=models.PROTECT)
    mark = models.BinaryField(max_length=32)
    words = models.PositiveSmallIntegerField()
    given_out = models.BooleanField()
