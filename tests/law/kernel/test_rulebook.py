"""The judge: bans outrank, unknown bans stop, two keys, claims, fewest questions, limits, duties, dates."""

import dataclasses
import subprocess
import sys
from datetime import date
from typing import Any

from hypothesis import given, settings

from fileroom.law import Duty, Outcome, Question, decide, digest
from fileroom.law.book import BOOK, rulebook
from fileroom.law.kernel.condition import Always
from fileroom.law.kernel.rule import Effect, Key, Rule, Upon
from fileroom.law.vocabulary import other, purpose, requester
from tests.law.worlds import (
    ALL_ELSE_PERMITTED,
    FACTS,
    OPEN_EVERY_WEEKDAY,
    SOURCE,
    ask,
    because,
    missing,
    question,
    questions,
)

TRAINED, DESIGNATED, ON_LIST = requester.trained.holds, requester.designated.holds, requester.on_agency_list.holds


def grant(name: str, when: Any, **more: Any) -> Rule:
    return Rule(
        f"test.{name}", more.pop("effect", Effect.ALLOWS), when, f"{name}.", SOURCE, **{"key": Key.BOTH, **more}
    )


def ban(name: str, when: Any, **more: Any) -> Rule:
    return Rule(f"test.{name}", Effect.FORBIDS, when, f"{name}.", SOURCE, **more)


def answer(*rules: Rule, **changes: Any) -> Any:
    return rulebook(rules).decide(question("parent", **changes), OPEN_EVERY_WEEKDAY)


def test_a_ban_outranks_a_grant_that_compels() -> None:
    right = grant("right", Always(), effect=Effect.COMPELS)
    assert answer(right).outcome is Outcome.MUST
    assert answer(right, ban("never", Always())).outcome is Outcome.NO


def test_a_ban_that_may_apply_stops_a_sure_grant_and_asks_for_its_fact() -> None:
    decision = answer(ALL_ELSE_PERMITTED, ban("trained", TRAINED))
    assert decision.outcome is Outcome.NEEDS_MORE
    assert missing(decision) == ["requester.trained"]
    assert because(decision) == ["unsafe.everything", "test.trained"]


def test_a_release_needs_both_keys_and_another_act_one() -> None:
    state = grant("state", Always(), key=Key.STATE)
    federal = grant("federal", Always(), key=Key.FEDERAL)
    assert answer(state).outcome is Outcome.NO
    assert answer(federal).outcome is Outcome.NO
    assert answer(state, federal).outcome is Outcome.MAY
    assert answer(state, action="survey").outcome is Outcome.MAY


def test_a_right_in_one_law_and_a_permission_in_the_other_is_a_must() -> None:
    state = grant("state", Always(), key=Key.STATE, effect=Effect.COMPELS)
    federal = grant("federal", Always(), key=Key.FEDERAL)
    decision = answer(federal, state)
    assert decision.outcome is Outcome.MUST
    assert because(decision) == ["test.state", "test.federal"]
    assert decision.says == "state."


def test_needs_more_is_offered_only_on_a_ground_that_is_claimed() -> None:
    unclaimed = grant("unclaimed", TRAINED, claimed=DESIGNATED)
    assert answer(unclaimed).outcome is Outcome.NO
    assert answer(unclaimed, requester__designated=True).outcome is Outcome.NEEDS_MORE
    assert answer(unclaimed, requester__designated=True, requester__trained=False).outcome is Outcome.NO


def test_of_several_hopes_the_one_that_asks_for_least_is_offered() -> None:
    much = grant("much", TRAINED & DESIGNATED & ON_LIST)
    little = grant("little", DESIGNATED)
    decision = answer(much, little)
    assert missing(decision) == ["requester.designated"]
    assert because(decision) == ["test.little"]


def test_both_keys_are_asked_for_together_where_one_fact_turns_both() -> None:
    state = [grant("state one", TRAINED, key=Key.STATE), grant("state two", DESIGNATED, key=Key.STATE)]
    federal = grant("federal", DESIGNATED, key=Key.FEDERAL)
    assert missing(answer(*state, federal)) == ["requester.designated"]


def test_where_nothing_grants_and_no_rule_closes_the_answer_still_says_so() -> None:
    decision = answer()
    assert (decision.outcome, decision.because, decision.says) == (Outcome.NO, (), "No rule grants this.")


