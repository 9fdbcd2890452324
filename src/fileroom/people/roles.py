"""Roles in words. To families employees appear by role, not by name."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

TITLES: Mapping[str, str | Promise] = {
    "administrator": gettext_lazy("An administrator"),
    "aide": gettext_lazy("An aide"),
    "board_clerk": gettext_lazy("The clerk of the Board"),
    "caregiver": gettext_lazy("A caregiver"),
    "contact": gettext_lazy("Somebody known to the district, but not of this file"),
    "counsel": gettext_lazy("The district’s counsel"),
    "counselor": gettext_lazy("A counselor"),
    "custodian": gettext_lazy("The custodian of records"),
    "designee": gettext_lazy("The Superintendent’s designee"),
    "educational_rights_holder": gettext_lazy("The educational rights holder"),
    "employee": gettext_lazy("An employee of the district"),
    "former_student": gettext_lazy("The student"),
    "foster_caregiver": gettext_lazy("A foster parent or caregiver"),
    "guardian": gettext_lazy("A parent or guardian"),
    "it_lead": gettext_lazy("Whoever leads the district’s information technology"),
    "import": gettext_lazy("The roster from the school's computer system"),
    "nurse": gettext_lazy("The school nurse"),
    "operator": gettext_lazy("Whoever runs this system"),
    "other": gettext_lazy("Somebody on this file"),
    "parent": gettext_lazy("A parent or guardian"),
    "principal": gettext_lazy("The principal"),
    "registrar": gettext_lazy("The school office"),
    "relative": gettext_lazy("A relative"),
    "somebody": gettext_lazy("Somebody"),
    "stepparent": gettext_lazy("A stepparent"),
    "student": gettext_lazy("The student"),
    "system": gettext_lazy("Fileroom, by itself"),
    "teacher": gettext_lazy("A teacher"),
}

IN_MORE_WORDS: Mapping[str, str] = {"board_clerk": "Clerk of the Board", "it_lead": "IT lead"}


def own_title(role: str) -> str:
    """The role as its holder reads it at the head of their own pages."""
    return IN_MORE_WORDS.get(role, role.capitalize())


def role_title(role: str) -> str:
    """The role as a family reads it; an unknown one is somebody outside."""
    return str(TITLES[role]) if role in TITLES else gettext("Somebody outside the district")
