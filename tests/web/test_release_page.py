"""The page that releases a copy: its words leave nobody out, and what it sends is what was said."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from fileroom.law.facts import Purpose, RequesterKind
from fileroom.law.phrases import STAFF_KINDS
from fileroom.web import release_words as words
from fileroom.web.written import nothing_kept_out
from tests import factories as make
from tests.attacks.browsing import browser, without_ids
from tests.disclosure.asking import entries, filed
from tests.disclosure.releases import RATING, days, opened_of, parties

# Within the district, or chosen by name from the student's file.
NOT_LISTED = {*STAFF_KINDS, RequesterKind.SYSTEM, RequesterKind.PARENT, RequesterKind.STUDENT}
NOT_LISTED |= {RequesterKind.FORMER_STUDENT}


@pytest.fixture
def record(town: make.Town) -> UUID:
    return filed(town.registrar.by, town.ana, "Only for the court.")


def attorney(**changes: Any) -> dict[str, Any]:
    """A form filled in for an attorney who shows nothing."""
    said = {"to": "attorney", "to_name": "Dana Roe", "identity_checked": "on", "purpose": "litigation", "shown": "none"}
    return said | changes


def consent(town: make.Town, **changes: Any) -> dict[str, Any]:
    """The same with the mother's complete consent."""
    return attorney(
        shown="consent", consent_by=f"on-{town.mother.row.id}", consent_form="written", consent_signed="on",
        consent_signed_on=days(-1).isoformat(), consent_records=RATING, consent_purpose="litigation",
        consent_recipient="Dana Roe", **changes,
    )  # fmt: skip


def order(**changes: Any) -> dict[str, Any]:
    """The same with a judge's order that names everything."""
    said = attorney(
        purpose="court_process", shown="paper", paper_kind="court_order", paper_nondisclosure="no", paper_judge="yes",
        paper_records="everything", paper_from_on=days(-9).isoformat(), paper_family_told_on=days(-4).isoformat(),
    )  # fmt: skip
    return said | changes


def hidden(page: str) -> dict[str, Any]:
    """What the button that hands over would send, once all is confirmed that there is to confirm."""
    form = page[page.index('name="step" value="hand_over"') - 400 : page.index("Hand over the copy")]
    sent: dict[str, Any] = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', form))
    if 'name="read_it"' in form:
        sent["read_it"] = "yes"
    return sent | {"confirmed": re.findall(r'name="confirmed" id="[^"]+" value="([^"]*)"', form)}


def test_everybody_outside_the_district_stands_in_the_list_once() -> None:
    assert set(words.all_kinds()) == set(RequesterKind) - NOT_LISTED
    listed = [*words.OFTEN, *(kind for group in words.SELDOM.values() for kind in group)]
    assert len(listed) == len(set(listed))
    assert len(words.OFTEN) < 10, "nobody scrolls forty lines"


def test_no_purpose_stands_in_the_list_twice() -> None:
    listed = [purpose for group in words.PURPOSES.values() for purpose in group]
    assert len(listed) == len(set(listed))
    assert {Purpose.IMMIGRATION_ENFORCEMENT, Purpose.NONE_STATED} <= set(listed)


def test_the_answer_comes_before_the_copy_and_the_copy_after_the_button(town: make.Town, record: UUID) -> None:
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    asked = desk.post(address, consent(town)).content.decode()
    assert "May release" in asked and "Only for the court." not in asked
    assert opened_of(record) == []
    given = desk.post(address, hidden(asked))
    assert given.status_code == 200
    assert "Only for the court." in given.content.decode()
    assert opened_of(record) == ["record:released"]


def test_a_paper_of_one_day_and_what_was_written_where_nothing_was_shown_are_no_error(
    town: make.Town, record: UUID
) -> None:
    desk, address, day = browser(town.registrar.by), f"/records/{record}/release/", days(-9).isoformat()
    assert desk.post(address, order(paper_from_on=day, paper_to_on=day)).status_code == 200
    left_over = {"paper_from_on": "2026-03-02", "paper_to_on": "2026-03-01"}
    assert desk.post(address, consent(town, **left_over)).status_code == 200


