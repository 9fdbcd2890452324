"""Whoever agrees to another's list has counted its rows: the form that asks how many."""

from __future__ import annotations

from django import forms


class CountedForm(forms.Form):
    """How many whoever agrees has counted in the list."""

    counted = forms.IntegerField(
        label="How many rows does the list have, as it came?", min_value=0, max_value=1_000_000,
        help_text="Count them in the list of the other system, not here",
        error_messages={"required": "Count them, and write the number.", "invalid": "Write a number."},
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip
