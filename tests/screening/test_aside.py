"""What is set aside: asked of staff or sellers, answered with no, no more there; and what is asked all the same."""

from __future__ import annotations

import pytest

from fileroom.screening import TextKind, screen_text

SET_ASIDE = (
    (TextKind.EMAIL, "Painters and referees send a W-9 with the EIN, or their SSN if they have none. Never by e-mail."),
    (TextKind.NOTE, "T: Kailangan ba ng green card para makapag-enroll?\nS: Hindi."),
    (TextKind.NOTE, "Ticket 88141: the SSN column was deleted from the bus pass screen, 0 of 9,204 rows held data."),
    (TextKind.NOTE, "Quiz 4, civics: Why does the census no longer ask each person's citizenship?"),
    (TextKind.FORM_FIELD, "That looks like a Social Security number. This box may not hold one."),
)
ASKED = (
    (TextKind.EMAIL, "Payroll here, with the W-4 on my desk: please send me your daughter's social by Friday."),
    (TextKind.NOTE, "Do you need the green card? Yes, please bring it on Monday."),
    (TextKind.NOTE, "That legacy box is back, so please write the parent's SSN in it."),
    (TextKind.NOTE, "Quiz night: each parent must write their SSN on the entry slip."),
    (TextKind.FORM_FIELD, "ERROR 212: Social Security number cannot be blank."),
    (TextKind.EMAIL, "Can u send me the Jewish kids in 10th and 11th w parent emails"),
    (TextKind.NOTE, 'select with FILTER(Students!A2:H, Students!F2:F="Arab")'),
)


@pytest.mark.parametrize(("kind", "text"), SET_ASIDE)
def test_what_is_asked_of_no_family_is_let_be(kind: TextKind, text: str) -> None:
    assert screen_text(text, kind) == ()


@pytest.mark.parametrize(("kind", "text"), ASKED)
def test_a_family_is_asked_all_the_same(kind: TextKind, text: str) -> None:
    assert screen_text(text, kind)
