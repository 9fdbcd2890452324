"""The text a district has adopted: versioned, each sentence beside the one with the same words or beside none."""

from __future__ import annotations

from datetime import timedelta

import pytest

from fileroom.law.policy import POLICY
from tests import factories as make
from tests.conftest import AT

ASKED_AS_WE_DO = "The Superintendent shall knit."


def test_the_policy_as_the_law_has_it_comes_apart_into_its_own_sentences(district: str) -> None:
    from fileroom.programmes.policy.adopted import match

    lines = list(match(POLICY.text))
    assert [it.says for it in lines] == [it.says for it in POLICY.sentences]
    assert [it.sentence for it in lines] == list(POLICY.sentences)
    assert [it.heading for it in lines] == [it.heading for it in POLICY.sentences]


@pytest.mark.parametrize("was, became", [(" ", "  "), ("’", "'"), ("(Education Code 49076.7)", ""), (".", ".\n")])
def test_spaces_quotes_and_sources_make_no_other_sentence(was: str, became: str, district: str) -> None:
    from fileroom.programmes.policy.adopted import words

    for it in POLICY.sentences:
        assert words(it.says.replace(was, became)) == words(it.says)


def test_another_word_makes_another_sentence_and_it_is_matched_with_none(district: str) -> None:
    from fileroom.programmes.policy.adopted import match

    lines = list(match(f"{POLICY.sentences[8].says.replace('shall not', 'may')}\n\n{ASKED_AS_WE_DO}"))
    assert [it.sentence for it in lines] == [None, None]


def test_what_was_adopted_last_is_what_the_page_shows_from_its_day_on(town: make.Town) -> None:
    from fileroom.hosting import district_transaction
    from fileroom.programmes.policy.adopted import enter_policy, matched, versions

    by = make.staffed("superintendent", "administrator", None).by
    before = make.TODAY - timedelta(days=30)
    enter_policy(POLICY.text, adopted_on=before, by=by, at=AT)
    enter_policy(f"{ASKED_AS_WE_DO}\n{POLICY.sentences[3].says}", adopted_on=make.TODAY, by=by, at=AT)
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
        enter_policy(text, adopted_on=make.TODAY, by=by, at=AT)
    assert list(told.value.message_dict) == [field]
    assert versions(by=by) == ()


def test_a_day_to_come_and_a_day_that_has_its_text_are_refused(town: make.Town) -> None:
    from django.core.exceptions import ValidationError

    from fileroom.programmes.policy.adopted import enter_policy

    by = make.staffed("superintendent", "administrator", None).by
    enter_policy(POLICY.text, adopted_on=make.TODAY, by=by, at=AT)
    for on in (make.TODAY, make.TODAY + timedelta(days=1)):
        with pytest.raises(ValidationError):
            enter_policy(POLICY.text, adopted_on=on, by=by, at=AT)


def test_it_is_entered_by_the_designated_alone(town: make.Town) -> None:
    from fileroom.people.answers import Missing
    from fileroom.programmes.policy.adopted import enter_policy, versions

    for by in (town.registrar.by, town.principal.by, town.mother.by):
        with pytest.raises(Missing):
            enter_policy(POLICY.text, adopted_on=make.TODAY, by=by, at=AT)
    with pytest.raises(Missing):
        versions(by=town.mother.by)
    assert versions(by=town.teacher.by) == ()
