"""Who may sign in: an account belongs to exactly one employee, contact or student of this district."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.crypto import salted_hmac

from fileroom.people.models.families import Contact
from fileroom.people.models.staff import Employee
from fileroom.people.models.students import Student

SESSION = "fileroom.people.models.accounts"


class Accounts(BaseUserManager["Account"]):
    """Finds accounts by the name people sign in with."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(sign_in_name=(username or "").lower())


def _exactly_one() -> Q:
    owners = ("employee", "contact", "student")
    return Q.create([Q(**{f"{name}__isnull": name != owner for name in owners}) for owner in owners], connector=Q.OR)


class Account(AbstractBaseUser):
    """A way to sign in. What its holder may see is never stored here: the law decides each time."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sign_in_name = models.CharField(max_length=254, unique=True)
    employee = models.OneToOneField(Employee, on_delete=models.PROTECT, null=True)
    contact = models.OneToOneField(Contact, on_delete=models.PROTECT, null=True)
    student = models.OneToOneField(Student, on_delete=models.PROTECT, null=True)
    identity_verified_on = models.DateField(null=True)
    language = models.CharField(max_length=5, default="")  # what its holder has chosen, if anything
    is_active = models.BooleanField(default=True)
    # How often all its sessions were ended at once: a session that began before the last time is none any more.
    turn = models.PositiveIntegerField(default=0)

    objects: ClassVar[Accounts] = Accounts()
    USERNAME_FIELD = "sign_in_name"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [models.CheckConstraint(name="account_belongs_to_exactly_one", condition=_exactly_one())]

    def get_session_auth_hash(self) -> str:
        """What each session of this account was begun with; Django ends one that holds another."""
        return salted_hmac(SESSION, f"{self.password}/{self.turn}", algorithm="sha256").hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """None: the key that signs sessions is not rotated."""
        return iter(())
