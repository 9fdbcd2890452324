"""The rules as rows, and what still rests on memory."""

from __future__ import annotations

from collections.abc import Iterator

from fileroom.law.book import RULES
from fileroom.law.catalogue import CATALOGUE
from fileroom.law.figures import EVERY_FIGURE
from fileroom.law.kernel.citation import Citation, Surety


def rules_listed() -> list[dict[str, str | None]]:
    """Each rule with its effect, sentence and source."""
    return [{"kind": rule.effect.value, "name": rule.id, "says": rule.says, **rule.cites.to_json()} for rule in RULES]


def resting_on_memory() -> Iterator[tuple[str, str, Citation]]:
    """Rules, figures and catalogue items whose source nobody has read for this book, or whose text leaves a question
    for counsel: kind, name, citation."""
    cited = [("rule", rule.id, rule.cites) for rule in RULES]
    cited += [("figure", name, figure.citation) for name, figure in EVERY_FIGURE.items()]
    cited += [("item", code, item.citation) for code, item in CATALOGUE.items()]
    return (row for row in cited if row[2].surety is Surety.MEMORY)
