"""What a person writes of a form: its title, where it is used, who answers for it, its fields. Checked for shape."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError

from fileroom.collection.forms import Field, FormDefinition
from fileroom.collection.looking import look_at_text
from fileroom.collection.models import RegisteredForm
from fileroom.people.models import Assignment

KINDS, TONGUES = tuple(RegisteredForm.Kind), ("en", "es", "ko", "tl", "vi", "zh")
FIELD_KINDS = ("text", "long", "date", "number", "choice", "yes_no", "file")
MOST_FIELDS, MOST_OPTIONS, LONGEST, LONGEST_TITLE = 200, 60, 500, 120
HOLDS = (
    "The title or a field holds what looks like somebody’s own number or paper. A form is blank: take it out."
    " Nothing was kept."
)


@dataclass(frozen=True)
class Asking:
    """One field: its kind, and what it asks by."""

    kind: str
    field: Field

    def kept(self) -> dict[str, Any]:
        """As the register keeps it."""
        it = self.field
        said = {"label": it.label, "help": it.help, "placeholder": it.placeholder, "options": list(it.options)}
        return {"kind": self.kind, "required": it.required, **said}


@dataclass(frozen=True)
class Head:
    """All of a form but its fields. `school`: None where the whole district uses it."""

    title: str
    kind: str
    tongue: str
    school: UUID | None
    owner: str


@dataclass(frozen=True)
class Made:
    """A form whose fields are written here."""

    head: Head
    asks: tuple[Asking, ...]

    def definition(self) -> FormDefinition:
        """As the law is asked about it."""
        return FormDefinition(self.head.title, self.head.owner, tuple(it.field for it in self.asks))


def asking(given: Mapping[str, Any]) -> Asking:
    """A field as it was kept, or sent."""
    label, help_, placeholder = (str(given.get(it, "")).strip() for it in ("label", "help", "placeholder"))
    options = tuple(str(it).strip() for it in given.get("options", ()) if str(it).strip())
    kind = str(given.get("kind", "text"))
    return Asking(kind, Field("", label, help_, placeholder, options, bool(given.get("required"))))


def checked_head(head: Head) -> Head:
    """Fit to be registered; else ValidationError, by field."""
    faults = {}
    title = " ".join(head.title.split())
    if not 0 < len(title) <= LONGEST_TITLE:
        faults["title"] = "Give the form the title that families read, in at most 120 characters."
    if head.kind not in KINDS:
        faults["kind"] = "Choose one of the list."
    if head.tongue not in TONGUES:
        faults["tongue"] = "Choose one of the list."
    if head.owner not in Assignment.Role:
        faults["owner"] = "Choose one of the list."
    if _values(title):
        faults["title"] = HOLDS
    if faults:
        raise ValidationError(faults)
    return replace(head, title=title)


def checked(made: Made) -> Made:
    """Fit to be kept, whatever the law says of it; else ValidationError."""
    head, asks = checked_head(made.head), tuple(it for it in made.asks if any(text for _, text in it.field.parts()))
    if not asks:
        raise ValidationError("Write at least one field. Nothing was kept.")
    fits(Made(head, asks).definition())
    for it in asks:
        if it.kind not in FIELD_KINDS:
            raise ValidationError("Choose the kind of each field from the list. Nothing was kept.")
        if _values("\n".join(text for _, text in it.field.parts())):
            raise ValidationError(HOLDS)
    return Made(head, asks)


def fits(definition: FormDefinition) -> None:
    """ValidationError where there is more of a form than is looked at. Nothing is cut: what is cut off is not asked."""
    if len(definition.fields) > MOST_FIELDS:
        raise ValidationError("A form has at most 200 fields. Nothing was kept.")
    for it in definition.fields:
        if len(it.options) > MOST_OPTIONS:
            raise ValidationError("A field has at most 60 options. Nothing was kept.")
        if any(len(text) > LONGEST for _, text in it.parts()):
            raise ValidationError("Each text of a field has at most 500 characters. Nothing was kept.")


def _values(text: str) -> bool:
    """Does it hold a thing itself, and not only ask for one? No form is registered with somebody's number in it."""
    return any(it.mode != "solicit" for it in look_at_text(text, "form_field").seen)


def head_of(row: RegisteredForm) -> Head:
    """As it is registered."""
    return Head(row.title, row.kind, row.tongue, row.school_id, row.owner)


def asks_of(kept: Sequence[Mapping[str, Any]]) -> tuple[Asking, ...]:
    """The fields as they are registered."""
    return tuple(map(asking, kept))
