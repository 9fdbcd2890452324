"""A name is found by the letters that a clerk has on the keyboard, however the family writes it; and what was hashed by
the letters as they are stays known."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import connection
from django.db.models import Q

from fileroom.people.names import hashed_key, search_key
from tests import factories as make

PEOPLE = [("Minh", "Đặng", "dang"), ("Łukasz", "Małecki", "lukasz malecki"), ("Mia", "Sørensen", "sorensen"),
    ("Þóra", "Æbelø", "thora aebelo")]  # fmt: skip


def found(typed: str) -> list[str]:
    from fileroom.hosting import district_transaction
    from fileroom.people.names import full_name
    from fileroom.people.queries import students_named

    with district_transaction():
        return [full_name(it) for it in students_named(typed, Q(), on=make.TODAY)]


@pytest.mark.parametrize(("given", "family", "typed"), PEOPLE)
def test_a_clerk_without_that_key_finds_them(district: str, given: str, family: str, typed: str) -> None:
    make.student(given, family)
    make.student("Ana", "Torres")
    for words in (typed, typed.upper(), family, f"{given} {family}"):
        assert found(words) == [f"{given} {family}"], words


@pytest.mark.parametrize(("given", "family", "typed"), PEOPLE)
def test_who_was_on_file_before_is_found_too(district: str, given: str, family: str, typed: str) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.models import Contact, Student

    who, parent = make.student(given, family), make.contact(given, family)
    for row in (who, parent):
        make.change(row, search_name=hashed_key(given, family))
    step = import_module("fileroom.people.migrations.0034_names_are_looked_for_by_plain_letters")
    with district_transaction(), connection.cursor() as cursor:
        for operation in step.Migration.operations:
            cursor.execute(operation.sql)
    with district_transaction():
        assert Student.objects.get().search_name == Contact.objects.get().search_name == search_key(given, family)
    assert found(typed) == [f"{given} {family}"]


def test_what_is_hashed_keeps_its_letters() -> None:
    """The next import would make a second person of every such parent, and a house would not be known again."""
    assert hashed_key("Minh", "Đặng") == "minh đang"
