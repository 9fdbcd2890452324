"""The household that shows its card."""

from __future__ import annotations

import pytest

from tests.collection.cards import carded
from tests.collection.cards.carded import Household


@pytest.fixture
def home(district: str) -> Household:
    return carded.household()
