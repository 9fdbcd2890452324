"""What each column of a table is: an identifier that goes, a trait that few may share, a day, a text, or a figure."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from fileroom.screening.deidentifying.shapes import day_of
from fileroom.screening.folding import fold


class Column(StrEnum):
    """What becomes of a column."""

    BIRTH = "birth"  # its year stays, as a trait
    DAY = "day"  # its year stays
    FIGURE = "figure"  # stays
    GONE = "gone"  # an identifier, or what may indicate a family's status
    SCHOOL = "school"  # a label in its place, as a trait
    STUDENT = "student"  # goes; says whose the row is
    TEXT = "text"  # read as any text
    TRAIT = "trait"  # stays where enough students share it


TRAITS = frozenset({Column.BIRTH, Column.SCHOOL, Column.TRAIT})
# By what stands over it, the first that fits. Folded, with blanks for underscores, and before each capital letter.
HEADED = tuple(
    (column, re.compile(pattern))
    for column, pattern in (
        (Column.GONE, r"\bssn|social sec|citizen|immigra|visa|passport|alien|tit(?:le|ulo) iii|migra|refugee|asyl|"
                      r"us entry|country|birth ?(?:place|city|state)|place of birth|entry date to us"),
        (Column.BIRTH, r"birth|\bdob\b|nacimiento"),
        (Column.GONE, r"e-?mail|phone|telephone|\btel\b|cell|mobile|fax|address|street|\bapt\b|city|latitude|longitude|"
                      r"parent|guardian|mother|father|contact|emergency|sibling|teacher|counsel|staff|nurse|doctor|"
                      r"photo|image|url|\blink\b|login|user ?name|password|handle|madre|padre|tutor|direccion|"
                      r"telefono|lunch pin|\bpin\b|bus stop|plate|ip addr|device"),
        (Column.SCHOOL, r"\bschool(?! (?:year|day))|escuela|campus|\bsite\b|\bcds\b"),
        (Column.STUDENT, r"ssid|student ?(?:id|number|no|num)|\bperm(?: ?id)?\b|local ?id|state ?id|\bid\b|sis ?id|"
                         r"source ?d? ?id|"
                         r"\b(?:first|last|middle|given|family|full|legal|preferred|nick)? ?names?\b|surname|"
                         r"nombre|apellido|^student$|^alumno$|^pupil$"),
        (Column.TRAIT, r"grade(?! point)|\bgrado|gender|\bsex\b|\brace|ethnic|language|idioma|english learner|"
                       r"\bel\b|\bell?\b|program|disab|\biep\b|504|lunch|meal|frpm|foster|homeless|status|zip|postal|\bage\b|"
                       r"religio|section|class|course|period|room|team|club|track|cohort"),
        (Column.TEXT, r"note|comment|remark|narrative|descri|essay|reason|observ|comentario|incident|summary|goal"),
    )
)  # fmt: skip
CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])|_|\W+")
NUMBER = re.compile(r"[-+]?[\d,]*\.?\d+%?")
MOST_TOLD_APART = 200  # distinct values of a column that are remembered
FEW, LONG_NUMBER, DISTINCT = 30, 5, 0.9
SHORT_NUMBER = 3  # digits of a figure that may be anybody's number by chance


@dataclass
class Seen:
    """What the cells of a column have shown so far."""

    filled: int = 0
    numbers: int = 0
    days: int = 0
    long: int = 0
    wordy: int = 0
    known: int = 0  # numbers of the roster
    values: set[str] = field(default_factory=set)

    def see(self, cell: str, numbers: Container[str]) -> None:
        """One more cell. `numbers`: the roster's."""
        if not cell:
            return
        self.filled += 1
        self.numbers += NUMBER.fullmatch(cell) is not None
        self.days += day_of(cell) is not None
        self.long += len(re.sub(r"\D", "", cell)) >= LONG_NUMBER
        self.known += len(cell) > SHORT_NUMBER and fold(cell).text in numbers
        self.wordy += cell.count(" ") >= 3
        if len(self.values) <= MOST_TOLD_APART:
            self.values.add(cell)

    def column(self) -> Column:
        """What a column is whose head says nothing."""
        if not self.filled:
            return Column.FIGURE
        if self.days > self.filled / 2:
            return Column.DAY
        if self.long > self.filled * DISTINCT or self.known > self.filled / 2:
            return Column.STUDENT  # a number of somebody's or something's: it goes
        if self.numbers == self.filled:
            return Column.FIGURE
        if self.wordy or len(self.values) > FEW:
            return Column.TEXT
        return Column.TRAIT


def headed(head: str) -> Column | None:
    """What a column is by its head; None: the head does not say."""
    words = fold(CAPITAL.sub(" ", head)).text.strip()
    return next((column for column, pattern in HEADED if pattern.search(words)), None)


def columns_of(heads: Sequence[str], rows: Iterable[Sequence[str]], numbers: Container[str] = ()) -> tuple[Column, ...]:
    """What each column is, by its head and then by all of its cells. `numbers`: by which the roster knows somebody."""
    seen = [Seen() for _ in heads]
    for row in rows:
        for at, cell in enumerate(row):
            seen[at].see(cell.strip(), numbers)
    return tuple(headed(head) or it.column() for head, it in zip(heads, seen, strict=True))
