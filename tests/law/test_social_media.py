"""The stages of a program to gather from social media."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fileroom.law import Outcome
from fileroom.law.facts.reading import plain
from fileroom.law.social_media import STAGES, Program, Stage, facts, stage
from tests.law.worlds import ask

NOTICE, MEETING, VOTE, LETTER, START = (date(2026, 8, 3) + timedelta(days=14 * step) for step in range(5))
WHOLE = Program(NOTICE, MEETING, VOTE, LETTER, START, limited_to_safety=True)
TODAY = st.dates(date(2026, 1, 1), date(2026, 3, 1))
DAY = st.none() | TODAY
PROGRAMS = st.builds(
    Program, notice_proposed_on=DAY, comment_held_on=DAY, adopted_on=DAY, parent_notice_sent_on=DAY,
    collecting_from=DAY, limited_to_safety=st.booleans(),
)  # fmt: skip


@pytest.mark.parametrize(
    ("on", "reached"),
    [
        (NOTICE - timedelta(days=1), Stage.DRAFT), (NOTICE, Stage.NOTICE_PROPOSED), (MEETING, Stage.COMMENT_HELD),
        (VOTE, Stage.ADOPTED), (LETTER, Stage.PARENT_NOTICE_SENT), (START, Stage.COLLECTING),
    ],
)  # fmt: skip
def test_each_step_is_reached_on_its_day(on: date, reached: Stage) -> None:
    assert stage(WHOLE, on) is reached


@pytest.mark.parametrize(
    ("program", "reached"),
    [
        (Program(None, MEETING, VOTE), Stage.DRAFT),
        (Program(VOTE, MEETING, VOTE), Stage.NOTICE_PROPOSED),
        (Program(NOTICE, None, VOTE), Stage.NOTICE_PROPOSED),
        (Program(NOTICE, VOTE, MEETING), Stage.COMMENT_HELD),
        (Program(NOTICE, VOTE, VOTE), Stage.ADOPTED),
        (Program(NOTICE, MEETING, VOTE, None, START), Stage.ADOPTED),
    ],
)
def test_a_step_out_of_its_order_does_not_count(program: Program, reached: Stage) -> None:
    assert stage(program, START) is reached


@given(PROGRAMS, TODAY, st.integers(0, 60))
def test_a_program_never_goes_back_a_stage(program: Program, on: date, later: int) -> None:
    assert STAGES.index(stage(program, on)) <= STAGES.index(stage(program, on + timedelta(days=later)))


@given(PROGRAMS, TODAY)
def test_gathering_is_granted_from_adoption_on_and_for_safety_alone(program: Program, on: date) -> None:
    adopted = STAGES.index(stage(program, on)) >= STAGES.index(Stage.ADOPTED)
    decision = ask("monitor", on=on.isoformat(), district={"social_media": plain(facts(program, on))})
    assert decision.granted is (adopted and program.limited_to_safety)
    assert decision.granted or decision.outcome is Outcome.NO
