"""The judge. Bans outrank grants; an unknown fact in a ban never ends in a grant; where nothing grants, no.

A release needs two keys, state law and federal law; other acts need one grant. "Needs more" is offered only on a
ground that is claimed and can still be reached, and names the fewest facts that decide.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple, Protocol

from fileroom.law.kernel.compiled import Compiled
from fileroom.law.kernel.condition import NOTHING
from fileroom.law.kernel.decision import Deadline, Decision, Duty, Missing, Outcome
from fileroom.law.kernel.doubting import Doubt
from fileroom.law.kernel.limiting import limits_of
from fileroom.law.kernel.rule import Effect, Key, Rule, Upon
from fileroom.law.kernel.weighing import Interpreter, Weighed


class Weigher(Protocol):
    """What weighs a question: generated code, or the naive interpreter."""

    def weigh(self, q: Any) -> Weighed: ...

    def hopes(self, q: Any) -> list[Rule]: ...

    def closing(self, q: Any) -> Rule | None: ...


Due = Callable[[str, Any, Any], Deadline]
Chosen = list[tuple[Rule, frozenset[str]]]
GRANTED = (Outcome.MUST, Outcome.MAY)
NO_DOUBTS: frozenset[str] = frozenset()
KEPT = 400  # compiled functions held at a time: some 50 actions under a few sets of doubts
MOST_KNOWN = 5_000  # answers kept; a district's questions bring some hundreds


class Ground(NamedTuple):
    """What decides: the rules named in the answer, of a grant those that decide for each key, what is missing."""

    outcome: Outcome
    because: tuple[Rule, ...]
    by_key: tuple[tuple[Rule, ...], ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def clocks(self) -> tuple[str, ...]:
        """What the day counts by on which it is due, where a grant or the hope of one is there."""
        return tuple([rule.clock for rule in self.because if rule.clock]) if self.by_key else ()


class Answer(NamedTuple):
    """A decision without its day, and the clocks that give the day."""

    decision: Decision
    clocks: tuple[str, ...]


class Rulebook:
    """All rules of all days. `due` gives a clock's deadline for a question and a calendar; `ask` the sentence
    that asks for a fact; `releases` are the actions that need both keys; `doubt` is how a rule is doubted;
    `scope` the limit that a court's order sets."""

    def __init__(
        self,
        rules: Iterable[Rule],
        *,
        releases: frozenset[Any],
        due: Due,
        ask: Callable[[str], str],
        doubt: Doubt | None = None,
        scope: str = "",
    ) -> None:
        self.rules = tuple(rules)
        self.releases = releases
        self.due = due
        self.ask = ask
        self.turns = sorted({turn for rule in self.rules for turn in (rule.effective, rule.repealed) if turn})
        self._asks: dict[tuple[str, str], Missing] = {}
        self.doubt = doubt
        self.scope = scope
        self.newest = max((it for rule in self.rules for it in (rule.release, rule.until_release) if it), default=1)
        self._compiled: dict[tuple[Any, int, int, frozenset[str]], Compiled] = {}
        self._settled: dict[tuple[Any, ...], Answer] = {}
        self._live: dict[tuple[int, int], list[Rule]] = {}

    def live(self, on: date, release: int | None = None, doubted: frozenset[str] = NO_DOUBTS) -> list[Rule]:
        """The rules in force on this day in the book of this release (None: the newest), some of them doubted."""
        at = self.newest if release is None else min(release, self.newest)
        span = (bisect_right(self.turns, on), at)  # from one turn to the next the same rules bind
        if span not in self._live:
            self._live[span] = [rule for rule in self.rules if rule.binds(on) and rule.came(at)]
        there = self._live[span]
        if not doubted:
            return list(there)
        assert self.doubt is not None, "this book was not told how to doubt"
        return [self.doubt.cast(rule) if rule.id in doubted else rule for rule in there]

    def decide(
        self, q: Any, calendar: Any, release: int | None = None, doubted: frozenset[str] = NO_DOUBTS
    ) -> Decision:
        """The answer of the compiled rules. `doubted`: ids of rules that alone decide nothing before counsel looks."""
        weigher = self.compiled(q, release, doubted)
        weighed = weigher.weigh(q)
        # All that an answer hangs on but for its day and, where nothing is granted, its ground.
        done = tuple([rule.met.truth(q) for rule in (*weighed.sure, *weighed.obliged) if rule.met is not None])
        done += tuple([rule.unread(q) for rule in weighed.obliged if rule.known is not None])
        told = (done, q.action in self.releases, calendar.name, *map(tuple, weighed))
        answer = self._settled.get(told) or self._first_told(told, q, weigher, weighed, calendar)
        return self._told(self._dated(answer, q, calendar), doubted)

    def compiled(self, q: Any, release: int | None = None, doubted: frozenset[str] = NO_DOUBTS) -> Compiled:
        """The rules of this question's day and action, compiled the first time they are asked for."""
        at = self.newest if release is None else min(release, self.newest)
        span = (q.action, bisect_right(self.turns, q.on), at, doubted)
        weigher = self._compiled.get(span)
        if weigher is None:
            if len(self._compiled) >= KEPT:
                self._compiled.clear()
            weigher = self._compiled[span] = Compiled(self.live(q.on, at, doubted), q.action)
        return weigher

    def _first_told(self, told: tuple[Any, ...], q: Any, weigher: Weigher, weighed: Weighed, calendar: Any) -> Answer:
        """The answer, kept for the next question on which the same rules speak: they settle a ban and a grant. Else
        the same ground must be found again, and what is kept is the answer that it makes."""
        ground = self._ground(q, weigher, weighed)
        settled = weighed.banned or ground.outcome in GRANTED
        key = told if settled else (*told, ground)
        answer = self._settled.get(key)
        if answer is None:
            if len(self._settled) >= MOST_KNOWN:
                self._settled.clear()
            answer = self._settled[key] = Answer(self._decision(q, calendar, weighed, ground), ground.clocks)
        return answer

    def interpret(
        self, q: Any, calendar: Any, release: int | None = None, doubted: frozenset[str] = NO_DOUBTS
    ) -> Decision:
        """The same answer from the naive interpreter."""
        interpreter = Interpreter(self.live(q.on, release, doubted))
        return self._told(self.judge(q, interpreter, interpreter.weigh(q), calendar), doubted)

    def _told(self, decision: Decision, doubted: frozenset[str]) -> Decision:
        return self.doubt.told(decision, doubted) if doubted and self.doubt else decision

    def digest(self, more: object = None) -> str:
        """SHA-256 of the whole book in canonical form, and of `more`."""
        whole = {"rules": [rule.canonical() for rule in self.rules], "more": more}
        return hashlib.sha256(json.dumps(whole, sort_keys=True, default=str).encode()).hexdigest()

    def keys(self, action: Any) -> tuple[Key, ...]:
        """The keys this action needs."""
        return (Key.STATE, Key.FEDERAL) if action in self.releases else (Key.STATE,)

    def judge(self, q: Any, weigher: Weigher, weighed: Weighed, calendar: Any) -> Decision:
        """The answer, once it is weighed which rules speak."""
        ground = self._ground(q, weigher, weighed)
        return self._dated(Answer(self._decision(q, calendar, weighed, ground), ground.clocks), q, calendar)

    def _ground(self, q: Any, weigher: Weigher, weighed: Weighed) -> Ground:
        if weighed.banned:
            return Ground(Outcome.NO, tuple(weighed.banned))
        sure = [[rule for rule in weighed.sure if rule.turns(key)] for key in self.keys(q.action)]
        doubts = [*weighed.doubts, *(rule for rule in weighed.obliged if rule.unread(q))]
        if all(sure) and not doubts:
            strongest = [_strongest(rules) for rules in sure]
            because = _ordered(itertools.chain(*strongest))
            outcome = Outcome.MUST if because[0].effect is Effect.COMPELS else Outcome.MAY
            return Ground(outcome, because, tuple(strongest))
        chosen = self._choose(q, weigher, sure)
        if chosen is None:
            closing = weigher.closing(q)
            return Ground(Outcome.NO, (closing,) if closing else ())
        grants = [rule for rule, _ in chosen]
        # What is asked for in silence is asked under the law of the claim: the ban's own would tell of it.
        asked = [(grants[0] if rule.silent else rule, rule.unsettled(q)) for rule in doubts]
        wanted = [*chosen, *asked]
        because = (*_ordered(grants), *doubts)
        return Ground(Outcome.NEEDS_MORE, because, tuple([(rule,) for rule in grants]), self._missing(wanted))

    def _choose(self, q: Any, weigher: Weigher, sure: list[list[Rule]]) -> Chosen | None:
        """For each key a grant that is sure, or the hope that asks for least; None where a key has neither."""
        stand = set(itertools.chain(*sure))
        hopes = [rule for rule in weigher.hopes(q) if rule not in stand]
        able = [
            _ordered(granted)[:1] or [rule for rule in hopes if rule.turns(key)]
            for key, granted in zip(self.keys(q.action), sure, strict=True)
        ]
        if not all(able):
            return None
        wants = dict.fromkeys(itertools.chain(*able), NOTHING)
        wants |= {rule: rule.when.wanting(q, True) or NOTHING for rule in hopes if rule in wants}
        best = min(itertools.product(*able), key=lambda way: len(NOTHING.union(*(wants[rule] for rule in way))))
        return [(rule, wants[rule]) for rule in best]

    def _missing(self, wanted: Chosen) -> tuple[Missing, ...]:
        named: dict[str, Missing] = {}
        for rule, facts in wanted:
            for fact in sorted(facts):
                named.setdefault(fact, self._asked(fact, rule.cites.text))
        return tuple(named.values())

    def _asked(self, fact: str, citation: str) -> Missing:
        known = self._asks.get((fact, citation))
        if known is None:
            known = self._asks[fact, citation] = Missing(fact, self.ask(fact), citation)
        return known

    def _dated(self, answer: Answer, q: Any, calendar: Any) -> Decision:
        """The decision, due on the earliest day its clocks give."""
        if not answer.clocks:
            return answer.decision
        dues = [self.due(clock, q, calendar) for clock in answer.clocks]
        return replace(answer.decision, deadline=min(dues, key=lambda due: due.on))

    def _decision(self, q: Any, calendar: Any, weighed: Weighed, ground: Ground) -> Decision:
        because, granted = ground.because, ground.outcome in GRANTED
        upon = Upon.GRANT if granted else Upon.NO_GRANT
        obliged = [rule for rule in weighed.obliged if rule.upon is Upon.ALWAYS or rule.upon is upon]
        speaking = [*because, *obliged] if granted else obliged
        bounding = obliged if granted else []
        limits, beyond = limits_of(self.keys(q.action), ground.by_key, weighed.sure, bounding, self.scope)
        return Decision(
            outcome=ground.outcome,
            says=because[0].says if because else "No rule grants this.",
            because=tuple([rule.because for rule in because]),
            missing=ground.missing,
            duties=_duties(speaking),
            limits=limits,
            limits_beyond_the_order=beyond,
            silent=any(rule.silent for rule in itertools.chain(weighed.banned, weighed.doubts, because)),
            sealed=any(rule.seals for rule in obliged),
            apart=any(rule.apart for rule in obliged),
            calendar=calendar.name,
            first=_first(speaking, q),
        )


def _ordered(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Each rule once, those that compel first."""
    return tuple(sorted(dict.fromkeys(rules), key=lambda rule: rule.effect is not Effect.COMPELS))


def _strongest(rules: list[Rule]) -> tuple[Rule, ...]:
    """Those that compel; where none does, all: they decide for their key."""
    return tuple([rule for rule in rules if rule.effect is Effect.COMPELS] or rules)


def _duties(rules: list[Rule]) -> tuple[Duty, ...]:
    named: dict[str, Duty] = {}
    for rule in rules:
        for duty in rule.duties:
            named.setdefault(duty.code, duty)
    return tuple(named.values())


def _first(rules: list[Rule], q: Any) -> tuple[Duty, ...]:
    """Each duty that comes before a release and is not shown as done, once."""
    return tuple({duty.code: duty for rule in rules for duty in rule.owed_first(q)}.values())
