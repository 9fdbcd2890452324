"""What must hold of every role that is given, whoever gives it to whom: over all combinations of facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fileroom.law.offices import OFFICES, Serves
from fileroom.programmes.accounts.rules import (
    CUSTODIAN,
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
DAYS = st.dates(ON - timedelta(days=3), ON + timedelta(days=500))
ASKED = st.builds(
    Asked, role=st.sampled_from([*ROLES, "superuser", ""]), at_school=st.booleans(), from_on=DAYS,
    to_on=st.none() | DAYS, reason=st.booleans(), oneself=st.booleans(), holds=st.frozensets(st.sampled_from(ROLES)),
    already=st.booleans(), closed=st.booleans(), left=st.booleans(), another=st.booleans(),
)  # fmt: skip


@given(ASKED)
def test_whoever_is_given_a_role_is_another_and_here_and_it_is_a_role_that_is_given(it: Asked) -> None:
    if isinstance(may_give(it, on=ON), Yes):
        assert not (it.oneself or it.left or it.closed or it.already)
        assert it.role in OFFICES.offices and it.role != CUSTODIAN
        assert it.from_on >= ON and (it.to_on is None or it.to_on >= it.from_on)


@given(ASKED)
def test_nobody_runs_the_systems_and_opens_a_students_file(it: Asked) -> None:
    if isinstance(may_give(it, on=ON), Yes):
        held = it.holds | {it.role}
        if SYSTEMS in held and (it.role == SYSTEMS or opens_files(it.role)):
            assert not any(map(opens_files, held))


@given(ASKED)
def test_what_opens_a_whole_site_or_what_is_private_has_its_reason(it: Asked) -> None:
    if may_give(it, on=ON) == Yes() and not it.reason:
        office = OFFICES.offices[it.role]
        assert office.serves is Serves.LINK and not office.signs and office.kind.value not in ("nurse", "counselor")


@given(ASKED)
def test_what_opens_every_school_waits_for_a_second_person_where_there_is_one(it: Asked) -> None:
    found = may_give(it, on=ON)
    if isinstance(found, Yes):
        assert found.waits is (it.another and asks_second(it.role, at_school=it.at_school))
        if gives_roles(it.role, at_school=it.at_school):
            assert found.waits is it.another


@given(ASKED, st.booleans())
def test_a_second_person_is_neither_who_gives_nor_who_gets_and_is_asked_all_of_it_again(
    it: Asked, is_giver: bool
) -> None:
    found = may_agree(it, is_giver=is_giver, on=ON)
    if isinstance(found, Yes):
        assert not is_giver and not it.oneself and isinstance(may_give(it, on=ON), Yes)


@given(ASKED)
def test_a_reason_more_never_takes_a_role_away(it: Asked) -> None:
    if isinstance(may_give(replace(it, reason=False), on=ON), Yes):
        assert isinstance(may_give(replace(it, reason=True), on=ON), Yes)


def test_the_last_who_gives_roles_is_neither_ended_nor_closed_and_no_rosters_role_is_ended_here() -> None:
    both = (False, True)
    assert {may_end(from_a_roster=True, gives=it, others=other) for it in both for other in both} == {No.FROM_A_ROSTER}
    assert may_end(from_a_roster=False, gives=True, others=False) is No.LAST
    assert may_end(from_a_roster=False, gives=False, others=False) == Yes()
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
