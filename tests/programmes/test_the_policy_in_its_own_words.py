"""The text a district has adopted: versioned, each sentence beside the one with the same words or beside none."""

from __future__ import annotations

import textwrap
from datetime import timedelta
from uuid import uuid4

import pytest

from fileroom.law.policy import POLICY
from tests import factories as make
from tests.attacks.browsing import browser, form, words
from tests.conftest import AT

ASKED_AS_WE_DO = "The Superintendent shall knit."


def test_the_policy_as_the_law_has_it_comes_apart_into_its_own_sentences(district: str) -> None:
    from fileroom.programmes.policy.matching import match

    lines = list(match(POLICY.text))
    assert [it.says for it in lines] == [it.says for it in POLICY.sentences]
    assert [it.sentence for it in lines] == list(POLICY.sentences)
    assert [it.heading for it in lines] == [it.heading for it in POLICY.sentences]


@pytest.mark.parametrize("was, became", [(" ", "  "), ("’", "'"), ("(Education Code 49076.7)", ""), (".", ".\n")])
def test_spaces_quotes_and_sources_make_no_other_sentence(was: str, became: str, district: str) -> None:
    from fileroom.programmes.policy.matching import words

    for it in POLICY.sentences:
        assert words(it.says.replace(was, became)) == words(it.says)


def test_another_word_makes_another_sentence_and_it_is_matched_with_none(district: str) -> None:
    from fileroom.programmes.policy.matching import match

    lines = list(match(f"{POLICY.sentences[8].says.replace('shall not', 'may')}\n\n{ASKED_AS_WE_DO}"))
    assert [it.sentence for it in lines] == [None, None]


