"""What is said at a counter rests on the law: each step on a rule or a regulation, each paper on the law's words."""

from __future__ import annotations

from itertools import product

import pytest

from fileroom.hosting.embedded import Urls
from fileroom.law import BY_ID
from fileroom.law.facts import PaperKind
from fileroom.law.unsettled import REGULATION_OF_2018

AGENCYS_OWN = ("i_200", "i_205", "i_138", "i_247a", "i_862", "immigration_court", "sevp_letter", "agency_letter")
COURTS = ("ao_93", "ao_442", "ao_88b", "ao_110", "state_warrant", "state_subpoena", "court_order")


def test_each_step_rests_on_a_rule_of_the_law_or_on_the_regulation(installation: Urls) -> None:
    from fileroom.programmes.enforcement.scripts import SCRIPTS

    steps = [step for script in SCRIPTS.values() for step in script.steps]
    assert len(steps) > 30
    for step in steps:
        assert step.citation == (BY_ID[step.rule].cites.text if step.rule else REGULATION_OF_2018.text), step.code


def test_every_answer_has_a_script_with_words_for_near_and_far(installation: Urls) -> None:
    from fileroom.programmes.enforcement.encounters import Channel
    from fileroom.programmes.enforcement.scripts import SCRIPTS

    for script in SCRIPTS.values():
        assert script.call and all(script.words(channel) for channel in Channel)
        assert script.steps and script.words(Channel.IN_PERSON) != script.words(Channel.TELEPHONE)


@pytest.mark.parametrize("channel", ["telephone", "written"])
def test_nobody_who_is_not_here_is_asked_to_wait_to_leave_a_paper_or_not_to_be_stood_in_the_way_of(
    installation: Urls, channel: str
) -> None:
    from fileroom.programmes.enforcement.encounters import Channel
    from fileroom.programmes.enforcement.scripts import SCRIPTS

    of_a_lobby = ("wait here", "If they go in", "leave it", "open no door", "away from the counter", "Take the paper")
    for script in SCRIPTS.values():
        here, far = script.steps_by(Channel.IN_PERSON), script.steps_by(Channel(channel))
        assert here == script.steps and len(far) > 3
        assert [(script.code, it) for it in of_a_lobby for step in far if it in step.text] == []
        assert {step.code for step in here} - {step.code for step in far} <= {"stay_here", "do_not_impede"}
        spanish = script.spoken_in("es").steps_by(Channel(channel))
        assert [step.code for step in spanish] == [step.code for step in far]
        assert [it for it in ("esperen aquí", "Si entran", "mostrador") for step in spanish if it in step.text] == []


@pytest.mark.parametrize("code", AGENCYS_OWN)
def test_an_agencys_own_form_is_to_the_law_an_agencys(installation: Urls, code: str) -> None:
    from fileroom.law.disclosure.agency_papers import AGENCY_PAPERS
    from fileroom.programmes.enforcement.papers import FORMS, Group

    assert FORMS[code].kind in AGENCY_PAPERS and FORMS[code].group is Group.AGENCY


@pytest.mark.parametrize("code", COURTS)
def test_a_courts_form_is_one_that_counsel_reads(installation: Urls, code: str) -> None:
    from fileroom.law.court_papers import COURT_PAPERS
    from fileroom.programmes.enforcement.papers import FORMS, Group

    assert FORMS[code].kind in COURT_PAPERS and FORMS[code].group is Group.COURT


def test_nothing_seen_on_any_paper_speaks_for_it(installation: Urls) -> None:
    from fileroom.programmes.enforcement.papers import FORMS, Court, Seen, Shown, as_law_sees

    for form, court, judge, signed, matches in product(FORMS, Court, Seen, Seen, Seen):
        for party in (False, True):
            paper = as_law_sees(Shown(form, court, judge, signed, matches), by_a_party=party)
            if paper is not None:
                assert not (paper.signed_by_judge or paper.names_these_records or paper.valid_on or paper.signed)


def test_in_the_hands_of_whoever_serves_papers_a_subpoena_is_a_partys(installation: Urls) -> None:
    from fileroom.programmes.enforcement.papers import Shown, as_law_sees

    kinds = [as_law_sees(Shown("state_subpoena"), by_a_party=party) for party in (True, False)]
    assert [it.kind for it in kinds if it] == [PaperKind.CIVIL_SUBPOENA, PaperKind.JUDICIAL_SUBPOENA]


def test_the_course_tells_whom_to_call_first_as_the_card_does() -> None:
    from fileroom.programmes.enforcement.scripts import SCRIPTS, strictest
    from fileroom.programmes.training.courses import COURSES

    first = strictest().steps[0].text
    says = [text for page in COURSES["enforcement"].pages for text in page.says]
    assert first == "Call the Superintendent’s office now, before anything else."
    assert any("Call the Superintendent’s office now, before anything else" in text for text in says)
    assert SCRIPTS["immigration_no"].call[0] == "superintendent"


@pytest.mark.parametrize("code", ["immigration_no", "immigration_wait", "police_no", "police_wait"])
def test_a_child_who_is_left_is_fetched_by_the_emergency_card_as_families_are_promised(
    installation: Urls, code: str
) -> None:
    from fileroom.programmes.enforcement.scripts import SCRIPTS, SPANISH

    (step,) = (it for it in SCRIPTS[code].steps if it.citation == "Ed. Code 234.7(d)")
    assert "everybody on the emergency card" in step.text and "before child protective services" in step.text
    assert any("tarjeta de emergencia" in it.text for it in SPANISH[code].steps)


def test_a_sketch_shows_what_its_words_say_and_a_court_s_looks_unlike_an_agency_s(installation: Urls) -> None:
    from fileroom.programmes.enforcement.papers import FORMS

    assert {code for code, it in FORMS.items() if it.drawn is None} == {"nothing"}
    drawn = {code: it.drawn for code, it in FORMS.items() if it.drawn}
    for code in COURTS:
        head = " ".join(drawn[code].head)
        assert "Court" in head and "Department" not in head, code
    for code in AGENCYS_OWN:
        told = drawn[code]
        assert "District Court" not in " ".join(told.head) and "Judge’s" not in told.signer, code
    for code, it in drawn.items():
        assert it.corner.removeprefix("Form ") in FORMS[code].title + FORMS[code].looks + "SUBP-010", code
