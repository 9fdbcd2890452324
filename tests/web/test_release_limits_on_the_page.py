"""The page of a copy says which limits the program keeps to, and has a person confirm the others by name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from fileroom.disclosure.limits import A_PERSON_CONFIRMS
from fileroom.law import Decision
from fileroom.law.codes import Limit
from fileroom.web import release_words as said
from tests import factories as make
from tests.attacks.browsing import browser, words
from tests.disclosure.asking import entries, filed
from tests.disclosure.releases import days, opened_of
from tests.web.test_release_page import attorney, consent, hidden, order

SCOPE = Limit.SCOPE_OF_THE_ORDER


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana, "Only for the court.")


def certificate(**changes: Any) -> dict[str, Any]:
    """A probation officer who certifies that nothing is passed on."""
    return attorney(
        to="another", to_kind="probation_officer", purpose="ward_investigation", shown="certificate",
        certificate_kind="certification", certificate_by="Dana Roe", certificate_signed="on",
        certificate_dated_on=days(-1).isoformat(), certificate_certification="no_redisclosure",
    ) | changes  # fmt: skip


def test_there_are_words_for_every_limit_that_is_kept_or_confirmed() -> None:
    assert set(said.TO_CONFIRM) == set(A_PERSON_CONFIRMS)
    assert set(said.KEPT) <= set(Limit)


def test_the_page_says_which_limit_is_whose_and_by_whose_name(town: make.Town, record: UUID) -> None:
    page = browser(town.registrar.by).post(f"/records/{record}/release/", order()).content.decode()
    kept, confirmed = words(page).split("You confirm this")
    assert "Fileroom keeps to this The paper names this record." in kept
    assert "by your name: Registrar" in confirmed and "It holds nothing beyond what the paper orders." in confirmed
    of_a_consent = words(browser(town.registrar.by).post(f"/records/{record}/release/", consent(town)).content.decode())
    assert "The consent names this record." in of_a_consent and "You confirm this" not in of_a_consent


def test_without_the_statement_nothing_goes_and_the_page_says_what_is_left(town: make.Town, record: UUID) -> None:
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    sent = hidden(desk.post(address, order()).content.decode())
    assert sent["confirmed"] == [SCOPE.value]
    for wrong in ([], ["view_only"], ["nonsense"]):
        held = desk.post(address, sent | {"confirmed": wrong})
        page = held.content.decode()
        assert held.status_code == 403
        assert "Nothing went out. Confirm each of these" in page and "Only for the court." not in page
        assert f'value="{SCOPE.value}" required' in page  # not ticked for them
    assert opened_of(record) == []
    given = desk.post(address, sent)
    assert "Only for the court." in given.content.decode()
    looked = words(browser(town.principal.by).get(f"/students/{town.ana.id}/looked/").content.decode())
    assert "Confirmed before the copy went: It holds nothing beyond what the paper orders" in looked
    home = browser(town.mother.by)
    assert "holds no more than the law allows" in words(home.get(f"/family/{town.ana.id}/looked/").content.decode())


def test_a_limit_that_no_copy_keeps_is_the_answer_and_has_no_button(
    town: make.Town, record: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.people import counsel

    lawful = counsel.decide

    def limited(question: Any) -> Decision:
        return replace(lawful(question), limits=(Limit.VIEW_ONLY.value,))

    monkeypatch.setattr("fileroom.disclosure.releasing.counsel.decide", limited)
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    page = desk.post(address, order()).content.decode()
    assert "No copy of this" in page and "beside an employee" in page and "Hand over the copy" not in page
    forced = order() | {"step": "hand_over", "once": "6d0f1c3e-1111-4222-8333-444455556666"}
    answer = desk.post(address, forced | {"confirmed": [it.value for it in A_PERSON_CONFIRMS]})
    assert (answer.status_code, opened_of(record)) == (403, [])
    assert "No copy of this" in answer.content.decode()


def test_what_the_limit_leaves_out_is_not_on_the_page_that_hands_over(
    town: make.Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    from fileroom.collection.services import Collected, collect
    from fileroom.people import counsel
    from tests.conftest import AT

    card = {"telephone": "559 555 0101", "email": "ana@example.org"}
    kept = collect(town.ana.id, "contact_and_household", card, by=town.registrar.by, at=AT)
    assert isinstance(kept, Collected)
    lawful = counsel.decide

    def limited(question: Any) -> Decision:
        return replace(lawful(question), limits=(Limit.THREE_FIELDS_ONLY.value,))

    monkeypatch.setattr("fileroom.disclosure.releasing.counsel.decide", limited)
    desk, address = browser(town.registrar.by), f"/records/{kept.record}/release/"
    asked = desk.post(address, order()).content.decode()
    assert "Every other field is left out." in asked
    given = desk.post(address, hidden(asked)).content.decode()
    assert "559 555 0101" in given and "ana@example.org" not in given and "was left out" in given


def test_a_certificate_is_entered_on_the_page_and_opens_what_it_opens(town: make.Town, record: UUID) -> None:
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    lacking = desk.post(address, certificate(certificate_certification=[])).content.decode()
    assert "Hand over the copy" not in lacking
    assert 'href="#id_certificate_certification_0"' in lacking
    none = desk.post(address, certificate(shown="none")).content.decode()
    assert 'href="#id_shown_3"' in none and 'id="id_shown_3"' in none
    asked = desk.post(address, certificate()).content.decode()
    assert "Must release" in asked
    given = desk.post(address, hidden(asked))
    assert "Only for the court." in given.content.decode()
    assert [it.part for it in entries() if it.act == "limit:confirmed"] == ["relevant_records_only"]


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"certificate_kind": ""}, "certificate_kind", "Choose which it is."),
        ({"certificate_by": ""}, "certificate_by", "Write whose it is."),
        ({"certificate_dated_on": ""}, "certificate_dated_on", "Give the day it bears."),
        ({"certificate_dated_on": "2999-01-01"}, "certificate_dated_on", "has not come yet"),
    ],
)
def test_an_error_of_the_certificate_names_its_field(
    town: make.Town, record: UUID, changes: dict[str, str], field: str, says: str
) -> None:
    answer = browser(town.registrar.by).post(f"/records/{record}/release/", certificate(**changes))
    assert answer.status_code == 422
    (line,) = re.findall(rf'<li><a href="#id_{field}">[^<]+</a>: ([^<]+)</li>', answer.content.decode())
    assert says in line
