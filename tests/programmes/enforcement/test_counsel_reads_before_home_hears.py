"""A court's paper of which nobody has looked whether it forbids telling: no letter goes out before counsel has read
it."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests.attacks.browsing import browser
from tests.programmes.enforcement.coming import owed, read, row, says_done, sends, shows
from tests.programmes.enforcement.test_family_notices import Case, prepared
from tests.programmes.enforcement.test_family_notices import case as case
from tests.programmes.enforcement.test_letters_lie_ready import offers

READ_BY_COUNSEL = "disclosure.immigration_enforcement.counsel_review"
GRAND_JURY = {"court": "federal", "signed": "yes"}


@pytest.mark.parametrize("form", ["ao_110", "state_warrant"])
def test_a_paper_whose_silence_nobody_looked_at_waits_for_counsel(case: Case, form: str) -> None:
    letter = prepared(case.prepares())
    shows(case.request, case.town.registrar.by, form, **GRAND_JURY)
    with pytest.raises(ValidationError, match="counsel reads first whether"):
        sends(letter, case.office.by)
    assert {"notify_parent_after", "give_family_the_papers", "counsel_review"} <= set(owed(case.request)), "it is owed"
    assert "asked about your child" in read(letter, case.office.by), "the proof is there to read"
    offers(row(case.request), False)
    says_done(case.request, READ_BY_COUNSEL, case.office.by)
    offers(row(case.request), True)
    assert isinstance(case.sends(letter), UUID)


@pytest.mark.parametrize(("form", "silence"), [("ao_110", "no"), ("i_200", "not_seen"), ("nothing", "not_seen")])
def test_what_forbids_nothing_holds_up_no_letter(case: Case, form: str, silence: str) -> None:
    letter = prepared(case.prepares())
    shows(case.request, case.town.registrar.by, form, silence=silence)
    assert isinstance(case.sends(letter), UUID)


def test_one_that_comes_after_it_was_sent_keeps_it_from_the_printer_until_counsel_has_read_it(case: Case) -> None:
    letter = prepared(case.prepares())
    case.sends(letter)
    shows(case.request, case.town.registrar.by, "ao_110", **GRAND_JURY)
    with pytest.raises(ValidationError, match="counsel reads first whether"):
        read(letter, case.office.by)
    says_done(case.request, READ_BY_COUNSEL, case.office.by)
    assert "asked about your child" in read(letter, case.office.by)


def test_the_page_says_why_it_has_not_gone_out(case: Case) -> None:
    letter = prepared(case.prepares())
    shows(case.request, case.town.registrar.by, "ao_110", **GRAND_JURY)
    from fileroom.programmes.enforcement.services import mark_of

    address = f"/enforcement/{case.request}/family/{letter}/send/"
    sent = browser(case.office.by).post(
        address, {"standing": mark_of(row(case.request)), "language": "en", "identified": "yes"}
    )
    assert sent.status_code == 422 and "counsel reads first whether" in sent.content.decode()
