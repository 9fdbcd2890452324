"""Where a program stands: a table of values. Each step is taken once, in this order, and none on a day before the last.

Whether anything may be gathered then is the law's to say (law.social_media, law.programmes.social_media).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from fileroom.law import social_media as law
from fileroom.law.facts import SocialMedia
from fileroom.law.social_media import Program
from fileroom.programmes.models import SocialMediaProgram, SocialMediaStep


class Reason(StrEnum):
    """What directly pertains to safety: the closed list. There is no "other"."""

    EXPLOITATION = "exploitation"
    HARASSMENT = "harassment"
    SELF_HARM = "self_harm"
    THREAT = "threat"
    VIOLENCE = "violence"
    WEAPON = "weapon"


class State(StrEnum):
    """Where a program stands. Before it is proposed there is none."""

    PROPOSED = "proposed"
    FAMILIES_TOLD = "families_told"
    HEARD = "heard"
    ADOPTED = "adopted"
    RUNNING = "running"
    ENDED = "ended"


class Verb(StrEnum):
    """A step: the Board adopts, the Superintendent or a designee does the rest and enters each with its paper."""

    TELL_FAMILIES = "tell_families"
    HEAR = "hear"
    ADOPT = "adopt"
    BEGIN = "begin"
    END = "end"


NEXT: Mapping[tuple[State, Verb], State] = MappingProxyType(
    {
        (State.PROPOSED, Verb.TELL_FAMILIES): State.FAMILIES_TOLD,
        (State.FAMILIES_TOLD, Verb.HEAR): State.HEARD,
        (State.HEARD, Verb.ADOPT): State.ADOPTED,
        (State.ADOPTED, Verb.BEGIN): State.RUNNING,
        (State.PROPOSED, Verb.END): State.ENDED,
        (State.FAMILIES_TOLD, Verb.END): State.ENDED,
        (State.HEARD, Verb.END): State.ENDED,
        (State.ADOPTED, Verb.END): State.ENDED,
        (State.RUNNING, Verb.END): State.ENDED,
    }
)


def state_of(steps: Iterable[Verb]) -> State:
    """Where these steps have led, in whatever order they come. KeyError where one is lacking in between."""
    state, left = State.PROPOSED, set(steps)
    for verb in Verb:
        if verb in left:
            state = NEXT[state, verb]
    return state


def verbs_of(state: State) -> tuple[Verb, ...]:
    """What may be done next."""
    return tuple(verb for verb in Verb if (state, verb) in NEXT)


def days_of(program: SocialMediaProgram) -> dict[Verb, date]:
    """The day of each step that was taken."""
    return {Verb(it.step): it.taken_on for it in SocialMediaStep.objects.filter(program=program)}


def gathers() -> bool:
    """Has the Board adopted a program that is not ended, whether it has begun or not? Joins an open transaction."""
    program = SocialMediaProgram.objects.filter(ended_at=None).first()
    return program is not None and state_of(days_of(program)) in (State.ADOPTED, State.RUNNING)


def as_law(days: Mapping[Verb, date], reasons: Iterable[str]) -> Program:
    """The program in the law's words. It is limited to safety where all it may gather for is of the closed list."""
    asked = set(reasons)
    return Program(
        notice_proposed_on=days.get(Verb.TELL_FAMILIES),
        comment_held_on=days.get(Verb.HEAR),
        adopted_on=days.get(Verb.ADOPT),
        parent_notice_sent_on=days.get(Verb.BEGIN),
        collecting_from=days.get(Verb.BEGIN),
        limited_to_safety=bool(asked) and asked <= set(Reason),
    )


def facts_of(program: SocialMediaProgram | None, on: date) -> SocialMedia:
    """What the rules are told on this day. Of a program that was ended, and where there is none: nothing was done."""
    if program is None or program.ended_at is not None:
        return law.facts(Program(), on)
    return law.facts(as_law(days_of(program), program.reasons), on)
