"""Rules and the chapters they stand in."""

from datetime import date

import pytest

from fileroom.law.book import CHAPTERS, RULES
from fileroom.law.facts import Action
from fileroom.law.kernel.citation import Surety
from fileroom.law.kernel.condition import Condition, Shown
from fileroom.law.kernel.rule import GRANTS, Chapter, Effect, Rule
from fileroom.law.vocabulary import action, requester
from tests.each import each
from tests.law.worlds import SOURCE


def test_what_is_merely_shown_brings_a_duty_and_never_a_ban_or_a_grant() -> None:
    chapter, shown = Chapter("fileroom.law.test.subject"), Shown(requester.trained.holds)
    chapter.obliges("log_request", when=shown, says="List it.", cites=SOURCE)
    for write in (chapter.forbids, chapter.compels, chapter.allows, chapter.closes):
        with pytest.raises(ValueError, match="never a ban or a grant"):
            write("name", when=~shown & requester.age.at_least(3), says="No.", cites=SOURCE)


def test_a_rules_address_is_its_file_and_its_name() -> None:
    chapter = Chapter("fileroom.law.test.subject")
    assert chapter.allows("a_name", when=requester.trained.holds, says="Yes.", cites=SOURCE).id == "test.subject.a_name"
    assert Chapter("elsewhere").address == "elsewhere"


def test_a_rule_can_speak_of_no_action_but_those_its_condition_leaves_it() -> None:
    chapter, trained = Chapter("fileroom.law.test.subject"), requester.trained.holds
    seen, copied = action.is_(Action.INSPECT, Action.COPY), action.is_(Action.COPY)

    def actions(when: Condition) -> frozenset[Action] | None:
        return chapter.allows("a_name", when=when, says="Yes.", cites=SOURCE).actions

    assert actions(seen & trained & copied) == frozenset({Action.COPY})
    assert actions((seen & trained) | copied) == frozenset({Action.INSPECT, Action.COPY})
    assert actions(seen & (copied | trained)) == frozenset({Action.INSPECT, Action.COPY})
    assert actions(seen | trained) is actions(trained) is actions(~seen) is None


def test_a_rule_binds_from_its_first_day_until_the_day_it_is_repealed_and_not_on_it() -> None:
    days = {"effective": date(2025, 9, 20), "repealed": date(2027, 1, 1)}
    rule = Rule("test.rule", Effect.ALLOWS, requester.trained.holds, "Yes.", SOURCE, **days)  # type: ignore[arg-type]
    asked = [date(2025, 9, 19), date(2025, 9, 20), date(2026, 12, 31), date(2027, 1, 1)]
    assert [rule.binds(on) for on in asked] == [False, True, True, False]


def test_no_two_rules_share_an_address() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


@each("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_sentence_a_source_and_days(rule: Rule) -> None:
    assert rule.says.endswith(".")
    assert rule.cites.text
    assert rule.cites.key
    assert rule.cites.surety in Surety
    assert rule.effective == rule.cites.effective
    assert rule.duties or rule.effect is not Effect.OBLIGES


@each("chapter", CHAPTERS, ids=lambda chapter: chapter.address)
def test_every_chapter_says_what_it_is_about(chapter: Chapter) -> None:
    assert chapter.subject.endswith(".")
    assert list(chapter)


def test_every_grant_of_a_release_is_claimed_on_some_ground() -> None:
    always = [rule.id for rule in RULES if rule.effect in GRANTS and rule.claimed.words() == "always"]
    assert all(rule.startswith(("collection.", "casework.", "programmes.", "retention.")) for rule in always)
