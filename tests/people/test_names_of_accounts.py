"""Whoever holds an account is called by the name people use, on each page and in the list of who has looked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import factories as make

if TYPE_CHECKING:
    from fileroom.people.models import Account


def called(account: Account) -> set[str]:
    """In the rail, and in a list."""
    from fileroom.hosting import district_transaction
    from fileroom.people.accounts import account_of, holder
    from fileroom.people.queries import account_names

    found = account_of(account.id, on=make.TODAY)
    assert found is not None
    with district_transaction():
        return {holder(found).name, *account_names([account.id], families=True).values()}


def test_a_student_is_called_by_the_name_they_use(district: str) -> None:
    student = make.student("Daniel", "Nair")
    make.change(student, preferred_given="Dana")
    assert called(make.account("dana", student=student)) == {"Dana Nair"}


def test_a_contact_is_called_by_all_of_their_name(district: str) -> None:
    contact = make.contact("Rosa", "Torres")
    make.change(contact, middle="María")
    assert called(make.account("rosa", contact=contact)) == {"Rosa María Torres"}
