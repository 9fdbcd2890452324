"""A long list of looks has pages: every entry is on one, once, and what is said of the whole is of the whole."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.conftest import AT
from tests.disclosure.asking import entries

TURN = re.compile(r'href="(\?(?:older|newer)=[^"]+)"')
PAGE, ON_A_FAMILYS_PAGE = 50, 200


def looked_at(town: make.Town, times: int, *, sealed: bool = False, alike: int = 1) -> None:
    """Looks of the last days, one an hour, of which so many in a row have the same time to the microsecond."""
    from fileroom.ledger import services as ledger

    by = ledger.Actor(town.registrar.by.account.id, "registrar", "web")
    ledger.write_many(
        ledger.event(
            ledger.Act.FILE_OPENED, student=town.ana.id, part="file", by=by, sealed=sealed,
            at=AT - timedelta(days=30) + timedelta(hours=n // alike),
        )
        for n in range(times)
    )  # fmt: skip


def walked(pages: Any, address: str, which: str = "older") -> list[str]:
    """The pages from this one on, as long as there is such a link."""
    found = [pages.get(address).content.decode()]
    base = address.partition("?")[0]
    while turn := next((it for it in TURN.findall(found[-1]) if it.startswith(f"?{which}")), None):
        found.append(pages.get(f"{base}{turn}").content.decode())
        assert len(found) < 20
    return found


def looks(by: Any, town: make.Town, **turn: Any) -> Any:
    from fileroom.disclosure.log import who_has_looked

    return who_has_looked(town.ana.id, by=by, at=AT, **turn)


def test_every_entry_stands_on_one_page_whichever_way_they_are_turned(town: make.Town) -> None:
    from fileroom.disclosure.log import Turn

    looked_at(town, 130, alike=7)
    wanted = [it.id for it in sorted(entries(), key=lambda it: (it.at, it.id), reverse=True)]
    page, there = looks(town.mother.by, town), []
    while True:
        there.append([it.event.id for it in page.entries])
        if not page.page.older:
            break
        page = looks(town.mother.by, town, turn=Turn(there[-1][-1], newer=False))
    assert [len(ids) for ids in there] == [50, 50, 30]
    assert [id_ for ids in there for id_ in ids] == wanted
    back = [there[-1]]
    while page.page.newer:
        page = looks(town.mother.by, town, turn=Turn(back[-1][0], newer=True))
        back.append([it.event.id for it in page.entries])
    assert back == there[::-1]


def test_a_list_of_exactly_one_page_turns_nowhere(town: make.Town) -> None:
    looked_at(town, PAGE)
    page = looks(town.mother.by, town).page
    assert (len(page.entries), page.newer, page.older) == (PAGE, False, False)


@pytest.mark.parametrize(
    ("who", "most"),
    [("family", ON_A_FAMILYS_PAGE), ("office", PAGE), ("sealed", PAGE)],
    ids=["family", "office", "seal"],
)
def test_the_pages_are_turned_by_their_links_and_say_the_same_of_the_whole(
    town: make.Town, who: str, most: int
) -> None:
    times = 2 * most + 20
    looked_at(town, times, sealed=who == "sealed")
    by = town.mother.by if who == "family" else town.principal.by
    address = {"family": "/family/{}/looked/", "office": "/students/{}/looked/", "sealed": "/students/{}/sealed/"}[who]
    there = walked(browser(by), address.format(town.ana.id))
    assert len(there) == 3
    for page in there:
        assert re.search(rf"\b{times} (sealed )?entries", words(page)), words(page)[:2000]
        assert "Nothing has been removed from this list" in page
    assert sum(map(told, there)) == times
    assert ["Newer" in it for it in there] == [False, True, True]
    assert ["Older" in it for it in there] == [True, True, False]
    back = walked(browser(by), f"{address.format(town.ana.id)}{TURN.findall(there[1])[1]}", "newer")
    assert len(back) == 3


def told(page: str) -> int:
    """How many entries the lines of a page stand for."""
    lines = len(re.findall(r'<time|data-label="When"', page))
    several = [int(it) for it in re.findall(r">(\d+) times<", page)]
    return lines - len(several) + sum(several)


def test_a_family_turns_the_pages_in_spanish(town: make.Town) -> None:
    looked_at(town, 420)
    pages, address = browser(town.mother.by), f"/family/{town.ana.id}/looked/"
    older = TURN.findall(pages.get(address).content.decode())[0]
    page = pages.get(f"{address}{older}", headers={"accept-language": "es"}).content.decode()
    assert "Más recientes" in page and "Más antiguas" in page and "420 " in page


@pytest.mark.parametrize("turn", ["?older=no-entry", "?newer=", "?older=0ab615cb-12b0-4c61-b49a-66f22c06006b"])
def test_an_address_that_names_no_entry_of_the_list_is_its_first_page(town: make.Town, turn: str) -> None:
    looked_at(town, 210)
    page = browser(town.mother.by).get(f"/family/{town.ana.id}/looked/{turn}").content.decode()
    assert "Older" in page and "Newer" not in page


def test_no_page_is_told_from_the_entry_of_another_student_or_of_the_sealed_log(town: make.Town) -> None:
    from fileroom.disclosure.log import Turn
    from fileroom.ledger import services as ledger

    looked_at(town, 60)
    by = ledger.Actor(None, "somebody", "web")
    others = [
        ledger.write(ledger.event(ledger.Act.FILE_OPENED, student=student, part="file", by=by, at=at, sealed=sealed))
        for student, at, sealed in (
            (town.ben.id, AT - timedelta(days=29), False),
            (town.ana.id, AT - timedelta(days=29), True),
        )
    ]
    first = [it.event.id for it in looks(town.mother.by, town).entries]
    for entry in others:
        page = looks(town.mother.by, town, turn=Turn(entry, newer=False))
        shown = [it.event.id for it in page.entries if it.event.act == "file:opened"]
        assert (len(page.entries), page.page.newer) == (PAGE, False)
        assert shown == first[: len(shown)], "the newest, beside the looks this test has taken"


def test_only_a_turn_at_an_entry_of_the_list_is_a_step_of_reading_it(town: make.Town) -> None:
    from fileroom.disclosure.log import Turn
    from fileroom.ledger import services as ledger

    looked_at(town, 60)
    by = ledger.Actor(None, "somebody", "web")
    strange = [
        ledger.write(ledger.event(ledger.Act.FILE_OPENED, student=student, part="file", by=by, at=AT, sealed=sealed))
        for student, sealed in ((town.ben.id, False), (town.ana.id, True))
    ]
    oldest = looks(town.mother.by, town).entries[-1].event.id
    lines = len(entries())
    assert looks(town.mother.by, town, turn=Turn(oldest, newer=False)).page.newer
    assert len(entries()) == lines
    for entry in (uuid4(), *strange):
        looks(town.mother.by, town, turn=Turn(entry, newer=False))
        lines += 1
        assert len(entries()) == lines, "the newest page was shown, and it is a look"


@pytest.mark.parametrize("which", ["newest", "oldest"])
def test_an_entry_lost_from_one_page_is_told_on_every_page(
    town: make.Town, owner: psycopg.Connection[Any], which: str
) -> None:
    from fileroom.ledger import services as ledger

    looked_at(town, 420)
    ledger.sequence(at=AT)
    order = "DESC" if which == "newest" else "ASC"
    owner.execute(
        "DELETE FROM ledger_event WHERE id = (SELECT event FROM ledger_leaf WHERE label IS NOT NULL AND log = 'open'"
        f" ORDER BY number {order} LIMIT 1)".encode()
    )
    there = walked(browser(town.mother.by), f"/family/{town.ana.id}/looked/")
    assert len(there) == 3
    assert all("This list could not be checked just now" in page for page in there)


def test_a_page_of_the_list_costs_one_statement_however_long_the_list_is(town: make.Town, server: Any) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.ledger import queries
    from tests.house.statements import statements

    looked_at(town, 300)
    with server[0].log_path.open("rb") as log:
        log.seek(0, 2)
        with district_transaction():
            page = queries.page_of(town.ana.id, but=uuid4(), turn=None, most=PAGE)
        said = statements(log.read().decode())
    assert (len(page.entries), page.total) == (PAGE, 300)
    assert len([it for it in said if "ledger_" in it]) == 1


def test_the_proof_holds_every_entry_whatever_the_pages_show(town: make.Town) -> None:
    from fileroom.disclosure.log import Proof, proof_for_family

    looked_at(town, 120)
    proof = proof_for_family(town.ana.id, by=town.mother.by, at=AT)
    assert isinstance(proof, Proof)
    ids = {str(it.id) for it in entries() if it.student == UUID(str(town.ana.id)) and not it.sealed}
    assert len(ids) == 121 and all(it in proof.bundle for it in ids)


def test_a_destruction_is_told_by_its_item_and_without_its_key(town: make.Town) -> None:
    from fileroom.law import CATALOGUE
    from tests.records.shelf import shelved, shredded

    record, version = shelved(town.ana)
    assert shredded(record, version)
    seen = words(browser(town.mother.by).get(f"/family/{town.ana.id}/looked/").content.decode())
    assert f"Destroyed a record when its time was over: {CATALOGUE['test_results'].title.en}" in seen
    assert str(version.data_key) not in seen
