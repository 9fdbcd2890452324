"""Among all the rows of a district whoever may bear a name is found, however a clerk or a list wrote it, and few others
are looked at."""

from __future__ import annotations

from itertools import product

import pytest

from fileroom.people.names import may_be_one_name, person_name, runs_of, shares_family_name, words_of
from tests import factories as make

# Names as two clerks write them; no two lines are one person's.
WRITTEN = (
    ("Minh Đặng", "Minh Dang", "ĐẶNG, Minh"),
    ("Anders Sørensen", "Anders Sorensen", "Sørensen Anders"),
    ("Łukasz Małecki", "Lukasz Malecki"),
    ("Bjørn Æbelø", "Bjorn Aebelo"),
    ("Gülsüm Kılıç", "Gulsum Kilic"),
    ("Anna Weiß", "Anna Weiss"),
    ("Juan Garcia Lopez", "Juan Garcia", "Juan García-López", "J. Garcia", "Juan L."),
    ("David Kim Jr", "David Kim", "David Kim III", "D. Kim", "David Kim, Jr."),
    ("Ana Paz Moreno", "Ana Paz", "A. Paz"),
    ("Mei Li-Smith", "Mei Li", "Meili Smith", "Meili"),
    ("Sean O’Brien", "Sean OBrien", "Sean O'Brien", "S. O Brien"),
    ("Juan Delacruz", "Juan de la Cruz", "J. Dela Cruz"),
    ("Iris Nunez Diaz", "Iris NunezDiaz", "Iris Núñez-Díaz"),
    ("Maria de la O", "M. de la O", "Maria Delao"),
    ("Van Le", "Le Van", "V. Le"),
    ("J. S.", "Jo S"),
    ("Keola Ka\u02bbiulani", "K. Kaiulani"),
    ("ਹਰਜੀਤ ਸਿੰਘ", "ਹਰਜੀਤ  ਸਿੰਘ"),
    ("हरजीत सिंह", "सिंह हरजीत"),
)


def found(*names: str) -> set[str]:
    from fileroom.hosting import district_transaction
    from fileroom.people.borne import may_bear
    from fileroom.people.models import Contact

    with district_transaction():
        return {person_name(it) for it in Contact.objects.filter(may_bear(names))}


@pytest.fixture
def everybody(district: str) -> list[str]:
    """Each name on file, its last word the family's."""
    names = [name for line in WRITTEN for name in line]
    for name in names:
        given, _, family = name.rpartition(" ")
        make.contact(given, family)
    return names


def test_whoever_may_bear_a_name_is_found(everybody: list[str]) -> None:
    for name in everybody:
        missed = {it for it in everybody if may_be_one_name(name, it)} - found(name)
        assert not missed, name


def test_who_is_found_by_many_names_at_once_is_who_is_found_by_each(everybody: list[str]) -> None:
    some = everybody[::5]
    assert found(*some) == set().union(*map(found, some))


def test_no_short_word_finds_whom_it_is_a_part_of(everybody: list[str]) -> None:
    assert found("Ana Li") == {"Ana Paz Moreno", "Ana Paz", "Mei Li-Smith", "Mei Li"}


def test_by_no_name_and_by_one_without_a_letter_nobody_is_found(everybody: list[str]) -> None:
    assert found() == found("1 2") == set()


def test_what_may_be_one_name_has_a_word_in_common() -> None:
    names = [name for line in WRITTEN for name in line]
    for one, other in product(names, names):
        assert not may_be_one_name(one, other) or runs_of(words_of(one)) & runs_of(words_of(other))


@pytest.mark.parametrize("family", ["Li Jr.", "Li, Jr", "LI III", "Li"])
def test_a_short_family_name_is_shared_whatever_tells_a_child_from_a_parent_behind_it(family: str) -> None:
    assert shares_family_name("Ana Li", family)
    assert not shares_family_name("Ana Le", family)
    assert not shares_family_name("Sam Jr.", family), "that is no family's name"


def test_a_family_named_as_those_are_is_known_by_that_name() -> None:
    assert shares_family_name("Ana Sr", "Sr")
    assert not shares_family_name("Ana Li", "Sr")
