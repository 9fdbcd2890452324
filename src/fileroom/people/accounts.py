"""Accounts as the doors need them: the holder's name and office come with the account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F
from django.utils.crypto import salted_hmac

from fileroom.hosting import district_transaction
from fileroom.people.borne import may_bear
from fileroom.people.models import Account, Student
from fileroom.people.names import (
    Words,
    full_name,
    may_be_words_of_one_name,
    person_name,
    runs_of,
    student_names,
    words_of,
)
from fileroom.people.places import Places, places_of
from fileroom.people.roles import own_title

# In place of the password of an account whose holder has not chosen one: no password fits it.
NOT_CHOSEN = "!not chosen yet"


@dataclass(frozen=True)
class Holder:
    """Who holds an account. `kind`: staff or family; `office`: what the rail calls an employee."""

    name: str
    kind: str
    office: str


def account_of(account_id: UUID, *, on: date) -> Account | None:
    """An active account with its holder's row and office."""
    active = Account.objects.filter(pk=account_id, is_active=True)
    with district_transaction():
        found = active.select_related("employee", "contact", "student").first()
        if found is None or found.employee is None:
            return found
        if found.employee.left_on and found.employee.left_on < on:
            return None
        found.office = _office(places_of(found.employee.id, on))  # type: ignore[attr-defined]  # told by `holder`
    return found


def _office(places: Places) -> str:
    """What the rail calls an employee who works at these places."""
    if places.offices:
        return "Custodian of records"
    return own_title(places.roles[0][0] if places.roles else "employee")


def named(sign_in_name: str) -> Account | None:
    """The account that this sign-in name opens, however it is capitalised: as signing in looks for it."""
    with district_transaction():
        return Account.objects.filter(sign_in_name__iexact=sign_in_name).first()


def as_it_stands(account: Account) -> str:
    """The account with its present password, as one hash: another password makes it another."""
    return salted_hmac("fileroom.people.accounts", f"{account.id}:{account.password}", algorithm="sha256").hexdigest()


def end_sessions(contact_id: UUID) -> None:
    """From now on no session of this contact's account is one: the next click leads to the sign-in page, as after a
    while without use. Part of the open transaction."""
    Account.objects.filter(contact_id=contact_id).update(turn=F("turn") + 1)


def end_sessions_of_students(bound: Iterable[tuple[str, Collection[UUID]]]) -> None:
    """The same of each student who may be one of these people, by name, each with the children of the order that binds
    them: they may go to school here, and be on the file of the child as nobody. Those children are not whom it binds.
    Part of the open transaction."""
    named = list(bound)
    may_be = Student.objects.filter(may_bear(name for name, _ in named), account__isnull=False)
    who_has: dict[str, set[tuple[Words, Student]]] = defaultdict(set)
    for it in may_be.select_related("account"):
        for theirs in map(words_of, student_names(it)):
            for run in runs_of(theirs):
                who_has[run].add((theirs, it))
    ids = {
        it.account.id
        for mine, children in ((words_of(name), children) for name, children in named)
        for theirs, it in set[tuple[Words, Student]]().union(*(who_has[run] for run in runs_of(mine)))
        if it.id not in children and may_be_words_of_one_name(mine, theirs)
    }
    Account.objects.filter(pk__in=ids).update(turn=F("turn") + 1)


def choose_language(account: Account, language: str) -> None:
    """The holder's pages start in this language from now on, in whatever browser."""
    with district_transaction():
        Account.objects.filter(pk=account.pk).update(language=language)


def holder(account: Account) -> Holder:
    """The account's holder in words."""
    if account.employee:
        return Holder(f"{account.employee.given} {account.employee.family}", "staff", getattr(account, "office", ""))
    if account.contact:
        return Holder(person_name(account.contact), "family", "")
    assert account.student is not None, "an account belongs to exactly one"
    return Holder(full_name(account.student), "family", "")
