"""A parent whom a court keeps from the records learns nothing: not that an order exists, nor that there is a file.

Whatever the address, the answer is byte for byte the one that an unlinked and an unverified account get.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, same_page
from tests.conftest import AT
from tests.disclosure.asking import asks, filed, looks

PAGES = (
    "/family/", "/family/{student}/", "/family/{student}/looked/", "/family/{student}/proof/",
    "/family/records/{record}/", "/family/records/{record}/document/",
    "/family/records/{scan}/", "/family/records/{scan}/document/",
    "/family/records/{order}/", "/family/records/{order}/document/",
)  # fmt: skip
OFFICE = (
    "/students/", "/students/?q=Torres", "/students/{student}/", "/students/{student}/people/",
    "/students/{student}/looked/", "/students/{student}/file/", "/records/{record}/", "/records/{record}/document/",
    "/ledger/", "/ledger/checkpoint/", "/district/",
)  # fmt: skip


@dataclass(frozen=True)
class Shut:
    """Four accounts for which Ana's file is shut, each for its own reason, and one for which it is open."""

    town: make.Town
    restrained: make.Related
    others: dict[str, make.Related]
    addresses: dict[str, UUID]

    def at(self, page: str) -> str:
        """The address of a page."""
        return page.format(**self.addresses)


@pytest.fixture
def shut(district: str) -> Shut:
    from fileroom.collection.orders.services import file_order
    from fileroom.collection.orders.terms import Terms
    from fileroom.collection.services import Collected, Document, collect
    from fileroom.hosting import district_transaction
    from fileroom.law.facts import Order
    from fileroom.records.models import Record

    town = make.town()
    record = filed(town.registrar.by, town.ana)
    scan = collect(town.ana.id, "test_results", Document("a.txt", b"Reads well.\n"), by=town.registrar.by, at=AT)
    assert isinstance(scan, Collected)
    restrained = make.related("father", town.ana)
    others = {
        "unlinked": make.related("stranger", None),
        "claimed": make.related("claims", town.ana, verified=False),
        "unidentified": make.related("newcomer", town.ana, identified=False),
    }
    terms = Terms(Order.RECORDS_ORDER_6323_5, restrained.row.id, town.mother.row.id, (town.ana.id,), AT.date())
    file_order(terms, Document("order.txt", b"Superior Court.\n"), by=town.principal.by, at=AT)
    with district_transaction():
        order = Record.objects.get(item="court_order").id
    addresses = {"student": town.ana.id, "record": record, "scan": scan.record, "order": order}
    return Shut(town, restrained, others, addresses)


def test_the_file_is_open_to_the_other_parent_on_every_page(shut: Shut) -> None:
    mother = browser(shut.town.mother.by)
    for page in PAGES[:-2]:
        assert mother.get(shut.at(page)).status_code == 200, page
    assert b"Ana" in mother.get(shut.at("/family/")).content


def name_of(it: make.Related) -> str:
    return f"{it.row.given} {it.row.family}"


@pytest.mark.parametrize("page", PAGES)
def test_the_restrained_parent_gets_the_very_page_of_a_stranger(shut: Shut, page: str) -> None:
    address = shut.at(page)
    own = same_page(browser(shut.restrained.by), address, name=name_of(shut.restrained))
    for why, other in shut.others.items():
        assert same_page(browser(other.by), address, name=name_of(other)) == own, why


def test_every_page_that_is_shut_is_one_and_the_same(shut: Shut) -> None:
    father = browser(shut.restrained.by)
    assert len({same_page(father, shut.at(page))[:2] for page in PAGES[1:]}) == 1


@pytest.mark.parametrize("page", PAGES)
def test_a_file_that_is_shut_and_one_that_never_was_look_alike(shut: Shut, page: str) -> None:
    """Ids that exist tell no more than ids nobody ever gave."""
    father = browser(shut.restrained.by)
    nowhere = page.format(**dict.fromkeys(shut.addresses, uuid4()))
    assert same_page(father, shut.at(page)) == same_page(father, nowhere)


@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_the_restrained_parent_speaks_of_the_child_or_of_an_order(shut: Shut, page: str) -> None:
    _, body, _ = same_page(browser(shut.restrained.by), shut.at(page))
    words = set(re.findall(r"[a-z]+", re.sub(r"<[^>]*>", " ", body.decode()).lower()))
    assert words & {"ana", "order", "court", "restrained", "protected", "judge", "superior", "principal"} == set()
    assert str(shut.town.ana.id) not in body.decode()


@pytest.mark.parametrize("page", OFFICE)
def test_the_offices_pages_are_not_there_for_a_family(shut: Shut, page: str) -> None:
    father = browser(shut.restrained.by)
    found = same_page(father, shut.at(page))
    assert found[0] == 404
    assert found == same_page(father, "/no-such-page/")


def test_in_spanish_too_the_pages_are_the_same(shut: Shut) -> None:
    pages = set()
    for it in (shut.restrained, *shut.others.values()):
        client = browser(it.by)
        client.cookies["django_language"] = "es"
        pages.add(same_page(client, shut.at("/family/{student}/"), name=name_of(it))[1])
    assert len(pages) == 1
    assert b'lang="es"' in pages.pop()


def test_at_the_gate_the_refusal_is_silent_and_leaves_its_line(shut: Shut) -> None:
    from fileroom.disclosure.log import Looked, who_has_looked

    father = shut.restrained.by
    assert asks(father, shut.town.ana).decision.silent
    assert looks(father, shut.addresses["record"]).decision.silent
    seen = who_has_looked(shut.town.ana.id, by=shut.town.principal.by, at=AT)
    assert isinstance(seen, Looked)
    assert not [noted for noted in seen.entries if noted.event.actor.account == father.account.id]
    somebodys = [noted.event.act.value for noted in seen.entries if noted.event.actor.role == "somebody"]
    assert somebodys == ["disclosure:refused", "disclosure:refused"]


def test_the_other_parents_list_of_looks_does_not_say_who_was_refused(shut: Shut) -> None:
    asks(shut.restrained.by, shut.town.ana)
    page = browser(shut.town.mother.by).get(shut.at("/family/{student}/looked/")).content.decode()
    assert "nothing was shown" in page
    assert "Father" not in page and "guardian" not in page.lower()
