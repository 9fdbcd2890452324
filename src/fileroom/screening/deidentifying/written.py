"""Which names of one text are one: told by their letters alone, and never by whose names the roster says they are.

Else a reader would learn from the labels what the text does not say: that David Moss is Dana Moss now.
"""

from __future__ import annotations

from collections.abc import Iterable

from fileroom.screening.deidentifying.people import WORD, nicknames

Name = tuple[str, ...]


class Names:
    """The names that were written in a text. One that fits in a single fuller one, as Ana in Ana Torres, is that."""

    def __init__(self) -> None:
        self.by_word: dict[str, set[Name]] = {}
        self.found: dict[Name, Name] = {}

    def add(self, words: str) -> None:
        """A name is written somewhere: by its folded words."""
        name = as_name(words)
        self.found.clear()
        for it in name:
            for way in (it, it[0], *nicknames(it)):
                self.by_word.setdefault(way, set()).add(name)

    def of(self, words: str) -> Name:
        """The fullest name that these words can be; themselves, where they could be more than one."""
        name = as_name(words)
        if name not in self.found:
            self.found[name] = self._fullest(name)
        return self.found[name]

    def _fullest(self, name: Name) -> Name:
        longest = max(name, key=len, default="")
        fuller = sorted((it for it in self.by_word.get(longest, ()) if it != name and fits(name, it)), key=_fullness)
        top: Name | None = None
        for it in fuller:
            if top is not None and not fits(it, top):
                return name
            top = top or it
        return top or name


def as_name(words: str) -> Name:
    """'ana torres' -> ('ana', 'torres')."""
    return tuple(WORD.findall(words))


def fits(name: Iterable[str], fuller: Name) -> bool:
    """Is each word one of the other name's, its initial, or what somebody of that given name is called?"""
    return all(any(_is(word, it) for it in fuller) for word in name)


def _is(word: str, other: str) -> bool:
    return word == other or (len(word) == 1 and other.startswith(word)) or word in nicknames(other)


def _fullness(name: Name) -> tuple[int, int, Name]:
    return -len(name), -sum(map(len, name)), name
