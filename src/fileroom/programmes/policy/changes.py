"""How a sentence stood through the last year, from the nights that were kept: each change of its state, for a paper.

What could point to somebody is in no night. Where something was somebody's, a paper tells no day, but the months.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from fileroom.duties.states import State
from fileroom.letters.setting import spoken_on
from fileroom.programmes.policy.on_paper import EN
from fileroom.programmes.policy.page import Shown, worst

MOST = 12  # changes that a paper tells of one sentence: the newest


def of_year(shown: Iterable[Shown]) -> Mapping[date, State]:
    """The gravest state of each night, the oldest first."""
    nights = defaultdict[date, list[State]](list)
    for it in shown:
        for night in it.nights:
            nights[night.on].append(night.state)
    return {on: worst(nights[on]) for on in sorted(nights)}


def told(shown: Sequence[Shown], words: Mapping[State, str]) -> str:
    """The year of one sentence on a paper; `words`: of each state."""
    nights = of_year(shown)
    if not nights:
        return "The last year: no night of it is kept yet."
    if any(it.evidence and it.evidence.folded for it in shown):
        return _by_month(nights)
    runs = [(next(iter(these)), state) for state, these in groupby(nights, key=nights.__getitem__)]
    newest = [f"{words[state]} from {spoken_on(on, EN)}" for on, state in runs[-MOST:]]
    before = len(runs) - len(newest)
    earlier = f" {before} changes before are not printed." if before else ""
    return f"The last year: {'; '.join(newest)}.{earlier}"


def _by_month(nights: Mapping[date, State]) -> str:
    months = dict.fromkeys(f"{on:%B %Y}" for on, state in nights.items() if state is State.ATTENTION)
    since = f"{next(iter(nights)):%B %Y}"
    if not months:
        return f"The last year: attention in no month since {since}."
    return f"The last year, by its months since {since}: attention in {', '.join(months)}."
