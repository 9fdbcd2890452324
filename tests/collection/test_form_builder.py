"""The form builder and the register as pages: in two languages, without script, and for nobody else's eyes."""

from __future__ import annotations

import json
from uuid import uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, form
from tests.collection.conftest import Rows
from tests.disclosure.asking import entries

SPANISH = "Número de Seguro Social (opcional)"


@pytest.fixture
def town(district: str) -> make.Town:
    return make.town()


def sent(town: make.Town, *labels: str, **more: str) -> dict[str, object]:
    fields = {f"label-{number}": label for number, label in enumerate(labels)}
    kinds = {f"kind-{number}": "text" for number in range(len(labels))}
    head = {"title": "Enrollment form", "kind": "web", "tongue": "es", "school": str(town.school.id)}
    return form(owner="registrar", fields=str(len(labels)), **head, **fields, **kinds, **more)


def test_each_field_is_answered_as_it_is_typed_and_nothing_is_kept(town: make.Town, rows: Rows) -> None:
    pages = browser(town.registrar.by)
    said = json.loads(pages.post("/coming-in/forms/check/", sent(town, "Grado", SPANISH)).content)
    assert said["verdict"] == "block"
    assert said["title"].strip() == ""
    assert said["fields"][0].strip() == "" and "Ed. Code 49076.7" in said["fields"][1]
    assert rows("SELECT count(*) FROM collection_registeredform") == [(0,)]


def test_saving_asks_once_more_and_a_refused_form_comes_back_with_its_law(town: make.Town, rows: Rows) -> None:
    pages = browser(town.registrar.by)
    answer = pages.post("/coming-in/forms/new/", sent(town, SPANISH, act="use"))
    page = answer.content.decode()
    assert answer.status_code == 422 and "Not in use. Nothing was kept." in page and "Ed. Code 49076.7" in page
    assert SPANISH in page, "what was written is still there"
    assert rows("SELECT count(*) FROM collection_registeredform") == [(0,)]


@pytest.mark.parametrize("number", ["9" * 5000, "x", ""])
def test_to_take_away_a_field_that_is_not_there_takes_none_away(number: str, town: make.Town) -> None:
    answer = browser(town.registrar.by).post("/coming-in/forms/new/", sent(town, "Grado", act=f"remove-{number}"))
    assert answer.status_code == 200 and "Grado" in answer.content.decode()


def test_the_pages_speak_spanish_to_whoever_chose_it_and_the_rest_of_the_office_english(town: make.Town) -> None:
    pages = browser(town.registrar.by)
    pages.cookies["django_language"] = "es"
    page = pages.post("/coming-in/forms/new/", sent(town, SPANISH, act="use"), HTTP_ACCEPT_LANGUAGE="es")
    text = page.content.decode()
    assert '<html lang="es">' in text
    assert "Esto no se puede preguntar" in text and "Una escuela no puede" in text
    assert "This may not be asked" not in text and "Ask for no number" not in text
    for address in ("", "paper/"):
        assert '<html lang="es">' in pages.get(f"/coming-in/forms/{address}").content.decode()
    assert '<html lang="en">' in pages.get("/coming-in/").content.decode()


def test_fields_are_added_and_removed_without_a_script(town: make.Town) -> None:
    pages = browser(town.registrar.by)
    more = pages.post("/coming-in/forms/new/", sent(town, "Grade", "Room", act="add")).content.decode()
    assert 'id="label-2"' in more and 'value="Room"' in more
    less = pages.post("/coming-in/forms/new/", sent(town, "Grade", "Room", act="remove-0")).content.decode()
    assert 'value="Grade"' not in less and 'value="Room"' in less and 'id="label-1"' not in less


def test_options_come_back_one_a_line_and_each_can_ask(town: make.Town) -> None:
    pages = browser(town.registrar.by)
    options = "Library card\nSocial Security number"
    page = pages.post("/coming-in/forms/new/", sent(town, "Paper shown", act="check", **{"options-0": options}))
    text = page.content.decode()
    assert f">{options}</textarea>" in text and "one of its options" in text


def test_a_form_in_use_stands_in_the_register_and_is_opened_again(town: make.Town, rows: Rows) -> None:
    pages = browser(town.registrar.by)
    assert pages.post("/coming-in/forms/new/", sent(town, "Grade", act="use")).status_code == 302
    ((form_id,),) = rows("SELECT id FROM collection_registeredform")
    page = pages.get("/coming-in/forms/").content.decode()
    assert "The form is in use." in page and f"/coming-in/forms/{form_id}/" in page and "In order" in page
    assert 'value="Grade"' in pages.get(f"/coming-in/forms/{form_id}/").content.decode()
    assert pages.post(f"/coming-in/forms/{form_id}/retire/").status_code == 302
    assert pages.get(f"/coming-in/forms/{form_id}/").status_code == 404


