"""Who was let in, by whom, and which roles a person gave: what no roster says."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from fileroom.people.models import Account, Assignment, Employee, School
from fileroom.people.models.rows import Row, in_order
from fileroom.programmes.accounts.rules import REASON_LENGTH

DIGEST_LENGTH, WAY_LENGTH, ROLE_LENGTH = 64, 4, 16


class Invitation(Row):
    """A link by which the holder of an account chooses a password, once. It holds nothing, and a later one ends it.

    `token`: SHA-256 of what the address holds; null until it is made, at the moment of sending. `made_by`: the account
    that made it; null where whoever runs the system did. `ended_at`: another took its place, or the account was closed.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT)
    token = models.CharField(max_length=DIGEST_LENGTH, unique=True, null=True)
    way = models.CharField(max_length=WAY_LENGTH)
    made_at = models.DateTimeField()
    made_by = models.UUIDField(null=True)
    entry = models.UUIDField()
    until_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="an_account_has_one_open_link", fields=["account"], condition=Q(used_at=None, ended_at=None)
            ),
            models.CheckConstraint(
                name="a_link_that_was_used_was_made", condition=Q(used_at=None) | Q(token__isnull=False)
            ),
        ]


class RoleGiven(Row):
    """A role that a person gave, and no roster. `assignment`: the place it is, while it is one; null of one that waits
    for a second person, and of one that was over before it held for a day. `given_by`: null where whoever runs the
    system gave it, to the first who may. `agreed_*`: by the second person, of one that waited."""

    employee = models.ForeignKey(Employee, on_delete=models.PROTECT)
    role = models.CharField(max_length=ROLE_LENGTH)
    school = models.ForeignKey(School, on_delete=models.PROTECT, null=True)
    from_on = models.DateField()
    to_on = models.DateField(null=True)
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)
    assignment = models.OneToOneField(Assignment, on_delete=models.SET_NULL, null=True)
    given_at = models.DateTimeField()
    given_by = models.UUIDField(null=True)
    entry = models.UUIDField()
    agreed_at = models.DateTimeField(null=True)
    agreed_by = models.UUIDField(null=True)
    agreed_entry = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.UUIDField(null=True)
    ended_entry = models.UUIDField(null=True)

    class Meta:
        indexes = [models.Index(fields=["employee", "-given_at"], name="role_given_to")]
        constraints = [
            in_order("a_role_ends_after_it_begins"),
            models.CheckConstraint(name="a_role_is_agreed_to_by_another", condition=~Q(agreed_by=F("given_by"))),
            models.CheckConstraint(
                name="a_role_that_is_agreed_to_says_by_whom",
                condition=Q(agreed_at=None, agreed_by=None, agreed_entry=None)
                | Q(agreed_at__isnull=False, agreed_by__isnull=False, agreed_entry__isnull=False),
            ),
            models.CheckConstraint(
                name="a_role_that_was_ended_has_its_entry",
                condition=Q(ended_at=None, ended_entry=None) | Q(ended_at__isnull=False, ended_entry__isnull=False),
            ),
        ]
