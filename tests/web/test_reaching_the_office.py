"""Families are told how to reach the office: by its number where the district gave one, else at the school."""

from __future__ import annotations

import re

import pytest

from tests import factories as make
from tests.attacks.browsing import browser, words


@pytest.mark.parametrize(("language", "office"), [("en", "school office"), ("es", "oficina de la escuela")])
def test_without_a_number_families_are_sent_to_the_school(town: make.Town, language: str, office: str) -> None:
    from django.test import override_settings

    stranger = make.related("stranger", None)
    with override_settings(STUDENT_RECORDS_TELEPHONE=""):
        page = browser(stranger.by).get("/family/", HTTP_ACCEPT_LANGUAGE=language).content.decode()
    assert page.count(office) == 2
    assert "tel:" not in page and not re.search(r"\d{3}-\d{4}", page)


def test_the_number_a_district_gave_is_on_the_page(town: make.Town) -> None:
    from django.test import override_settings

    with override_settings(STUDENT_RECORDS_TELEPHONE="(559) 555-0199"):
        page = browser(make.related("stranger", None).by).get("/family/").content.decode()
    assert 'href="tel:5595550199"' in page and "Call Student Records (559) 555-0199" in words(page)