def test_duties_follow_a_grant_a_refusal_or_either() -> None:
    def duty(name: str, upon: Upon) -> Rule:
        return Rule(
            f"test.{name}",
            Effect.OBLIGES,
            Always(),
            name,
            SOURCE,
            upon=upon,
            duties=(Duty(name, "T1", name),),
            limits=(name,),
        )

    duties = [duty(upon.value, upon) for upon in Upon]
    granted = answer(ALL_ELSE_PERMITTED, *duties)
    refused = answer(*duties)
    assert [item.code for item in granted.duties] == ["always", "grant"]
    assert granted.limits == ("always", "grant")
    assert [item.code for item in refused.duties] == ["always", "no_grant"]
    assert refused.limits == ()


def test_a_duty_that_comes_first_is_owed_until_the_facts_show_it_done() -> None:
    duties = (Duty("first", "T1", "First.", before=True), Duty("then", "T1", "Then."))
    asks = grant("asks", Always(), duties=duties, met=TRAINED)
    codes = [[duty.code for duty in answer(asks, requester__trained=it).first] for it in (True, False, None)]
    assert codes == [[], ["first"], ["first"]]
    assert [duty.code for duty in answer(grant("asks", Always(), duties=duties)).first] == ["first"]


def test_a_refusal_owes_nothing_first_for_what_it_did_not_grant() -> None:
    asks = grant("asks", TRAINED, duties=(Duty("first", "T1", "First.", before=True),))
    assert answer(asks, requester__trained=False).first == ()


def test_the_earliest_of_several_clocks_is_the_deadline_and_a_refusal_has_none() -> None:
    slow = grant("slow", Always(), clock="challenge_meeting")
    quick = grant("quick", Always(), clock="parent_inspection")
    deadline = answer(slow, quick).deadline
    assert deadline is not None
    assert deadline.on == date(2026, 10, 26)
    assert answer(slow, ban("never", Always())).deadline is None


def test_a_silent_ban_that_is_only_possible_is_silent_already() -> None:
    assert answer(ALL_ELSE_PERMITTED, ban("quiet", TRAINED, silent=True)).silent
    assert not answer(ALL_ELSE_PERMITTED, ban("loud", TRAINED)).silent
    assert not answer(ALL_ELSE_PERMITTED, ban("quiet", TRAINED, silent=True), requester__trained=False).silent


def test_a_rule_binds_from_its_first_day_to_the_day_before_its_repeal() -> None:
    rule = grant("dated", Always(), effective=date(2026, 1, 1), repealed=date(2027, 1, 1))
    outcomes = [answer(rule, on=on).granted for on in ("2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01")]
    assert outcomes == [False, True, True, False]


def test_the_digest_changes_with_every_part_of_a_rule() -> None:
    rule = grant("one", TRAINED)
    digests = {
        rulebook((changed,)).digest()
        for changed in (
            rule,
            dataclasses.replace(rule, says="Another."),
            dataclasses.replace(rule, when=~TRAINED),
            dataclasses.replace(rule, effective=date(2026, 1, 1)),
            dataclasses.replace(rule, key=Key.STATE),
            dataclasses.replace(rule, repealed=date(2027, 1, 1)),
            dataclasses.replace(rule, claimed=DESIGNATED),
            dataclasses.replace(rule, met=DESIGNATED),
            dataclasses.replace(rule, known=DESIGNATED),
            dataclasses.replace(rule, duties=(Duty("first", "T1", "First."),)),
            dataclasses.replace(rule, duties=(Duty("first", "T1", "First.", before=True),)),
        )
    }
    assert len(digests) == 11
    assert rulebook((rule,)).digest("figures") != rulebook((rule,)).digest()


def test_the_digest_of_the_law_is_the_same_in_every_process() -> None:
    code = f"import sys; sys.path[:0] = {sys.path!r}; import fileroom.law; print(fileroom.law.digest())"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == digest()


@settings(max_examples=300, deadline=None)
@given(questions(), questions())
def test_what_is_granted_or_banned_stays_so_when_more_becomes_known(
    asked: dict[str, Any], more: dict[str, Any]
) -> None:
    decision = decide(Question.from_json(asked), OPEN_EVERY_WEEKDAY)
    fuller = decide(Question.from_json(learned(asked, more)), OPEN_EVERY_WEEKDAY)
    if decision.granted:
        assert fuller.granted
    if any(item.effect == "forbids" for item in decision.because) and decision.outcome is Outcome.NO:
        assert fuller.outcome is Outcome.NO


