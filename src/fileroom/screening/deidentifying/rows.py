"""A table without the people in it: identifiers gone, days as years, and no row whose traits too few students share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from fileroom.screening.cells import defused
from fileroom.screening.deidentifying.checking import Reason, named_again, plain_grade, tells_of_few
from fileroom.screening.deidentifying.columns import TRAITS, Column, columns_of, headed
from fileroom.screening.deidentifying.people import Kind, Roster, words_of
from fileroom.screening.deidentifying.shapes import day_of
from fileroom.screening.deidentifying.texts import Cleaner, perhaps_names
from fileroom.screening.folding import fold

Rows = Callable[[], Iterable[Sequence[str]]]
Traits = tuple[str, ...]


class BadTable(ValueError):
    """It is no table that can be read."""


@dataclass
class Table:
    """A table as it may be written. `heads`: of its columns, without anybody in them; `columns`: what each of the
    original was found to be.

    `withheld`: rows whose traits fewer students share than `least`. `reasons`: why somebody could still be found.
    `names`: how many names of people were taken out of its texts, each counted once.
    """

    heads: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: list[list[str]] = field(default_factory=list)
    withheld: int = 0
    found: dict[Kind, int] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()
    perhaps: tuple[str, ...] = ()
    names: int = 0


def deidentify_rows(rows: Rows, roster: Roster, *, least: int) -> Table:
    """Read the table three times, and write it anew. `rows`: gives them from the first, the heads. Raises BadTable."""
    heads = _heads(rows)
    columns = columns_of(heads, _cells(rows, heads), roster.numbers)
    maker = _Maker(roster, heads, columns, least)
    maker.learn_heads()
    for row in _cells(rows, heads):
        maker.learn(row)
    made = Table((*(("student",) if maker.labelled else ()), *maker.kept_heads()), columns)
    for row in _cells(rows, heads):
        if maker.shared_by_enough(row):
            made.rows.append(maker.write(row))
        else:
            made.withheld += 1
    made.found, made.names = dict(maker.cleaner.found), maker.cleaner.labels.met.get(Kind.PERSON, 0)
    _check(made, maker)
    return made


def _heads(rows: Rows) -> tuple[str, ...]:
    heads = tuple(it.strip() for it in next(iter(rows()), ()))
    if len(heads) < 1 or not any(heads):
        raise BadTable("The first row names no column.")
    return heads


def _cells(rows: Rows, heads: Sequence[str]) -> Iterator[Sequence[str]]:
    """Every row but the first, as wide as the heads. Raises BadTable."""
    told = iter(rows())
    next(told, None)
    for number, row in enumerate(told, 2):
        if not any(row):
            continue
        if len(row) != len(heads):
            raise BadTable(f"Row {number} has {len(row)} cells; the first row names {len(heads)} columns.")
        yield row


class _Maker:
    """Writes rows, and knows which students share which traits."""

    def __init__(self, roster: Roster, heads: Sequence[str], columns: Sequence[Column], least: int) -> None:
        self.roster, self.heads, self.columns, self.least = roster, heads, columns, least
        self.cleaner = Cleaner(roster, somebody=True)
        self.labelled = Column.STUDENT in columns
        self.sharing: dict[Traits, set[Hashable]] = {}
        self.rows = 0
        self.names = [at for at, it in enumerate(columns) if it is Column.STUDENT]
        self.known = _known_columns(heads, columns)
        self.told = _told(roster, self.known)

    def learn_heads(self) -> None:
        """Whoever is named over a column: a gradebook may have one a student."""
        for head in self.heads:
            self.cleaner.learn(head)

    def learn(self, row: Sequence[str]) -> None:
        """Whose it is, and with which traits."""
        self.rows += 1
        for cell, column in zip(row, self.columns, strict=True):
            if column is Column.TEXT:
                self.cleaner.learn(cell)
        self.sharing.setdefault(self._traits(row), set()).add(self._whose(row))

    def shared_by_enough(self, row: Sequence[str]) -> bool:
        """Do enough students share these traits, in the table and in the roster?"""
        traits = self._traits(row)
        if not traits:
            return True
        in_roster = self.told.get(tuple(_as_told(of, row[at]) for of, at in self.known), self.least)
        return len(self.sharing[traits]) >= self.least and in_roster >= self.least

    def _whose(self, row: Sequence[str]) -> Hashable:
        """Whose row it is: by a number of the roster, else by all that names them; without either each row counts."""
        for at in self.names:
            if (person := self.roster.numbers.get(fold(row[at].strip()).text)) is not None:
                return person
        named = tuple(" ".join(words_of(row[at])) or row[at].strip() for at in self.names)
        return named if any(named) else ("row", self.rows)

    def _traits(self, row: Sequence[str]) -> Traits:
        each = zip(row, self.columns, strict=True)
        return tuple(self._trait(cell.strip(), column) for cell, column in each if column in TRAITS)

    def _trait(self, cell: str, column: Column) -> str:
        return fold(cell).text if column is not Column.BIRTH else _year(cell)

    def kept_heads(self) -> list[str]:
        """Heads of the columns that stay; one that tells of somebody is a number in its place.

        Where one does, each that could be a name is taken for one: beside "Ana Torres" stands no virtue called Grace.
        """
        told = {it for it in self.heads if self.cleaner.write(it) != it}
        if told:
            told |= {it for it in self.heads if self._could_be_a_name(it)}
        kept = (at for at, column in enumerate(self.columns) if column not in NOT_KEPT)
        return [f"column {at + 1}" if self.heads[at] in told else defused(self.heads[at]) for at in kept]

    def _could_be_a_name(self, head: str) -> bool:
        words = words_of(head)
        return bool(words) and self.roster.words.issuperset(words)

    def write(self, row: Sequence[str]) -> list[str]:
        """The row as it may be written."""
        label = [self.cleaner.labels.of(Kind.STUDENT, self._whose(row))] if self.labelled else []
        each = zip(row, self.columns, strict=True)
        return [*label, *(self._cell(cell.strip(), column) for cell, column in each if column not in NOT_KEPT)]

    def _cell(self, cell: str, column: Column) -> str:
        if column in (Column.BIRTH, Column.DAY):
            return _year(cell)
        if column is Column.SCHOOL:
            return self.cleaner.school(cell) if cell else ""
        if column is Column.FIGURE:
            return cell
        return defused(self.cleaner.write(cell))


NOT_KEPT = frozenset({Column.GONE, Column.STUDENT})


def _year(cell: str) -> str:
    day = day_of(cell)
    return str(day.year) if day else ""


def _known_columns(heads: Sequence[str], columns: Sequence[Column]) -> list[tuple[str, int]]:
    """Columns whose traits the roster knows too."""
    known = {Column.BIRTH: "birth", Column.SCHOOL: "school"}
    return [
        (of, at)
        for at, (head, it) in enumerate(zip(heads, columns, strict=True))
        if (of := known.get(it) or ("grade" if it is Column.TRAIT and "grade" in head.lower() else ""))
        and headed(head) is not None
    ]


def _told(roster: Roster, known: Sequence[tuple[str, int]]) -> Counter[Traits]:
    """How many of the roster's students share these traits: whoever has the yearbook knows as much."""
    students = (it for it in roster.people if it.kind is Kind.STUDENT)
    of = {
        "birth": lambda it: str(it.birth_on.year) if it.birth_on else "",
        "school": lambda it: fold(it.school).text,
        "grade": lambda it: plain_grade(it.grade),
    }
    return Counter(tuple(of[name](it) for name, _ in known) for it in students) if known else Counter()


