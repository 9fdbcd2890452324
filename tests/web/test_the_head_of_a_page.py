"""What stands at the head of every page of an office: who is signed in, and as what, in words."""

from __future__ import annotations

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words


@pytest.mark.parametrize(
    ("role", "said"),
    [("registrar", "Registrar"), ("board_clerk", "Clerk of the Board"), ("it_lead", "IT lead"), ("counsel", "Counsel")],
)
def test_a_role_is_said_in_words_and_not_by_its_code(town: make.Town, role: str, said: str) -> None:
    page = browser(make.staffed("somebody", role, None).by).get("/").content.decode()
    assert f"{said}, Alder Creek" in words(page) and "_clerk" not in words(page) and "It lead" not in words(page)
