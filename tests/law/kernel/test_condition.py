"""Conditions: three truths, what could be cured, what is wanting, and how they read."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fileroom.law import Question
from fileroom.law.kernel.condition import Always, Condition, Shown, any_of, join
from fileroom.law.kernel.papers import some, to_show
from fileroom.law.kernel.readings import View
from fileroom.law.vocabulary import choices, district, orders, record, requester, student
from tests.law.worlds import question

WRITTEN = some("consent", curable={"form": "oral"}, form="written")
TRAINED, DESIGNATED = requester.trained.holds, requester.designated.holds
IDENTIFIED = requester.identity.is_("verified", curable=("claimed",))


def q(**changes: Any) -> Question:
    return question("office", **changes)


ATOMS: list[Condition] = [
    TRAINED, DESIGNATED, IDENTIFIED, student.age.at_least(18), student.age.below(16), choices.has("directory_refused"),
    orders.has("rights_terminated"), some("consent", form="written", curable={"form": "oral"}), Always(),
    requester.rights_terminated.holds, to_show("consent", form="written"),
]  # fmt: skip
CONDITIONS = st.recursive(
    st.sampled_from(ATOMS),
    lambda parts: st.one_of(
        st.tuples(parts, parts).map(lambda two: two[0] & two[1]),
        st.tuples(parts, parts).map(lambda two: two[0] | two[1]),
        parts.map(lambda one: ~one),
    ),
    max_leaves=6,
)
SITUATIONS = st.fixed_dictionaries(
    {},
    optional={
        "requester__trained": st.booleans(),
        "requester__designated": st.booleans(),
        "requester__identity": st.sampled_from(["verified", "claimed", "refuted"]),
        "requester__rights_terminated": st.booleans(),
        "student": st.sampled_from([{"age": 15}, {"age": 18}, {"age": 16}]),
        "choices": st.sampled_from([[], ["directory_refused"], ["military_refused"]]),
        "orders": st.sampled_from([[], ["rights_terminated"], ["joint_legal_custody"]]),
        "papers": st.sampled_from(
            [[], [{"kind": "consent"}], [{"kind": "consent", "form": "oral"}], [{"kind": "consent", "form": "written"}]]
        ),
    },
)


@settings(max_examples=300, deadline=None)
@given(CONDITIONS, SITUATIONS)
def test_what_is_true_is_hopeful_and_wants_nothing(condition: Condition, situation: dict[str, Any]) -> None:
    asked = q(**situation)
    truth = condition.truth(asked)
    assert condition.hopeful(asked) or truth is False
    assert (condition.wanting(asked, True) == frozenset()) is (truth is True) or truth is not True
    if truth is True:
        assert condition.wanting(asked, True) == frozenset()
        assert condition.hopeful(asked)
    if truth is False:
        assert condition.wanting(asked, False) == frozenset()


@settings(max_examples=300, deadline=None)
@given(CONDITIONS, SITUATIONS)
def test_what_is_hopeful_can_be_asked_for_and_what_is_open_can_be_dispelled(
    condition: Condition, situation: dict[str, Any]
) -> None:
    asked = q(**situation)
    assert (condition.wanting(asked, True) is not None) is condition.hopeful(asked)
    if condition.truth(asked) is None:
        assert condition.wanting(asked, True)
        assert condition.wanting(asked, False)


@settings(max_examples=200, deadline=None)
@given(CONDITIONS, SITUATIONS)
def test_negation_turns_the_truth_round(condition: Condition, situation: dict[str, Any]) -> None:
    asked = q(**situation)
    truth = condition.truth(asked)
    assert (~condition).truth(asked) is (None if truth is None else not truth)
    assert (~~condition).truth(asked) is truth


def test_a_claim_is_hopeful_but_not_true() -> None:
    asked = q(requester__identity="claimed")
    assert IDENTIFIED.truth(asked) is False
    assert IDENTIFIED.hopeful(asked)
    assert IDENTIFIED.wanting(asked, True) == frozenset({"requester.identity"})
    assert not IDENTIFIED.hopeful(q(requester__identity="refuted"))
    assert IDENTIFIED.wanting(q(requester__identity="refuted"), True) is None


def test_a_conjunction_is_made_true_by_all_its_facts_and_false_by_the_fewest() -> None:
    nothing = q(requester__designated=None)
    both = TRAINED & DESIGNATED
    assert both.wanting(nothing, True) == frozenset({"requester.trained", "requester.designated"})
    assert both.wanting(nothing, False) == frozenset({"requester.trained"})
    either = TRAINED | DESIGNATED
    assert either.wanting(nothing, True) == frozenset({"requester.trained"})
    assert either.wanting(nothing, False) == frozenset({"requester.trained", "requester.designated"})


def test_nobody_is_asked_to_cure_what_only_a_double_denial_would_reward() -> None:
    denied = ~(DESIGNATED & ~WRITTEN)
    asked = q(requester__designated=True, papers=[{"kind": "consent", "form": "oral"}])
    assert WRITTEN.wanting(asked, True) == frozenset({"papers.consent.form"})
    assert denied.truth(asked) is False
    assert not denied.hopeful(asked)
    assert denied.wanting(asked, True) is None


def test_what_is_merely_shown_is_never_unknown() -> None:
    shown = Shown(TRAINED)
    assert shown.truth(q()) is False
    assert shown.truth(q(requester__trained=True)) is True
    assert shown.wanting(q(), True) is None
    assert shown.wanting(q(), False) == frozenset()
    assert shown.words() == "shown that requester.trained"
    assert list(shown.atoms()) == [TRAINED]


def test_always_holds_and_cannot_be_dispelled() -> None:
    assert Always().wanting(q(), False) is None
    assert Always().words() == "always"


def test_conditions_read_as_sentences() -> None:
    condition = any_of(~(TRAINED & ~IDENTIFIED), student.age.below(16), orders.has("rights_terminated"))
    assert condition.words() == (
        "(not (requester.trained and not requester.identity is verified) or not student.age is 16 or more"
        " or orders name rights_terminated)"
    )
    assert requester.trained.is_(False).words() == "requester.trained is false"


@pytest.mark.parametrize(
    ("word", "parts", "code"),
    [
        ("and", ["True", "True"], "True"),
        ("and", ["True", "a"], "a"),
        ("and", ["a", "False"], "False"),
        ("and", ["a", "b"], "(a and b)"),
        ("or", ["False", "False"], "False"),
        ("or", ["a", "False"], "a"),
        ("or", ["a", "True"], "True"),
        ("or", ["a", "b"], "(a or b)"),
    ],
)
def test_code_is_folded_where_a_part_is_decided(word: str, parts: list[str], code: str) -> None:
    assert join(word, "False" if word == "and" else "True", parts) == code


def test_the_bare_condition_is_no_condition() -> None:
    bare = Condition()
    for call in (
        lambda: bare.truth(None),
        lambda: bare.wanting(None, True),
        lambda: bare.code(None, View.CERTAIN),  # type: ignore[arg-type]
        lambda: bare.solver(None, View.CERTAIN),  # type: ignore[arg-type]
        bare.words,
    ):
        with pytest.raises(NotImplementedError):
            call()


NAMED = requester.kind.among(district.directory_recipients)
WITHIN = record.fields.among(district.directory_fields)


@pytest.mark.parametrize(
    ("facts", "truth"),
    [
        ({"requester__kind": "media", "district__directory_recipients": ["media", "pta"]}, True),
        ({"requester__kind": "police", "district__directory_recipients": ["media", "yearbook"]}, False),
        ({"requester__kind": "police", "district__directory_recipients": []}, False),
        ({"requester__kind": None, "district__directory_recipients": ["media"]}, None),
        ({"requester__kind": "media"}, None),
    ],
)
def test_a_value_is_among_those_a_list_names(facts: dict[str, Any], truth: bool | None) -> None:
    assert NAMED.truth(q(**facts)) is truth


@pytest.mark.parametrize(
    ("facts", "truth"),
    [
        ({"record__fields": ["name"], "district__directory_fields": ["name", "awards"]}, True),
        ({"record__fields": ["name", "email"], "district__directory_fields": ["name"]}, False),
        ({"record__fields": [], "district__directory_fields": []}, True),
        ({"record__fields": ["name"]}, None),
        ({"district__directory_fields": ["name"]}, None),
    ],
)
def test_a_list_is_among_another_where_every_one_of_its_values_is(facts: dict[str, Any], truth: bool | None) -> None:
    assert WITHIN.truth(q(**facts)) is truth


def test_what_is_lacking_of_two_lists_is_named() -> None:
    assert WITHIN.wanting(q(), True) == frozenset({"record.fields", "district.directory_fields"})
    assert WITHIN.wanting(q(record__fields=["name"]), True) == frozenset({"district.directory_fields"})
    assert WITHIN.wanting(q(record__fields=["name"], district__directory_fields=[]), True) is None
    assert WITHIN.words() == "every one of record.fields is among district.directory_fields"
    assert NAMED.words() == "requester.kind is among district.directory_recipients"
