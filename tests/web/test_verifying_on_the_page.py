"""Verifying a relationship on the page of people: whatever is wrong is said, at the claim it was said of."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories as make
from tests.attacks.browsing import browser

GIVEN = {"method": "birth_record", "seen_on": "2026-10-01"}
FIELD = re.compile(r'<(?:input|select)[^>]* id="([^"]+)"')
FORMS = re.compile(r'<details class="inline"( open)?><summary>Verify.*?action="/relationships/([^/]+)/verify/"', re.S)


@pytest.fixture
def claims(town: make.Town) -> tuple[str, str]:
    """Two relationships that a roster claims for one student."""
    first, second = (make.related(name, town.ana, verified=False).relation for name in ("claims", "too"))
    assert first is not None and second is not None
    return str(first.id), str(second.id)


def sends(town: make.Town, relationship: str, given: dict[str, str]) -> tuple[int, str]:
    answer = browser(town.registrar.by).post(f"/relationships/{relationship}/verify/", given)
    return answer.status_code, answer.content.decode()


def test_no_two_fields_of_the_page_share_an_id(town: make.Town, claims: tuple[str, str]) -> None:
    page = browser(town.registrar.by).get(f"/students/{town.ana.id}/people/").content.decode()
    ids = FIELD.findall(page)
    assert sum(id_.endswith("_seen_on") for id_ in ids) == 2
    assert len(ids) == len(set(ids))
    assert all(f'for="{id_}"' in page for id_ in ids if id_.endswith("_seen_on"))


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"method": "birth_record", "seen_on": ""}, "Give the day on which you saw it."),
        ({"method": "", "seen_on": "2026-10-01"}, "Choose what was shown."),
        ({"method": "birth_record", "seen_on": "1999-12-31"}, "1999-12-31 cannot be right."),
        ({"method": "birth_record", "seen_on": "{tomorrow}"}, "cannot be right. Say the day on which you saw it."),
    ],
)
def test_what_is_wrong_is_said_at_the_claim_and_nothing_written_is_lost(
    town: make.Town, claims: tuple[str, str], given: dict[str, str], says: str
) -> None:
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    given = {name: text.format(tomorrow=tomorrow) for name, text in given.items()}
    status, page = sends(town, claims[1], given)
    assert status == 422
    alert = re.search(r'usa-alert--error" role="alert".*?</div></div>', page, re.S)
    assert alert is not None and says in alert[0] and "Not verified yet" in alert[0]
    assert {id_: bool(open_) for open_, id_ in FORMS.findall(page)} == {claims[0]: False, claims[1]: True}
    assert all(f'value="{text}"' in page for text in given.values() if text)


def test_the_page_offers_no_day_that_has_not_come(town: make.Town, claims: tuple[str, str]) -> None:
    page = browser(town.registrar.by).get(f"/students/{town.ana.id}/people/").content.decode()
    assert page.count(f'max="{timezone.localdate()}"') == 4  # two claims, the mother's custody, and what a paper shows


def test_a_claim_is_verified_by_the_form_that_was_sent_again(town: make.Town, claims: tuple[str, str]) -> None:
    assert sends(town, claims[0], GIVEN | {"seen_on": ""})[0] == 422
    assert sends(town, claims[0], GIVEN)[0] == 302
