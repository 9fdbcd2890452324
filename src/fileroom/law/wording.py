"""Conditions in words a principal reads, told from the very values that decide. Nothing decides by them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from fileroom.law.kernel.atoms import AtLeast, Has, Is
from fileroom.law.kernel.condition import All, Always, Condition, Either, Not, Shown
from fileroom.law.kernel.papers import Some

WORDS: dict[str, str] = tomllib.loads(files("fileroom.law").joinpath("wording.toml").read_text("utf-8"))
GROUPS = "requester|student|record|district|other|incident|notice|training"
PATH = re.compile(rf"\b(?:{GROUPS})(?:\.[a-z_0-9]+)+|\baction\b|\bpurpose\b")
OF_ALL = {"public", "press", "police", "system", "media"}
PLURAL = ("letters", "articles")
ALL, ANY, NONE = "all of these", "one of these", "none of this"


@dataclass(frozen=True)
class Told:
    """A condition as a list to read: a clause, or a head over parts."""

    clause: str
    parts: tuple[Told, ...] = ()

    def sentence(self) -> str:
        """The whole on one line; brackets hold a list within a list."""
        if not self.parts:
            return self.clause
        word = {ALL: " and ", ANY: " or "}.get(self.clause, "")
        inner = word.join(f"({part.sentence()})" if part.parts else part.sentence() for part in self.parts)
        return inner if word else f"it is not so that {inner}"


def tell(condition: Condition) -> Told:
    """The condition in words."""
    if isinstance(condition, All | Either):
        parts = tuple(_flat(condition, type(condition)))
        return Told(ALL if isinstance(condition, All) else ANY, tuple(tell(part) for part in parts))
    if isinstance(condition, Not):
        return _denied(condition.part)
    if isinstance(condition, Shown):
        part = tell(condition.part)
        return Told(f"it is shown that {part.clause}") if not part.parts else Told(part.clause, part.parts)
    return Told(_clause(condition))


def _flat(condition: Condition, kind: type[Condition]) -> Iterable[Condition]:
    """The parts, those of the same kind within them drawn out."""
    for part in getattr(condition, "parts", ()):
        yield from _flat(part, kind) if isinstance(part, kind) else (part,)


def _denied(part: Condition) -> Told:
    if isinstance(part, AtLeast):
        return Told(f"{_word(part.term.path)} is below {part.number}")
    if isinstance(part, Is) and part.values == {False}:
        return Told(_word(part.term.path))
    if isinstance(part, Is) and part.values != {True}:
        return Told(f"{_word(part.term.path)} is not {_values(part)}")
    if isinstance(part, Has):
        return Told(f"{_word(part.term.path)} do not name {_listed(part.values)}")
    if isinstance(part, Some):
        return Told(f"no paper is {_paper(part)}")
    told = tell(part)
    return Told(NONE, (told,)) if told.parts else Told(f"it is not so that {told.clause}")


def _clause(atom: Condition) -> str:
    if isinstance(atom, Is) and atom.values == {True}:
        return _word(atom.term.path)
    if isinstance(atom, Is) and atom.values == {False}:
        return f"it is not so that {_word(atom.term.path)}"
    if isinstance(atom, Is):
        return f"{_word(atom.term.path)} is {_values(atom)}"
    if isinstance(atom, AtLeast):
        return f"{_word(atom.term.path)} is {atom.number} or more"
    if isinstance(atom, Has):
        return f"{_word(atom.term.path)} name {_listed(atom.values)}"
    if isinstance(atom, Some):
        return f"a paper is {_paper(atom)}"
    if isinstance(atom, Always):
        return "in every case"
    return PATH.sub(lambda found: _word(found[0]), atom.words())


def _paper(atom: Some) -> str:
    qualities = [_quality(name, values) for name, values in atom.wanted]
    return ", ".join([_listed(atom.kinds, _article), *qualities])


def _quality(name: str, values: frozenset[Any]) -> str:
    said = WORDS.get(f"papers.{name}", name.replace("_", " "))
    if values == {True}:
        return said
    if values == {False}:
        return f"not {said}"
    if values == {True, None}:
        return f"{said}, unless known not to be"
    return f"{said} {_listed(values)}"


def _word(path: str) -> str:
    return WORDS.get(path) or path


def _values(atom: Is) -> str:
    """The values of a word; a kind of person with its article."""
    return _listed(atom.values, _article if atom.term.path == "requester.kind" else None)


def _listed(values: Iterable[Any], dress: Callable[[str], str] | None = None) -> str:
    """`a, b or c`, in the order of the alphabet."""
    words = sorted("not known" if value is None else _spelt(str(value)) for value in values)
    said = [dress(word) for word in words] if dress else words
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} or {said[-1]}"


def _spelt(value: str) -> str:
    return value.replace("_", " ").replace("sarb ", "SARB ")


def _article(word: str) -> str:
    if word in OF_ALL:
        return f"the {word}"
    return word if word.startswith(PLURAL) else f"{'an' if word[0] in 'aeiou' else 'a'} {word}"
