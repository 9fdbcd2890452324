"""Court orders on file: whom they bind, whom they protect, which kind of term, from when to when.

The paper and its wording are sealed records; here stands only what every door must obey.
"""

from __future__ import annotations

from django.db import models

from fileroom.people.models.families import Contact
from fileroom.people.models.rows import Row, in_order
from fileroom.people.models.students import Student

# The kinds that take something from somebody: one list for the form that files an order and the SQL that obeys it.
BINDING = (
    "records_order_6323_5",
    "stay_away_no_records_clause",
    "rights_terminated",
    "education_rights_limited",
)


class CourtOrder(Row):
    """An order handed in. `kind` is a code of law.facts (records_order_6323_5 …). An end never restores access."""

    kind = models.CharField(max_length=40)
    restrained = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True, related_name="orders_against")
    protected = models.ForeignKey(Contact, on_delete=models.PROTECT, null=True, related_name="orders_for")
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    lifted_on = models.DateField(null=True)
    received_at = models.DateTimeField()
    received_by = models.UUIDField()

    class Meta:
        constraints = [in_order("order_ends_after_it_begins")]


class CourtOrderChild(Row):
    """A child an order names. Its id is that of the order's paper in the child's file (records.models.Record)."""

    order = models.ForeignKey(CourtOrder, on_delete=models.PROTECT)
    student = models.ForeignKey(Student, on_delete=models.PROTECT)

    class Meta:
        constraints = [models.UniqueConstraint(name="order_names_a_child_once", fields=["order", "student"])]