def test_the_button_pressed_twice_hands_over_once(town: make.Town, record: UUID) -> None:
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    sent = hidden(desk.post(address, consent(town)).content.decode())
    desk.post(address, sent)
    again = desk.post(address, sent).content.decode()
    assert "Handed over already" in again and "Only for the court." not in again
    assert opened_of(record) == ["record:released"]


@pytest.mark.parametrize("once", ["", "not an id", "00000000-0000-1000-8000-000000000000"])
def test_a_post_that_is_no_forms_own_hands_nothing_over(town: make.Town, record: UUID, once: str) -> None:
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    answer = desk.post(address, consent(town) | {"step": "hand_over", "once": once})
    assert answer.status_code == 422
    assert "Open the form afresh" in answer.content.decode()
    assert opened_of(record) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"consent_records": "legal_name"},
        {"consent_recipient": "Sam Poe"},
        {"to_name": "Sam Poe"},
        {"identity_checked": ""},
        {"shown": "none"},
    ],
)
def test_answers_altered_between_the_answer_and_the_button_are_asked_again(
    town: make.Town, record: UUID, changes: dict[str, str]
) -> None:
    from fileroom.collection.services import collect
    from tests.conftest import AT

    collect(town.ana.id, "legal_name", {"given": "Ana", "family": "Torres"}, by=town.registrar.by, at=AT)
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    sent = hidden(desk.post(address, consent(town)).content.decode()) | changes
    answer = desk.post(address, {name: value for name, value in sent.items() if value})
    assert answer.status_code in (403, 422)
    assert "Only for the court." not in answer.content.decode()
    assert opened_of(record) == []


def test_a_notice_of_two_days_ago_has_no_button_and_says_from_when(town: make.Town, record: UUID) -> None:
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    from django.utils import timezone

    today = timezone.localdate()
    said = order(paper_family_told_on=(today - timedelta(days=2)).isoformat())
    page = desk.post(address, said).content.decode()
    assert "Must release, but not yet" in page and "Hand over the copy" not in page
    assert f"it may go from {(today + timedelta(days=1)):%A}" in page
    forced = desk.post(address, said | {"step": "hand_over", "once": "6d0f1c3e-1111-4222-8333-444455556666"})
    assert (forced.status_code, opened_of(record)) == (403, [])


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        ({"to": ""}, "to_0", "Choose who asks."),
        ({"to_name": ""}, "to_name", "Write the name"),
        ({"to": "another"}, "to_kind", "Choose who it is."),
        ({"purpose": ""}, "purpose", "Choose what it is for."),
        ({"shown": ""}, "shown_0", "Choose what was shown."),
        ({"shown": "consent"}, "consent_by", "Choose who gave the consent."),
        ({"shown": "paper"}, "paper_kind", "Choose which paper it is."),
        ({"shown": "paper"}, "paper_nondisclosure", "forbids telling"),
        ({"shown": "paper", "paper_from_on": "next week"}, "paper_from_on", "Write the day like"),
        ({"shown": "paper", "paper_family_told_on": "2999-01-01"}, "paper_family_told_on", "has not come yet"),
        (
            {"shown": "paper", "paper_from_on": "2026-03-02", "paper_to_on": "2026-03-01"},
            "paper_to_on",
            "before the first",
        ),
        (
            {"shown": "consent", "consent_signed_on": "2026-03-02", "consent_to_on": "2026-03-01"},
            "consent_to_on",
            "before it was signed",
        ),
    ],
)
def test_an_error_names_its_field_and_nothing_is_asked(
    town: make.Town, record: UUID, changes: dict[str, str], field: str, says: str
) -> None:
    answer = browser(town.registrar.by).post(f"/records/{record}/release/", attorney(**changes))
    page = answer.content.decode()
    assert answer.status_code == 422
    (line,) = re.findall(rf'<li><a href="#id_{field}">[^<]+</a>: ([^<]+)</li>', page)
    assert says in line
    assert f'id="id_{field}"' in page
    assert not {"disclosure:answered", "disclosure:refused"} & {event.act.value for event in entries()}
    assert parties() == {}


def test_for_immigration_enforcement_the_page_says_no_in_the_laws_words_and_shows_no_student(
    town: make.Town, record: UUID
) -> None:
    make.order(town.ana, make.related("father", town.ana).row)
    for said in ({"to": "immigration_officer"}, {"purpose": "immigration_enforcement", "identity_checked": ""}):
        page = browser(town.registrar.by).post(f"/records/{record}/release/", attorney(**said)).content.decode()
        assert "Do not release" in page and "Ed. Code 234.7(b)" in page and "I am not able to give you" in page
        assert "Ana" not in without_ids(page) and "order on file" not in page
        assert "Hand over the copy" not in page


