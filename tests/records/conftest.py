"""A student to keep something of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import factories as make

if TYPE_CHECKING:
    from fileroom.people.models import Student


@pytest.fixture
def ana(district: str) -> Student:
    return make.student()
