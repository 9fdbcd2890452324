"""What a program asked by a token, in words. What was asked as on a page has that page's words."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

OFFICE = {"contacts:listed": ("saw", "Asked whom one may write to")}
FAMILY: dict[str, tuple[str, str | Promise]] = {
    "contacts:listed": ("saw", gettext_lazy("Asked whom the school may write to about the student")),
}
