"""Anyone may bring a paper of the district's to be checked, and nothing larger than such a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.attacks.browsing import browser

if TYPE_CHECKING:
    from django.http import HttpResponse

PAPER = 300_000  # bytes: a report of the Board with its year


def brought(address: str, size: int) -> HttpResponse:
    """A stranger brings a file of so many bytes."""
    file = SimpleUploadedFile("paper.pdf", b"%PDF" + b" " * size)
    return browser().post(address, {"code": "AAAA-AAAA-AAAA", "file": file})  # type: ignore[return-value]


def test_a_long_paper_is_compared_for_a_stranger(district: str) -> None:
    answer = brought("/check/", PAPER)
    assert answer.status_code == 200 and b"AAAA-AAAA-AAAA" in answer.content


@pytest.mark.parametrize(("address", "size"), [("/check/", 3_000_000), ("/sign-in/", PAPER)])
def test_a_stranger_brings_nothing_larger(district: str, address: str, size: int) -> None:
    answer = brought(address, size)
    assert answer.status_code == 413
    assert (b"Look its code up without the file" in answer.content) is (address == "/check/")
