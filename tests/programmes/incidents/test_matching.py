"""A row of another's list is one person here, or nobody: never somebody whose number or birth date differs."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.hosting.embedded import Urls

ANA, BEN, TWIN = (UUID(int=number) for number in (1, 2, 3))
BORN = date(2016, 3, 4)


@pytest.fixture(autouse=True)
def ready(installation: Urls) -> None:
    """The matching is pure, and lives in a room with tables."""


def people() -> list:  # type: ignore[type-arg]
    from fileroom.programmes.incidents.matching import Somebody

    return [
        Somebody(ANA, ("Ana Torres", "Ana Lucía Torres"), BORN, ("SIS-1", "1234567890")),
        Somebody(BEN, ("Ben Ruiz",), date(2015, 1, 2), ("SIS-2",)),
        Somebody(TWIN, ("Ben Ruiz",), date(2015, 1, 9), ("SIS-3",)),
        Somebody(UUID(int=4), ("Maribel Ocampo",), None, (), "mocampo@alder.example"),
    ]


def found(**row: object):  # type: ignore[no-untyped-def]
    from fileroom.programmes.incidents.matching import Line, match

    made = match([Line(2, **row)], people())  # type: ignore[arg-type]
    return made.found.get(2) or made.lost[2].value


@pytest.mark.parametrize(
    ("row", "who"),
    [
        ({"number": "SIS-1"}, ANA),
        ({"number": "sis-1", "name": "A. Torres"}, ANA),
        ({"number": "1234567890", "born_on": BORN}, ANA),
        ({"name": "ANA TORRES", "born_on": BORN}, ANA),
        ({"name": "Ana Lucía Torres", "born_on": BORN}, ANA),
        ({"name": "Ben Ruiz", "born_on": date(2015, 1, 9)}, TWIN),
        ({"email": "MOcampo@alder.example"}, UUID(int=4)),
        ({"number": "SIS-1", "name": "Ben Ruiz"}, "another"),
        ({"number": "SIS-1", "born_on": date(2016, 3, 5)}, "another"),
        ({"number": "SIS-9", "name": "Ana Torres", "born_on": BORN}, "nobody"),
        ({"name": "Ben Ruiz"}, "too_little"),
        ({"name": "Ana Torres", "born_on": date(2016, 3, 5)}, "nobody"),
        ({}, "too_little"),
        ({"number": "SIS-1", "own": True}, "too_little"),
        ({"number": "SIS-1", "own": True, "name": "Ana Torres"}, ANA),
        ({"number": "SIS-1", "own": True, "born_on": BORN}, ANA),
        ({"number": "SIS-2", "own": True, "name": "Ana Torres", "born_on": BORN}, "another"),
        ({"number": "77", "own": True, "name": "Ana Torres", "born_on": BORN}, ANA),
        ({"number": "77", "own": True, "name": "Ana Torres"}, "nobody"),
    ],
)
def test_a_row_is_somebody_by_number_or_by_name_with_birth_date(row: dict[str, object], who: object) -> None:
    assert found(**row) == who


def test_two_students_of_one_name_and_birth_date_are_for_a_person_to_tell_apart() -> None:
    from fileroom.programmes.incidents.matching import Line, Somebody, match

    twins = [Somebody(uuid4(), ("Lee Kim",), BORN), Somebody(uuid4(), ("Lee Kim",), BORN)]
    assert match([Line(2, "Lee Kim", BORN)], twins).lost == {2: "several"}


NAMES = st.sampled_from(["Ana Torres", "Torres Ana", "Ben Ruiz", "B. Ruiz", "Nobody Known", ""])
DAYS = st.sampled_from([BORN, date(2015, 1, 2), date(2015, 1, 9), None])
NUMBERS = st.sampled_from(["SIS-1", "SIS-2", "SIS-3", "1234567890", "SIS-9", ""])
ROWS = st.lists(st.tuples(NAMES, DAYS, NUMBERS), max_size=12)


@given(rows=ROWS)
def test_every_row_is_once_somebody_or_nobody_and_no_number_or_birth_date_is_passed_over(
    rows: list[tuple[str, date | None, str]],
) -> None:
    from fileroom.programmes.incidents.matching import Line, match

    lines = [Line(at, name, born, number) for at, (name, born, number) in enumerate(rows)]
    made = match(lines, people())
    assert set(made.found) | set(made.lost) == {it.row for it in lines}
    assert not set(made.found) & set(made.lost)
    by_id = {it.id: it for it in people()}
    for line in lines:
        if line.row in made.found:
            one = by_id[made.found[line.row]]
            assert not line.number or line.number in one.numbers
            assert not line.born_on or not one.born_on or line.born_on == one.born_on
            assert line.number or (line.name and line.born_on)


@given(rows=ROWS, seed=st.randoms(use_true_random=False))
def test_the_order_of_the_rows_and_of_the_people_changes_nothing(
    rows: list[tuple[str, date | None, str]], seed: object
) -> None:
    from fileroom.programmes.incidents.matching import Line, match

    lines = [Line(at, name, born, number) for at, (name, born, number) in enumerate(rows)]
    mixed, others = list(lines), people()
    seed.shuffle(mixed)  # type: ignore[attr-defined]
    seed.shuffle(others)  # type: ignore[attr-defined]
    assert match(lines, people()) == match(mixed, others)


@pytest.mark.parametrize(
    ("head", "cells", "line"),
    [
        ("Last Name,First Name,DOB", '"Torres",Ana,03/04/2016', ("Ana Torres", BORN, "")),
        ("student name,birth date", '"Torres, Ana",2016-03-04', ("Ana Torres", BORN, "")),
        ("Student ID,SSN number", "SIS-1,123-45-6789", ("", None, "SIS-1")),
    ],
)
def test_only_the_columns_that_are_known_are_read(head: str, cells: str, line: tuple[object, ...]) -> None:
    from fileroom.programmes.incidents.reaching import lines_of

    (one,) = lines_of(f"{head}\n{cells}\n".encode())
    assert (one.name, one.born_on, one.number) == line
    assert "123-45" not in repr(one)


@pytest.mark.parametrize("body", [b"", b"name\nAna Torres\n", b"id\n", b"\xff\xfe", b'id\n"open'])
def test_a_table_that_cannot_be_matched_is_refused_whole(body: bytes) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.programmes.incidents.reaching import lines_of

    with pytest.raises(ValidationError):
        lines_of(body)
