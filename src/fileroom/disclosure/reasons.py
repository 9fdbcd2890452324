"""A reason in somebody's own words: one line, not empty, and without what the law keeps out of every text."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from fileroom.screening import LOOKS_AT_WRITING, findings_in

SHORTEST, LONGEST = 10, 400
KEPT_OUT = "kept_out"  # such a reason is repeated on no page


def shown_again(reason: str) -> str:
    """What was typed, as its page shows it once more: nothing where it holds what the law keeps out, or is too long to
    be looked into."""
    return "" if len(reason) > 10 * LONGEST or findings_in(reason, LOOKS_AT_WRITING) else reason


def fit(reason: str, *, asks: str) -> str:
    """The reason as one line. `asks`: what to say. Raises ValidationError."""
    said = " ".join(reason.split())
    if not SHORTEST <= len(said) <= LONGEST:
        raise ValidationError({"reason": f"{asks}: {SHORTEST} to {LONGEST} letters."})
    if found := findings_in(said, LOOKS_AT_WRITING):
        says = f"This holds what the law keeps out of every text ({found[0].citation})."
        raise ValidationError({"reason": ValidationError(says, code=KEPT_OUT)})
    return said
