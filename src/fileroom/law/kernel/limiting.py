"""Within what limits a grant holds, where several grants decide."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, KeysView, Sequence
from typing import Any

from fileroom.law.kernel.rule import Rule

Limits = tuple[str, ...]


def limits_of(
    keys: Sequence[Any], by_key: Sequence[tuple[Rule, ...]], sure: Sequence[Rule], obliged: Sequence[Rule], scope: str
) -> tuple[Limits, Limits]:
    """The limits of the answer, and those beyond a court's order. Obliging rules add theirs to both.

    A limit bounds what its own ground opens. So what a court orders goes out within the order's own `scope`, whatever
    narrower ground decides beside it; and what the order does not reach goes out on the other grounds alone, where
    they turn every key without it, within theirs. Another ground with no limits but the order's frees it of them.
    """
    ordered = [tuple(rule for rule in sure if scope in rule.limits and rule.turns(key)) for key in keys]
    if not (by_key and all(ordered)):
        return _joined(_held(by_key), obliged), ()
    beside = [tuple(rule for rule in rules if scope not in rule.limits) for rules in by_key]
    within, beyond = _held(ordered), _held(beside)
    if not all(beside):
        return _joined(within, obliged), ()
    if beyond <= within:
        return _joined(beyond, obliged), ()
    return _joined(within, obliged), _joined(beyond, obliged)


def _held(by_key: Iterable[tuple[Rule, ...]]) -> KeysView[str]:
    """What the deciding grants of each key set, but for those that a wider grant of that key frees: one that sets
    fewer of the same, or none. Two that are limited each in its own way free nothing."""
    held = [rule.limits for rules in by_key for rule in rules if not any(_wider(it, rule) for it in rules)]
    return dict.fromkeys(itertools.chain(*held)).keys()


def _joined(held: Iterable[str], obliged: Iterable[Rule]) -> Limits:
    return tuple(dict.fromkeys(itertools.chain(held, *(rule.limits for rule in obliged))))


def _wider(one: Rule, other: Rule) -> bool:
    """Its limits are some of the other's, and not all."""
    return set(one.limits) < set(other.limits)
