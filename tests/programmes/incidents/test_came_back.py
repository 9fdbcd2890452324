"""A letter that was posted comes back: whom it was for is not told yet, and the notice is owed again."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.incidents.reporting import HEAD, blocked, lives, notices, owed, posts, prints, row
from tests.programmes.incidents.test_told import of_a_breach, prepared, text_of

CODE = r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}"


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def told_by_post(town: make.Town, office: make.Staffed) -> tuple[Any, list[str]]:
    """Ana's mother was told by a letter; and the codes on its sheets."""
    lives(town.ana, town.mother.row, "12 Invented Lane", town.registrar.by)
    of = of_a_breach(town, office)
    prepared(of, office)
    made, pdf = prints(of, office.by)
    assert posts(of, made, office.by) == (1, 0) and "breaches.by_the_district" not in owed(of)
    return of, sorted(set(re.findall(CODE, text_of(pdf or b""))))


def test_a_letter_that_came_back_has_told_nobody_and_is_owed_again_until_it_is_handed_over(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents import by_hand
    from fileroom.programmes.incidents.coming_back import came_back
    from fileroom.programmes.incidents.people import people

    of, codes = told_by_post(town, office)
    assert len(codes) == 2, "one in each language"
    came_back(of, f" {codes[0].lower()} ", by=office.by, at=AT)
    assert notices(of) == [("by_hand", "came_back")] and "breaches.by_the_district" in owed(of)
    assert any("not told yet (1)" in it for it in blocked(of, office.by))
    last = [it for it in entries() if it.outcome == "came_back"]
    assert [(it.act, it.student, it.sealed) for it in last] == [("incident:noted", town.ana.id, True)]
    (one,) = people(of, by=office.by, at=AT).by_hand
    assert one.to == "Mother Torres"
    by_hand.letters(of, one.id, head=HEAD, by=office.by, at=AT)
    by_hand.handed_over(of, one.id, head=HEAD, by=office.by, at=AT)
    assert notices(of) == [("told", "came_back")] and "breaches.by_the_district" not in owed(of)


def test_it_is_written_anew_once_they_have_filed_where_they_live_and_not_to_the_same_address(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents import by_hand, telling
    from fileroom.programmes.incidents.coming_back import came_back
    from fileroom.programmes.incidents.people import people

    of, codes = told_by_post(town, office)
    came_back(of, codes[1], by=office.by, at=AT)
    (one,) = people(of, by=office.by, at=AT).by_hand
    with pytest.raises(ValidationError, match="File first where they live now"):
        by_hand.work_out_anew(of, one.id, by=office.by, at=AT)
    later = AT + timedelta(minutes=1)
    lives(town.ana, town.mother.row, "3 Another Street", town.registrar.by, at=later)
    by_hand.work_out_anew(of, one.id, by=office.by, at=later)
    telling.prepare(of, head=HEAD, by=office.by, at=later)
    assert notices(of) == [("written", "")]
    assert "3 Another Street" in text_of(prints(of, office.by, at=later)[1] or b"")


def test_a_substitute_notice_tells_whoever_could_not_be_reached_by_the_address_on_file(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.incidents.coming_back import came_back
    from fileroom.programmes.incidents.sending import Sending, What, sent, substitute

    of, codes = told_by_post(town, office)
    came_back(of, codes[0], by=office.by, at=AT)
    substitute(of, cost=None, lacking=True, head=HEAD, by=office.by, at=AT)
    sent(uuid4(), of, Sending(What.SUBSTITUTE, make.TODAY, "page", ""), by=office.by, at=AT + timedelta(days=31))
    assert notices(of) == [("told", "came_back")] and "breaches.by_the_district" not in owed(of)


def test_what_comes_back_after_an_incident_was_closed_opens_it_again(town: make.Town, office: make.Staffed) -> None:
    of, codes = told_by_post(town, office)
    make.change(row(of), closed_at=AT, closed_by=uuid4(), closed_entry=uuid4())
    desk, here = browser(office.by), f"/incidents/{of}/"
    assert "A letter came back" in words(desk.get(f"{here}people/").content.decode())
    assert desk.post(f"{here}came-back/", form(code="AAAA-BBBB-CCCC")).status_code == 422
    assert row(of).closed_at is not None
    assert desk.post(f"{here}came-back/", form(code=codes[0])).status_code == 302
    assert row(of).closed_at is None and notices(of) == [("by_hand", "came_back")]


def test_only_a_letter_of_this_incident_that_was_posted_comes_back_and_once(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.incidents.coming_back import came_back

    of, codes = told_by_post(town, office)
    other = of_a_breach(town, office)
    with pytest.raises(Missing):
        came_back(of, codes[0], by=town.registrar.by, at=AT)
    with pytest.raises(ValidationError, match="No letter of this incident"):
        came_back(other, codes[0], by=office.by, at=AT)
    came_back(of, codes[0], by=office.by, at=AT)
    for code in codes:
        with pytest.raises(ValidationError, match="No letter of this incident"):
            came_back(of, code, by=office.by, at=AT)
