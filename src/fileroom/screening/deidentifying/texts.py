"""A text without the people in it: each name a label, each number and address taken out, each day its year alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from fileroom.screening.deidentifying.labels import WORDS, Labels
from fileroom.screening.deidentifying.naming import CAPITALS, begins_a_sentence, mentions_in
from fileroom.screening.deidentifying.people import Kind, Roster, bare_school
from fileroom.screening.deidentifying.shapes import Span, dates_in, kept_out_of, shapes_in
from fileroom.screening.deidentifying.written import Names
from fileroom.screening.folding import Folded, fold

A_NAME_PERHAPS = re.compile(r"\b[^\W\d_a-z][^\W\d_]+\b")
LABEL = re.compile(rf"(?:{'|'.join(WORDS.values())}) [A-Z]+\b|\[[a-z-]+\]")
NOBODY_MET: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Clean:
    """What is left. `found`: how much of each kind was taken out. `perhaps`: words left that look like names. `names`:
    how many names of people were taken out, each counted once."""

    text: str
    found: Mapping[Kind, int]
    perhaps: tuple[str, ...]
    names: int

    @property
    def somebody(self) -> bool:
        """Did it tell of anybody?"""
        return bool(self.found)


@dataclass
class Cleaner:
    """A long text, part by part: first each part is learned, then each is written anew. Labels hold for all of it."""

    roster: Roster
    labels: Labels = field(default_factory=Labels)
    names: Names = field(default_factory=Names)
    known: frozenset[int] = NOBODY_MET
    somebody: bool = False
    found: Counter[Kind] = field(default_factory=Counter)

    def learn(self, part: str) -> None:
        """Note who is named in full: elsewhere half of the name is theirs."""
        folded = fold(part)
        mentions = mentions_in(folded, self.roster, NOBODY_MET)
        self.known |= {next(iter(it.who)) for it in mentions if len(it.who) == 1}
        for words in {it.words for it in mentions}:
            self.names.add(words)
        self.somebody = self.somebody or bool(mentions) or next(shapes_in(folded, self.roster), None) is not None

    def write(self, part: str) -> str:
        """The part without anybody in it."""
        folded = fold(part)
        pieces, at = [], 0
        for start, end, kind, instead in self._spans(folded):
            if start < at:
                continue
            pieces += [part[at:start], instead]
            at = end
            self.found[kind] += 1
        return "".join([*pieces, part[at:]])

    def _spans(self, folded: Folded) -> list[tuple[int, int, Kind, str]]:
        """Places in the text as it was written, in order; of two that meet the one that begins first, or is longer."""
        shapes = [*_shapes(folded, self.roster), *dates_in(folded, self.roster, somebody=self.somebody)]
        taken = [(it.start, it.end) for it in shapes]
        spans = [
            (*folded.span(it.start, it.end), it.kind, it.instead or self.school(folded.text[it.start : it.end]))
            for it in shapes
        ]
        spans += [
            (start, end, Kind.NUMBER, f"[{Kind.NUMBER.value}]") for start, end in kept_out_of(folded.original)
        ]  # fmt: skip
        for it in mentions_in(folded, self.roster, self.known):
            if not any(start < it.end and it.start < end for start, end in taken):
                label = self.labels.of(Kind.PERSON, self.names.of(it.words))
                spans.append((*folded.span(it.start, it.end), Kind.PERSON, label))
        return sorted(spans, key=lambda it: (it[0], -it[1]))

    def school(self, name: str) -> str:
        """The label of a school, however its name is written."""
        return self.labels.of(Kind.SCHOOL, (Kind.SCHOOL, bare_school(name)))


def deidentify(text: str, roster: Roster) -> Clean:
    """The whole of a text at once."""
    cleaner = Cleaner(roster)
    cleaner.learn(text)
    written = cleaner.write(text)
    found, names = MappingProxyType(dict(cleaner.found)), cleaner.labels.met.get(Kind.PERSON, 0)
    return Clean(written, found, perhaps_names(written), names)


def perhaps_names(text: str) -> tuple[str, ...]:
    """Words with a capital letter within a sentence, that no list knows: a person says whether they name somebody."""
    bare = LABEL.sub(lambda it: " " * len(it[0]), text)
    words = (
        it[0]
        for it in A_NAME_PERHAPS.finditer(bare)
        if not begins_a_sentence(bare, it.start()) and fold(it[0]).text not in CAPITALS and not it[0].isupper()
    )
    return tuple(dict.fromkeys(words))


def _shapes(folded: Folded, roster: Roster) -> Iterator[Span]:
    """What has a shape of its own, the longest first."""
    yield from sorted(shapes_in(folded, roster), key=lambda it: (it.start, -it.end))
