"""Whom a record is about, in the words of a page: "Rosa Torres (parent)"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from fileroom.collection.items import OF_ONE_PERSON
from fileroom.disclosure.about import Person
from fileroom.disclosure.services import Listed

RELATIONS: Mapping[str, str | Promise] = {
    "caregiver": gettext_lazy("caregiver"),
    "educational_rights_holder": gettext_lazy("educational rights holder"),
    "foster_caregiver": gettext_lazy("foster caregiver"),
    "guardian": gettext_lazy("guardian"),
    "other": gettext_lazy("on file"),
    "parent": gettext_lazy("parent"),
    "relative": gettext_lazy("relative"),
    "stepparent": gettext_lazy("stepparent"),
}
# What the office is told beside the relation.
STANDINGS = {"claimed": ", not verified", "refuted": ", found not to be so"}
EMERGENCY_CARD = "contact_and_household"
NOBODY = "nobody"  # the answer of a form that names no contact
# What stands where a record is about none.
NO_CONTACT = {
    EMERGENCY_CARD: gettext_lazy("The student and the household"),
    "parent_name_and_address": gettext_lazy("Somebody who is not on this file"),
}


def whose(record: Listed, *, reader: UUID | None = None) -> str:
    """Whom the record is about; empty where that is the student, as of most records. `reader`: a contact who reads."""
    it = record.about
    if it is None:
        return str(NO_CONTACT[EMERGENCY_CARD]) if record.item.code == EMERGENCY_CARD else ""
    if it.contact == reader:
        return gettext("You")
    return named(it) if it.name else gettext("Somebody the office has not checked")


def named(it: Person) -> str:
    """A contact with what they are to the student."""
    return related(it.name, it.kind, STANDINGS.get(it.standing, ""))


def related(name: str, kind: str, standing: str = "") -> str:
    """Somebody's name with what they are to the student; the name alone where they are on no file."""
    return f"{name} ({RELATIONS[kind]}{standing})" if kind else name


def choices(item: str, people: tuple[Person, ...]) -> list[tuple[str, str]]:
    """The answers to "Whose is it?" for a record of this item, by contact id; empty where nobody need ask."""
    if item not in OF_ONE_PERSON:
        return []
    return [*((str(it.contact), named(it)) for it in people), (NOBODY, str(NO_CONTACT[item]))]


def in_an_emergency(records: tuple[Listed, ...], urls: Mapping[UUID, str]) -> list[dict[str, Any]]:
    """The emergency cards of a file: whose each is, and where it opens. The number itself is a look of its own."""
    cards = [it for it in records if it.item.code == EMERGENCY_CARD]
    return [{"who": whose(it), "on": it.filed_at, "url": urls[it.id]} for it in cards]
