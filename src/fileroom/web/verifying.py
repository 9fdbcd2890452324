"""The form by which the office notes how it checked a relationship: the method and the day, never a copy."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django import forms
from django.http import QueryDict

METHODS = (
    ("", "Choose one"),
    ("birth_record", "The student's birth record names the person"),
    ("court_paper", "A court's paper"),
    ("photo_id_and_enrolment", "Photo ID, and the person enrolled the student"),
    ("known_to_the_school", "Known to the school in person"),
)


class VerifyRelationship(forms.Form):
    """How and when. Many stand on one page, so each field's id names the relationship; no day after `on` is offered."""

    method = forms.ChoiceField(
        label="What was shown", choices=METHODS, error_messages={"required": "Choose what was shown."}
    )
    seen_on = forms.DateField(
        label="Seen on",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Give the day on which you saw it.", "invalid": "Write the day like 2026-11-20."},
    )

    def __init__(self, sent: QueryDict | None = None, *, relationship: UUID, on: date) -> None:
        super().__init__(sent, auto_id=f"id_{relationship}_%s")
        self.relationship = relationship
        self.fields["seen_on"].widget.attrs["max"] = on.isoformat()


class VerifyNamesake(VerifyRelationship):
    """The same once more, where somebody of the same name is known to the file: the office says that it is another."""

    another_person = forms.BooleanField(
        label="It is another person. The principal knows of it.",
        error_messages={"required": "Say so, or verify nothing until you know who this is."},
    )