def test_today_leads_to_a_form_that_wants_attention_whoever_may_mend_it_and_nobody_else(town: make.Town) -> None:
    pages = browser(town.registrar.by)
    assert "Forms that want attention" not in pages.get("/").content.decode()
    assert pages.post("/coming-in/forms/new/", sent(town, SPANISH, act="draft")).status_code == 302
    assert "Forms that want attention" in pages.get("/").content.decode()
    assert "Forms that want attention" not in browser(town.teacher.by).get("/").content.decode()


def test_a_teacher_and_a_family_find_no_register(town: make.Town) -> None:
    for who in (town.teacher, town.mother):
        pages = browser(who.by)
        for address in ("", "new/", "paper/", f"{uuid4()}/"):
            assert pages.get(f"/coming-in/forms/{address}").status_code == 404
        assert pages.post("/coming-in/forms/check/", sent(town, "Grade")).status_code == 404
        assert b'href="/coming-in/forms/"' not in pages.get("/coming-in/").content


@pytest.mark.parametrize("fields", ["", "-1", "9999999999", "x", "400"])
def test_a_torn_form_is_answered(town: make.Town, fields: str) -> None:
    torn = sent(town, "Grade", act="use") | {"fields": fields, "school": "nowhere"}
    pages = browser(town.registrar.by)
    assert pages.post("/coming-in/forms/new/", torn).status_code in (404, 422)
    assert pages.post("/coming-in/forms/check/", torn).status_code == 200


def test_a_title_that_asks_is_said_so_beside_it_and_the_form_is_not_in_use(town: make.Town, rows: Rows) -> None:
    pages = browser(town.registrar.by)
    asks = sent(town, "Answer", act="use") | {"title": "What is your citizenship status?"}
    said = json.loads(pages.post("/coming-in/forms/check/", asks).content)
    assert "Ed. Code 234.7" in said["title"] and said["verdict"] == "block"
    answer = pages.post("/coming-in/forms/new/", asks)
    assert answer.status_code == 422 and "The title asks for what it may not." in answer.content.decode()
    assert rows("SELECT count(*) FROM collection_registeredform") == [(0,)]
    assert pages.post("/coming-in/forms/new/", asks | {"act": "draft"}).status_code == 302
    assert "its title" in pages.get("/coming-in/forms/").content.decode()


def test_two_hundred_fields_are_kept_and_what_is_more_is_said_and_never_cut(town: make.Town, rows: Rows) -> None:
    pages = browser(town.registrar.by)

    def whole(count: int, act: str = "draft") -> dict[str, object]:
        rest = {f"{name}-{at}": "" for name in ("help", "placeholder", "options") for at in range(count)}
        required = {f"required-{at}": "yes" for at in range(count)}
        return sent(town, *["Grade"] * count, act=act) | rest | required

    assert pages.post("/coming-in/forms/new/", whole(201)).status_code == 422
    assert pages.post("/coming-in/forms/new/", whole(200)).status_code == 302
    assert rows("SELECT jsonb_array_length(asks) FROM collection_registeredform") == [(200,)]
    options = "\n".join([*(f"Option {at}" for at in range(60)), "Social Security number"])
    for more in ({"options-0": options}, {"help-0": "a" * 501}):
        page = pages.post("/coming-in/forms/new/", sent(town, "Paper", act="use", **more))
        assert page.status_code == 422 and b"at most" in page.content
        said = json.loads(pages.post("/coming-in/forms/check/", sent(town, "Paper", **more)).content)
        assert "at most" in said["says"] and said["verdict"] == ""
    assert rows("SELECT count(*) FROM collection_registeredform") == [(1,)]


def test_a_form_sent_twice_is_registered_and_noted_once(town: make.Town, rows: Rows) -> None:
    pages = browser(town.registrar.by)
    twice = sent(town, "Grade", act="use")
    assert [pages.post("/coming-in/forms/new/", twice).status_code for _ in range(2)] == [302, 302]
    assert rows("SELECT count(*) FROM collection_registeredform") == [(1,)]
    assert [it.act.value for it in entries()].count("form:screened") == 1
    assert pages.post("/coming-in/forms/new/", twice | {"title": "Another"}).status_code == 302
    assert [it.act.value for it in entries()].count("form:screened") == 2
