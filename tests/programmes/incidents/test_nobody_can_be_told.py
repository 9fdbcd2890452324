"""A letter that goes to nobody is handed over to nobody: the notice stays open, until those designated say why nobody
can be told. That is no telling, whoever looked at the page how often; and where the file changes, it begins anew."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.incidents.reporting import HEAD, assesses, blocked, known, notices, owed
from tests.programmes.incidents.test_handed_over import hands, office, printed, waiting
from tests.programmes.incidents.test_told import of_a_breach, prepared

__all__ = ["office"]
DUTY = "breaches.by_the_district"


@pytest.fixture
def barred(town: make.Town, office: make.Staffed) -> UUID:
    """A breach that touches Ana, whose one parent an order binds."""
    make.order(town.ana, town.mother.row)
    of = of_a_breach(town, office)
    prepared(of, office)
    return UUID(str(of))


def ends(of: UUID, notice: UUID, why: str, by: make.Staffed) -> Any:
    from fileroom.programmes.incidents.nobody import NobodyWhy, nobody_to_tell

    return nobody_to_tell(of, notice, NobodyWhy(why), head=HEAD, by=by.by, at=AT)


def test_what_goes_to_nobody_is_never_handed_over_however_often_it_was_looked_at(
    barred: UUID, office: make.Staffed
) -> None:
    (one,) = waiting(barred, office)
    for _ in range(3):
        with pytest.raises(ValidationError, match="may be given to nobody"):
            hands(barred, one.id, office)
        assert printed(barred, office, one.id) == ""
    assert [state for state, _ in notices(barred)] == ["by_hand"] and DUTY in owed(barred)


def test_nor_is_what_was_printed_before_an_order_came(town: make.Town, office: make.Staffed) -> None:
    of = of_a_breach(town, office)
    prepared(of, office)
    (one,) = waiting(of, office)
    printed(of, office, one.id)
    make.order(town.ana, town.mother.row)
    for _ in range(2):
        with pytest.raises(ValidationError, match="nobody"):
            hands(of, one.id, office)
        printed(of, office, one.id)
    assert [state for state, _ in notices(of)] == ["by_hand"]


def test_a_child_of_whom_nobody_is_known_is_handed_over_to_nobody(town: make.Town, office: make.Staffed) -> None:
    of = of_a_breach(town, office, ids=(make.student("Eve", "Park").id,))
    prepared(of, office)
    (one,) = waiting(of, office)
    printed(of, office, one.id)
    with pytest.raises(ValidationError, match="may be given to nobody"):
        hands(of, one.id, office)


def test_that_nobody_can_be_told_is_an_ending_of_its_own_with_its_reason_and_no_telling(
    barred: UUID, office: make.Staffed
) -> None:
    (one,) = waiting(barred, office)
    ends(barred, one.id, "kept_out", office)
    assert [state for state, _ in notices(barred)] == ["spared"]
    it = entries()[-1]
    assert (it.act.value, it.outcome, it.sealed) == ("incident:spared", "nobody_kept_out", True)
    assert DUTY not in owed(barred) and not any("not told" in it for it in blocked(barred, office.by))
    assesses(barred, office.by, known(), systems=("vendor",))
    assert DUTY not in owed(barred), "nobody is left of whom the law could ask it"


def test_the_duty_is_let_go_and_not_done_where_nobody_was_told(barred: UUID, office: make.Staffed) -> None:
    from fileroom.duties.queries import done

    (one,) = waiting(barred, office)
    ends(barred, one.id, "kept_out", office)
    assert f"programmes.{DUTY}" not in {rule for rule, _ in done("incidents", barred)}


def test_where_another_child_is_still_to_be_told_it_stays_owed(town: make.Town, office: make.Staffed) -> None:
    make.related("hugo", town.ben)
    of = of_a_breach(town, office, ids=(make.student("Eve", "Park").id, town.ben.id))
    prepared(of, office)
    eve = next(it for it in waiting(of, office) if it.name == "Eve Park")
    ends(of, eve.id, "unknown", office)
    assert DUTY in owed(of)
    (ben,) = waiting(of, office)
    printed(of, office, ben.id)
    hands(of, ben.id, office)
    assert DUTY not in owed(of)


def test_it_is_no_way_out_where_somebody_may_be_told(town: make.Town, office: make.Staffed) -> None:
    of = of_a_breach(town, office)
    prepared(of, office)
    (one,) = waiting(of, office)
    with pytest.raises(ValidationError, match="Somebody may be told"):
        ends(of, one.id, "kept_out", office)


def test_nor_of_staff_who_can_always_be_handed_theirs(town: make.Town, office: make.Staffed) -> None:
    from tests.programmes.incidents.reporting import listed

    make.change(town.teacher.row, email="teacher@alder.example")
    of = of_a_breach(town, office)
    listed(of, office.by, "student id,email\n,teacher@alder.example\n")
    prepared(of, office)
    staff = next(it for it in waiting(of, office) if it.staff)
    with pytest.raises(ValidationError):
        ends(of, staff.id, "unknown", office)


def test_nobody_but_those_designated_ends_it(barred: UUID, town: make.Town, office: make.Staffed) -> None:
    from fileroom.people.answers import Missing

    (one,) = waiting(barred, office)
    with pytest.raises(Missing):
        ends(barred, one.id, "kept_out", town.teacher)


def test_where_the_file_has_changed_it_begins_anew_and_is_owed_again(
    barred: UUID, town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.nobody import somebody_after_all

    (one,) = waiting(barred, office)
    ends(barred, one.id, "kept_out", office)
    make.related("aunt", town.ana)
    somebody_after_all(barred, one.id, by=office.by, at=AT)
    assert [state for state, _ in notices(barred)] == ["to_write"] and DUTY in owed(barred)
    prepared(barred, office)
    (left,) = waiting(barred, office)
    assert "Aunt" in printed(barred, office, left.id)
    with pytest.raises(ValidationError):
        somebody_after_all(barred, left.id, by=office.by, at=AT)


def test_the_page_asks_why_and_says_what_became_of_it(barred: UUID, office: make.Staffed) -> None:
    desk, (one,) = browser(office.by), waiting(barred, office)
    page, act = f"/incidents/{barred}/people/", f"/incidents/{barred}/notices/{one.id}/"
    assert "Nobody can be told" in words(desk.get(page).content.decode())
    assert desk.post(act, form(nobody="tired")).status_code == 422
    assert desk.post(act, form(nobody="by_counsel")).status_code == 302
    said = words(desk.get(page).content.decode())
    assert "Nobody was told" in said and "Ana Torres" in said and "Counsel has said" in said
    assert "Told by a person" not in said
    assert desk.post(f"{act}anew/", form(after_all="yes")).status_code == 302
    assert [state for state, _ in notices(barred)] == ["to_write"]
