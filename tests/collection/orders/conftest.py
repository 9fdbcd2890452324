"""Whoever is there when a list of court orders comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import factories as make
from tests.disclosure.asking import outcome

if TYPE_CHECKING:
    pass


@pytest.fixture
def town(district: str) -> make.Town:
    return make.town()


@pytest.fixture
def father(town: make.Town) -> make.Related:
    """A verified father with custody, who sees the file."""
    other = make.related("other", town.ana)
    make.change(other.row, given="Victor", family="Torres", search_name="victor torres")
    assert other.relation is not None
    make.custody(other.relation)
    assert outcome(other.by, town.ana) == "must"
    return other


@pytest.fixture
def keeper(town: make.Town) -> make.Staffed:
    """Who keeps the records of the whole district."""
    head = make.staffed("head", "administrator", None)
    make.custodian(head.row, None)
    return head
