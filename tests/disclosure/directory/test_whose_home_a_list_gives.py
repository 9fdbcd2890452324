"""An address on a list is that of the child's own home, or none is given."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from tests import factories as make
from tests.conftest import AT
from tests.disclosure import listing
from tests.disclosure.listing import hands_over, prepares, rows, wanted
from tests.factories import TODAY, change

if TYPE_CHECKING:
    from fileroom.people.models import Contact, Student
    from fileroom.people.signed_in import SignedIn


@pytest.fixture
def here(district: str) -> listing.Listed:
    return listing.district()


def at_home(who: Student, parent: Contact, street: str, *, by: SignedIn) -> None:
    """Where a parent lives, filed of the student."""
    from fileroom.collection.services import Collected, collect

    said = {"name": "A Parent", "street": street, "city": "Alder", "postal_code": "93002"}
    filed = collect(who.id, "parent_name_and_address", said, by=by, at=AT, about=parent.id)
    assert isinstance(filed, Collected)


def address(here: listing.Listed) -> str:
    """What a list says of where Ana lives."""
    made = prepares(here.town.principal.by, wanted(here.town.school, fields=("name", "address")))
    return rows(hands_over(here.town.principal.by, made.id))[-1][2]


def test_the_home_of_everybody_who_has_custody_is_the_childs(here: listing.Listed) -> None:
    town = here.town
    other = make.related("other", town.ana)
    assert other.relation is not None
    at_home(town.ana, town.mother.row, "9 Other St", by=town.registrar.by)
    assert address(here) == "9 Other St, Alder 93002"
    make.custody(other.relation)
    assert address(here) == "", "of the other nobody knows where they live, so not whose home is the child's"
    at_home(town.ana, other.row, "9 Other St", by=town.registrar.by)
    assert address(here) == "9 Other St, Alder 93002"


@pytest.mark.parametrize("of", [
    {"standing": "refuted"}, {"standing": "claimed"}, None, {"verified_on": TODAY + timedelta(days=1)},
], ids=["refuted", "claimed", "on no file by now", "verified from tomorrow"])  # fmt: skip
def test_the_home_of_somebody_who_is_no_verified_parent_is_not_the_childs(
    here: listing.Listed, of: dict[str, Any] | None
) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Custody

    town = here.town
    at_home(town.ana, town.mother.row, "9 Fathers Road", by=town.registrar.by)
    assert address(here) == "9 Fathers Road, Alder 93002"
    assert town.mother.relation is not None
    if of is not None:
        change(town.mother.relation, **of)
    else:
        with district_transaction():
            Custody.objects.filter(relationship=town.mother.relation).delete()
            town.mother.relation.delete()
    assert address(here) == ""


@pytest.mark.parametrize("of", [{"legal_custody": False}, {"legal_custody": None}, {"rights_terminated": True},
                                {"to_on": TODAY - timedelta(days=1)}])  # fmt: skip
def test_the_home_of_a_parent_without_custody_is_not_the_childs(here: listing.Listed, of: dict[str, Any]) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Custody

    town = here.town
    at_home(town.ana, town.mother.row, "9 Fathers Road", by=town.registrar.by)
    with district_transaction():
        Custody.objects.filter(relationship=town.mother.relation).update(**of)
    assert address(here) == ""


def test_of_whom_an_order_leaves_without_custody_a_list_gives_no_home_whatever_is_entered(
    here: listing.Listed,
) -> None:
    town = here.town
    at_home(town.ana, town.mother.row, "9 Other St", by=town.registrar.by)
    make.order(town.ana, town.mother.row, kind="sole_legal_custody_other_parent")
    assert address(here) == ""
