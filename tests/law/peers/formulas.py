"""What every rendering starts from: the bans and grants of one day, and the facts and papers they speak of."""

from __future__ import annotations

from datetime import date
from typing import Any

from fileroom.law import Question
from fileroom.law.kernel.atoms import Among, AtLeast, Has, Is
from fileroom.law.kernel.papers import Some
from fileroom.law.kernel.readings import Fact
from fileroom.law.kernel.rule import GRANTS, Effect, Key, Rule
from fileroom.law.kernel.rulebook import Rulebook


class Formulas:
    """The rules that decide between yes and no, and a name for each fact as the rules read it.

    Each fact has one name; a paper condition is one named flag, as it is to the solver.
    """

    def __init__(self, book: Rulebook, on: date) -> None:
        live = book.live(on)
        self.releases = sorted(str(action) for action in book.releases)
        self.asking = [rule for rule in live if rule.known is not None]
        self.bans = [rule for rule in live if rule.effect is Effect.FORBIDS]
        self.grants = [rule for rule in live if rule.effect in GRANTS]
        atoms = [atom for rule in (*self.bans, *self.grants) for atom in rule.when.atoms()]
        spoken_of = [atom.term for atom in atoms if isinstance(atom, (Is, AtLeast, Has, Among))]
        spoken_of += [atom.listed for atom in atoms if isinstance(atom, Among)]
        self.terms: dict[Fact, str] = {term: term.path.replace(".", "_") for term in dict.fromkeys(spoken_of)}
        seen = dict.fromkeys(atom for atom in atoms if isinstance(atom, Some))
        self.papers = {atom: f"paper_{place}" for place, atom in enumerate(seen)}

    def turning(self, key: Key) -> list[Rule]:
        """The grants that turn this key."""
        return [rule for rule in self.grants if rule.turns(key)]

    def facts(self, q: Question) -> dict[str, Any] | None:
        """Each term's value and each paper condition's truth, by name; None where one of them is not known, or a duty
        asks for what is not."""
        if any(rule.when.truth(q) and rule.unread(q) for rule in self.asking):
            return None
        made: dict[str, Any] = {named: atom.truth(q) for atom, named in self.papers.items()}
        for term, named in self.terms.items():
            value = term.read(q)
            made[named] = list(map(plain, value)) if term.many and value is not None else plain(value)
        return None if None in made.values() else made


def plain(value: Any) -> Any:
    return getattr(value, "value", value)


def words(values: frozenset[Any]) -> list[Any]:
    """The values in a fixed order, as JSON holds them."""
    return sorted((plain(value) for value in values), key=str)


def type_of(term: Fact) -> str:
    """`number`, `flag`, `word` or `words`."""
    if term.values is None:
        return "number"
    return "words" if term.many else ("flag" if set(term.values) == {True, False} else "word")