def test_a_restrained_parent_s_name_sends_the_office_to_the_principal_and_never_to_the_order(
    town: make.Town, record: UUID
) -> None:
    make.order(town.ana, make.related("father", town.ana).row)
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    page = desk.post(address, order(to_name="Father Torres")).content.decode()
    card = page[page.index("<article") : page.index("</article>")].lower()
    assert "ask the principal" in card
    assert not re.search(r"order|restrain|court", card)


def test_the_page_is_not_there_for_a_family_or_for_staff_who_may_not_open_the_record(
    town: make.Town, record: UUID
) -> None:
    assert browser(town.mother.by).get(f"/records/{record}/release/").status_code == 404
    others = filed(town.registrar.by, town.ben)
    answer = browser(town.teacher.by).post(f"/records/{others}/release/", attorney())
    assert answer.status_code == 404
    assert "Ben" not in without_ids(answer.content.decode())


def test_who_received_is_named_in_both_lists_and_in_spanish(town: make.Town, record: UUID) -> None:
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    desk.post(address, hidden(desk.post(address, consent(town, to_organisation="Roe and Partners")).content.decode()))
    looked = browser(town.principal.by).get(f"/students/{town.ana.id}/looked/").content.decode()
    assert "Released to Dana Roe, Roe and Partners" in looked
    home = browser(town.mother.by)
    own = home.get(f"/family/{town.ana.id}/looked/").content.decode()
    assert "Released to Dana Roe, Roe and Partners" in own and "For a lawsuit or a claim" in own
    home.cookies["django_language"] = "es"
    assert "Entregado a Dana Roe, Roe and Partners" in home.get(f"/family/{town.ana.id}/looked/").content.decode()


def test_a_sealed_release_and_its_recipient_stand_on_no_page(town: make.Town, record: UUID) -> None:
    desk, address = browser(town.registrar.by), f"/records/{record}/release/"
    gag = order(paper_nondisclosure="yes", paper_family_told_on="")
    given = desk.post(address, hidden(desk.post(address, gag).content.decode()))
    assert "Only for the court." in given.content.decode()
    assert opened_of(record) == ["record:released"]
    for by, page in (
        (town.mother, f"/family/{town.ana.id}/looked/"),
        (town.mother, f"/family/{town.ana.id}/proof/"),
        (town.principal, f"/students/{town.ana.id}/looked/"),
        (town.principal, f"/students/{town.ana.id}/"),
        (town.registrar, f"/students/{town.ana.id}/"),
    ):
        shown = browser(by.by).get(page).content.decode()
        assert "Dana" not in shown and "released" not in shown.lower() and "court process" not in shown, page


NUMBER = "536-90-4271"
WRITTEN = ("to_name", "to_organisation", "consent_recipient", "certificate_by")


@pytest.mark.parametrize("step", ["ask", "hand_over"])
@pytest.mark.parametrize("field", WRITTEN)
def test_a_name_that_holds_what_the_law_keeps_out_is_neither_kept_nor_shown_nor_logged(
    town: make.Town, record: UUID, field: str, step: str, caplog: pytest.LogCaptureFixture
) -> None:
    desk, sent = browser(town.registrar.by), {"step": step, "once": str(uuid4())}
    sent = consent(town) | sent | {field: f"Dana Roe, SSN {NUMBER}"}
    answer = desk.post(f"/records/{record}/release/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422 and "Ed. Code 49076.7" in page
    assert f'href="#id_{field}"' in page and "Write the name:" not in page
    assert NUMBER[-7:] not in page and NUMBER[-7:] not in caplog.text
    assert f'value="{RATING}" checked' in page, "what was not refused stands there still"
    assert parties() == {} and opened_of(record) == []


@pytest.mark.parametrize(
    "name",
    ["U.S. Immigration and Customs Enforcement", "Social Security Administration", "Roe, 916-555-0123", "Bar 234567"],
)
def test_a_name_that_only_sounds_like_it_is_taken(name: str) -> None:
    nothing_kept_out(name)