def test_what_was_adopted_last_is_what_the_page_shows_from_its_day_on(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.policy.adopted import enter_policy, matched, versions

    by = make.staffed("superintendent", "administrator", None).by
    before = make.TODAY - timedelta(days=30)
    enter_policy(uuid4(), POLICY.text, adopted_on=before, by=by, at=AT)
    enter_policy(uuid4(), f"{ASKED_AS_WE_DO}\n{POLICY.sentences[3].says}", adopted_on=make.TODAY, by=by, at=AT)
    assert [it.adopted_on for it in versions(by=by)] == [make.TODAY, before]
    with district_transaction():
        now, then, first = matched(make.TODAY), matched(before), matched(before - timedelta(days=1))
    assert [it.sentence.number if it.sentence else None for it in now.lines] == [None, 4]
    assert len(now.absent) == 21
    assert (len(then.lines), then.absent) == (22, ())
    assert first.adopted is None and len(first.lines) == 22


@pytest.mark.parametrize(
    ("text", "field"),
    [("", "text"), ("A heading", "text"), ("x. " * 40_000, "text"), ("The SSN of Ana is 536-22-1234.", "text")],
)
def test_what_is_no_policy_or_holds_what_is_kept_out_is_not_entered(text: str, field: str, town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.programmes.policy.adopted import enter_policy, versions

    by = make.staffed("superintendent", "administrator", None).by
    with pytest.raises(ValidationError) as told:
        enter_policy(uuid4(), text, adopted_on=make.TODAY, by=by, at=AT)
    assert list(told.value.message_dict) == [field]
    assert versions(by=by) == ()


def test_a_day_to_come_is_refused(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.programmes.policy.adopted import enter_policy

    by = make.staffed("superintendent", "administrator", None).by
    with pytest.raises(ValidationError):
        enter_policy(uuid4(), POLICY.text, adopted_on=make.TODAY + timedelta(days=1), by=by, at=AT)


def test_what_was_entered_wrongly_is_entered_anew_for_the_same_day_and_both_are_kept(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.people.answers import FormUsed
    from fileroom.programmes.policy.adopted import enter_policy, matched, versions

    by, once = make.staffed("superintendent", "administrator", None).by, uuid4()
    enter_policy(once, ASKED_AS_WE_DO, adopted_on=make.TODAY, by=by, at=AT)
    enter_policy(once, ASKED_AS_WE_DO, adopted_on=make.TODAY, by=by, at=AT + timedelta(minutes=1))
    with pytest.raises(FormUsed):
        enter_policy(once, POLICY.text, adopted_on=make.TODAY, by=by, at=AT)
    enter_policy(uuid4(), POLICY.text, adopted_on=make.TODAY, by=by, at=AT + timedelta(minutes=2))
    assert [(len(it.text) > 100, it.stands) for it in versions(by=by)] == [(True, True), (False, False)]
    with district_transaction():
        assert len(matched(make.TODAY).lines) == 22


@pytest.mark.parametrize("width", [40, 66, 90])
def test_a_text_whose_lines_are_broken_anywhere_loses_no_word_and_no_sentence(width: int) -> None:
    from fileroom.programmes.policy.coming_apart import sentences_of

    broken = "\n".join(textwrap.fill(it, width) for it in POLICY.text.splitlines())
    assert sentences_of(broken) == [(it.heading, it.says) for it in POLICY.sentences]


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("See Education Code 49073.1. The Board decides.", ["See Education Code 49073.1.", "The Board decides."]),
        ("As Ed. Code 49076 says. U.S. law helps.", ["As Ed. Code 49076 says.", "U.S. law helps."]),
        ("Shall:\n1. keep it;\n2. burn none\n\nMore follows.", ["Shall: 1. keep it; 2. burn none", "More follows."]),
        ("It knits. (5 CCR 431) It sews.", ["It knits. (5 CCR 431)", "It sews."]),
    ],
)  # fmt: skip
def test_a_sentence_ends_at_its_stop_and_an_abbreviation_or_an_items_number_ends_none(
    text: str, apart: list[str]
) -> None:
    from fileroom.programmes.policy.coming_apart import sentences_of

    assert [says for _, says in sentences_of(text)] == apart


def test_headings_that_follow_each_other_are_kept_and_the_policys_own_title_is_not() -> None:
    from fileroom.programmes.policy.coming_apart import sentences_of

    text = f"{POLICY.title}\n\nStatus: ADOPTED\n\nRevised in May\n\nWe knit.\n\nOf Sewing and Wool\nWe sew."
    assert sentences_of(text) == [("Status: ADOPTED · Revised in May", "We knit."), ("Of Sewing and Wool", "We sew.")]


def test_the_page_shows_how_it_comes_apart_before_anything_is_entered(town: make.Town) -> None:
    from fileroom.programmes.policy.adopted import versions

    by = make.staffed("superintendent", "administrator", None).by
    said = {"text": f"{ASKED_AS_WE_DO} {POLICY.sentences[3].says}", "adopted_on": str(make.TODAY)}
    looked = browser(by).post("/policy/text/", said)
    assert "2 sentences: is this what the Board adopted?" in words(looked.content.decode())
    assert looked.content.decode().count("Not matched") == 1 and versions(by=by) == ()
    assert browser(by).post("/policy/text/", form(**said, looked="yes")).status_code == 302
    assert len(versions(by=by)) == 1
    assert browser(town.teacher.by).post("/policy/text/", said).status_code == 404


def test_it_is_entered_by_the_designated_alone(town: make.Town) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.policy.adopted import enter_policy, versions

    for by in (town.registrar.by, town.principal.by, town.mother.by):
        with pytest.raises(Missing):
            enter_policy(uuid4(), POLICY.text, adopted_on=make.TODAY, by=by, at=AT)
    with pytest.raises(Missing):
        versions(by=town.mother.by)
    assert versions(by=town.teacher.by) == ()


def test_a_district_that_knows_its_policies_by_other_numbers_prints_those(town: make.Town) -> None:
    from fileroom.programmes import publishing
    from fileroom.programmes.regulation.drafting import Installed
    from fileroom.programmes.settings.services import say
    from tests.letters.test_letters import text_of
    from tests.programmes.notices.steps import everything_said
    from tests.programmes.regulation.steps import adopts

    by = make.staffed("superintendent", "administrator", None).by
    pages = browser(by)
    said = form(looked="yes", text=ASKED_AS_WE_DO, adopted_on=make.TODAY.isoformat(), number="Policy")
    assert "Write its number" in words(pages.post("/policy/text/", said).content.decode())
    pages.post("/policy/text/", said | {"number": "1445.1"})
    everything_said(by)
    say(uuid4(), "officers_policy", {"en": "1445"}, by=by, at=AT)
    row = adopts(by, Installed(10, 365, 30))
    (paper,) = publishing.papers([row.id])[row.id]
    printed = " ".join(text_of(publishing.take(paper.code)).split())
    assert "Administrative Regulation 1445.1" in printed and "Board Policy 1445," in printed
    there = ("/policy/", "/regulation/", "/annual-notice/", "/training/", "/notices/settings/")
    shown = [words(pages.get(it).content.decode()) for it in there]
    assert [it for it in shown if "1445.1" not in it] == []
    named = ("Policy 5125: ", "Regulation 5125", "out Board Policy 5125")  # a rule's own source names the model policy
    assert [name for name in named for it in (printed, *shown) if name in it] == []
    assert "Board Policy 1445 " in words(pages.get("/enforcement/steps/").content.decode())


LOOKS = "The Board’s policy is not word for word the program’s"


def owes_a_look(who: make.Staffed) -> bool:
    return LOOKS in words(browser(who.by).get("/owed/").content.decode())


def test_counsel_looks_once_at_each_version_with_words_that_the_program_does_not_know_and_the_paper_says_whether(
    town: make.Town,
) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.policy.adopted import enter_policy
    from fileroom.programmes.policy.counsels_look import looked, see_to, to_look_at
    from tests.disclosure.asking import last_entry

    chief, counsel = make.staffed("chief", "administrator", None), make.staffed("counsel", "counsel", None)
    before = make.TODAY - timedelta(days=30)
    enter_policy(uuid4(), POLICY.text, adopted_on=before, by=chief.by, at=AT)
    assert not owes_a_look(counsel), "word for word"
    version = uuid4()
    enter_policy(version, f"{POLICY.text}\n\n{ASKED_AS_WE_DO}", adopted_on=make.TODAY, by=chief.by, at=AT)
    assert owes_a_look(counsel) and not owes_a_look(chief)
    assert "counsel is to look at it" in words(browser(town.teacher.by).get("/policy/").content.decode())
    for who in (chief, town.teacher, town.mother):
        with pytest.raises(Missing):
            looked(version, by=who.by, at=AT)
    page = browser(counsel.by)
    assert "Counsel has looked at it" in words(page.get("/policy/").content.decode())
    assert page.post(f"/policy/text/{version}/looked/", form()).status_code == 302
    entry = last_entry()
    assert (entry.act.value, entry.actor.role) == ("policy:looked_at", "counsel")
    said = words(page.get("/policy/").content.decode())
    assert "counsel has looked at it" in said and "Counsel has looked at it" not in said
    assert page.post(f"/policy/text/{version}/looked/", form()).status_code == 404
    see_to(at=AT)
    assert not owes_a_look(counsel), "once for each version"
    later = [AT + it * timedelta(minutes=1) for it in (1, 2)]
    enter_policy(uuid4(), POLICY.sentences[3].says, adopted_on=make.TODAY, by=chief.by, at=later[0])
    assert owes_a_look(counsel), "sentences are lacking"
    enter_policy(uuid4(), POLICY.text, adopted_on=make.TODAY, by=chief.by, at=later[1])
    assert not owes_a_look(counsel) and to_look_at(by=counsel.by, at=AT) is None


def test_where_counsel_has_no_account_the_office_asks_counsel_and_of_a_text_of_before_too(town: make.Town) -> None:
    from fileroom.programmes.models import AdoptedPolicy
    from fileroom.programmes.policy.counsels_look import see_to

    chief = make.staffed("chief", "administrator", None)
    make.keep(
        AdoptedPolicy(
            adopted_on=make.TODAY, text=ASKED_AS_WE_DO, entered_at=AT, entered_by=uuid4(), entry=uuid4()
        )
    )  # fmt: skip
    assert not owes_a_look(chief)
    see_to(at=AT)
    assert owes_a_look(chief) and not owes_a_look(town.teacher)
    assert "District counsel has no account here" in words(browser(chief.by).get("/owed/").content.decode())
