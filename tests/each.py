"""One test over all cases of a table, where a test of its own for each would cost more than what is asked of it."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

Test = Callable[..., None]


def each(
    names: str | tuple[str, ...], cases: Iterable[Any], *, ids: Callable[[Any], str] = repr
) -> Callable[[Test], Test]:
    """In place of pytest's parametrize, of which it takes names, cases and, as a function, ids: the cases are one test.

    Every case is asked, whatever became of those before it; each that fails is named with what it said. For a test that
    leaves nothing behind: a fixture is made once for all cases. Raises ValueError for a table without cases.
    """
    wanted = (names,) if isinstance(names, str) else names
    table = [(it,) if isinstance(names, str) else tuple(it) for it in cases]
    if not table:
        raise ValueError(f"There is no case of {names}, and nothing would be asked.")

    def over_all(test: Test) -> Test:
        @functools.wraps(test)
        def asked(**others: Any) -> None:
            faults: list[str] = []
            first: Exception | None = None
            for case in table:
                try:
                    test(**dict(zip(wanted, case, strict=True)), **others)
                except Exception as fault:
                    first = first or fault
                    faults.append(f"[{'-'.join(map(ids, case))}] {type(fault).__name__}: {fault}")
            if faults:
                raise AssertionError(f"{len(faults)} of {len(table)} cases:\n" + "\n".join(faults)) from first

        taken = inspect.signature(test)
        kept = [it for name, it in taken.parameters.items() if name not in wanted]
        asked.__signature__ = taken.replace(parameters=kept)  # type: ignore[attr-defined]  # what pytest reads
        return asked

    return over_all
