"""The page of people, where the office enters who has custody; the open log tells nothing of it."""

from __future__ import annotations

import re
from typing import Any

from tests import factories as make
from tests.attacks.browsing import browser, words

SHOWN = {"paper": "court_gives_another_custody", "from_on": "2026-10-01"}


def page(desk: Any, town: make.Town, name: str = "people") -> str:
    return str(desk.get(f"/students/{town.ana.id}/{name}/").content.decode())


def enters(desk: Any, town: make.Town, **changes: str) -> Any:
    assert town.mother.relation
    return desk.post(f"/relationships/{town.mother.relation.id}/custody/", SHOWN | changes)


def test_who_has_custody_is_entered_where_the_contact_stands_and_read_under_seal_alone(town: make.Town) -> None:
    desk = browser(town.principal.by)
    assert "Legal custody yes" in words(page(desk, town))
    assert enters(desk, town).status_code == 302
    shown = words(page(desk, town))
    assert "Legal custody no" in shown
    assert "A court’s order: another person alone has legal custody, since Thursday 1 October. Entered by" in shown
    assert "Noted from a paper who has custody" in words(page(desk, town, "sealed"))
    for reader in (desk, browser(town.mother.by)):
        assert "custody" not in words(page(reader, town, "looked")).lower()
    assert enters(desk, town, paper="nothing_shown").status_code == 302
    assert "Legal custody not known" in words(page(desk, town))


def test_an_error_names_its_field_where_it_stands(town: make.Town) -> None:
    answer = enters(browser(town.registrar.by), town, from_on="2999-01-01")
    assert answer.status_code == 422
    text = answer.content.decode()
    (line,) = re.findall(r'<a href="#(id_custody_[^"]+_from_on)">', text)
    assert f'id="{line}"' in text and "cannot be right" in text and "Not entered yet" in text


def test_only_those_who_settle_it_are_told_or_asked(town: make.Town) -> None:
    enters(browser(town.registrar.by), town)
    teacher = browser(town.teacher.by)
    assert "Enter who has custody" not in page(teacher, town) and "Entered by" not in page(teacher, town)
    assert enters(teacher, town).status_code == 403
    assert enters(browser(town.mother.by), town).status_code == 404
