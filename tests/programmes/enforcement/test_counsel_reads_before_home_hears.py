"""A court's paper of which nobody has looked whether it forbids telling: no letter goes out before counsel has read
it."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from tests.attacks.browsing import browser
from tests.conftest import AT
from tests.disclosure.asking import entries
from tests.programmes.enforcement.coming import answers, comes, owed, read, row, says_done, sends, shown, shows
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


@pytest.fixture
def own_word_off(monkeypatch: pytest.MonkeyPatch) -> None:
    from fileroom.programmes.enforcement import duties

    monkeypatch.setattr(duties, "visits_told", lambda: False)


@pytest.mark.usefixtures("own_word_off")
@pytest.mark.parametrize("asker", ["police", "process_server"])
def test_so_it_is_where_no_law_and_no_word_of_the_districts_has_counsel_read_it(case: Case, asker: str) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.enforcement.telling import not_yet

    of = comes(case.town.registrar.by, asker).id
    answers(of, case.town.registrar.by, joined="no", harm="no" if asker == "police" else "", wants=("records",))
    shows(of, case.town.registrar.by, "state_warrant", court="state")
    assert {"of_a_paper_that_opens_nothing", "counsel_review"} <= set(owed(of))

    def waits() -> bool:
        with district_transaction():
            return "counsel reads first" in not_yet(row(of))

    assert waits()
    says_done(of, READ_BY_COUNSEL, case.office.by)
    assert not waits()
    shows(of, case.town.registrar.by, "state_warrant", court="state", silence="no")
    assert "counsel_review" not in owed(of) and not waits()


def test_of_a_paper_of_before_that_counsel_was_never_asked_to_read_nothing_goes_and_the_round_asks(case: Case) -> None:
    from fileroom.duties.models import Duty
    from fileroom.hosting import district_transaction
    from fileroom.programmes.enforcement.telling import see_to_papers

    letter = prepared(case.prepares())
    shows(case.request, case.town.registrar.by, "state_warrant", court="state")
    with district_transaction():
        Duty.objects.filter(of=case.request, rule=READ_BY_COUNSEL).delete()
    with pytest.raises(ValidationError, match="counsel reads first whether"):
        sends(letter, case.office.by)
    see_to_papers(at=AT)
    assert "counsel_review" in owed(case.request)
    lines = len(entries())
    see_to_papers(at=AT)
    assert len(entries()) == lines
    says_done(case.request, READ_BY_COUNSEL, case.office.by)
    see_to_papers(at=AT)
    assert "counsel_review" not in owed(case.request), "once"
    assert isinstance(case.sends(letter), UUID)


def test_counsels_word_that_says_not_of_which_duty_it_is_counts_for_none(case: Case) -> None:
    shows(case.request, case.town.registrar.by, "ao_110", **GRAND_JURY)
    desk, address = browser(case.office.by), f"/enforcement/{case.request}/done/"
    for seen in ({}, {"seen": ""}, {"seen": str(case.request)}):
        assert desk.post(address, {"rule": READ_BY_COUNSEL, **seen}).status_code == 422
    assert "counsel_review" in owed(case.request)
    assert desk.post(address, shown(case.request, READ_BY_COUNSEL)).status_code == 302
    assert "counsel_review" not in owed(case.request)


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
