"""The only way to a statement: a transaction that begins by choosing the district's schema.

`SET LOCAL` ends with its transaction, so nothing about a district outlives it in a pooled connection
(docs/decisions/0010). There is no request-wide transaction: a service or a query opens its own.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from django.db import InterfaceError, OperationalError, connections, transaction

from fileroom.hosting.current import current_district

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from fileroom.hosting.postgres.base import DatabaseWrapper

logger = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")
REGISTER = "fileroom_register"
# For what `planned_cursor` asks: left to guess, PostgreSQL supposes ten students where there is one, finds its kept
# plan too dear, and plans again for every page, which takes longer than the answer.
ONE_PLAN = "SET LOCAL plan_cache_mode TO force_generic_plan"
# A COMMIT that ends so may have been carried out: its answer never came.
ANSWER_LOST = (OperationalError, InterfaceError)


class Nested(RuntimeError):
    """A durable transaction was opened inside another, or one district's inside another's."""


def _connection() -> DatabaseWrapper:
    return cast("DatabaseWrapper", connections["default"])


@contextmanager
def schema_transaction(schema: str) -> Iterator[None]:
    """BEGIN; SET LOCAL search_path: every statement until the end sees this schema and no other."""
    connection = _connection()
    if connection.in_atomic_block:
        raise Nested(f"A transaction on {connection.scope!r} is open; {schema!r} needs one of its own.")
    hooks: list[Callable[[], None]] = []
    at_commit = False
    try:
        with transaction.atomic(durable=True):
            connection.scope, connection.rollback_hooks = schema, hooks
            try:
                with connection.cursor() as cursor:
                    cursor.execute(f"SET LOCAL search_path TO {connection.ops.quote_name(schema)}; {ONE_PLAN}")
                yield
            finally:
                connection.scope, connection.rollback_hooks = None, []
            at_commit = True
    except BaseException as error:
        if not (at_commit and isinstance(error, ANSWER_LOST)):
            _take_back(hooks)
        raise


def _take_back(hooks: list[Callable[[], None]]) -> None:
    """Every hook, whatever becomes of the one before it: the error that is told is the act's own."""
    for hook in hooks:
        try:
            hook()
        except Exception as error:
            logger.error("After a rollback something was left as it was: %s.", type(error).__qualname__)


@contextmanager
def district_transaction() -> Iterator[None]:
    """Join the open transaction of the district being served, or open one."""
    name, connection = current_district(), _connection()
    if connection.scope == name:
        yield
        return
    with schema_transaction(name):
        yield


@contextmanager
def durable() -> Iterator[None]:
    """A transaction of its own, committed at the end; refuses to be part of another."""
    with schema_transaction(current_district()):
        yield


def durable_transaction(service: Callable[P, T]) -> Callable[P, T]:
    """Mark a service: one call is one transaction, and its commit is the caller's proof."""

    @functools.wraps(service)
    def one_transaction(*args: P.args, **kwargs: P.kwargs) -> T:
        with durable():
            return service(*args, **kwargs)

    return one_transaction


@contextmanager
def register_transaction() -> Iterator[None]:
    """A transaction on the register of districts, which holds nothing personal."""
    with schema_transaction(REGISTER):
        yield


@contextmanager
def savepoint() -> Iterator[None]:
    """Part of the open transaction that may fail alone: then nothing that it did stands, what is to be taken back with
    a rollback is taken back, and the transaction lives on. The error is raised."""
    connection = _connection()
    if connection.scope is None:
        raise Nested("savepoint needs an open district transaction.")
    outer: list[Callable[[], None]] = connection.rollback_hooks
    inner: list[Callable[[], None]] = []
    connection.rollback_hooks = inner
    try:
        with transaction.atomic():
            yield
    except BaseException:
        _take_back(inner)
        inner.clear()
        raise
    finally:
        outer += inner
        connection.rollback_hooks = outer


def planned_cursor() -> CursorWrapper:
    """A cursor in the open transaction for a statement that every page asks: each connection plans it once.

    Planning the facts of a student and of who asks took five times as long as finding them.
    """
    cursor: CursorWrapper = _connection().planned_cursor()
    return cursor


def on_rollback(hook: Callable[[], None]) -> None:
    """Run `hook` if the open transaction is rolled back: what was done outside it must be taken back.

    Where the answer to COMMIT is lost nobody knows, and it is not run: a file or a receipt too many can be found and
    explained, one that was taken from a committed act cannot be brought back.
    """
    connection = _connection()
    if connection.scope is None:
        raise Nested("on_rollback needs an open district transaction.")
    connection.rollback_hooks.append(hook)


def on_commit(act: Callable[[], object]) -> None:
    """Run `act` once the open transaction is committed, outside it.

    Its failure undoes nothing and is told in the program's log; who needs it done finds it undone, and does it later.
    """
    if _connection().scope is None:
        raise Nested("on_commit needs an open district transaction.")

    def told() -> None:
        try:
            act()
        except Exception as error:
            logger.error("After a commit something was left undone: %s.", type(error).__qualname__)

    transaction.on_commit(told)
