"""A free text that is kept beside an act, as the name of whoever asked is: the sieve reads it before anybody else."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from fileroom.screening import LOOKS_AT_WRITING, findings_in

KEPT_OUT = "kept_out"
LONGEST = 120


def nothing_kept_out(text: str) -> None:
    """Raises ValidationError where it holds what no record may; the error cites the law and repeats nothing of it."""
    if found := findings_in(text, LOOKS_AT_WRITING):
        raise ValidationError(
            f"This held more than a name, which the law keeps out ({found[0].citation}). Write the name alone.",
            code=KEPT_OUT,
        )


class Name(forms.CharField):
    """The name of somebody outside, as it is written down and kept."""

    default_validators = [nothing_kept_out]

    def __init__(self, label: str, help_text: str = "") -> None:
        super().__init__(label=label, max_length=LONGEST, required=False, help_text=help_text)


def nothing_private(text: str) -> None:
    """The same of a sentence: what it is about is no name."""
    if found := findings_in(text, LOOKS_AT_WRITING):
        raise ValidationError(
            f"This held what no record may hold ({found[0].citation}). Write it again without.", code=KEPT_OUT
        )


class Sentence(forms.CharField):
    """A sentence that is kept as it is written, at most so long; nothing of it is cut off."""

    default_validators = [nothing_private]

    def __init__(
        self, label: Any, most: int, help_text: Any = "", *, required: bool = True, area: bool = False
    ) -> None:
        widget = forms.Textarea(attrs={"rows": 3}) if area else forms.TextInput()
        super().__init__(
            label=label, max_length=most, help_text=help_text, required=required, widget=widget,
            error_messages={"required": gettext_lazy("Fill this in.")},
        )  # fmt: skip


def without_what_is_kept_out(form: forms.Form) -> QueryDict:
    """What was sent, to be shown again: each field that was refused for what it held is empty."""
    sent = QueryDict(mutable=True)
    sent.update(form.data)
    for name in form.errors:
        if form.has_error(name, KEPT_OUT):
            sent[name] = ""
    return sent
