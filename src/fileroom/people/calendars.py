"""The district's own calendar, for the clocks of the law."""

from __future__ import annotations

from fileroom.law.days import Calendar, Span
from fileroom.people.models import Break, Closure, Term


def calendar() -> Calendar | None:
    """Closures, breaks and terms as entered; None before any was entered (then the shipped calendar holds)."""
    closed = frozenset(Closure.objects.values_list("on", flat=True))
    if not closed:
        return None
    breaks = tuple(Span(row.from_on, row.to_on, row.kind) for row in Break.objects.all())
    terms = tuple(Span(row.from_on, row.to_on, row.name) for row in Term.objects.filter(school=None))
    return Calendar(closed, breaks, terms)
