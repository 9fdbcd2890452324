"""Nobody is led to a page that is none: after signing in again, after a mistake, and at the address of a form."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import HOST, browser, words

FORMS = ["/students/{0}/purpose/", "/relationships/{0}/verify/", "/absent/{0}/", "/counsel/sign/", "/ledger/verify/"]
PAGE = "/students/3f1c2a52-6b1e-4d0e-9a7e-1f2d3c4b5a69/people/?said"


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("who", ["registrar", "mother", None])
def test_at_the_address_of_a_form_stands_a_page_with_words_and_a_way_out(
    town: make.Town, form: str, who: str | None
) -> None:
    answer = browser(getattr(town, who).by if who else None).get(form.format(uuid4()))
    page = answer.content.decode()
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "There is no page to look at here" in words(page)
    assert 'class="usa-button" href="/"' in page


def test_it_speaks_spanish_too(town: make.Town) -> None:
    page = browser().get("/ledger/verify/", HTTP_ACCEPT_LANGUAGE="es").content.decode()
    assert "Aquí no hay ninguna página que ver" in page


@pytest.mark.parametrize(
    ("came_from", "next_"),
    [
        (f"http://{HOST}{PAGE}", PAGE),
        (f"http://{HOST}", "/"),
        ("", "/"),
        ("http://evil.test/people/", "/"),
        (f"http://{HOST}//evil.test/", "/"),
        (f"javascript://{HOST}/%0aalert(1)", "/"),
        ("http://[", "/"),
    ],
)
def test_a_form_sent_after_its_session_ended_leads_back_to_the_page_it_stood_on(
    town: make.Town, came_from: str, next_: str
) -> None:
    from django.http import QueryDict

    answer = browser().post("/ledger/verify/", HTTP_REFERER=came_from)
    assert answer.status_code == 302
    where, _, query = answer["Location"].partition("?")
    assert (where, QueryDict(query)["next"]) == ("/sign-in/", next_)


def test_go_back_from_a_form_that_cannot_be_read_leads_to_the_page_it_stood_on(town: make.Town) -> None:
    office = browser(town.registrar.by)
    form = f"/students/{town.ana.id}/file/"
    answer = office.post(form, {"item": "counsellor_or_teacher_rating"}, HTTP_REFERER=f"http://{HOST}{PAGE}")
    assert answer.status_code == 422
    assert re.findall(r'class="usa-button" href="([^"]+)">Go back', answer.content.decode()) == [PAGE]
