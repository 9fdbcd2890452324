"""The criteria of educational interest are those of the annual notice."""

from __future__ import annotations

import pytest

from tests.law.worlds import ask, duties


@pytest.mark.parametrize(("given", "owed"), [(False, True), (True, False), (None, False)])
def test_who_opens_files_before_the_notice_was_given_owes_it(given: bool | None, owed: bool) -> None:
    opened = ask("teacher", district__annual_notice_given=given)
    assert opened.granted
    assert ("give_annual_notice" in duties(opened)) is owed


def test_of_a_family_it_is_not_asked() -> None:
    assert "give_annual_notice" not in duties(ask("parent", district__annual_notice_given=False))
