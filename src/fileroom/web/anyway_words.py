"""Entries in words about records that a lacking training has kept shut, and that were opened all the same."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

OFFICE = {
    "disclosure:put_off": ("no", "Asked; a training was lacking, and nothing was shown"),
    "record:opened_anyway": ("saw", "To be opened before a training, with a reason"),
}
# Of no student, under seal: whose record it was stands in the entry of the opening.
SEALED = {
    "opening:read": ("saw", "The reason for an opening before a training, read"),
    "opening:reviewed": ("record", "An opening before a training, looked at by the custodian"),
}
FAMILY: dict[str, tuple[str, str | Promise]] = {
    "disclosure:put_off": ("no", gettext_lazy("Was to complete a training first; nothing was shown")),
    "record:opened_anyway": (
        "saw",
        gettext_lazy(
            "Gave a reason to open a record before a training; the custodian of records looks at it: %(item)s"
        ),
    ),
}
