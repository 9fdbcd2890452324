"""What must hold of every role that is given, whoever gives it to whom: over all combinations of facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fileroom.law.offices import OFFICES
from fileroom.programmes.accounts.rules import (
    AT_A_SCHOOL,
    CUSTODIAN,
    OF_THE_DISTRICT,
    SAYS,
    SYSTEMS,
    Asked,
    No,
    Yes,
    asks_reason,
    asks_second,
    gives_roles,
    may_agree,
    may_close,
    may_end,
    may_give,
    opens_files,
)

ON = date(2026, 10, 19)
ROLES = sorted(OFFICES.offices)
OPENS = sorted(it for it in ROLES if opens_files(it))


@st.composite
def permitted(draw: st.DrawFn) -> Asked:
    """A role against which nothing stands: a refusal of what a test changes in it is that change's doing."""
    role = draw(st.sampled_from([it for it in ROLES if it != CUSTODIAN]))
    at_school = role not in OF_THE_DISTRICT and (role in AT_A_SCHOOL or draw(st.booleans()))
    from_on = draw(st.dates(ON, ON + timedelta(days=360)))
    last = draw(st.none() | st.dates(from_on, from_on + timedelta(days=900)))
    beside = [] if role == SYSTEMS else OPENS if opens_files(role) else ROLES
    mixed = draw(st.frozensets(st.sampled_from(beside))) if beside else frozenset()
    held = frozenset() if SYSTEMS in mixed and any(map(opens_files, mixed)) else mixed
    return Asked(
        role, at_school, from_on, last, reason=True, oneself=False, holds=held, already=False, closed=False,
        left=False, another=draw(st.booleans()),
    )  # fmt: skip


def _with(it: Asked, fact: str) -> Asked:
    facts: dict[str, Any] = {fact: True}
    return replace(it, **facts)


@given(permitted())
def test_what_stands_against_nothing_is_given_and_waits_where_two_give_it_and_there_is_another(it: Asked) -> None:
    assert may_give(it, on=ON) == Yes(waits=it.another and asks_second(it.role, at_school=it.at_school))
    if gives_roles(it.role, at_school=it.at_school):
        assert may_give(replace(it, another=True), on=ON) == Yes(waits=True)


@given(permitted(), st.sampled_from([("oneself", No.ONESELF), ("closed", No.CLOSED), ("left", No.LEFT),
                                     ("already", No.HELD_ALREADY)]))  # fmt: skip
def test_each_of_these_alone_refuses_it_whatever_else_is_so(it: Asked, fact: tuple[str, No]) -> None:
    name, no = fact
    assert may_give(_with(it, name), on=ON) is no


@given(permitted(), st.sampled_from([CUSTODIAN, "superuser", "", "Registrar"]))
def test_no_word_is_given_that_is_no_role_of_this_page(it: Asked, word: str) -> None:
    assert may_give(replace(it, role=word), on=ON) is No.NO_SUCH_ROLE


@given(permitted(), st.sampled_from(OPENS))
def test_nobody_runs_the_systems_and_opens_a_students_file(it: Asked, opens: str) -> None:
    with_systems = may_give(replace(it, holds=it.holds | {SYSTEMS}), on=ON)
    assert with_systems is No.OPENS_FILES if opens_files(it.role) else isinstance(with_systems, Yes)
    if it.role == SYSTEMS:
        assert may_give(replace(it, holds=frozenset({opens})), on=ON) is No.RUNS_THE_SYSTEM


@given(permitted())
def test_a_reason_is_asked_of_what_opens_whole_files_or_what_is_private_and_of_nothing_else(it: Asked) -> None:
    found = may_give(replace(it, reason=False), on=ON)
    assert found is No.NO_REASON if asks_reason(it.role) else isinstance(found, Yes)


@given(permitted(), st.integers(1, 400))
def test_no_role_is_given_for_days_gone_by_nor_ends_before_it_begins(it: Asked, days: int) -> None:
    assert may_give(replace(it, from_on=ON - timedelta(days=days)), on=ON) is No.DAYS
    assert may_give(replace(it, to_on=it.from_on - timedelta(days=days)), on=ON) is No.DAYS
    assert may_give(replace(it, from_on=ON + timedelta(days=366 + days), to_on=None), on=ON) is No.DAYS


@given(permitted())
def test_a_role_of_the_district_is_of_no_school_and_a_principal_of_one(it: Asked) -> None:
    found = may_give(replace(it, at_school=not it.at_school), on=ON)
    assert found is No.PLACE if it.role in OF_THE_DISTRICT | AT_A_SCHOOL else isinstance(found, Yes)


@given(permitted(), st.sampled_from(["oneself", "closed", "left", "already"]))
def test_a_second_person_is_neither_who_gives_nor_who_gets_and_is_asked_all_of_it_again(it: Asked, name: str) -> None:
    assert may_agree(it, is_giver=False, on=ON) == Yes()
    assert may_agree(it, is_giver=True, on=ON) is No.SECOND_PERSON
    worse = _with(it, name)
    assert may_agree(worse, is_giver=False, on=ON) is may_give(worse, on=ON)


def test_the_last_who_gives_roles_is_neither_ended_nor_closed_and_no_rosters_role_is_ended_here() -> None:
    both = (False, True)
    assert {may_end(from_a_roster=True, gives=it, others=other) for it in both for other in (0, 1, 2)} == {
        No.FROM_A_ROSTER
    }
    assert may_end(from_a_roster=False, gives=True, others=0) is No.LAST
    assert may_end(from_a_roster=False, gives=True, others=1) is No.ONE_ALONE
    assert may_end(from_a_roster=False, gives=True, others=1, oneself=True) == Yes()
    assert may_end(from_a_roster=False, gives=True, others=2) == Yes()
    assert may_end(from_a_roster=False, gives=False, others=0) == Yes()
    assert may_close(oneself=False, gives=True, others=False) is No.LAST
    assert may_close(oneself=True, gives=False, others=True) is No.ONESELF


def test_of_the_table_of_offices_each_role_opens_and_asks_what_this_says() -> None:
    """Told role by role: a new line of law/offices.toml is sorted by a person, not by accident."""
    given_ = [it for it in ROLES if it != CUSTODIAN]
    assert {it for it in given_ if not opens_files(it)} == {"board_clerk", "counsel", SYSTEMS}
    assert {it for it in given_ if not asks_reason(it)} == {"aide", "board_clerk", SYSTEMS, "teacher"}
    assert {it for it in given_ if asks_second(it, at_school=False)} == {
        "administrator", "counsel", "principal", "registrar",
    }  # fmt: skip
    assert not any(asks_second(it, at_school=True) for it in given_)
    assert {it for it in given_ if gives_roles(it, at_school=False)} == {"administrator"}
    assert not any(gives_roles(it, at_school=True) for it in given_)


def test_each_refusal_says_what_to_do_next() -> None:
    assert set(SAYS) == set(No)
    assert all(says.endswith(".") and then.endswith(".") for says, then in SAYS.values())
