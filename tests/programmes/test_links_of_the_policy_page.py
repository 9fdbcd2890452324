"""No link of the policy page, of the page of one evidence, or of the programmes leads its reader to a page that is not
there for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests import factories as make
from tests.attacks.browsing import browser

if TYPE_CHECKING:
    from fileroom.people.signed_in import SignedIn

LINK = re.compile(r'<a [^>]*?href="([^"#?]+)')
OFFICES = ("teacher", "principal", "registrar")
OF_THE_DISTRICT = ("administrator", "counsel", "board_clerk", "it_lead")
EVIDENCE, LAW = "/policy/evidence/", "/law/"


@pytest.fixture
def readers(town: make.Town) -> dict[str, SignedIn]:
    """One of each office, of a school or of the district, and the custodian of the district's records."""
    found = {role: make.staffed(f"school_{role}", role, town.school).by for role in OFFICES}
    found |= {role: make.staffed(f"district_{role}", role, None).by for role in OF_THE_DISTRICT}
    keeper = make.employee("Kit", "Kent")
    make.custodian(keeper, None)
    return found | {"keeper": make.signed_in(make.account("kit", employee=keeper)), "head": town.principal.by}


def content(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def test_each_link_opens_for_whoever_reads_it_whatever_their_office(readers: dict[str, SignedIn]) -> None:
    shut: dict[str, set[str]] = {}
    for office, by in readers.items():
        client = browser(by)
        there = set(LINK.findall(content(client.get("/policy/").content.decode())))
        assert len(there) > 30, office
        there |= set(LINK.findall(content(client.get("/programmes/").content.decode())))
        evidence = {it for it in there if it.startswith(EVIDENCE)}
        for page in evidence if office == "teacher" else ():
            there |= set(LINK.findall(content(client.get(page).content.decode())))
        everybodys = {it for it in there if it.startswith(LAW)} if office != "teacher" else set()
        for address in there - everybodys - evidence:
            if client.get(address).status_code != 200:
                shut.setdefault(address, set()).add(office)
    assert shut == {}
