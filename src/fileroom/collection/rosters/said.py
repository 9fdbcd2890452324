"""One record as a sender's file has it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """`file` and `line` as a report names them; `source` as a map does; `pairs`: column or path, and its value.

    A path may stand more than once. `fault`: a code and a sentence, where the record has values too many or too few.
    """

    file: str
    line: int
    source: str
    pairs: tuple[tuple[str, str], ...]
    fault: tuple[str, str] | None = None

    @property
    def sure(self) -> tuple[tuple[str, str], ...]:
        """The pairs that belong together: of a record with a value too many or too few the first alone."""
        return self.pairs[:1] if self.fault else self.pairs

    def first(self, columns: tuple[str, ...]) -> tuple[str, str]:
        """The first of these columns that says something, and what; blank values where none does."""
        for column in columns:
            for name, value in self.pairs:
                if name == column and value:
                    return column, value
        return (columns[0] if columns else ""), ""


# Every record of a bundle, in the order of its files, the same each time. Raises BundleRefused.
Walk = Callable[[], Iterator[Said]]
