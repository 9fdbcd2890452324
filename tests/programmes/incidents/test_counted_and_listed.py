"""What was counted is listed or set aside, and each who holds a list is waited for; what no file may hold is out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.conftest import AT
from tests.disclosure.asking import entries, filed, looks
from tests.programmes.incidents.reporting import assesses, blocked, known, listed, reports
from tests.programmes.incidents.test_told import of_a_breach

DAY = timedelta(days=1)


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def counts(of: Any, office: make.Staffed, *names: str) -> Any:
    """Count what these accounts saw; the count as it is kept."""
    from fileroom.programmes.incidents import desk
    from fileroom.programmes.incidents.reaching import count

    count(of, names, (), AT - DAY, AT + DAY, by=office.by, at=AT)
    return desk.page(of, by=office.by, at=AT).scopes[0]


def unsettled(of: Any, office: make.Staffed) -> bool:
    return any("was counted" in it for it in blocked(of, office.by))


def test_a_count_whose_students_nobody_has_listed_keeps_it_open(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.incidents.reaching import list_counted

    looks(town.mother.by, filed(town.registrar.by, town.ana))
    of = reports(town.teacher.by, systems=("fileroom",))
    assesses(of, office.by, systems=("fileroom",))
    kept = counts(of, office, "mother")
    listed(of, office.by, f"student id\n{town.ben.id}\n", whose="else")
    assert unsettled(of, office), "Ana was counted, and only Ben is listed"
    list_counted(of, kept.id, by=office.by, at=AT)
    assert not unsettled(of, office)


def test_a_count_is_set_aside_with_a_reason_and_its_line_and_only_once(town: make.Town, office: make.Staffed) -> None:
    from fileroom.programmes.incidents.reaching import Aside, set_aside

    looks(town.mother.by, filed(town.registrar.by, town.ana))
    of = reports(town.teacher.by, systems=("fileroom",))
    kept = counts(of, office, "mother")
    with pytest.raises(ValidationError):
        set_aside(reports(town.teacher.by), kept.id, Aside.ALLOWED, by=office.by, at=AT)
    set_aside(of, kept.id, Aside.ALLOWED, by=office.by, at=AT)
    assert not unsettled(of, office)
    last = entries()[-2] if entries()[-1].act == "incident:looked_at" else entries()[-1]
    assert (last.act, last.part, last.outcome) == ("incident:noted", "scope", "allowed")
    with pytest.raises(ValidationError, match="settled"):
        set_aside(of, kept.id, Aside.COUNTED_ANEW, by=office.by, at=AT)


def test_names_that_a_page_has_shown_without_saying_whose_keep_the_count_open_until_somebody_says_who(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.people import people
    from fileroom.programmes.incidents.reaching import Aside, list_counted, set_aside

    other = of_a_breach(town, office)
    people(other, by=office.by, at=AT)
    of = reports(town.teacher.by, systems=("fileroom",))
    kept = counts(of, office, "pat")
    assert kept.names >= 1, "the page of another incident has shown Ana's name to the account that was taken"
    if kept.students:
        list_counted(of, kept.id, by=office.by, at=AT)
    assert unsettled(of, office)
    set_aside(of, kept.id, Aside.ON_THE_LIST, by=office.by, at=AT)
    assert not unsettled(of, office)


def test_each_who_holds_a_list_is_waited_for_and_nobody_elses_list_stands_for_it(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.reaching import list_counted

    looks(town.mother.by, filed(town.registrar.by, town.ana))
    systems = ("fileroom", "sis", "vendor")
    of = reports(town.teacher.by, systems=systems)
    assesses(of, office.by, known(), systems=systems)
    list_counted(of, counts(of, office, "mother").id, by=office.by, at=AT)
    for whose, left in ((None, 2), ("else", 2), ("vendor", 1), ("sis", 0)):
        if whose:
            listed(of, office.by, f"student id\n{town.ben.id}\n", whose=whose)
        said = [it for it in blocked(of, office.by) if "the list is not here" in it]
        assert [it for it in said if f"({left})" in it] if left else not said, (whose, said)


def test_a_list_that_comes_twice_under_one_form_is_one_list_though_every_row_was_found(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.known import System
    from fileroom.programmes.incidents.reaching import import_list

    of, id_, body = reports(town.teacher.by, systems=("vendor",)), uuid4(), f"student id\n{town.ana.id}\n".encode()
    import_list(id_, of, System.VENDOR, body, by=office.by, at=AT)
    with pytest.raises(ValidationError, match="here already"):
        import_list(id_, of, System.VENDOR, body, by=office.by, at=AT)


def test_of_a_row_that_is_nobody_what_no_file_may_hold_is_left_out_and_its_place_is_kept(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.people import people

    of = of_a_breach(town, office)
    assert listed(of, office.by, "name,student id\nZoe Quist,123-45-6789\n").lost == 1
    (lost,) = people(of, by=office.by, at=AT, opened=True).lost
    assert lost.row == 2 and lost.says == "Zoe Quist, (left out: no file may hold it)"


def test_a_column_that_says_only_id_is_nobodys_number_without_a_name_or_a_birth_date_beside_it(
    town: make.Town, office: make.Staffed
) -> None:
    make.change(town.ana, source_id="1")
    of = reports(town.teacher.by, systems=("vendor",))
    with pytest.raises(ValidationError, match="company’s own numbers"):
        listed(of, office.by, "id\n1\n")
    came = listed(of, office.by, "id,name,email\n1,,\n1,Ana Torres,\n1,Somebody Else,\n")
    assert (came.new, came.lost) == (1, 2)
