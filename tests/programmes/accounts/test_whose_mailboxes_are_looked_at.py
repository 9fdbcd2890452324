"""To see who else reads a mailbox nobody looks through the addresses of a whole district: its students and its staff
sign in at one host."""

from __future__ import annotations

from collections.abc import Callable

from tests import factories as make
from tests.collection.orders.filing import files, terms
from tests.conftest import AT
from tests.programmes.accounts.people import chief

HOST = "students.alder.test"


def asked(act: Callable[[], object]) -> list[str]:
    """The questions that this puts to the database."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        act()
    return [it["sql"] for it in captured]


def answered(questions: list[str]) -> str:
    """What the database says to those about addresses. Part of the open transaction."""
    from django.db import connection

    about = [it for it in questions if it.startswith("SELECT") and ("sign_in_name" in it or '"email"' in it)]
    assert about
    with connection.cursor() as cursor:
        rows = []
        for it in about:
            cursor.execute(it)
            rows += cursor.fetchall()
    return str(rows)


def test_of_the_accounts_and_the_staff_at_one_host_those_alone_are_read_that_may_be_the_same_mailbox(
    town: make.Town,
) -> None:
    from fileroom.collection.orders.shared_mailboxes import is_read_by_another
    from fileroom.hosting import district_transaction
    from fileroom.people.bound import employees_written_to

    make.account(f"S.Ilva+home@{HOST}", student=town.ana)
    make.account(f"stranger@{HOST}", student=town.ben)
    who = make.employee("Sil", "Va")
    make.change(who, email=f"silva@{HOST}")
    other = make.staffed("olga", "registrar", town.school)
    make.change(other.row, email="olga@mail.test")
    make.change(other.by.account, sign_in_name=f"elsewhere@{HOST}")

    def read_by(act: Callable[[], object]) -> str:
        with district_transaction():
            return answered(asked(act))

    families = read_by(lambda: is_read_by_another(who))
    assert f"S.Ilva+home@{HOST}" in families and f"stranger@{HOST}" not in families
    staff = read_by(lambda: employees_written_to(f"elsewhere@{HOST}", on=make.TODAY))
    assert f"elsewhere@{HOST}" in staff and f"silva@{HOST}" not in staff


def test_the_mailboxes_of_many_are_looked_at_together(town: make.Town) -> None:
    from fileroom.programmes.accounts.many import reach

    def brought(name: str) -> None:
        row = make.employee(name, "Ibarra")
        make.change(row, email=f"{name}@mail.test", source_id=name)
        make.assignment(row, "registrar", town.school)

    def looks() -> int:
        return len(asked(lambda: reach(by=head, at=AT)))

    files(terms(town, make.related("father", town.ana).row.id), town.registrar.by)
    head = chief().by
    brought("ann")
    one = looks()
    for name in ("bea", "cleo", "dora"):
        brought(name)
    assert looks() == one
