"""Keys by which another program asks in an employee's or a company's name: what proves one, never the key itself."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from fileroom.people.models.accounts import Account
from fileroom.people.models.rows import Row
from fileroom.people.models.schools import School

PREFIX_LENGTH, LABEL_LENGTH, ROLE_LENGTH = 10, 80, 40


class Token(Row):
    """One key. It acts as its owner: an employee in an office they hold, or a company under one contract.

    `digest` proves the key, which is kept nowhere; `prefix` is the part of it by which people and the ledger tell one
    from another. `role` and `school` (none: the district's own office) are the office; who holds it no more has no
    token. An employee's opens nothing until its owner has accepted it (`accepted_at`): before that there is no key, and
    `digest` is nobody's. `used_on` is the last day on which it was used. `minute` and `in_minute` count what it asked
    in one minute.
    """

    prefix = models.CharField(max_length=PREFIX_LENGTH, unique=True)
    digest = models.BinaryField(max_length=32)
    label = models.CharField(max_length=LABEL_LENGTH)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, null=True)
    role = models.CharField(max_length=ROLE_LENGTH, default="")
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True)
    contract = models.UUIDField(null=True)
    scopes = models.JSONField()
    until_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.UUIDField()
    made_entry = models.UUIDField()
    accepted_at = models.DateTimeField(null=True)
    accepted_entry = models.UUIDField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.UUIDField(null=True)
    withdrawn_entry = models.UUIDField(null=True)
    used_on = models.DateField(null=True)
    minute = models.DateTimeField(null=True)
    in_minute = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="token_belongs_to_exactly_one",
                condition=Q(account__isnull=True, contract__isnull=False)
                | Q(account__isnull=False, contract__isnull=True),
            ),
            models.CheckConstraint(
                name="token_is_accepted_with_its_entry",
                condition=Q(accepted_at=None, accepted_entry=None)
                | Q(accepted_at__isnull=False, accepted_entry__isnull=False, contract=None),
            ),
        ]
