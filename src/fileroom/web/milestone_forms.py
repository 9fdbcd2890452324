"""The forms by which the office enters a milestone of a student and ends one, and the words for what stands there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from fileroom.law import BY_ID
from fileroom.people.milestones import COLLEGE, PAPERS, RECORD, Noted
from fileroom.web.law_book import rule_url
from fileroom.web.words import MILESTONES

SHOWN = {
    "declaration_of_emancipation": "A court’s declaration of emancipation",
    "marriage_certificate": "A marriage certificate",
    "active_duty_orders": "Orders to active duty in the armed forces",
    "college_enrolment": "The college’s proof of enrollment",
    "counsels_finding": "Counsel’s written finding, with its reason",
    "diploma": "The diploma, or the school’s list of graduates",
}
# The rule of the law book that says what follows.
FOLLOWS: Mapping[str, str] = {
    "attends_postsecondary": "disclosure.dual_enrolment.counsel_review",
    "emancipated": "disclosure.emancipated_minors.counsel_review",
    "rights_passed": "disclosure.dual_enrolment.rights_passed_early",
}


def _day(label: str, says: str, latest: date, hint: str = "") -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date", "max": latest.isoformat()})
    errors = {"required": says, "invalid": "Write the day like 2026-11-20."}
    return forms.DateField(label=label, widget=widget, help_text=hint, error_messages=errors)


class EnterMilestone(forms.Form):
    """What was shown, and since when it is so: the paper says which milestone it is."""

    paper = forms.ChoiceField(label="What was shown", error_messages={"required": "Choose what was shown."})

    def __init__(self, sent: QueryDict | None = None, *, on: date) -> None:
        super().__init__(sent, auto_id="id_milestone_%s")
        groups: dict[str, list[tuple[str, str]]] = {}
        for paper, kind in PAPERS.items():
            groups.setdefault(MILESTONES[kind], []).append((paper, SHOWN[paper]))
        self.fields["paper"].choices = [("", "Choose one"), *groups.items()]  # type: ignore[attr-defined]
        self.fields["from_on"] = _day("Since", "Give the day from which it is so.", on, "As the paper says")


class EndMilestone(forms.Form):
    """From which day it is so no longer. Several stand on one page, so each field's id names the milestone."""

    def __init__(self, sent: QueryDict | None = None, *, milestone: UUID, on: date) -> None:
        super().__init__(sent, auto_id=f"id_{milestone}_%s")
        self.milestone = milestone
        hint = "The first day on which it is not so. If it never was: its own first day"
        self.fields["over_on"] = _day("Over from", "Give the first day on which it is not so.", on, hint)


def line(it: Noted, *, end_url: str, form: EndMilestone, finding: bool) -> dict[str, Any]:
    """One of them as the page of people shows it. `finding`: one of counsel's stands open."""
    follows = None if it.over_on else BY_ID.get(FOLLOWS.get(it.kind, ""))
    return {
        "says": MILESTONES[it.kind],
        "paper": "The date of graduation, filed" if it.paper == RECORD else SHOWN[it.paper],
        "from_on": it.from_on,
        "over_on": it.over_on,
        "entered_by": it.entered_by,
        "ended_by": it.ended_by,
        "follows": follows and {"says": follows.says, "cite": follows.cites.text, "url": rule_url(follows.id)},
        "end_url": "" if it.over_on else end_url,
        "form": form,
        "ends_finding": finding and it.kind == COLLEGE,
    }
