"""The vocabulary as data: what `decide --vocabulary` prints."""

from __future__ import annotations

from typing import Any

from fileroom.law.catalogue import CATALOGUE
from fileroom.law.facts import things
from fileroom.law.facts.papers import QUALITIES
from fileroom.law.facts.unread import UNREAD
from fileroom.law.kernel.term import Follows, Presumed, Reached, Term
from fileroom.law.terms import FLAG
from fileroom.law.vocabulary import action, paper_terms, terms


def _described(term: Term) -> dict[str, Any]:
    made: dict[str, Any] = {"says": term.says}
    if term.path in UNREAD:
        made["unread"] = UNREAD[term.path]
    if term.values is None:
        made["type"] = "list of numbers" if term.many else "number"
    elif term.values == FLAG:
        made["type"] = "flag"
    else:
        made |= {"type": "list" if term.many else "word", "values": [str(value) for value in term.values]}
    if term.default is False:
        made["absent"] = "not flagged"
    elif term.default is not None:
        made["absent"] = f"{term.default}"
    elif isinstance(term, Presumed):
        shown = ", and no paper shown is one" if term.shown else ""
        made["absent"] = (
            f"false where the orders given do not name {term.order}{shown}; where they do, true of parents and their"
            " kin, else not known; false of staff, courts and agencies"
        )
    elif isinstance(term, Reached) and term.source:
        made["absent"] = f"whether {term.source.path} is {term.least} or more, where that is known"
    elif isinstance(term, Follows):
        sources = [it.path for it in (term.source, term.beside) if it]
        made["absent"] = f"follows from {' and '.join(sources)} where it can"
    else:
        made["absent"] = "not known"
    return made


def vocabulary() -> dict[str, Any]:
    """All of the vocabulary as data: facts, papers with their qualities, catalogue codes (`decide --vocabulary`)."""
    days = {"type": "day", "absent": "not known"}
    known = paper_terms()
    qualities = {
        kind.value: {name: _described(known[name]) for name in sorted(QUALITIES[kind] - {"kind"})}
        for kind in things.PaperKind
    }
    return {
        "facts": {
            "id": {"type": "text or number", "says": "the caller's own mark, handed back"},
            "on": {"type": "day", "says": "the day of the decision", "absent": "an error"},
            "received_on": days | {"says": "the day the request came, or an incident was discovered; starts the clock"},
            **{path: _described(term) for path, term in terms().items()},
            "action": _described(action) | {"absent": "an error"},
        },
        "papers": qualities,
        "catalogue": {code: item.letter for code, item in CATALOGUE.items()},
        "unread": dict(UNREAD),
    }
