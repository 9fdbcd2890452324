"""What every table of people shares: an id made here, dated spells, and the ids of the system a row came from."""

from __future__ import annotations

import uuid
from datetime import date

from django.db import models
from django.db.models import F, Q

NAME_LENGTH = 300
SOURCE_LENGTH = 255


class Row(models.Model):
    """A row with a UUID of the application's making."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


def source_id() -> models.CharField[str | None, str | None]:
    """The id the student information system gave the row; null for rows made here."""
    return models.CharField(max_length=SOURCE_LENGTH, null=True, unique=True)


def in_force(on: date, *, begins: str = "from_on", ends: str = "to_on") -> Q:
    """Rows whose spell holds on this day. `to_on` is the last day, or null where none is set."""
    return (Q(**{f"{begins}__isnull": True}) | Q(**{f"{begins}__lte": on})) & (
        Q(**{f"{ends}__isnull": True}) | Q(**{f"{ends}__gte": on})
    )


def held(on: date) -> Q:
    """Places of employees that hold on this day: on the place's own days, and while its holder is employed."""
    return Q(in_force(on), Q(employee__left_on=None) | Q(employee__left_on__gte=on))


def in_order(name: str, *, begins: str = "from_on", ends: str = "to_on") -> models.CheckConstraint:
    """A spell does not end before it begins."""
    return models.CheckConstraint(
        name=name, condition=Q(**{f"{ends}__isnull": True}) | Q(**{f"{ends}__gte": F(begins)})
    )
