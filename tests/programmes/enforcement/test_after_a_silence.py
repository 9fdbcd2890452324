"""Whose child a file was is sealed from the first hour: when a silence ends, the letter to that family is there."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from tests import factories as make
from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import entries, filed
from tests.programmes.enforcement.coming import HEAD, RIGHTS, comes, letters, owed, read, says_done, sends, shows
from tests.programmes.enforcement.test_letters_lie_ready import rows

OVER = "disclosure.court_process_limits.review_at_expiry"


@pytest.fixture
def office(town: make.Town) -> make.Staffed:
    return make.staffed("pat", "administrator", None)


def asked_in_writing(town: make.Town, of: UUID, **paper: str) -> None:
    """Somebody of immigration asks for a copy of this record, with a judge's paper."""
    from tests.web.test_release_page import attorney

    said = {"shown": "paper", "paper_kind": "court_order", "paper_nondisclosure": "yes"} | paper
    said = attorney(to="immigration_officer", to_organisation="ICE", **said)
    assert browser(town.registrar.by).post(f"/records/{of}/release/", said).status_code == 200


def test_when_a_silence_is_over_the_letter_lies_ready_to_the_family_of_whose_child_the_file_was(
    town: make.Town, office: make.Staffed
) -> None:
    asked_in_writing(town, filed(town.registrar.by, town.ana))
    (request,), letters = rows()
    assert "do_not_notify_parent" in owed(request.id) and letters == []
    says_done(request.id, OVER, office.by)
    assert "notify_parent_after" in owed(request.id)
    (letter,) = rows()[1]
    assert "Ana Torres" in read(letter.id, office.by, language="en")
    assert isinstance(sends(letter.id, office.by, language="en"), UUID)
    assert "notify_parent_after" not in owed(request.id)
    hidden = [it for it in entries() if it.act.value.startswith("enforcement:")]
    assert {(it.student, it.sealed) for it in hidden} == {(None, True)}


def test_while_the_silence_holds_nobody_opens_whose_child_it_is(town: make.Town, office: make.Staffed) -> None:
    asked_in_writing(town, filed(town.registrar.by, town.ana))
    (request,), _ = rows()
    says_done(request.id, OVER, office.by, otherwise=True)
    assert rows()[1] == [] and not [it for it in entries() if it.act.value == "enforcement:read"]


def test_of_a_letter_that_lay_ready_before_the_silence_there_is_no_second(
    town: make.Town, office: make.Staffed
) -> None:
    from fileroom.programmes.enforcement.family_letter import Desk
    from fileroom.programmes.enforcement.notices import prepare
    from fileroom.programmes.enforcement.recipients import To

    of, to = comes(town.registrar.by, "immigration").id, To(town.ana.id, town.mother.row.id)
    prepare(uuid4(), of, to, Desk(HEAD, RIGHTS), language="en", way="handed", by=office.by, at=AT)
    shows(of, town.registrar.by, "ao_93", court="federal", judge="yes", signed="yes", matches="yes", silence="yes")
    before = letters(of)
    says_done(of, OVER, office.by)
    assert letters(of) == before and len(before) == 1
