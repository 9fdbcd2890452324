"""What a law offers as a proof is asked for at no door: a text, a document, a packet, a field of a form."""

from __future__ import annotations

from datetime import date

import pytest

from fileroom.collection.forms import Field, check_field
from fileroom.collection.looking import look_at_document, look_at_text
from fileroom.collection.packets import check_published
from fileroom.collection.rulings import Scope
from fileroom.law.takings import Verdict
from fileroom.screening import banned_field

SCOPE = Scope(date(2026, 8, 1))
OFFERED = (
    "Bring one proof of age: birth certificate, baptism certificate, passport, or affidavit.",
    "Proof of residency (any one): utility bill, lease, pay stub, voter registration",
)
ASKED = ("Bring your passport.", "Bring proof of age: a visa or a birth certificate.")


def doors(text: str) -> set[bool]:
    """Whether each door lets the sentence be."""
    body = text.encode()
    return {
        not look_at_text(text, "letter").seen,
        not look_at_text(text, "form_field").seen,
        not look_at_document(body, "pk.txt").seen,
        banned_field(text) is None,
        not check_published(body, "pk.txt", SCOPE).asked,
        check_field(Field("", text), SCOPE, title="Enrollment").verdict is Verdict.ALLOW,
    }


@pytest.mark.parametrize("text", OFFERED)
def test_what_may_be_chosen_is_let_be_at_every_door(text: str) -> None:
    assert doors(text) == {True}


@pytest.mark.parametrize("text", ASKED)
def test_what_is_asked_for_is_found_at_every_door(text: str) -> None:
    assert doors(text) == {False}
