"""Each test of a page begins in the language of nobody in particular."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def no_language_left_over() -> Iterator[None]:
    """Django keeps the language of a request in its thread until the next one asks for another."""
    from django.conf import settings
    from django.utils import translation

    if settings.configured:
        translation.activate("en")
    yield
    if settings.configured:
        translation.deactivate()
