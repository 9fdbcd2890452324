"""The page of changes of law takes whatever day is typed into its address."""

from __future__ import annotations

import pytest

from tests.attacks.browsing import browser, words


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("?to=0001-01-01", "after 1 January 0001 and up to 1 January 0001"),
        ("?to=0001-06-01&from=2020-01-01", "after 1 June 0001 and up to 1 January 2020"),
        ("?to=0002-06-01", "after 31 May 0001 and up to 1 June 0002"),
        ("?to=9999-12-31", "up to 31 December 9999"),
        ("?from=9999-12-31", "up to 31 December 9999"),
        ("?to=tomorrow", "could not be read"),
        ("?from=2026-02-30", "could not be read"),
    ],
)
def test_a_day_however_far_off_is_a_page(district: str, asked: str, said: str) -> None:
    answer = browser().get(f"/law/changes/{asked}")
    assert answer.status_code == 200
    assert said in words(answer.content.decode())
