"""The register of delegations: who may act as the Superintendent's designee, in which programmes, from when to when."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from fileroom.people.models import Employee
from fileroom.people.models.rows import Row, in_order


class Delegation(Row):
    """One employee acts as designee in these programmes (programmes.delegations). `to_on`: the last day; null of one
    that was given before each had one: it holds for the longest.

    `given_by`: the account that gave it, `entry`: the ledger's event; `ended_*`: of one that was taken back early, or
    (`ended_by` null) that the program has ended with the employment of whoever held it.
    """

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT)
    programmes = models.JSONField()
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    given_at = models.DateTimeField()
    given_by = models.UUIDField()
    entry = models.UUIDField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.UUIDField(null=True)
    ended_entry = models.UUIDField(null=True)

    class Meta:
        constraints = [
            in_order("delegation_ends_after_it_begins"),
            models.CheckConstraint(
                name="a_delegation_that_was_ended_has_its_entry",
                condition=Q(ended_at=None, ended_by=None, ended_entry=None)
                | Q(ended_at__isnull=False, ended_entry__isnull=False),
            ),
        ]
