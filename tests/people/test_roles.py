"""Every role that a line of a list may be written in has its own words: nobody of the file is called an outsider."""

from __future__ import annotations

import pytest
from django.utils import translation

from fileroom.law.offices import OFFICES
from fileroom.people.roles import role_title

OUTSIDER = "Somebody outside the district"
# What the services write of an account's holder who has neither an office here nor a tie to the student, and of whoever
# has no account.
OF_NO_TIE = ("contact", "employee", "former_student", "import", "operator", "somebody", "student", "system")


def roles() -> list[str]:
    from fileroom.people.models import Assignment, Relationship

    return sorted({*Relationship.Kind.values, *Assignment.Role.values, *OFFICES.offices, *OF_NO_TIE})


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_relation_office_or_role_of_ours_is_somebody_outside_the_district(
    installation: object, language: str
) -> None:
    with translation.override(language):
        outsider = role_title("no such role")
        assert [role for role in roles() if role_title(role) == outsider] == []
        assert (outsider == OUTSIDER) == (language == "en")


def test_each_role_is_said_in_spanish_too(installation: object) -> None:
    with translation.override("en"):
        english = {role: role_title(role) for role in roles()}
    with translation.override("es"):
        assert [role for role in roles() if role_title(role) == english[role]] == []
