"""The theorems: what must hold whatever the facts, known and not known. One sentence each, for counsel to read."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from fileroom.law.book import BOOK
from fileroom.law.kernel.proof import Proof, Theorem, World
from fileroom.law.kernel.proof import prove as prove_each
from fileroom.law.kernel.rulebook import Rulebook
from fileroom.law.kernel.soundness import Fault, dead_rules
from fileroom.law.theorems import (
    acting,
    apart,
    casework,
    counsel,
    directory,
    enforcement,
    incidents,
    interactions,
    keeping,
    orders,
    outsiders,
    outsiders_rights,
    prohibitions,
    retention,
    rights,
    taking_in,
    vendors,
    wholes,
)
from fileroom.law.vocabulary import action

THEOREMS: tuple[Theorem, ...] = (
    *prohibitions.THEOREMS,
    *rights.THEOREMS,
    *keeping.THEOREMS,
    *incidents.THEOREMS,
    *taking_in.THEOREMS,
    *retention.THEOREMS,
    *casework.THEOREMS,
    *acting.THEOREMS,
    *outsiders.THEOREMS,
    *outsiders_rights.THEOREMS,
    *directory.THEOREMS,
    *apart.THEOREMS,
    *counsel.THEOREMS,
    *orders.THEOREMS,
    *vendors.THEOREMS,
    *wholes.THEOREMS,
    *interactions.THEOREMS,
    *enforcement.THEOREMS,
)


AT_ONCE = min(os.cpu_count() or 1, 4)


def prove(on: date, book: Rulebook = BOOK) -> list[Proof]:
    """Every theorem, proved or refuted, under the rules in force on this day; then what is said of the book itself.

    The solver leaves the interpreter while it thinks, so each processor proves a part, in a world of its own.
    """
    shares = [THEOREMS[first::AT_ONCE] for first in range(AT_ONCE)]
    whole = World(book, on, action)  # loads the solver, before any thread asks for it
    with ThreadPoolExecutor(AT_ONCE) as threads:
        proved = threads.map(lambda share: prove_each(share, book, on, action), shares)
        of_the_book = _of_the_book(whole)
        by_name = {proof.name: proof for share in proved for proof in share}
    return [*(by_name[theorem.name] for theorem in THEOREMS), *of_the_book]


OF_THE_BOOK = {
    Fault.VACUOUS: ("every_rule_speaks", "Every rule speaks of some case."),
    Fault.SHADOWED: ("no_rule_is_shadowed", "No rule is wholly shadowed by others that say the same."),
    Fault.OVERRIDDEN: ("no_grant_is_overridden", "No grant is wholly overridden by bans."),
    Fault.UNHEARD: ("every_closing_sentence_is_heard", "Every sentence that closes is the answer to some case."),
}


def _of_the_book(world: World) -> list[Proof]:
    dead = list(dead_rules(world))
    return [Proof(*said, _cases([it.rule for it in dead if it.fault is fault])) for fault, said in OF_THE_BOOK.items()]


def _cases(rules: list[str]) -> Callable[[], list[str]] | None:
    return (lambda: rules) if rules else None
