"""The page of what waits to be sent: of whom it asks, and in which words it says that something did not go."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.casework.mailing import MailServer
from tests.casework.waiting import LATER, Waiting, goes_round, link, links, mails, order_against, stay_open, waiting
from tests.disclosure.asking import filed

if TYPE_CHECKING:
    from fileroom.casework.desk import Page


def ben_too(there: Waiting) -> Waiting:
    """A link about Ben, of whom nothing else is known."""
    his = make.related("hugo", there.town.ben)
    it = Waiting(there.town, filed(there.town.registrar.by, there.town.ben), his)
    link(it, contact=his.row.id, way="hand")
    return it


def page(by: make.Staffed) -> Page:
    from fileroom.casework.desk import page as found

    return found(None, by=by.by, at=LATER)


def test_only_of_those_with_an_order_is_it_asked_whom_it_may_bind(
    there: Waiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many ever had a link."""
    from fileroom.casework import whose

    link(there), ben_too(there)
    order_against(there, there.father)
    real: Any = vars(whose)["facts_of_students"]
    asked: list[UUID] = []

    def spied(ids: Collection[UUID], *of: Any) -> Any:
        asked.extend(ids)
        return real(ids, *of)

    monkeypatch.setattr(whose, "facts_of_students", spied)
    found = page(there.town.registrar)
    assert asked == [there.town.ana.id]
    assert {it.student for it in found.links} == {there.town.ana.id, there.town.ben.id}


def test_whoever_an_order_may_bind_sees_and_counts_nothing_of_that_child(there: Waiting) -> None:
    link(there), ben_too(there)
    order_against(there, there.father)
    make.change(there.town.registrar.row, given="Father", family="Torres")
    found = page(there.town.registrar)
    assert {it.student for it in found.links} == {there.town.ben.id}
    assert (found.mails, set(found.counts.values())) == ((), {0})


def test_older_links_are_on_a_page_of_their_own(there: Waiting, monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.casework import desk

    monkeypatch.setattr(desk, "ON_A_PAGE", 2)
    made = {str(link(there, way="hand").id) for _ in range(3)}
    stay_open()
    client = browser(there.town.registrar.by)
    first = client.get("/outgoing/").content.decode()
    after = first.partition('href="?after=')[2].partition("#")[0]
    second = client.get(f"/outgoing/?after={after}").content.decode()
    on = [{it for it in made if f"/links/{it}/" in page_} for page_ in (first, second)]
    assert [len(it) for it in on] == [2, 1] and on[0] | on[1] == made
    assert "Older links" not in second


def test_a_no_of_the_law_and_an_address_that_is_missing_are_said_in_the_same_words(
    town: make.Town, smtp: MailServer
) -> None:
    there = waiting(town, hers="")
    link(there)
    goes_round(smtp)
    link(there)
    order_against(there, town.mother)
    goes_round(smtp)
    assert sorted(it.why for it in mails()) == ["address", "by_law"]
    client = browser(town.principal.by)
    one, two = (words(client.get(f"/outgoing/{it.id}/").content.decode()) for it in mails())
    assert one == two and "ask the principal" in one


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_address_of_a_link_says_in_which_language_its_page_speaks(
    there: Waiting, smtp: MailServer, language: str
) -> None:
    from tests.casework.test_a_link_is_opened import NOWHERE
    from tests.casework.waiting import token_in

    link(there, language=language)
    goes_round(smtp)
    part = smtp.taken[0][1].get_body(("plain",))
    assert part is not None and f"/open/{token_in(smtp)}/?language={language}" in part.get_content()
    says = {"es": "Algo le espera", "en": "Something waits for you"}[language]
    other = {"es": "en", "en": "es"}[language]
    for token in (token_in(smtp), NOWHERE):
        answer = browser().get(f"/open/{token}/?language={language}", HTTP_ACCEPT_LANGUAGE=other)
        assert says in answer.content.decode() and answer["Content-Language"] == language


def test_a_reader_who_has_chosen_a_language_keeps_it(there: Waiting) -> None:
    from django.conf import settings

    client = browser()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    said = client.get(f"/open/{'0' * 64}/?language=es").content.decode()
    assert "Something waits for you" in said


def test_an_address_to_hand_over_says_it_too(there: Waiting) -> None:
    from tests.attacks.browsing import form

    said = form(contact=str(there.town.mother.row.id), language="es", way="hand", identity_checked="on")
    page_ = browser(there.town.registrar.by).post(f"/records/{there.record}/link/", said)
    assert "/?language=es" in page_.content.decode()


def test_a_records_own_page_says_who_has_an_open_link_to_it_to_whoever_may_take_it_back(there: Waiting) -> None:
    made, desk = link(there), browser(there.town.registrar.by)
    stay_open()
    address, back = f"/records/{there.record}/", f"/links/{made.id}/withdraw/"
    page = desk.get(address).content.decode()
    assert "Open links" in page and "Mother Torres" in page and back in page
    seen = browser(there.town.teacher.by).get(address).content.decode()
    assert back not in seen and "Open links" not in seen
    assert desk.post(back, form(record=there.record))["Location"] == address
    page = desk.get(address).content.decode()
    assert "Open links" not in page and links()[0].withdrawn_at is not None
