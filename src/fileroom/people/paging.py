"""Rows page by page, until so many are left by the law: whom it hides makes no list shorter and no "more" untrue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

from fileroom.hosting import durable

M = TypeVar("M", bound=Model)
T = TypeVar("T")


def first_granted(
    rows: QuerySet[M], *order: str, most: int, granted: Callable[[list[M]], Sequence[T]], after: M | None = None
) -> tuple[tuple[T, ...], bool]:
    """The first `most` that `granted` leaves of these rows, in this order, and whether it leaves more of them.

    `after`: of those that come after this row.

    Each page is a transaction of its own. The law holds each student it is asked about until the transaction ends
    (facts.Touch): to hold those of two pages, in the order of names, could be to wait for an order that waits for us.
    """
    found: list[T] = []
    further = _beyond(after, order) if after else Q()
    while len(found) <= most:
        with durable():
            page = list(rows.filter(further).order_by(*order)[: most + 1])
            found += granted(page) if page else ()
        if len(page) <= most:
            break
        further = _beyond(page[-1], order)
    return tuple(found[:most]), len(found) > most


def _beyond(last: Model, order: Sequence[str]) -> Q:
    return _after([(name, reduce(getattr, name.split("__"), last)) for name in order])


def _after(last: Sequence[tuple[str, object]]) -> Q:
    """What comes after a row of these values, in the order of these fields."""
    (name, value), *finer = last
    further = Q(**{f"{name}__gt": value})
    return further | Q(_after(finer), **{name: value}) if finer else further