def _as_told(of: str, cell: str) -> str:
    cell = cell.strip()
    return _year(cell) if of == "birth" else fold(cell).text if of == "school" else plain_grade(cell)


def _check(made: Table, maker: _Maker) -> None:
    """Read what was written: does it name anybody, do few share what is left, does it tell of what happens to few?"""
    texts = "\n".join(cell for row in (made.heads, *made.rows) for cell in row if cell)
    reasons = set(tells_of_few(_told_in(made), maker.roster, least=maker.least))
    if named_again(texts, maker.roster):
        reasons.add(Reason.NAMED)
    if not made.rows or _few_share(made, maker):
        reasons.add(Reason.FEW)
    made.reasons, made.perhaps = tuple(sorted(reasons)), perhaps_names(texts)


def _told_in(made: Table) -> str:
    """Every cell, and what stands over a column; not over a trait: that enough students share it is counted."""
    kept = [it for it in made.columns if it not in NOT_KEPT]
    heads = made.heads[len(made.heads) - len(kept) :]
    over = [head for head, column in zip(heads, kept, strict=True) if column not in TRAITS]
    return "\n".join(cell for row in (over, *made.rows) for cell in row if cell)


def _few_share(made: Table, maker: _Maker) -> bool:
    """The rows as they were written, counted anew: labels for students, traits as they stand there."""
    kept = [column for column in made.columns if column not in NOT_KEPT]
    first = 1 if maker.labelled else 0
    sharing: dict[Traits, set[str]] = {}
    for number, row in enumerate(made.rows):
        cells = row[first:]
        traits = tuple(cell for cell, column in zip(cells, kept, strict=True) if column in TRAITS)
        sharing.setdefault(traits, set()).add(row[0] if first else str(number))
    return bool(TRAITS & set(kept)) and any(len(it) < maker.least for it in sharing.values())
