"""Scoring the sieve on the corpus: by category, language, slice, format, noise; what is let through, what alarms.

A finding is right where its category and mode are expected on the line on which it begins. A label beside its own
value, or at the head of its column, is one matter with it: where a value of the category is expected and found in the
text, what asks for it may be named or not.

    script/score [FILE…] [--misses]
    script/score --documents [FOLDER] [--misses]     documents, by format (scoring_documents.py)
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fileroom.screening import Finding, TextKind, screen_text
from tests.screening import scoring_documents

OPEN = Path(__file__).parent / "corpus" / "open"
Place = tuple[str, str, int]  # category, mode, line
Screen = Callable[[str, TextKind], Iterable[Finding]]


@dataclass(frozen=True)
class Item:
    """One text of the corpus and what must be found in it."""

    id: str
    text: str
    kind: TextKind
    language: str
    slice: str
    noise: str
    expect: tuple[dict[str, Any], ...]

    def expected(self) -> set[Place]:
        """Category, mode and line of everything that must be found."""
        return {(it["category"], it["mode"], _line(self.text, self._at(it))) for it in self.expect}

    def _at(self, expectation: dict[str, Any]) -> int:
        place = -1
        for _ in range(expectation.get("nth") or 1):
            place = self.text.index(expectation["quote"], place + 1)
        return place


@dataclass
class Tally:
    """Right, wrong and missed findings."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Right findings as a share of findings; 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Right findings as a share of what must be found; 1 where there is nothing."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


@dataclass
class Score:
    """The scores of a run. `groups`: tallies by (kind of group, name of group)."""

    whole: Tally = field(default_factory=Tally)
    groups: dict[tuple[str, str], Tally] = field(default_factory=lambda: defaultdict(Tally))
    texts: int = 0
    holding: int = 0
    let_through: list[str] = field(default_factory=list)
    clean: Counter[str] = field(default_factory=Counter)
    alarmed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    details: list[tuple[Item, set[Place], set[Place]]] = field(default_factory=list)

    @property
    def let_through_share(self) -> float:
        """Texts with something in which nothing was found, as a share of all texts with something."""
        return len(self.let_through) / max(1, self.holding)

    def alarm_share(self, *slices: str) -> float:
        """Clean texts in which something was found, as a share of the clean texts (of these slices; of all)."""
        names = slices or tuple(self.clean)
        return sum(len(self.alarmed[name]) for name in names) / max(1, sum(self.clean[name] for name in names))


def items(paths: Iterable[Path]) -> Iterator[Item]:
    """The texts of the files, in order."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            it = json.loads(line)
            kind = TextKind(it["kind"])
            parts = (it["text"], kind, it["language"], it["slice"], it["noise"], tuple(it["expect"]))
            yield Item(it["id"], *parts)


def score(corpus: Iterable[Item], screen: Screen = screen_text) -> Score:
    """Screen every text and compare. `screen`: any engine, ours or another's."""
    out = Score()
    for item in corpus:
        expected = item.expected()
        found = {(it.category.value, it.mode.value, _line(item.text, it.start)) for it in screen(item.text, item.kind)}
        _count(out, item, expected, found)
    return out


def _count(out: Score, item: Item, expected: set[Place], found: set[Place]) -> None:
    valued = {category for category, mode, _ in expected & found if mode == "value"}
    beside = {place for place in found | expected if place[1] == "solicit" and place[0] in valued}
    wrong, missed = found - expected - beside, expected - found - beside
    out.texts += 1
    if expected:
        out.holding += 1
        if not found:
            out.let_through.append(item.id)
    else:
        out.clean[item.slice] += 1
        if found:
            out.alarmed[item.slice].append(item.id)
    if wrong or missed:
        out.details.append((item, wrong, missed))
    for attribute, places in (("right", expected - missed), ("wrong", wrong), ("missed", missed)):
        for place in places:
            for tally in _tallies(out, item, place):
                setattr(tally, attribute, getattr(tally, attribute) + 1)


def _tallies(out: Score, item: Item, place: Place) -> list[Tally]:
    names = (("category", place[0]), ("mode", place[1]), ("language", item.language), ("slice", item.slice))
    return [out.whole, *(out.groups[name] for name in (*names, ("format", item.kind.value), ("noise", item.noise)))]


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place)


def report(run: Score, *, misses: bool = False) -> str:
    """The run in words and columns. `misses`: also every text in which something was wrong or missed."""
    lines = [f"{run.texts} texts, {run.holding} with something", f"{'':32}{'P':>8}{'R':>8}{'F1':>8}{'n':>6}"]
    for name, tally in [(("all", ""), run.whole), *sorted(run.groups.items())]:
        number = tally.right + tally.missed
        lines.append(f"{' '.join(name):32}{tally.precision:8.3f}{tally.recall:8.3f}{tally.f1:8.3f}{number:6}")
    lines.append(f"let through: {len(run.let_through)} of {run.holding} ({run.let_through_share:.1%})")
    clean = sum(run.clean.values())
    lines.append(f"false alarms: {run.alarm_share():.1%} of {clean} clean texts")
    for slice_, ids in sorted(run.alarmed.items()):
        if ids:
            lines.append(f"  {slice_}: {len(ids)} of {run.clean[slice_]}")
    if misses:
        for item, wrong, missed in run.details:
            lines.append(
                f"{item.id} [{item.slice} {item.language} {item.kind}] wrong {sorted(wrong)} missed {sorted(missed)}"
            )
    return "\n".join(lines)


if __name__ == "__main__":
    asked = [Path(it) for it in sys.argv[1:] if not it.startswith("-")]
    if "--documents" in sys.argv:
        print("\n\n".join(scoring_documents.report(it, misses="--misses" in sys.argv) for it in asked or [OPEN]))
    else:
        print(report(score(items(asked or sorted(OPEN.glob("*.jsonl")))), misses="--misses" in sys.argv))
