"""The mother of a child in Safe at Home lives where that child does, and the files of her other children have her
address: while nobody has entered the card, no envelope bears it."""

from __future__ import annotations

from uuid import uuid4

from tests import factories as make
from tests.programmes.incidents.reporting import lives, notices
from tests.programmes.incidents.test_told import letters, of_a_breach, office, prepared

__all__ = ["office"]


def noted_in_safe_at_home(town: make.Town, *of: object) -> None:
    """Her son, who is at no school with the other."""
    from fileroom.people.models import Circumstance

    brother = make.student("Bruno", "Torres")
    for who in of:
        make.relationship(brother, who)  # type: ignore[arg-type]
    make.keep(Circumstance(student=brother, kind="safe_at_home", from_on=make.TODAY, noted_by=uuid4(), entry=uuid4()))


def test_she_is_told_by_a_person_and_not_by_mail(town: make.Town, office: make.Staffed) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    noted_in_safe_at_home(town, town.mother.row)
    of = of_a_breach(town, office)
    prepared(of, office)
    assert notices(of) == [("by_hand", "substitute_address")]


def test_a_family_that_has_nothing_to_do_with_it_is_written_to(town: make.Town, office: make.Staffed) -> None:
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    noted_in_safe_at_home(town)
    of = of_a_breach(town, office)
    prepared(of, office)
    assert "12 Invented Lane" in letters(of, office)
