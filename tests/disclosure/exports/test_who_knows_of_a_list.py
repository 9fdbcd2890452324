"""A list of those with a court's order is known to a custodian of records alone, and so is that somebody took it."""

from __future__ import annotations

import pytest

from fileroom.people.answers import Missing
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT
from tests.disclosure.exports.taking import agrees, names, prepares, takes


@pytest.fixture
def helen(town: make.Town) -> make.Staffed:
    """The district's custodian of records."""
    it = make.staffed("helen", "registrar", None)
    make.custodian(it.row, None)
    return it


def test_no_register_tells_a_registrar_that_there_is_a_list_of_students_with_an_order(
    town: make.Town, helen: make.Staffed
) -> None:
    make.order(town.ana, make.contact("Al", "Quill"))
    prepares(town.principal.by, words="ruiz")
    made = prepares(town.principal.by, "orders", "")
    for who, told in ((town.registrar, False), (town.principal, True), (helen, True)):
        client = browser(who.by)
        page = words(client.get("/lists/").content.decode())
        assert "Students found" in page
        assert ("court’s order" in page) is told
        assert client.get(f"/lists/{made.id}/").status_code == (200 if told else 404)


def test_a_registrar_is_not_the_second_person_of_a_list_that_the_law_would_not_give_them(
    town: make.Town, helen: make.Staffed
) -> None:
    from fileroom.disclosure.exports.lists import stop
    from fileroom.programmes.office_lists import SOURCES

    for child in (town.ana, town.ben):
        make.order(child, make.contact("Al", "Quill"))
    made = prepares(town.principal.by, "orders", "", above=1)
    assert made.waits
    with pytest.raises(Missing):
        agrees(town.registrar.by, made, "orders")
    with pytest.raises(Missing):
        stop(made.id, SOURCES["orders"], by=town.registrar.by, at=AT)
    agrees(helen.by, made, "orders")
    assert names(takes(town.principal.by, made, "orders")) == ["Ana Torres", "Ben Ruiz"]


def test_each_list_under_seal_is_known_to_fewer_than_all_who_keep_records(town: make.Town, helen: make.Staffed) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.office_lists import SOURCES

    leader = make.staffed("leader", "administrator", None)
    with district_transaction():
        for source in SOURCES.values():
            known = [
                source.is_known(town.school.id, it.by, AT)
                for it in (town.teacher, town.registrar, town.principal, leader, helen)
            ]
            assert known == {
                "accounts": [False, False, False, True, True],
                "affected": [False, False, False, True, True],
                "delegates": [False, False, False, True, True],
                "overdue": [False, False, False, True, True],
                "orders": [False, False, True, False, True],
                "possible_orders": [False, False, True, False, True],
            }.get(source.code, [False, True, True, True, True])
            assert source.is_known(town.school.id, town.registrar.by, AT) is not (source.sealed or source.of_staff)
