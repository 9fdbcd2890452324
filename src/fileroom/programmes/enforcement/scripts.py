"""What to say and what to do, read from `scripts.toml` (in Spanish: `scripts_es.toml`): which of it follows from who
asks and what the law said."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from fileroom.law import BY_ID, Decision
from fileroom.law.kernel.decision import Outcome
from fileroom.programmes.enforcement.encounters import Asker, Channel, Encounter


@dataclass(frozen=True)
class Step:
    """One thing to do, and what it rests on. `far`: its words where nobody stands there; empty where it is not done.
    `of_harm`: it is done as long as it may be about harm to a child at home."""

    code: str
    text: str
    far: str
    citation: str
    rule: str
    of_harm: bool


@dataclass(frozen=True)
class Script:
    """The words and the steps, in their order; `call`: offices."""

    code: str
    title: str
    say: str
    say_far: str
    steps: tuple[Step, ...]
    call: tuple[str, ...]

    def words(self, channel: Channel) -> str:
        """What to say, face to face or from afar."""
        return self.say if channel is Channel.IN_PERSON else self.say_far

    def steps_by(self, channel: Channel, *, harm: bool = True) -> tuple[Step, ...]:
        """What to do, face to face or from afar: nobody is asked by letter to wait here. `harm`: it may be about harm
        to a child at home."""
        steps = tuple(it for it in self.steps if harm or not it.of_harm)
        if channel is Channel.IN_PERSON:
            return steps
        return tuple(replace(it, text=it.far) for it in steps if it.far)

    def spoken_in(self, language: str) -> Script:
        """The same script in this language; in English where it is there in none other."""
        return SPANISH[self.code] if language == "es" else SCRIPTS[self.code]


def script_for(said: Encounter, decided: Sequence[Decision]) -> Script:
    """What whoever stands there is told. Where the law says no, no; else a person says, and never the counter."""
    waits = any(it.outcome in (Outcome.NEEDS_MORE, Outcome.MUST) for it in decided)
    if said.strict:
        return SCRIPTS["immigration_wait" if waits else "immigration_no"]
    if said.asker is Asker.POLICE:
        return SCRIPTS["police_wait" if waits else "police_no"]
    return SCRIPTS[said.asker.value]


def strictest() -> Script:
    """What is said and done where nothing is known: on the card of whoever drives a bus, coaches or stands in."""
    return SCRIPTS["immigration_no"]


def _step(code: str, given: Mapping[str, Any]) -> Step:
    rule = given.get("rule", "")
    citation = BY_ID[rule].cites.text if rule else given["cites"]
    return Step(code, given["text"], given.get("far", given["text"]), citation, rule, given.get("of_harm", False))


def _read() -> dict[str, Script]:
    given = tomllib.loads(files(__package__).joinpath("scripts.toml").read_text("utf-8"))
    steps = {code: _step(code, it) for code, it in given["step"].items()}
    return {
        code: Script(
            code, it["title"], it["say"], it["say_far"], tuple(steps[step] for step in it["steps"]), tuple(it["call"])
        )
        for code, it in given["script"].items()
    }


SCRIPTS: Mapping[str, Script] = MappingProxyType(_read())


def _in_words(step: Step, given: Mapping[str, Mapping[str, str]]) -> Step:
    text = given["step"][step.code]
    return replace(step, text=text, far=step.far and given["far"].get(step.code, text))


def _translated() -> dict[str, Script]:
    given = tomllib.loads(files(__package__).joinpath("scripts_es.toml").read_text("utf-8"))
    return {
        code: replace(
            script,
            steps=tuple(_in_words(step, given) for step in script.steps),
            **given["script"][code],
        )
        for code, script in SCRIPTS.items()
    }


SPANISH: Mapping[str, Script] = MappingProxyType(_translated())