def learned(asked: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    """What was asked, with the facts of another question where nothing was known. Flags and lists stay as they are."""
    made = {**asked}
    for group in ("requester", "other"):
        made[group] = {**more.get(group, {}), **asked.get(group, {})}
    if purpose.read(Question.from_json(made)) is None:  # of taking in, what it is for follows where nobody says it
        made["purpose"] = more.get("purpose")
    return made


@settings(max_examples=300, deadline=None)
@given(questions())
def test_needs_more_always_names_what_is_missing_and_a_grant_or_a_no_never_does(asked: dict[str, Any]) -> None:
    decision = decide(Question.from_json(asked), OPEN_EVERY_WEEKDAY)
    assert bool(decision.missing) is (decision.outcome is Outcome.NEEDS_MORE)
    for item in decision.missing:
        path = item.fact.split(".")
        assert item.ask
        assert item.fact in FACTS or item.fact == "papers" or path[0] == "papers"
    assert len({item.fact for item in decision.missing}) == len(decision.missing)


@settings(max_examples=200, deadline=None)
@given(questions())
def test_a_fact_unknown_in_a_ban_never_ends_in_a_grant(asked: dict[str, Any]) -> None:
    q = Question.from_json(asked)
    for rule in BOOK.live(q.on):
        if rule.effect is Effect.FORBIDS and rule.when.truth(q) is not False:
            decision = rulebook((ALL_ELSE_PERMITTED, rule)).decide(q, OPEN_EVERY_WEEKDAY)
            assert not decision.granted


def test_forgetting_any_fact_of_a_refused_question_never_grants_it() -> None:
    refused = [
        question("officer"),
        question("officer", requester__kind="parent", requester__relationship="verified"),
        question("parent", orders=["records_order_6323_5"], requester__restrained_from_records=True),
        question("collect", record__kind="ssn"),
        question("destroy", record__kind="transcript"),
        question("parent", purpose="immigration_enforcement"),
        question("parent", requester__kind="caregiver", purpose="immigration_enforcement"),
    ]
    for q in refused:
        assert decide(q, OPEN_EVERY_WEEKDAY).outcome is Outcome.NO
        for path, term in FACTS.items():
            if (path, q.requester.kind, q.action) != ("purpose", "parent", q.action):
                assert not decide(forgetting(q, path, term.default), OPEN_EVERY_WEEKDAY).granted, path


def test_a_family_that_looks_owes_no_reason_so_its_silence_on_one_forgets_nothing() -> None:
    """No law lets a family be asked what it looks for; what it says of its own accord is heard all the same."""
    silent = {"purpose": None}
    for base in ("parent", "student", "log"):
        for action in ("inspect", "copy", "disclose", "view_log"):
            assert ask(base, action=action, **silent).outcome is ask(base, action=action).outcome
    assert ask("parent", purpose="immigration_enforcement").outcome is Outcome.NO
    assert ask("parent", other__assists_immigration_enforcement=True, **silent).outcome is Outcome.NO
    assert ask("parent", action="transfer", **silent).missing
    for kind in ("immigration_officer", "attorney", "caregiver", "stepparent", "teacher"):
        assert not ask("parent", requester__kind=kind, **silent).granted


def forgetting(q: Question, path: str, default: Any) -> Question:
    """The question with one fact as if nobody had said it."""
    *groups, name = path.split(".")
    group: Any = q
    for part in groups:
        group = getattr(group, part)
    changed = dataclasses.replace(group, **{"class_" if name == "class" else name: default})
    for depth in range(len(groups), 0, -1):
        outer: Any = q
        for part in groups[: depth - 1]:
            outer = getattr(outer, part)
        changed = dataclasses.replace(outer, **{groups[depth - 1]: changed})
    asked: Question = changed
    return asked


def test_a_family_is_never_asked_for_more_than_decides() -> None:
    assert missing(ask("parent", requester__identity="claimed")) == ["requester.identity"]
    assert missing(ask("parent", requester__identity=None, requester__relationship="claimed")) == [
        "requester.identity",
        "requester.relationship",
    ]
    assert missing(ask("parent", purpose=None, orders=None)) == ["orders"]
    assert missing(ask("parent", orders=None)) == ["orders"]


def test_the_names_of_terms_are_checked_when_a_rule_is_written() -> None:
    assert purpose.is_("inspection").words() == "purpose is inspection"
    assert other.counsel_cleared.holds.words() == "other.counsel_cleared"


def test_a_closing_sentence_may_be_silent_and_is_not_where_something_grants() -> None:
    quiet = Rule("test.quiet", Effect.CLOSES, Always(), "Quiet.", SOURCE, silent=True)
    assert answer(quiet).silent
    assert answer(quiet).says == "Quiet."
    assert not answer(quiet, ALL_ELSE_PERMITTED).silent
