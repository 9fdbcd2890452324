"""The form by which the office enters who has custody of a student, and the words for what stands there."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from fileroom.people.custody import PAPERS, Entered

SHOWN = {
    "court_gives_custody": "A court’s order: this person has legal custody, alone or with another",
    "court_gives_another_custody": "A court’s order: another person alone has legal custody",
    "no_court_has_decided": "A birth or adoption record that names this parent; no court has decided on custody",
    "letters_of_guardianship": "A court’s letters of guardianship",
    "court_gives_education_rights": "A court’s order that gives this person the education rights",
    "education_rights_over": "A court’s order that ends this person’s education rights",
    "nothing_shown": "Nothing: what is entered was a mistake",
}


class EnterCustody(forms.Form):
    """What was shown, and since when it is so. Many stand on one page, so each field's id names the relationship."""

    paper = forms.ChoiceField(label="What was shown", error_messages={"required": "Choose what was shown."})
    from_on = forms.DateField(
        label="Since",
        help_text="As the paper says",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={
            "required": "Give the day from which it is so.",
            "invalid": "Write the day like 2026-11-20.",
        },
    )

    def __init__(self, sent: QueryDict | None = None, *, relationship: UUID, relation: str, on: date) -> None:
        super().__init__(sent, auto_id=f"id_custody_{relationship}_%s")
        self.relationship = relationship
        shown = [(paper, SHOWN[paper]) for paper, it in PAPERS.items() if relation in it.of]
        self.fields["paper"].choices = [("", "Choose one"), *shown]  # type: ignore[attr-defined]
        self.fields["from_on"].widget.attrs["max"] = on.isoformat()


def line(it: Entered | None) -> dict[str, Any] | None:
    """The entry that holds, as the page of people shows it."""
    if it is None:
        return None
    return {"paper": SHOWN[it.paper], "from_on": it.from_on, "entered_by": it.entered_by}
