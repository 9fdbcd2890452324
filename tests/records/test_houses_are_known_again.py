"""A house is known again in whatever way a sender writes it, and in the middle of a text."""

from __future__ import annotations

import pytest

from fileroom.records.addresses import bears, house
from tests.each import each

pytestmark = pytest.mark.usefixtures("district")

STREETS = (
    "120 Court Street", "500 Circle Drive", "45 North Avenue", "12 B Street", "Calle Roble 8128", "8128 Calle Roble",
    "36501 Avenue 12", "28411 Road 36", "No. 8128 Elm Street", "8128 Third Street", "P.O. Box 88", "12 Camino Real",
    "Space 14, Roble Mobile Park", "812 1/2 Elm St", "8128-A Elm St", "Rancho Santa Inez",
)  # fmt: skip


@pytest.mark.parametrize("street", STREETS)
def test_a_house_on_any_street_is_known_again_in_a_text(street: str) -> None:
    mark = house(street)
    assert mark is not None
    assert bears(f"On 3 May they moved to {street}. Ana walks 2 miles to school.", [mark])


ALIKE = (
    ("Apt 3, 8128 North Elm Court", "8128 N Elm Ct Apt 3"),
    ("8128 Elm Ct Unit B", "#12 8128 Elm Court"),
    ("812 1/2 Elm St", "812 Elm Street"),
    ("812½ Elm St", "812 Elm"),
    ("8128A Elm St", "8128-A Elm Street"),
    ("8128 Third Street", "8128 3rd St."),
    ("Calle Roble 8128", "8128 Calle Roble"),
    ("120 West Court Street", "120 W Court St"),
    ("120 Court St", "120 W. Court Street, Apt. 4"),
    ("45 North Avenue", "45 North Ave"),
    ("PO Box 88", "P. O. Box 88"),
    ("8128 Elm Court North", "8128 N Elm Ct"),
    ("Floor 3, 8128 Elm", "8128 Elm, 3rd floor"),
    ("8128 Saint Mary’s Ave", "8128 St. Marys Avenue"),
    ("8128 Mount Vernon Rd", "8128 Mt. Vernon Road"),
    ("8128 O'Brien St", "8128 OBrien St"),
    ("45 N. Avenue", "45 North Ave"),
    ("120 Ct. Street", "120 Court St"),
    ("8128 West Court", "8128 W. Ct."),
    ("8128 Twenty-First Street", "8128 21st St"),
    ("8128 21 Street", "8128 21st St"),
    ("Building 4, 8128 Elm Street", "8128 Elm St, Bldg. 4"),
    ("Apto 3, 8128 Elm", "8128 Elm, lote 7"),
    ("8128 State Highway 99", "8128 Hwy 99"),
    ("8128 County Road 12", "8128 Rd 12"),
)


@each(("one", "other"), ALIKE)
def test_a_house_is_one_however_its_street_and_its_flat_are_written(one: str, other: str) -> None:
    mark = house(one)
    assert mark is not None
    assert mark == house(other)
    assert bears(f"Mail: {other}, Sanger", [mark])


@pytest.mark.parametrize(
    ("one", "other"),
    [("8128 Elm St", "8129 Elm St"), ("12 B Street", "12 C Street"), ("45 North Avenue", "45 South Avenue"),
     ("120 Court Street", "120 Circle Drive"), ("36501 Avenue 12", "36501 Avenue 13")],
)  # fmt: skip
def test_two_houses_are_two(one: str, other: str) -> None:
    mark = house(one)
    assert mark is not None
    assert mark != house(other)
    assert not bears(f"They moved to {other}.", [mark])


@pytest.mark.parametrize("street", ["", "Elm", "8128", "#3"])
def test_a_line_that_names_no_house_has_no_mark(street: str) -> None:
    assert house(street) is None
