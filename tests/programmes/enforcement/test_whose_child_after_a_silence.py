"""Whose child a request is about lies sealed while a court forbids telling; when that is over, the letter to the family
lies ready."""

from __future__ import annotations

from uuid import UUID

from tests import factories as make
from tests.attacks.browsing import browser
from tests.disclosure.asking import entries, filed
from tests.programmes.enforcement.coming import owed, read, says_done, sends
from tests.programmes.enforcement.test_letters_lie_ready import office, rows

__all__ = ["office"]
OVER = "disclosure.court_process_limits.review_at_expiry"


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
