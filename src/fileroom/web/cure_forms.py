"""The forms by which a company is told what its contract lacks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms

from fileroom.web.vendor_forms import day


class CureForm(forms.Form):
    """Until when the company is to cure its contract."""

    cure_by = day("Until when is it to be cured?", "What is a reasonable time the law does not say")


class ALetter(forms.Field):
    """The letter that the page showed; nobody types it."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> UUID | None:
        """Its id; None of what is none: the service says that it is not the letter that waits."""
        try:
            return UUID(str(value))
        except ValueError:
            return None


class CureAnewForm(CureForm):
    """The same, in the place of a letter that waits."""

    instead_of = ALetter(required=False)
    taken_back = forms.BooleanField(
        label="The letter that waits did not go, and goes no more",
        help_text="Of two letters the company would be held to the day in one, and may have read the other.",
        error_messages={"required": "Say that it did not go. If it did, note the day on which it went instead."},
    )  # fmt: skip


class NoticeWentForm(forms.Form):
    """The written notice went to the company."""

    letter = ALetter(required=False)
    went_on = day("On which day did it go?")
    own_until = day(
        "Until when does the district’s own letter give it?", "Only if you did not sign the letter here. Hand it in"
        " below", required=False,
    )  # fmt: skip
