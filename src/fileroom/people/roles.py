"""Roles in words. To families employees appear by role, not by name."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

TITLES: Mapping[str, str | Promise] = {
    "administrator": gettext_lazy("An administrator"),
    "aide": gettext_lazy("An aide"),
    "counselor": gettext_lazy("A counselor"),
    "custodian": gettext_lazy("The custodian of records"),
    "employee": gettext_lazy("An employee of the district"),
    "guardian": gettext_lazy("A parent or guardian"),
    "nurse": gettext_lazy("The school nurse"),
    "parent": gettext_lazy("A parent or guardian"),
    "operator": gettext_lazy("Whoever runs this system"),
    "principal": gettext_lazy("The principal"),
    "registrar": gettext_lazy("The school office"),
    "somebody": gettext_lazy("Somebody"),
    "student": gettext_lazy("The student"),
    "former_student": gettext_lazy("The student"),
    "import": gettext_lazy("The roster from the school's computer system"),
    "system": gettext_lazy("Fileroom, by itself"),
    "teacher": gettext_lazy("A teacher"),
}


def role_title(role: str) -> str:
    """The role as a family reads it; an unknown one is somebody outside."""
    return str(TITLES[role]) if role in TITLES else gettext("Somebody outside the district")
