"""What people write beside a step or an item: short, and looked at by the sieve before anything is kept."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from fileroom.screening import LOOKS_AT_WRITING, findings_in


def written(field: str, text: str, *, most: int) -> str:
    """The text as it is kept. ValidationError where there is none, it is too long, or holds what no file may."""
    said = " ".join(text.split())
    if not said:
        raise ValidationError({field: "Fill this in."})
    if len(said) > most:
        raise ValidationError({field: f"At most {most} characters."})
    if found := findings_in(said, LOOKS_AT_WRITING):
        raise ValidationError({field: f"This held what the law keeps out ({found[0].citation}). Leave that out."})
    return said
